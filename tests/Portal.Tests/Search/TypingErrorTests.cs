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

    private static async Task<SearchIndex> IndexAsync()
    {
        var index = new SearchIndex();
        await index.OpenAsync(
            SearchIndex.Document("a", "Der Dorfladen"), SearchIndex.Document("b", "Ein Bürgerbus"), SearchIndex.Document("c", "Nachbarschaftshilfe"), SearchIndex.Document("d", "Unsere Kita"));
        return index;
    }
}
