namespace Zukunftswerkstatt.Portal.WebTests.Harness;

/// <summary>The portal with its sample content and the official figures of all regions. Tests only read.</summary>
public sealed class RegionsPortal() : PortalFactory(sampleContent: true)
{
    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await this.ImportRegionsAsync();
    }
}
