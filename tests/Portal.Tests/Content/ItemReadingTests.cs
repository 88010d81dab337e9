using System.Globalization;
using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Content;
using static Zukunftswerkstatt.Portal.Tests.Content.ContentPortal;

namespace Zukunftswerkstatt.Portal.Tests.Content;

/// <summary>What readers are told about an item and about many.</summary>
public sealed class ItemReadingTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    [Theory]
    [InlineData("""{"Text":"x","Markdown":""}""", true, false), InlineData("""{"Text":"","Markdown":" "}""", false, true)]
    [InlineData("""{"Text":1,"Markdown":null}""", false, false), InlineData("{}", false, false), InlineData("[]", false, false)]
    public void A_field_that_says_something_is_told_without_reading_it(string field, bool text, bool markdown)
    {
        var item = Item($$$"""{"Article":{"A":{{{field}}}}}""");
        Assert.Equal((text, markdown), (item.HasText("Article", "A"), item.HasMarkdown("Article", "A")));
    }

    [Theory]
    [InlineData("2018-09-01T00:00:00Z"), InlineData("2024-02-29T23:59:59Z"), InlineData("2023-02-29T00:00:00Z"), InlineData("2018-13-01T00:00:00Z"), InlineData("2018-00-01T00:00:00Z")]
    [InlineData("2018-09-31T00:00:00Z"), InlineData("2018-09-01T24:00:00Z"), InlineData("2018-09-01T00:60:00Z"), InlineData("2018-09-01T00:00:60Z"), InlineData("0000-09-01T00:00:00Z")]
    [InlineData("2018-09-01T0a:00:00Z"), InlineData("2018-09-01T00:00:00+"), InlineData("2018-09-01T02:00:00+02:00"), InlineData("2018-09-01"), InlineData(""), InlineData("x")]
    public void An_instant_is_the_same_whichever_way_it_is_read(string text)
    {
        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK"];
        DateTime? expected = DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value) ? value : null;
        var read = Item(JsonSerializer.Serialize(new { Article = new { On = new { Value = text } } })).Date("Article", "On");
        Assert.Equal((expected, expected?.Kind), (read, read?.Kind));
    }

    [Fact]
    public void Lists_keep_their_texts_and_bags_their_items_and_leave_out_the_rest()
    {
        var item = Item("""
            {"Article":{"Related":{"ContentItemIds":["a",1,null,"b"]}},
             "Sources":{"ContentItems":[{"ContentItemId":"s1","ContentType":"Source"},7,{"ContentItemId":"s2"}]},"Notes":{"ContentItems":[{"ContentItemId":"n1"}]},"Loose":{"ContentItems":{}}}
            """);
        Assert.Equal(["a", "b"], item.Ids("Article", "Related"));
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(["s1", "s2"], item.Bag("Sources").Select(s => s.ContentItemId));
            Assert.Equal(["n1"], item.Bag("Notes").Select(s => s.ContentItemId));
            Assert.Empty(item.Bag("Loose"));
            Assert.Empty(item.Bag("None"));
        }
    }

    [Fact]
    public void What_is_asked_for_again_is_answered_alike()
    {
        var item = Item("""{"Article":{"A":{"Text":"x"}},"AutoroutePart":{"Path":"a/b"},"LocalizationPart":{"Culture":"de","LocalizationSet":"s"}}""");
        var hidden = Item("""{"AutoroutePart":{"Path":"a/b","Disabled":true}}""");
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(("x", "a/b", "de", "s"), (item.Text("Article", "A"), item.Path, item.Culture, item.LocalizationSet));
            Assert.Equal((null, null, null, null), (hidden.Text("Article", "A"), hidden.Path, hidden.Culture, hidden.LocalizationSet));
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Titles_are_those_of_published_versions(string kind)
    {
        await using var portal = await StartAsync(kind);
        var first = await portal.PublishedAsync("Übersicht");
        var second = await portal.PublishedAsync("Zweiter");
        var draft = await portal.DraftAsync("Entwurf");
        Done(await portal.Commands().SaveDraftAsync(second.ContentItemId, null, Article("Noch nicht"), Editor, _ct));
        var titles = await portal.Reader().TitlesAsync([first.ContentItemId.ToUpperInvariant(), second.ContentItemId, draft.ContentItemId, "none"], _ct);
        Assert.Equal(new Dictionary<string, string> { [first.ContentItemId] = "Übersicht", [second.ContentItemId] = "Zweiter" }, titles);
        Assert.Empty(await portal.Reader().TitlesAsync([], _ct));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Sets_of_a_culture_are_those_of_published_items_unless_they_are_too_many(string kind)
    {
        await using var portal = await StartAsync(kind);
        await portal.PublishedAsync("Deutsch", more: Localized("de", "s1"));
        await portal.PublishedAsync("English", more: Localized("en", "s1"));
        await portal.PublishedAsync("Other", more: Localized("en", "s2"));
        await portal.DraftAsync("Draft", more: Localized("en", "s3"));
        Assert.Equal(["s1", "s2"], (await portal.Reader().LocalizationSetsAsync("Article", "en", 2, _ct))!.Order());
        Assert.Null(await portal.Reader().LocalizationSetsAsync("Article", "en", 1, _ct));
        Assert.Empty((await portal.Reader().LocalizationSetsAsync("Note", "en", 1, _ct))!);
    }

    private static string Localized(string culture, string set) => $$$"""{"LocalizationPart":{"Culture":"{{{culture}}}","LocalizationSet":"{{{set}}}"}}""";

    private static ContentItem Item(string content) => new() { ContentItemId = "a", ContentType = "Article", Content = JsonElement.Parse(content) };
}
