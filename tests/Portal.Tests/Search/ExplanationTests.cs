using Xunit;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Search;

/// <summary>How a score came about.</summary>
public sealed class ExplanationTests : IDisposable
{
    private readonly SearchIndex _index = new();

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("Bürgerbus")]
    [InlineData("Bürgerbus Dorfladen Xyzzy")]
    [InlineData("Bus fährt")]
    [InlineData("\"fährt der Bus\" Dorf")]
    [InlineData("Bürgerbus Mulde fährt")]
    [InlineData("Foerderung -Dorf")]
    public async Task The_parts_of_a_score_add_up_to_it(string text)
    {
        await OpenAsync();
        var result = _index.Search(new SearchRequest { Text = text, Culture = "de", Explain = true });
        Assert.NotEmpty(result.Hits);
        Assert.All(result.Hits, hit =>
        {
            Assert.NotEmpty(hit.Explanation);
            Assert.InRange(hit.Explanation.Where(p => !p.Within).Sum(p => p.Points) - hit.Score, -0.01, 0.01);
        });
    }

    [Fact]
    public async Task It_is_said_where_a_word_stands_and_how_often()
    {
        await OpenAsync();
        var hit = _index.Search(new SearchRequest { Text = "Bürgerbus", Culture = "de", Explain = true }).Hits[0];
        Assert.Equal("a", hit.Id);
        var word = Assert.Single(hit.Explanation, p => p.Kind == ScoreKind.Word);
        Assert.Equal("Bürgerbus", word.Word);
        Assert.DoesNotContain(hit.Explanation, p => p.Kind == ScoreKind.Rest);
        Assert.NotNull(word.Rarity);
        Assert.True(Assert.Single(hit.Explanation, p => p.Kind == ScoreKind.Title).Points > 0);
        Assert.Equal(3, Assert.Single(hit.Explanation, p => p.Kind == ScoreKind.Stem).Occurrences);
        Assert.All(hit.Explanation, p => Assert.True(!p.Within || p.Points <= word.Points));
    }

    [Fact]
    public async Task A_word_that_does_not_occur_and_a_title_that_is_the_query_are_named()
    {
        await OpenAsync();
        var hits = _index.Search(new SearchRequest { Text = "Verkehr Forderung", Culture = "de", Explain = true }).Hits;
        Assert.Contains(hits, hit => hit.Explanation.Any(p => p is { Kind: ScoreKind.Missing, Word.Length: > 0 }));
        var own = _index.Search(new SearchRequest { Text = "der dorfladen", Culture = "de", Explain = true }).Hits[0];
        Assert.Contains(own.Explanation, p => p.Kind == ScoreKind.OwnTitle);
    }

    [Fact]
    public async Task Nobody_who_does_not_ask_gets_one()
    {
        await OpenAsync();
        Assert.All(_index.Search("Bus").Hits, hit => Assert.Empty(hit.Explanation));
    }

    private Task<SearchIndex> OpenAsync() => _index.OpenAsync(
        SearchIndex.Document("a", "Bürgerbus Mulde", "Der Bürgerbus fährt. Ein Bürgerbus ist ein Bus."),
        SearchIndex.Document("b", "Der Dorfladen", "Am Dorf hält der Bürgerbus, und die Förderung läuft."),
        SearchIndex.Document("c", "Verkehr", "Täglich fährt der Bus ins Dorf."),
        SearchIndex.Document("d", "Forderung", "Eine Forderung des Rates."));
}
