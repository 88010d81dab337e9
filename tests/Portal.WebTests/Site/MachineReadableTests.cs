using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Ical.Net;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>What programs read: sitemap, robots, feeds, calendars, linked data.</summary>
public sealed class MachineReadableTests(SamplePortal portal)
{
    private static readonly XNamespace _sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace _xhtml = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task Every_address_of_the_sitemap_is_a_page_with_that_canonical_address()
    {
        var addresses = await SitemapAsync();
        Assert.InRange(addresses.Count, 200, int.MaxValue);
        Assert.Equal(addresses.Count, addresses.Select(entry => entry.Address).Distinct().Count());
        var wrong = new List<string>();
        foreach (var (address, _) in addresses)
        {
            using var response = await portal.Reader.GetAsync(Path(address), TestContext.Current.CancellationToken);
            var page = Pages.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            if (response.StatusCode != HttpStatusCode.OK || page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") != address
                || page.QuerySelector("meta[name=robots][content*=noindex]") is not null)
            {
                wrong.Add($"{address} ({(int)response.StatusCode})");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(25)));
    }

    [Fact]
    public async Task Translations_in_the_sitemap_name_each_other()
    {
        var entries = await SitemapAsync();
        var byAddress = entries.ToDictionary(entry => entry.Address, entry => entry.Alternates);
        Assert.Contains(entries, entry => entry.Alternates.Count > 0);
        var oneSided = from entry in entries
                       from alternate in entry.Alternates
                       where !byAddress.TryGetValue(alternate, out var back) || !back.Contains(entry.Address)
                       select $"{entry.Address} → {alternate}";
        Assert.Empty(oneSided);
    }

    [Fact]
    public async Task Robots_are_told_where_the_sitemap_is()
    {
        var robots = await portal.Reader.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken);
        Assert.Contains($"Sitemap: {PortalFactory.PublicUrl}/sitemap.xml", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_about_security_have_an_address()
    {
        var text = await portal.Reader.GetStringAsync("/.well-known/security.txt", TestContext.Current.CancellationToken);
        Assert.Matches("(?m)^Contact: \\S+", text);
        Assert.Matches("(?m)^Expires: \\d{4}-\\d{2}-\\d{2}T", text);
    }

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/en/feed.atom")]
    [InlineData("/initiativen/feed.atom")]
    [InlineData("/en/initiatives/feed.atom")]
    [InlineData("/suche/feed.atom?q=Fachkr%C3%A4fte")]
    [InlineData("/en/search/feed.atom?q=business")]
    public async Task A_feed_has_entries_that_lead_to_pages(string path)
    {
        using var response = await portal.Reader.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        using var reader = XmlReader.Create(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var feed = SyndicationFeed.Load(reader);
        Assert.NotEmpty(feed.Items);
        Assert.NotNull(feed.Id);
        foreach (var entry in feed.Items.Take(5))
        {
            Assert.NotEmpty(entry.Title.Text);
            var link = entry.Links.First(link => link.RelationshipType is "alternate" or null).Uri.ToString();
            await portal.Reader.GetPageAsync(Path(link));
        }
    }

    [Fact]
    public async Task Every_event_can_be_put_into_a_calendar()
    {
        var events = (await portal.ItemsAsync()).Where(item => item.ContentType == "Event").ToList();
        Assert.InRange(events.Count, 10, int.MaxValue);
        foreach (var item in events)
        {
            using var response = await portal.Reader.GetAsync($"/{item.Path}.ics", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/calendar", response.Content.Headers.ContentType?.MediaType);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.All(text.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
            var entry = Assert.Single(Calendar.Load(text)!.Events);
            Assert.NotNull(entry.Uid);
            Assert.NotNull(entry.Start);
            Assert.NotNull(entry.Summary);
            Assert.Contains($"/{item.Path}", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/initiativen/zukunftswerkstatt-kommunen-und-wirtschaft")]
    [InlineData("/en/initiatives/future-workshop-municipalities-and-business")]
    public async Task A_page_describes_itself_to_programs(string path)
    {
        var page = await portal.Reader.GetPageAsync(path);
        Assert.NotEmpty(page.QuerySelector("meta[name=description]")!.GetAttribute("content")!);
        Assert.NotEmpty(page.QuerySelector("meta[property='og:title']")!.GetAttribute("content")!);
        using var json = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("https://schema.org", json.RootElement.GetProperty("@context").GetString());
    }

    private async Task<IReadOnlyList<(string Address, IReadOnlyList<string> Alternates)>> SitemapAsync()
    {
        var map = await LoadAsync("/sitemap.xml");
        var parts = map.Root!.Name == _sitemap + "sitemapindex"
            ? await Task.WhenAll(map.Descendants(_sitemap + "loc").Select(part => LoadAsync(Path(part.Value))))
            : [map];
        return
        [
            .. parts.SelectMany(part => part.Descendants(_sitemap + "url")).Select(url => (
                url.Element(_sitemap + "loc")!.Value,
                (IReadOnlyList<string>)[.. url.Elements(_xhtml + "link").Where(link => link.Attribute("hreflang")?.Value != "x-default").Select(link => link.Attribute("href")!.Value)])),
        ];
    }

    private async Task<XDocument> LoadAsync(string path) => XDocument.Parse(await portal.Reader.GetStringAsync(path, TestContext.Current.CancellationToken));

    private static string Path(string address)
    {
        Assert.StartsWith(PortalFactory.PublicUrl, address, StringComparison.Ordinal);
        return address[PortalFactory.PublicUrl.Length..];
    }
}
