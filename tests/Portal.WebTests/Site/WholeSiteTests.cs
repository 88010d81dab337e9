using System.Net;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>What holds for every page of the sample site in both languages.</summary>
public sealed class WholeSiteTests(CrawledSite site, SamplePortal portal) : IClassFixture<CrawledSite>
{
    [Fact]
    public void Every_link_leads_to_a_page_without_detours()
    {
        Assert.InRange(site.Pages.Count(), 300, int.MaxValue);
        AssertNone(site.Answers.Values.Where(page => !Leads(page)).Select(page => $"{page.Path} answers {(int)page.Status} {page.Location}, linked on {page.FoundOn}"));
    }

    [Fact]
    public void Every_link_within_a_page_leads_to_a_place_that_is_there() =>
        AssertNone(from page in site.Pages
                   from link in page.Links
                   let parts = link.Split('#', 2)
                   where parts.Length == 2 && parts[1].Length > 0 && site.Answers.TryGetValue(parts[0], out var target) && target.IsPage
                       && !target.Ids.Contains(Uri.UnescapeDataString(parts[1]))
                   select $"{page.Path} → {link}");

    [Fact]
    public void An_id_occurs_once() => AssertNone(site.Pages.Where(page => page.RepeatedIds.Count > 0).Select(page => $"{page.Path}: {string.Join(", ", page.RepeatedIds)}"));

    [Fact]
    public void A_page_has_one_main_heading_and_a_title() =>
        AssertNone(site.Pages.Where(page => page.MainHeadings != 1 || page.Title.Length == 0).Select(page => $"{page.Path}: {page.MainHeadings} h1, title „{page.Title}“"));

    [Fact]
    public void Pages_below_en_are_English_and_all_others_German() =>
        AssertNone(site.Pages.Where(page => page.Language != (page.Path == "/en" || page.Path.StartsWith("/en/", StringComparison.Ordinal) ? "en" : "de"))
            .Select(page => $"{page.Path} says {page.Language}"));

    [Fact]
    public void Two_pages_of_a_language_do_not_share_a_title() =>
        AssertNone(site.Pages.Where(page => page.Canonical == PortalFactory.PublicUrl + page.Path && !page.Path.Contains('?', StringComparison.Ordinal))
            .GroupBy(page => (page.Language, page.Title)).Where(group => group.Count() > 1)
            .Select(group => $"„{group.Key.Title}“: {string.Join(", ", group.Select(page => page.Path).Take(4))}"));

    [Fact]
    public void Nothing_is_loaded_from_elsewhere() =>
        AssertNone(from page in site.Pages
                   from address in page.Resources
                   where !address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal)
                   select $"{page.Path} loads {address}");

    [Fact]
    public async Task Everything_a_page_loads_is_there()
    {
        var broken = new List<string>();
        foreach (var address in site.Pages.SelectMany(page => page.Resources).Distinct())
        {
            using var response = await portal.Reader.GetAsync(address, TestContext.Current.CancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                broken.Add($"{address} answers {(int)response.StatusCode}");
            }
        }

        AssertNone(broken);
    }

    [Fact]
    public void No_script_and_no_style_is_written_into_a_page() =>
        AssertNone(site.Pages.Where(page => page.InlineCode.Count > 0).Select(page => $"{page.Path}: {page.InlineCode[0]}"));

    [Fact]
    public void Readers_get_no_cookie() => AssertNone(site.Answers.Values.Where(page => page.SetsCookie).Select(page => page.Path));

    [Fact]
    public void Linked_data_is_readable()
    {
        AssertNone(site.Pages.Where(page => page.BrokenJsonLd.Count > 0).Select(page => $"{page.Path}: {page.BrokenJsonLd[0]}"));
    }

    [Fact]
    public void Translations_name_each_other() =>
        AssertNone(from page in site.Pages
                   from alternate in page.Alternates
                   where alternate.Key is "de" or "en"
                   let path = alternate.Value[PortalFactory.PublicUrl.Length..] is { Length: > 0 } own ? own : "/"
                   where site.Answers.TryGetValue(path, out var other) && (!other.IsPage || !Names(other, page))
                   select $"{page.Path} names {path} as its {alternate.Key} version, which does not name it back");

    [Fact]
    public void Canonical_addresses_are_pages_of_their_own() =>
        AssertNone(from page in site.Pages
                   where page.Canonical is { } canonical && site.Answers.TryGetValue(canonical[PortalFactory.PublicUrl.Length..], out var target)
                       && (!target.IsPage || target.Canonical != canonical)
                   select $"{page.Path} → {page.Canonical}");

    [Fact]
    public async Task Every_sample_item_says_so_on_its_page()
    {
        var samples = (await portal.ItemsAsync()).Where(item => item.Flag("EditorialPart", "Sample") == true && item.Path is not null).ToList();
        Assert.InRange(samples.Count, 150, int.MaxValue);
        AssertNone(samples.Where(item => !site.Answers.TryGetValue("/" + item.Path, out var page) || !page.SaysSample)
            .Select(item => $"/{item.Path} ({(site.Answers.ContainsKey("/" + item.Path) ? "does not say it" : "is linked nowhere")})"));
    }

    [Fact]
    public async Task Every_item_with_a_path_can_be_reached_by_links() =>
        AssertNone((await portal.ItemsAsync()).Where(item => item.Path is not null && !site.Answers.ContainsKey("/" + item.Path)).Select(item => "/" + item.Path));

    // Leading on is what permanent addresses are for.
    private static bool Leads(CrawledPage page) => page.Status == HttpStatusCode.OK
        || (page.Status == HttpStatusCode.SeeOther && page.Path.StartsWith("/id/", StringComparison.Ordinal));

    private static bool Names(CrawledPage page, CrawledPage other) =>
        page.Alternates.TryGetValue(other.Language, out var back) && back == other.Canonical;

    private static void AssertNone(IEnumerable<string> findings)
    {
        var all = findings.ToList();
        Assert.True(all.Count == 0, $"{all.Count}:\n{string.Join('\n', all.Take(25))}");
    }
}
