using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.WebTests.Search;

/// <summary>An index is made in two ways, as a whole and item by item.</summary>
public sealed class RebuildTests(SamplePortal portal)
{
    [Fact]
    public async Task A_rebuild_makes_the_documents_that_single_publications_make()
    {
        var ct = TestContext.Current.CancellationToken;
        var sources = portal.Services.GetServices<ISearchDocumentSource>().ToList();
        var rebuilt = new List<string>();
        var single = new List<string>();
        var ids = (await portal.ItemsAsync()).Select(item => item.ContentItemId).ToList();
        foreach (var source in sources)
        {
            await foreach (var batch in source.AllAsync(ct))
            {
                rebuilt.AddRange(batch.Select(Text));
            }

            foreach (var id in ids)
            {
                single.AddRange((await source.DocumentsAsync([id], ct)).Select(Text));
            }
        }

        Assert.InRange(single.Count, 300, int.MaxValue);
        Assert.Equal(single.Order(StringComparer.Ordinal), rebuilt.Order(StringComparer.Ordinal));
    }

    private static string Text(SearchDocument document) =>
        $"{document.Id} {JsonSerializer.Serialize(document with { Payload = default })} {Encoding.UTF8.GetString(document.Payload.Span)}";
}
