using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

[assembly: AssemblyFixture(typeof(SamplePortal))]
