using System.Text;
using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Portal.Tests.Recipes;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Knowledge;

/// <summary>A rebuild may know translations by heart or ask for them; on both databases the documents are those of single publications.</summary>
public sealed class RebuiltDocumentsTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_rebuild_makes_the_same_documents_whatever_it_knows_by_heart(string kind)
    {
        await using var portal = await TestPortal.StartAsync(kind);
        await portal.Get<SetUp>().RunAsync(_ct);
        var knowing = await AllAsync(portal.Get<ISearchDocumentSource>());
        var asking = await AllAsync(new KnowledgeDocuments(
            portal.Get<IContentReader>(), portal.Get<ContentVersions>(), portal.Get<Vocabularies>(), portal.Get<Factors>(), portal.Get<IRegionRegister>())
        { MostTranslations = 0 });
        Assert.Equal(knowing, asking);
        Assert.Contains(knowing, text => text.Contains("\"evidence\"", StringComparison.Ordinal) && text.Contains("\"ShownIn\":[\"de\"]", StringComparison.Ordinal));

        var single = new List<string>();
        foreach (var item in (await portal.VersionsAsync()).Where(item => item.Published))
        {
            single.AddRange((await portal.Get<ISearchDocumentSource>().DocumentsAsync([item.ContentItemId], _ct)).Select(Text));
        }

        Assert.Equal(knowing, single.Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> AllAsync(ISearchDocumentSource source)
    {
        var texts = new List<string>();
        await foreach (var batch in source.AllAsync(_ct))
        {
            texts.AddRange(batch.Select(Text));
        }

        return [.. texts.Order(StringComparer.Ordinal)];
    }

    private static string Text(SearchDocument document) =>
        $"{JsonSerializer.Serialize(document with { Payload = default })} {Encoding.UTF8.GetString(document.Payload.Span)}";
}
