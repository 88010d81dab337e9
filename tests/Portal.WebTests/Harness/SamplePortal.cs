using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Portal.WebTests.Harness;

/// <summary>The portal with its sample content, one for all tests of an assembly. They only read.</summary>
public sealed class SamplePortal() : PortalFactory(sampleContent: true)
{
    /// <summary>Every published item.</summary>
    public async Task<IReadOnlyList<ContentItem>> ItemsAsync()
    {
        var items = new List<ContentItem>();
        await foreach (var item in Services.GetRequiredService<IContentReader>().AllPublishedAsync(null, TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }

        return items;
    }
}
