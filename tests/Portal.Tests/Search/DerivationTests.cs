using Xunit;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Search;

/// <summary>Texts use the adjective or the verb where searches use the noun.</summary>
public sealed class DerivationTests : IDisposable
{
    private readonly SearchIndex _index = new();

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("Statistik", "Die statistischen Zahlen.")]
    [InlineData("Land", "Die ländlichen Räume.")]
    [InlineData("Region", "Ein regionales Budget.")]
    [InlineData("kommunal", "Jede Kommune rechnet.")]
    [InlineData("Optimierung", "Wir optimieren Fahrten.")]
    [InlineData("Mobilität", "Die Leute sind mobil.")]
    [InlineData("Nachhaltigkeit", "Das ist nachhaltig.")]
    [InlineData("Finanzierung", "Der Kreis finanziert das.")]
    public async Task A_word_finds_what_is_derived_from_its_root(string query, string text)
    {
        await _index.OpenAsync(SearchIndex.Document("a", "Bericht", text), SearchIndex.Document("b", "Anderes", "Der Bus fährt."));
        Assert.Equal(["a"], _index.Ids(query));
    }

    [Theory]
    [InlineData("Bild", "Die Bildung.")]
    [InlineData("Bildung", "Ein Bild hängt.")]
    [InlineData("Zeitung", "Es ist Zeit.")]
    [InlineData("Statistik", "Die Statik hält.")]
    [InlineData("Station", "Ein Land ohne Staat.")]
    public async Task Another_word_of_the_same_sound_is_not_found(string query, string text)
    {
        await _index.OpenAsync(SearchIndex.Document("a", "Bericht", text), SearchIndex.Document("b", "Anderes", "Der Bus fährt."));
        Assert.Empty(_index.Ids(query));
    }

    [Fact]
    public async Task The_word_itself_comes_first_and_it_is_said_how_the_others_were_found()
    {
        await _index.OpenAsync(SearchIndex.Document("a", "Bericht", "Die statistischen Zahlen."), SearchIndex.Document("b", "Bericht", "Die Statistik der Zahlen."));
        var hits = _index.Search(new SearchRequest { Text = "Statistik", Culture = "de", Explain = true, Highlights = [new("body", 0)] }).Hits;
        Assert.Equal(["b", "a"], hits.Select(h => h.Id));
        Assert.Equal(1, Assert.Single(hits[1].Explanation, p => p.Kind == ScoreKind.Derived).Occurrences);
        Assert.Contains("<mark>statistischen</mark>", hits[1].Highlights["body"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Excluding_a_word_excludes_no_other()
    {
        await _index.OpenAsync(SearchIndex.Document("a", "Bericht", "Die statistischen Zahlen."), SearchIndex.Document("b", "Bericht", "Die Statistik der Zahlen."));
        Assert.Equal(["a"], _index.Ids("Zahlen -Statistik"));
    }

    [Fact]
    public async Task Old_and_new_spelling_find_each_other()
    {
        await _index.OpenAsync(SearchIndex.Document("a", "Bericht", "Die Photographie."), SearchIndex.Document("b", "Bericht", "Die Fotografie."));
        var hits = _index.Search(new SearchRequest { Text = "Fotografie", Culture = "de", Highlights = [new("body", 0)] }).Hits;
        Assert.Equal(["b", "a"], hits.Select(h => h.Id));
        Assert.Contains("<mark>Photographie</mark>", hits[1].Highlights["body"][0], StringComparison.Ordinal);
        Assert.Equal(["a", "b"], _index.Ids("Photographie"));
    }
}
