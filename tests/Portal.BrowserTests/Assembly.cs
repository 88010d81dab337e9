using Xunit;
using Zukunftswerkstatt.Portal.BrowserTests;

[assembly: AssemblyFixture(typeof(Chromium))]
