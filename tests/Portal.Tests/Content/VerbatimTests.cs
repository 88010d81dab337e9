using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using Zukunftswerkstatt.Content;
using static Zukunftswerkstatt.Portal.Tests.Content.ContentPortal;

namespace Zukunftswerkstatt.Portal.Tests.Content;

public sealed class VerbatimTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    /// <summary>Nobody here knows these parts; forms of numbers, empty things, odd names, all planes of Unicode.</summary>
    private const string Unknown = """
        {"Unknown":{"Numbers":[1,1.0,1.10,-0,1e5,1E+5,0.000001,12345678901234567890123,1e400],"Empty":{},"None":null,"List":[[],[null]],"":"no name","ä ö":"ß","Emoji":"👩‍👩‍👧 \u2028 \" \\ / \t","Html":"<b>&amp;'</b>"},"Loose":[1,{"a":2}]}
        """;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Unknown_parts_and_fields_come_back_as_they_were(string kind)
    {
        await using var portal = await StartAsync(kind);
        var expected = ContentItemJson.ContentText(JsonElement.Parse(Unknown));
        var note = Done(await portal.Commands().CreateAsync("Note", "n", JsonNode.Parse(Unknown)!.AsObject(), true, Editor, _ct));
        var read = (await portal.Reader().GetAsync(note.ContentItemId, _ct))!;
        Assert.Equal(expected, read.Content.GetRawText());

        var article = await portal.PublishedAsync("Mit Fremdem", null, Unknown);
        foreach (var part in JsonElement.Parse(expected).EnumerateObject())
        {
            Assert.Equal(part.Value.GetRawText(), (await portal.Reader().GetAsync(article.ContentItemId, _ct))!.Content.GetProperty(part.Name).GetRawText());
        }
    }

    [Theory]
    [InlineData("""{"Note":{"Text":"\ud800"}}"""), InlineData("""{"Note":{"\udc00":"x"}}"""), InlineData("""{"Note":{"Text":"a\u0000b"}}"""), InlineData("""{"a\u0000":{}}""")]
    [InlineData("""{"Note":{"A":1,"A":2}}"""), InlineData("""{"Note":{},"Note":{}}"""), InlineData("""{"Note":{"A":1,"\u0041":2}}""")]
    public async Task What_no_database_can_keep_is_refused_at_the_edges(string json)
    {
        await using var portal = await StartAsync("Sqlite");
        var note = Done(await portal.Commands().CreateAsync("Note", "n", [], true, Editor, _ct));
        var facts = (await portal.FactsAsync()).Count;
        Assert.Single(Errors(await portal.Commands().CreateAsync("Note", "n", JsonNode.Parse(json)!.AsObject(), false, Editor, _ct)));
        Assert.Single(Errors(await portal.Commands().SaveDraftAsync(note.ContentItemId, null, JsonNode.Parse(json)!.AsObject(), Editor, _ct)));
        Assert.Single(Errors(await portal.Commands().SaveAndPublishAsync(note.ContentItemId, null, JsonNode.Parse(json)!.AsObject(), Editor, _ct)));
        Assert.Equal(facts, (await portal.FactsAsync()).Count);
        Assert.Throws<JsonException>(() => ContentItemJson.Read(JsonElement.Parse(json)));
    }

    [Theory]
    [InlineData("""{"ContentItemId":"a\u0000"}"""), InlineData("""{"DisplayText":"\ud83d"}"""), InlineData("""{"DisplayText":5}"""), InlineData("""{"CreatedUtc":"gestern"}"""), InlineData("[]")]
    public void Items_with_unreadable_members_are_refused_by_name(string json) => Assert.Throws<JsonException>(() => ContentItemJson.Read(JsonElement.Parse(json)));

    [Fact]
    public async Task Escaped_letters_are_stored_as_letters()
    {
        await using var portal = await StartAsync("Sqlite");
        var note = Done(await portal.Commands().CreateAsync("Note", "n", JsonNode.Parse("""{"Note":{"Text":"\u00e4\ud83d\ude00 \\u0000"}}""")!.AsObject(), true, Editor, _ct));
        Assert.Equal("""{"Note":{"Text":"ä😀 \\u0000"}}""", Assert.Single(await portal.RowsAsync<VersionRow>(), row => row.ItemId == note.ContentItemId).Content.Replace("\\uD83D\\uDE00", "😀", StringComparison.Ordinal));
    }

    [Theory, InlineData(99, true), InlineData(101, false), InlineData(120, false)]
    public async Task Deep_nesting_has_a_limit_and_below_it_everything_works(int depth, bool works)
    {
        await using var portal = await StartAsync("Sqlite");
        JsonObject content = [];
        for (var i = 1; i < depth - 1; i++)
        {
            content = new JsonObject { ["Deep"] = content };
        }

        var article = Article("Tief");
        article["X"] = content;
        var result = await portal.Commands().CreateAsync("Article", null, article, true, Editor, _ct);
        Assert.Equal(works, result is CommandResult.Done);
        if (result is CommandResult.Done done)
        {
            await portal.RepublishAsync(done.Item, "Tiefer", "tiefer");
        }
    }

    [Fact]
    public async Task Oversized_content_is_refused()
    {
        await using var portal = await StartAsync("Sqlite");
        Assert.Contains("4096", Assert.Single(Errors(await portal.Commands().CreateAsync("Note", "n", new JsonObject { ["Note"] = new JsonObject { ["T"] = new string('x', 5_000_000) } }, true, Editor, _ct))).Message.De, StringComparison.Ordinal);
    }
}
