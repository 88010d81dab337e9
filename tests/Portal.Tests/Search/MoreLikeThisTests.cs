using Xunit;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class MoreLikeThisTests : IDisposable
{
    private readonly SearchIndex _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task The_document_that_shares_the_rare_words_comes_first_and_names_them()
    {
        await OpenAsync(
            SearchIndex.Document("self", "Rufbus", "Der Rufbus fährt, und Ehrenamtliche lenken ihn."),
            SearchIndex.Document("bus", "Rufbus im Muldental", "Ehrenamtliche fahren mit dem Rufbus zum Arzt."),
            SearchIndex.Document("shop", "Dorfladen mit Genossenschaft", "Ehrenamtliche verkaufen Brot im Dorfladen."),
            SearchIndex.Document("choir", "Ein Chor", "Singen im Saal."));

        var found = Find("Rufbus", "Der Rufbus fährt, und Ehrenamtliche lenken ihn.", except: ["self"]);

        Assert.Equal("bus", found[0].Hit.ItemId);
        Assert.Equal(["bus", "shop"], found.Select(hit => hit.Hit.ItemId).Take(2));
        Assert.Contains("Rufbus", found[0].Words);
        Assert.DoesNotContain("choir", found.Select(hit => hit.Hit.ItemId));
    }

    [Fact]
    public async Task The_item_itself_other_modes_other_languages_and_withdrawn_items_are_left_out()
    {
        await OpenAsync(
            SearchIndex.Document("self", "Rufbus", "Rufbus"), SearchIndex.Document("other", "Rufbus", "Rufbus"), SearchIndex.Document("gone", "Rufbus", "Rufbus"),
            SearchIndex.Document("finding", "Rufbus", "Rufbus", mode: "findings"), SearchIndex.Document("english", "Rufbus", "Rufbus", culture: "en"));
        _index.Remove("gone");

        Assert.Equal(["other"], Find("Rufbus", "Rufbus", except: ["self"]).Select(hit => hit.Hit.ItemId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("und der die das mit")]
    [InlineData("!!! ??? 123 \u202e\0")]
    [InlineData("Quizzical Xyzzyplugh")]
    public async Task A_text_that_says_nothing_finds_nothing(string text)
    {
        await OpenAsync(SearchIndex.Document("a", "Rufbus", "Rufbus"), SearchIndex.Document("b", "Rufbus", "Rufbus"));
        Assert.Empty(Find(text, text));
    }

    [Fact]
    public async Task A_long_text_is_read_up_to_a_bound()
    {
        await OpenAsync(SearchIndex.Document("a", "Rufbus", "Rufbus"), SearchIndex.Document("b", "Rufbus", "Rufbus"));
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"wort{i} ")) + "Rufbus";
        Assert.Equal(2, Find("Rufbus", text).Count);
    }

    // Documents about other things make words rare.
    private async Task OpenAsync(params SearchDocument[] documents) =>
        await _index.OpenAsync([.. documents, .. Enumerable.Range(0, 40).Select(i => SearchIndex.Document($"x{i}", $"Anderes {i}", "Haushalt Straße Brücke"))]);

    private IReadOnlyList<LikeHit> Find(string title, string text, params string[] except) => new MoreLikeThis(_index.Store).Find(new LikeRequest
    {
        Texts = [(title, 4), (text, 1)],
        TextCulture = "de",
        Culture = "de",
        Mode = "initiatives",
        Except = except,
    });
}
