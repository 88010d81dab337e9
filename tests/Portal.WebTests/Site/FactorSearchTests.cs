using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>The search mode „Erfolgsfaktoren“: passages of evidence, grouped or not.</summary>
public sealed class FactorSearchTests(SamplePortal portal)
{
    [Fact]
    public async Task A_hit_has_factor_statement_effect_grade_initiative_place_and_type_of_region()
    {
        var page = await portal.Reader.GetPageAsync("/suche?mode=factors&by=none");
        var hits = page.QuerySelectorAll(".hits > li").ToList();
        Assert.Equal(20, hits.Count);
        Assert.Empty(page.QuerySelectorAll(".hit-group"));
        Assert.All(hits, hit =>
        {
            Assert.Contains("/erfolgsfaktoren/", hit.QuerySelector("h2 a")!.GetAttribute("href"), StringComparison.Ordinal);
            Assert.NotEmpty(hit.QuerySelector("p:not(.meta):not(.small)")!.Words());
            Assert.NotEmpty(hit.QuerySelector(".effect")!.Words());
            Assert.NotEmpty(hit.QuerySelector(".grade")!.Words());
            Assert.Matches("^/(initiativen|ergebnisse)/", hit.QuerySelector("p.small a")!.GetAttribute("href"));
            Assert.InRange(hit.QuerySelectorAll(".meta > span:not(.break):not(.effect):not(.grade):not(.sample)").Length, 3, 3);
        });
    }

