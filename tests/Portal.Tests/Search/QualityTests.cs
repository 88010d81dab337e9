using Xunit;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Search;

/// <summary>What an entry is worth by itself decides between equals and nothing else.</summary>
public sealed class QualityTests : IDisposable
{
    private readonly SearchIndex _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task Of_two_that_match_alike_the_better_entry_comes_first()
    {
        await _index.OpenAsync(Document("a", "Der Bus fährt.", 0.2), Document("b", "Der Bus fährt.", 0.9), Document("c", "Der Bus fährt.", 0.5));
        Assert.Equal(["b", "c", "a"], _index.Ids("Bus"));
    }

    [Fact]
    public async Task A_clearly_better_match_stays_before_the_best_entry()
    {
        await _index.OpenAsync(Document("a", "Der Bus fährt. Ein Bus hält.", 0), Document("b", "Der Bus fährt. Kein Zug hält.", 1));
        Assert.Equal(["a", "b"], _index.Ids("Bus"));
    }

    [Fact]
    public async Task It_is_explained_and_at_most_a_twentieth()
    {
        await _index.OpenAsync(Document("a", "Der Bus fährt.", 1), Document("b", "Der Bus fährt.", 0));
        var hits = _index.Search(new SearchRequest { Text = "Bus", Culture = "de", Explain = true }).Hits;
        var quality = Assert.Single(hits[0].Explanation, p => p.Kind == ScoreKind.Quality).Points;
        Assert.Equal(0.05 * hits[1].Score, quality, 4);
        Assert.DoesNotContain(hits[1].Explanation, p => p.Kind == ScoreKind.Quality);
        Assert.Equal(hits[0].Score, hits[0].Explanation.Where(p => !p.Within).Sum(p => p.Points), 2);
    }

    private static SearchDocument Document(string id, string body, double quality) => SearchIndex.Document(id, "Bericht", body) with { Quality = quality };
}
