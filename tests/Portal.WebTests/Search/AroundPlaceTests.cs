using AngleSharp.Html.Dom;
using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Search;

/// <summary>The search around a place, through the address.</summary>
public sealed partial class AroundPlaceTests(SamplePortal portal)
{
    [Theory]
    [InlineData("/suche?umkreis=14522060&km=50&sort=distance")]
    [InlineData("/suche?umkreis=Burgst%C3%A4dt&km=50&sort=distance")]
    [InlineData("/suche?umkreis=burgstaedt&km=50&sort=distance&mode=initiatives")]
    [InlineData("/en/search?umkreis=14522060&km=50&sort=distance")]
    public async Task Hits_lie_within_the_distance_and_the_nearest_comes_first(string address)
    {
        var page = await portal.Reader.GetPageAsync(address);
        var far = Distances(page);
        Assert.InRange(far.Count, 2, 20);
        Assert.Equal(far.Order(), far);
        Assert.All(far, kilometres => Assert.InRange(kilometres, 0, 50));
        Assert.Contains("Burgstädt", page.QuerySelector(".chip.removable")!.Words(), StringComparison.Ordinal);
        Assert.Contains("50", page.QuerySelector(".chip.removable")!.Words(), StringComparison.Ordinal);
        Assert.Equal("50", page.QuerySelector("#km option[selected]")!.GetAttribute("value"));
        Assert.Equal("distance", page.QuerySelector("#sort option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_wider_circle_finds_what_a_narrower_one_does_and_more()
    {
        var before = 0;
        foreach (var kilometres in (int[])[1, 25, 100, 200])
        {
            var count = Count(await portal.Reader.GetPageAsync($"/suche?umkreis=14522060&km={kilometres}"));
            Assert.True(count > before, $"{count} within {kilometres} km, {before} within less");
            before = count;
        }

        Assert.True(before < Count(await portal.Reader.GetPageAsync("/suche")));
    }

    [Fact]
    public async Task Circle_words_facets_and_feed_go_together()
    {
        var page = await portal.Reader.GetPageAsync("/suche?mode=initiatives&umkreis=14522060&km=100");
        var value = page.QuerySelectorAll(".filter input[type=checkbox]").First(i => i.GetAttribute("name") == "topic");
        var there = await portal.Reader.GetPageAsync($"/suche?mode=initiatives&umkreis=14522060&km=100&topic={value.GetAttribute("value")}");
        Assert.StartsWith(value.Closest("label")!.QuerySelector("b")!.Words() + " ", there.QuerySelector(".hits-head [role=status]")!.Words(), StringComparison.Ordinal);

        var links = there.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(href => href.StartsWith("/suche?", StringComparison.Ordinal)).ToList();
        var feed = there.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(href => href.StartsWith("/suche/feed.atom", StringComparison.Ordinal));
        Assert.Contains("umkreis=14522060&km=100", feed, StringComparison.Ordinal);
        Assert.Contains(links, href => href.Contains("umkreis=14522060&km=100", StringComparison.Ordinal));
        var entries = Regex.Count(await portal.Reader.GetStringAsync(feed, TestContext.Current.CancellationToken), "<entry>");
        Assert.Equal(Count(there), entries);
    }

    [Theory]
    [InlineData("/suche?umkreis=99999999", "kennt das Portal nicht")]
    [InlineData("/suche?umkreis=Nirgendwoheim", "kennt das Portal nicht")]
    [InlineData("/suche?umkreis=14", "ist zu groß für einen Umkreis")]
    [InlineData("/en/search?umkreis=99999999", "knows no place")]
    public async Task An_unknown_place_is_said_and_can_be_dropped(string address, string sentence)
    {
        var page = await portal.Reader.GetPageAsync(address);
        Assert.Contains(sentence, page.QuerySelector("main .note")!.Words(), StringComparison.Ordinal);
        var without = await portal.Reader.GetPageAsync(page.QuerySelector(".chip.unknown")!.GetAttribute("href")!);
        Assert.NotEmpty(without.QuerySelectorAll(".hits > li"));
        Assert.Contains(page.QuerySelectorAll(".ways-out a"), way => way.Words().StartsWith(page.DocumentElement.GetAttribute("lang") == "en" ? "Without" : "Ohne", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-5", "1")]
    [InlineData("0", "1")]
    [InlineData("100000", "200")]
    [InlineData("1e9", "25")]
    [InlineData("weit", "25")]
    [InlineData("NaN", "25")]
    [InlineData("12,5", "12")]
    public async Task A_distance_out_of_range_or_no_number_is_said_and_replaced(string kilometres, string used)
    {
        var page = await portal.Reader.GetPageAsync("/suche?umkreis=14522060&km=" + kilometres);
        Assert.Equal(used, page.QuerySelector("#km option[selected]")!.GetAttribute("value"));
        Assert.Equal(kilometres != "12,5", page.QuerySelector("main .note") is not null);
    }

    [Fact]
    public async Task A_name_that_several_places_have_offers_the_others()
    {
        var page = await portal.Reader.GetPageAsync("/suche?umkreis=Burg");
        var other = page.QuerySelector("main .note a")!;
        var there = await portal.Reader.GetPageAsync(other.GetAttribute("href")!);
        Assert.Equal(other.Words(), there.QuerySelector("#umkreis")!.GetAttribute("value"));
        Assert.Contains("(", other.Words(), StringComparison.Ordinal);
        Assert.Null(there.QuerySelector("main .note"));
    }

    [Theory]
    [InlineData("14522060")]
    [InlineData("14522")]
    [InlineData("11")]
    [InlineData("14612000")]
    public async Task What_the_form_shows_leads_to_the_same_place_when_it_is_sent(string ags)
    {
        var page = await portal.Reader.GetPageAsync($"/suche?umkreis={ags}");
        var value = page.QuerySelector("#umkreis")!.GetAttribute("value")!;
        Assert.NotEqual(ags, value);
        var again = await portal.Reader.GetPageAsync($"/suche?umkreis={Uri.EscapeDataString(value)}&km=25");
        Assert.Equal(page.QuerySelector(".chip.removable")!.Words(), again.QuerySelector(".chip.removable")!.Words());
        Assert.Equal(value, again.QuerySelector("#umkreis")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/regionen/14522060")]
    [InlineData("/regionen/14522")]
    [InlineData("/en/regions/14612")]
    public async Task The_page_of_a_place_leads_to_what_lies_around_it(string address)
    {
        var page = await portal.Reader.GetPageAsync(address);
        var link = page.QuerySelectorAll("main a").Single(a => a.GetAttribute("href")!.Contains("umkreis=", StringComparison.Ordinal));
        var there = await portal.Reader.GetPageAsync(link.GetAttribute("href")!);
        Assert.NotEmpty(there.QuerySelectorAll(".hits > li"));
        Assert.Null(there.QuerySelector("main .note"));
    }

    private static List<int> Distances(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".hits .meta").Select(meta => meta.Words())
            .Select(text => DistancePattern().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
                : text.Contains("am Ort", StringComparison.Ordinal) || text.Contains("right there", StringComparison.Ordinal) ? 0 : -1)];

    private static int Count(IHtmlDocument page) =>
        page.QuerySelector(".hits-head [role=status]") is { } status ? int.Parse(status.Words().Split(' ')[0], CultureInfo.GetCultureInfo("de-DE")) : 0;

    [GeneratedRegex(@"(\d+)\s?km (entfernt|away)")]
    private static partial Regex DistancePattern();
}
