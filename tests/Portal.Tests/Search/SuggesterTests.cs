using Xunit;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Suggestions;

namespace Zukunftswerkstatt.Portal.Tests.Search;

/// <summary>Documents found by the beginnings of their names.</summary>
public sealed class SuggesterTests : IDisposable
{
    private readonly SearchIndex _index = new();

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("bür")]
    [InlineData("BUER")]
    [InlineData("bur")]
    [InlineData("mulde")]
    [InlineData("mul bür")]
    [InlineData("Bürgerbus Mulde")]
    [InlineData("rufbus")]
    public async Task A_name_is_found_by_the_beginnings_of_its_words(string typed)
    {
        await _index.OpenAsync(Named("1", "Bürgerbus Mulde", other: "Rufbus"), Named("2", "Dorfladen Straßgräbchen"));
        Assert.Equal(["1"], Ids(typed));
    }

    [Theory]
    [InlineData("strass", "2")]
    [InlineData("straßgrae", "2")]
    [InlineData("laden", "")]
    [InlineData("bürgerbus dorf", "")]
    [InlineData("x", "")]
    public async Task All_words_must_begin_a_word_of_the_name(string typed, string ids)
    {
        await _index.OpenAsync(Named("1", "Bürgerbus Mulde"), Named("2", "Dorfladen Straßgräbchen"));
        Assert.Equal(ids, string.Join(' ', Ids(typed)));
    }

    [Theory]
    [InlineData("bürgrebus", 1)]
    [InlineData("burgerbu", 0)]
    [InlineData("mulfe", 1)]
    [InlineData("bürgerrrb", 2)]
    [InlineData("bus", null)]
    [InlineData("mux", null)]
    public async Task Typing_errors_are_forgiven_by_the_length_of_a_word(string typed, int? edits)
    {
        await _index.OpenAsync(Named("1", "Bürgerbus Mulde"));
        Assert.Equal(edits, Enumerable.Range(0, 3).Select(n => (int?)n).FirstOrDefault(n => Ids(typed, edits: n!.Value).Length > 0));
    }

    [Fact]
    public async Task The_name_itself_comes_first_then_names_that_begin_so_then_the_important()
    {
        await _index.OpenAsync(
            Named("later", "Neuer Markt", importance: 9), Named("begins", "Markthalle Nord"), Named("important", "Marktplatz Süd", importance: 5), Named("itself", "Markt"), Named("words", "Markt und Mitte"));
        Assert.Equal(["itself", "words", "important", "begins", "later"], Ids("markt"));
    }

    [Fact]
    public async Task What_is_published_changed_or_taken_back_is_suggested_at_once_or_no_longer()
    {
        await _index.OpenAsync(Named("1", "Bürgerbus Mulde"));
        _index.Put(Named("2", "Bürgerhaus Nord"));
        Assert.Equal(["1", "2"], Ids("bürger").Order());
        _index.Put(Named("1", "Rufbus Mulde"));
        Assert.Equal(["2"], Ids("bürger"));
        _index.Remove("2");
        Assert.Empty(Ids("bürger"));
    }

    [Fact]
    public async Task Groups_and_languages_are_kept_apart()
    {
        await _index.OpenAsync(
            Named("1", "Forum Nord"), Named("2", "Forum Süd") with { SuggestedAs = new("factors", 0, []) }, Named("3", "Forum North") with { Culture = "en" }, Named("4", "Forum Mitte") with { ShownIn = ["de", "en"] });
        Assert.Equal(["1", "4"], Ids("forum").Order());
        Assert.Equal(["2"], Ids("forum", group: "factors"));
        Assert.Equal(["3", "4"], Ids("forum", culture: "en").Order());
        Assert.Empty(Ids("forum", group: "nothing"));
    }

    [Fact]
    public async Task Of_many_names_with_a_common_beginning_the_most_important_are_suggested()
    {
        await _index.OpenAsync([.. Enumerable.Range(0, 3_000).Select(i => Named($"n{i}", $"Gemeinde{i} bewegt sich", importance: (byte)(i == 2_345 ? 9 : i % 5)))]);
        Assert.Equal("n2345", Ids("ge")[0]);
        Assert.Equal("n2345", Ids("gemeinde2345")[0]);
        Assert.Equal(5, Ids("g").Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \u200B\u202E!?\0")]
    public void A_text_without_a_word_is_no_query(string? text) => Assert.Null(NameQuery.Of(text));

    [Fact]
    public async Task A_text_of_any_length_is_a_query()
    {
        await _index.OpenAsync(Named("1", "Bürgerbus Mulde"));
        Assert.Empty(Ids(new string('b', 100_000), edits: 2));
        Assert.Empty(Ids(string.Concat(Enumerable.Repeat("bürgerbus 🚌 ", 10_000)) + "x", edits: 0).Skip(1));
    }

    private string[] Ids(string typed, string group = "initiatives", string culture = "de", int edits = 0) =>
        [.. new Suggester(_index.Store).Suggest(NameQuery.Of(typed)!, group, culture, edits, 5).Select(s => s.ItemId)];

    private static SearchDocument Named(string id, string title, string? other = null, byte importance = 0) =>
        SearchIndex.Document(id, title) with { SuggestedAs = new SuggestedAs("initiatives", importance, other is null ? [] : [other]) };
}
