namespace Zukunftswerkstatt.Portal.WebTests.Harness;

/// <summary>A portal without sample content, for tests that publish. Each test class that asks for one gets its own.</summary>
public sealed class EmptyPortal() : PortalFactory(sampleContent: false);
