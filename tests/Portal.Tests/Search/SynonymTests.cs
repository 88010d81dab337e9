using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Querying;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class SynonymTests
{
    private static readonly string _shipped = Path.Combine(AppContext.BaseDirectory, "Data", "synonyms.txt");

    [Theory]
    [InlineData("ÖPNV", "Neuer Nahverkehr")]
    [InlineData("Nahverkehr", "Der Rufbus kommt")]
    [InlineData("öffentlicher Nahverkehr", "ÖPNV im Kreis")]
    [InlineData("ÖPNV", "Öffentlicher Nahverkehr im Kreis")]
    [InlineData("Überalterung", "Alterung der Gesellschaft")]
    [InlineData("Landflucht", "Abwanderung stoppen")]
    [InlineData("Senioren", "Hochbetagte im Dorf")]
    [InlineData("Ärztemangel", "Mangel an Ärzten")]
    public async Task A_word_finds_what_means_the_same(string query, string title) => Assert.NotEmpty(await IdsAsync(query, title));

    [Theory]
    [InlineData("Rufbus", "Nahverkehr auf der Schiene")]
    [InlineData("Praxis", "Arztpraxis gesucht")]
    [InlineData("Kreis", "Landkreis Mittelsachsen")]
    [InlineData("Bank", "Sparkasse im Ort")]
    [InlineData("Lehre", "Berufsausbildung im Handwerk")]
    [InlineData("Park", "Grünfläche am Markt")]
    public async Task An_ambiguous_word_does_not_drag_in_the_other_sense(string query, string title) => Assert.Empty(await IdsAsync(query, title));

    [Fact]
    public void At_least_150_groups_are_shipped_and_each_is_of_use()
    {
        var groups = File.ReadLines(_shipped).Where(l => l.Length > 0 && l[0] != '#').ToArray();
        Assert.True(groups.Length >= 150, $"{groups.Length} groups.");
        Assert.All(groups, group => Assert.True(group.Split(',', '>').Length > 1, group));
    }

    [Fact]
    public void Cycles_do_no_harm_and_expansions_are_bounded()
    {
        var synonyms = Synonyms.Of(["a > b", "b > a", "a, a", "viel, " + string.Join(", ", Enumerable.Range(0, 100).Select(i => $"wort{i}x"))]);
        Assert.Equal(["b"], synonyms.Of(Language.German, "a").Words);
        Assert.Equal(Synonyms.MaxExpansions, synonyms.Of(Language.German, "viel").Words.Count);
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(string query, string title)
    {
        var path = Directory.CreateTempSubdirectory("portal-synonyms-").FullName;
        try
        {
            using var store = new IndexStore(path, new CompiledSchema([SearchIndex.Schema]), KnownWords.None, TimeProvider.System, NullLogger<IndexStore>.Instance);
            store.Open();
            await store.RebuildAsync(1, new[] { SearchIndex.Document("a", title) }.ToAsyncEnumerable().Chunk(1), CancellationToken.None);
            var result = await new Searcher(store, Synonyms.Of(File.ReadLines(_shipped)), TimeProvider.System)
                .SearchAsync(new SearchRequest { Text = query, Culture = "de" }, CancellationToken.None);
            return [.. result.Hits.Select(h => h.Id)];
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
