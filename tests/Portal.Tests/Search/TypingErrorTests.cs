using Xunit;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class TypingErrorTests
{
    [Theory]
    [InlineData("dorfladen", "dorfladen", 0)]
    [InlineData("dorflade", "dorfladen", 1)]
    [InlineData("dofrladen", "dorfladen", 1)]
    [InlineData("dorflanden", "dorfladen", 1)]
    [InlineData("buergrbuss", "buergerbus", 2)]
    [InlineData("abc", "xyz", 3)]
    public void Letters_are_counted(string a, string b, int distance) => Assert.Equal(distance, NearWords.Distance(a, b, 2));

    [Theory]
    [InlineData("Dorfalden", "Dorfladen")]
    [InlineData("Bürgerbbus", "Bürgerbus")]
    [InlineData("Nachbarschftshlife", "Nachbarschaftshilfe")]
    [InlineData("Kitta", "Kita")]
    public async Task A_mistyped_word_finds_what_was_meant_and_says_so(string typed, string meant)
    {
        using var index = await IndexAsync();
        var result = index.Search(new SearchRequest { Text = typed, Culture = "de", Highlights = [new HighlightWish("title", 0)] });
        Assert.Equal(new WordCorrection(typed, meant), Assert.Single(result.Corrections));
        Assert.Contains($"<mark>{meant}</mark>", result.Hits[0].Highlights["title"][0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kia")]
    [InlineData("Kikaa")]
    [InlineData("Raumstation")]
    [InlineData("Dorfladen")]
    [InlineData("-Dorfalden")]
    public async Task A_word_that_is_known_short_or_too_far_off_is_left_alone(string typed)
    {
        using var index = await IndexAsync();
        Assert.Empty(index.Search(typed).Corrections);
    }

    [Fact]
    public async Task A_rare_word_beside_a_common_one_is_searched_and_the_common_one_named()
    {
        using var index = await IndexAsync();
        index.Put([.. Enumerable.Range(0, 40).Select(i => SearchIndex.Document($"v{i}", $"Verein {i}"))]);
        index.Put(SearchIndex.Document("slip", "Der Verien zieht um"));
        var result = index.Search("Verien");
        Assert.Equal("slip", Assert.Single(result.Hits).Id);
        Assert.Empty(result.Corrections);
        Assert.Equal(new WordCorrection("Verien", "Verein"), Assert.Single(result.Alternatives));
    }

    [Theory]
    [InlineData("Verein")]
    [InlineData("Vereine")]
    [InlineData("Dorfladen")]
    [InlineData("Kita")]
    [InlineData("-Verien")]
    public async Task A_word_that_is_common_alone_or_short_is_not_doubted(string typed)
    {
        using var index = await IndexAsync();
        index.Put([.. Enumerable.Range(0, 40).Select(i => SearchIndex.Document($"v{i}", $"Verein Vita {i}"))]);
        index.Put(SearchIndex.Document("slip", "Der Verien zieht um"));
        Assert.Empty(index.Search(typed).Alternatives);
    }

    [Fact]
    public void Words_learnt_after_the_list_was_packed_are_found_as_well()
    {
        var words = new List<string> { "dorfladen" };
        var neighbours = new WordNeighbours(() => words);
        Assert.Equal(["dorfladen"], neighbours.Near("dorfalden", 1));
        for (var i = 0; i < 1_200; i++)
        {
            words.Add($"dorfwort{i}");
            neighbours.Add($"dorfwort{i}");
            Assert.Contains($"dorfwort{i}", neighbours.Near($"dorfwort{i}", 0));
        }
    }

    private static async Task<SearchIndex> IndexAsync()
    {
        var index = new SearchIndex();
        await index.OpenAsync(
            SearchIndex.Document("a", "Der Dorfladen"), SearchIndex.Document("b", "Ein Bürgerbus"), SearchIndex.Document("c", "Nachbarschaftshilfe"), SearchIndex.Document("d", "Unsere Kita"));
        return index;
    }
}
