using System.Net;
using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Search;

/// <summary>Searches that no one means: each gets a page that helps, and the log stays without an error.</summary>
public sealed class BadInputTests(SamplePortal portal)
{
    public static TheoryData<string> Queries => new(
        "", " ", "\0\u0001\u0002\u001f\u007f", "\u202Eneretläteg\u202C", "\u200F\u200Eabc\u2066\u2069", "\u200B\u200C\u200D\uFEFF", "der die das und oder nicht", "the of and", "und",
        "!?.,;:-_*#+~'\"§$%&/()=", "\"\"\"\"", "- - - -", "-und", "\"der\"", "\"-\"", "🚌🚌🚌", "a\u0308\u0308\u0308\u0308\u0308", new string('\u0301', 900), new string('"', 999), new string('-', 999),
        string.Join(' ', Enumerable.Range(0, 300).Select(i => "w" + i)), string.Join(' ', Enumerable.Repeat("Bürgerbus", 200)), string.Join('-', Enumerable.Repeat("ab", 330)),
        string.Join(' ', Enumerable.Range(0, 400).Select(_ => "öpnv")), string.Join(' ', Enumerable.Repeat("\"Verein Dorf\"", 70)), string.Join(' ', Enumerable.Repeat("-Verein", 120)));

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Any_words_get_a_page_and_suggestions(string query)
    {
        foreach (var address in (string[])["/suche?q=", "/en/search?q=", "/suche?mode=factors&land=14&q=", "/suche?umkreis=14522060&q="])
        {
            await portal.Reader.GetPageAsync(address + Uri.EscapeDataString(query));
        }

        using var answer = JsonDocument.Parse(await portal.Reader.GetStringAsync("/suche/vorschlaege?q=" + Uri.EscapeDataString(query), TestContext.Current.CancellationToken));
        Assert.NotEmpty(answer.RootElement.GetProperty("status").GetString()!);
        Assert.Empty(portal.Log.Errors);
    }

    [Theory]
    [InlineData("%FF%FE")]
    [InlineData("%C3")]
    [InlineData("%ED%A0%80")]
    [InlineData("%")]
    [InlineData("%zz")]
    [InlineData("a&q=b&q=c")]
    public async Task Bytes_that_are_no_text_get_a_page_and_suggestions(string bytes)
    {
        foreach (var address in (string[])["/suche?q=", "/suche/vorschlaege?q=", "/suche?umkreis=", "/en/search/suggestions?q="])
        {
            Assert.Equal(200, (await RawRequest.GetAsync(portal.Address, address + bytes)).Status);
        }

        Assert.Empty(portal.Log.Errors);
    }

    [Theory]
    [InlineData("/suche?q=")]
    [InlineData("/en/search?q=")]
    [InlineData("/suche?mode=initiatives&land=14&q=")]
    public async Task A_query_of_100_kB_is_searched_by_its_beginning_and_the_page_says_so(string address)
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"Bus{i}+"));
        var page = await portal.Reader.GetPageAsync(address + text[..100_000]);
        Assert.Contains(page.DocumentElement.GetAttribute("lang") == "en" ? "very long" : "sehr lang", page.QuerySelector("main .note")!.Words(), StringComparison.Ordinal);
        Assert.InRange(page.QuerySelector("#q")!.GetAttribute("value")!.Length, 1, 1_000);
        Assert.InRange(page.DocumentElement.OuterHtml.Length, 1, 400_000);

        using var answer = JsonDocument.Parse(await portal.Reader.GetStringAsync("/suche/vorschlaege?q=" + text[..100_000], TestContext.Current.CancellationToken));
        Assert.InRange(answer.RootElement.GetProperty("groups").GetArrayLength(), 0, 6);
        Assert.Empty(portal.Log.Errors);
    }

    [Theory]
    [InlineData("topic")]
    [InlineData("gemeinde")]
    [InlineData("factor")]
    [InlineData("organisation")]
    public async Task Ten_thousand_values_of_a_filter_are_cut_and_the_page_says_so(string name)
    {
        var page = await portal.Reader.GetPageAsync("/suche?q=Bus" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"&{name}={i:x8}")));
        Assert.Contains("die ersten 60", page.QuerySelector("main .note")!.Words(), StringComparison.Ordinal);
        Assert.Equal(60, page.QuerySelectorAll(".chip.unknown").Length);
        Assert.Empty(portal.Log.Errors);
    }

    [Theory]
    [InlineData("/suche?land=99&kreis=00000&gemeinde=99999999")]
    [InlineData("/suche?organisation=00000000000000000000000000&measure=../../etc/passwd&factor=%00")]
    [InlineData("/suche?umkreis=99999999&km=-1&sort=distance")]
    [InlineData("/suche?umkreis=%00&km=%00")]
    [InlineData("/suche?umkreis=(((&km=1e999")]
    [InlineData("/suche?umkreis=14522060&umkreis=1&km=5&km=x")]
    [InlineData("/suche?sort=distance")]
    [InlineData("/suche?sort=distance&km=25")]
    [InlineData("/suche/feed.atom?umkreis=99999999&km=x&land=99")]
    [InlineData("/suche?explain=1")]
    [InlineData("/suche/vorschlaege")]
    [InlineData("/suche/vorschlaege?q[]=a")]
    [InlineData("/meine-kommune/14522060?w.population=-1&w.type=1e99&w.nothing=2&w.density=NaN&w.age=x")]
    [InlineData("/meine-kommune/14522060?w.population=1&w.population=2")]
    [InlineData("/vergleich?id=%00&id=nothing&id=../../x")]
    public async Task Unknown_keys_and_numbers_that_are_none_get_an_answer(string address)
    {
        using var response = await portal.Reader.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.BadRequest, $"{address} answered {(int)response.StatusCode}");
        Assert.NotEmpty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(portal.Log.Errors);
    }

    [Theory]
    [InlineData("/meine-kommune/99999999")]
    [InlineData("/regionen/99999999")]
    [InlineData("/aehnliche/nothing")]
    [InlineData("/suche/nichts")]
    public async Task What_is_not_there_is_a_page_that_says_so(string address)
    {
        var (status, answer) = await RawRequest.GetAsync(portal.Address, address);
        Assert.True(status is 400 or 404, $"{address} answered {status}");
        Assert.Contains("<h1", answer, StringComparison.Ordinal);
        Assert.Empty(portal.Log.Errors);
    }

    [Fact]
    public async Task A_word_too_many_is_named_with_what_is_left_without_it()
    {
        var page = await portal.Reader.GetPageAsync("/suche?mode=initiatives&q=" + Uri.EscapeDataString("Burgstädt -Sachsen"));
        var way = page.QuerySelectorAll(".ways-out li").First(li => li.TextContent.Contains("„-Sachsen“", StringComparison.Ordinal));
        var there = await portal.Reader.GetPageAsync(way.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("Burgstädt", there.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal(way.QuerySelector(".quiet")!.Words(), there.QuerySelector(".hits-head [role=status]")!.Words());
    }
}