    [Theory]
    [InlineData("/suche?mode=factors&q=B%C3%BCrgerbus")]
    [InlineData("/en/search?mode=factors&q=bus")]
    public async Task A_passage_found_by_the_name_of_its_initiative_shows_its_statement_and_not_the_name_again(string address)
    {
        var hits = (await portal.Reader.GetPageAsync(address)).QuerySelectorAll(".hits > li").ToList();
        Assert.InRange(hits.Count, 5, 40);
        Assert.All(hits, hit => Assert.DoesNotContain(hit.QuerySelector("p:not(.meta):not(.small)")!.Words(), hit.QuerySelector("h2, h3")!.Words(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/suche?mode=factors", 8)]
    [InlineData("/suche?mode=factors&q=Geld", 2)]
    [InlineData("/suche?mode=factors&land=14&effect=hindering", 4)]
    [InlineData("/suche?mode=factors&by=region", 8)]
    [InlineData("/suche?mode=factors&by=region&factor=die-rechtsform-passt-zur-aufgabe", 3)]
    [InlineData("/en/search?mode=factors", 8)]
    public async Task A_group_says_how_many_hits_its_search_has(string address, int least)
    {
        var page = await portal.Reader.GetPageAsync(address);
        var groups = page.QuerySelectorAll(".hit-group").ToList();
        Assert.InRange(groups.Count, least, 8);
        foreach (var group in groups)
        {
            var count = Number(group.QuerySelector("p.quiet")!.Words());
            Assert.Equal(Math.Min(3, count), group.QuerySelectorAll(".hits > li").Length);
            if (count > 3)
            {
                var all = await portal.Reader.GetPageAsync(group.QuerySelectorAll("a")[^1].GetAttribute("href")!);
                Assert.Equal(count, Number(all.QuerySelector(".hits-head [role=status]")!.Words()));
                Assert.Equal(Math.Min(20, count), all.QuerySelectorAll(".hits > li").Length);
            }
        }
    }

    [Fact]
    public async Task Over_all_pages_every_factor_has_its_group_once_and_together_they_have_every_hit()
    {
        var first = await portal.Reader.GetPageAsync("/suche?mode=factors");
        var total = Number(first.QuerySelector(".hits-head [role=status]")!.Words());
        var (names, sum) = (new List<string>(), 0);
        for (var page = 1; page <= 3; page++)
        {
            foreach (var group in (await portal.Reader.GetPageAsync($"/suche?mode=factors&page={page}")).QuerySelectorAll(".hit-group"))
            {
                names.Add(group.QuerySelector("h2")!.Words());
                sum += Number(group.QuerySelector("p.quiet")!.Words());
            }
        }

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Equal(17, names.Count);
        Assert.Equal(total, sum);
        Assert.NotNull((await portal.Reader.GetPageAsync("/suche?mode=factors&page=4")).QuerySelector(".state-page"));
        Assert.NotNull((await portal.Reader.GetPageAsync("/suche?mode=factors&page=2147483647")).QuerySelector(".state-page"));
        Assert.NotNull((await portal.Reader.GetPageAsync("/suche?page=2147483647")).QuerySelector(".state-page"));
    }

    [Fact]
    public async Task One_factor_alone_is_shown_page_by_page()
    {
        const string address = "/suche?mode=factors&land=14&by=region";
        var page = await portal.Reader.GetPageAsync(address);
        var total = Number(page.QuerySelector(".hits-head [role=status]")!.Words());
        Assert.InRange(total, 41, int.MaxValue);
        Assert.Single(page.QuerySelectorAll(".hit-group"));
        Assert.Equal(20, page.QuerySelectorAll(".hits > li").Length);
        var second = await portal.Reader.GetPageAsync(address + "&page=2");
        Assert.Equal("hit-21", second.QuerySelector(".hits > li")!.Id);
        Assert.Equal("21", second.QuerySelector(".hits .ordinal")!.Words());
        Assert.Empty(page.QuerySelectorAll(".hits > li p.small a").Select(Where).Intersect(second.QuerySelectorAll(".hits > li p.small a").Select(Where)));

        // The initiative and what is said of it: no passage stands on both pages.
        static string Where(AngleSharp.Dom.IElement link) => link.Closest("li")!.QuerySelector("h3")!.Words() + link.GetAttribute("href");
    }

    [Fact]
    public async Task The_facets_are_those_of_the_initiatives_and_promise_what_they_leave()
    {
        static List<string> Legends(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll(".filter legend").Select(legend => legend.Words()).Order()];
        var page = await portal.Reader.GetPageAsync("/suche?mode=factors&land=14");
        Assert.Equal(Legends(await portal.Reader.GetPageAsync("/suche?mode=initiatives&land=14")), Legends(page));
        foreach (var name in new[] { "effect", "grade", "factor", "size", "staff", "topic" })
        {
            var check = page.QuerySelector($".filter input[name={name}]")!;
            var there = await portal.Reader.GetPageAsync($"/suche?mode=factors&land=14&{name}={Uri.EscapeDataString(check.GetAttribute("value")!)}");
            Assert.Equal(Number(check.Closest("label")!.QuerySelector("b")!.Words()), Number(there.QuerySelector(".hits-head [role=status]")!.Words()));
        }
    }

    [Fact]
    public async Task The_number_at_a_mode_is_the_number_of_its_hits()
    {
        var page = await portal.Reader.GetPageAsync("/suche?q=Verein&land=14");
        foreach (var tab in page.QuerySelectorAll(".tabs a"))
        {
            var there = await portal.Reader.GetPageAsync(tab.GetAttribute("href")!);
            var count = there.QuerySelector(".hits-head [role=status]") is { } status ? Number(status.Words()) : 0;
            Assert.Equal(Number(tab.QuerySelector("b")!.Words()), count);
        }
    }

    [Fact]
    public async Task Who_searches_a_factor_by_its_name_is_offered_its_page()
    {
        var page = await portal.Reader.GetPageAsync("/suche?mode=factors&q=Rechtsform");
        Assert.Contains(page.QuerySelectorAll(".result > .chips a.chip"), chip => chip.GetAttribute("href") == "/erfolgsfaktoren/die-rechtsform-passt-zur-aufgabe");
    }

    [Fact]
    public async Task English_readers_are_led_to_the_translated_initiative_without_a_detour()
    {
        var page = await portal.Reader.GetPageAsync("/en/search?mode=factors&by=none");
        foreach (var link in page.QuerySelectorAll(".hits p.small a, .hits h2 a").Select(link => link.GetAttribute("href")!).Distinct())
        {
            using var response = await portal.Reader.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task Evidence_out_of_a_workshop_is_found_with_its_finding_and_counted_as_evidence()
    {
        var page = await portal.Reader.GetPageAsync("/suche?mode=factors&by=none&q=%22Medizinstudentinnen+w%C3%BCrden+zur%C3%BCckkehren%22");
        var hit = Assert.Single(page.QuerySelectorAll(".hits > li"));
        Assert.StartsWith("/ergebnisse/", hit.QuerySelector("p.small a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("förderlich", hit.QuerySelector(".effect")!.Words(), StringComparison.Ordinal);

        // It stands on the page of its factor among what supports it, and in no list of initiatives.
        var factor = await portal.Reader.GetPageAsync(hit.QuerySelector("h2 a")!.GetAttribute("href")!);
        var all = await portal.Reader.GetPageAsync("/suche?mode=factors&effect=promoting&factor=" + hit.QuerySelector("h2 a")!.GetAttribute("href")!.Split('/')[^1]);
        Assert.StartsWith(Number(all.QuerySelector(".hits-head [role=status]")!.Words()) + " Beleg", factor.QuerySelector(".versus h2")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(hit.QuerySelector("p.small a")!.GetAttribute("href"), (await portal.Reader.GetPageAsync("/suche?mode=initiatives&q=Medizinstudentinnen")).QuerySelectorAll(".hits h2 a").Select(a => a.GetAttribute("href")));
    }

    private static int Number(string text) => int.Parse(string.Concat(text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
}
