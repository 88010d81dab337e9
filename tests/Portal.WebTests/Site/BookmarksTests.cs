using System.Net;
using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

public sealed class BookmarksTests(SamplePortal portal)
{
    [Fact]
    public async Task An_initiative_and_a_hit_lead_to_a_list_with_it_and_to_a_comparison()
    {
        var initiative = await portal.Reader.GetPageAsync(SampleAddresses.Record);
        var keep = initiative.QuerySelector("a[data-bookmark]")!;
        var list = await portal.Reader.GetPageAsync(keep.GetAttribute("href")!);
        Assert.Equal([SampleAddresses.Record], list.QuerySelectorAll(".bookmarks h2 a").Select(a => a.GetAttribute("href")));
        Assert.StartsWith("/vergleich?id=", keep.NextElementSibling!.GetAttribute("href")!, StringComparison.Ordinal);

        var search = await portal.Reader.GetPageAsync("/en/search?mode=initiatives");
        Assert.NotEmpty(search.QuerySelectorAll(".hits a[data-bookmark]"));
        Assert.All(search.QuerySelectorAll(".hits a[data-bookmark]"), a => Assert.StartsWith("/en/list?id=", a.GetAttribute("href")!, StringComparison.Ordinal));
        var findings = await portal.Reader.GetPageAsync("/suche?mode=findings");
        Assert.Empty(findings.QuerySelectorAll(".hits a[data-bookmark]"));
    }

    [Fact]
    public async Task Entries_can_be_added_and_taken_off_by_links_alone()
    {
        var ids = await IdsAsync(2);
        var list = await portal.Reader.GetPageAsync($"/merkliste?id={ids[0]}&q=Fachkr%C3%A4fte");
        var added = await portal.Reader.GetPageAsync(list.QuerySelector(".choices a")!.GetAttribute("href")!);
        Assert.Equal(2, added.QuerySelectorAll(".bookmarks > li").Length);
        var removed = await portal.Reader.GetPageAsync(added.QuerySelector(".bookmarks a.remove")!.GetAttribute("href")!);
        Assert.Single(removed.QuerySelectorAll(".bookmarks > li"));
    }

    [Fact]
    public async Task Every_download_has_every_entry()
    {
        var ids = await IdsAsync(3);
        var list = await portal.Reader.GetPageAsync("/merkliste?" + string.Join('&', ids.Select(id => "id=" + id)));
        var titles = list.QuerySelectorAll(".bookmarks h2").Select(h => h.Words()).ToList();
        Assert.Equal(["CSV", "XLSX", "BibTeX", "RIS", "CSL-JSON"], list.QuerySelectorAll("section[aria-labelledby=h-take] .chip").Select(a => a.Words()));
        foreach (var link in list.QuerySelectorAll("section[aria-labelledby=h-take] .chip"))
        {
            using var response = await portal.Reader.GetAsync(link.GetAttribute("href")!, TestContext.Current.CancellationToken);
            Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var text = link.Words() == "XLSX" ? Workbooks.Text(bytes) : System.Text.Encoding.UTF8.GetString(bytes);
            Assert.All(titles, title => Assert.Contains(link.Words() == "CSV" ? title.Replace("\"", "\"\"", StringComparison.Ordinal) : title, text, StringComparison.Ordinal));
            Assert.All(ids, id => Assert.Contains($"{PortalFactory.PublicUrl}/id/{id}", text, StringComparison.Ordinal));
            if (link.Words() == "CSL-JSON")
            {
                Assert.Equal(3, JsonDocument.Parse(text).RootElement.GetArrayLength());
            }
        }
    }

    [Theory]
    [InlineData("/merkliste", HttpStatusCode.OK, "Noch ist nichts gemerkt")]
    [InlineData("/merkliste?id=abc", HttpStatusCode.OK, "Das ist keine Kennung einer Initiative: „abc“")]
    [InlineData("/merkliste?id=zzzzzzzzzzzzzzzzzzzzzzzzzz", HttpStatusCode.NotFound, "Nicht gefunden")]
    [InlineData("/merkliste?q=Xyzzyplugh", HttpStatusCode.OK, "gibt es keine weitere Initiative")]
    public async Task Wrong_ids_are_named_and_the_page_still_helps(string path, HttpStatusCode status, string sentence)
    {
        using var response = await portal.Reader.GetAsync(path, TestContext.Current.CancellationToken);
        var page = Pages.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(sentence, page.Body!.Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form input[name=q]"));
    }

    [Theory]
    [InlineData("/merkliste.csv")]
    [InlineData("/merkliste.pdf?id=zzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("/en/list.ris?id=zzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public async Task There_is_no_file_of_nothing(string path)
    {
        using var response = await portal.Reader.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task More_ids_than_fit_are_cut_with_a_sentence()
    {
        var page = await portal.Reader.GetPageAsync("/merkliste?id=" + (await IdsAsync(1))[0] + string.Concat(Enumerable.Range(0, 60).Select(i => $"&id={i:00000000000000000000000000}")));
        Assert.Contains("mehr als 50 Initiativen", page.Body!.Words(), StringComparison.Ordinal);
    }

    private async Task<List<string>> IdsAsync(int count) =>
        [.. (await portal.Reader.GetPageAsync("/suche?mode=initiatives")).QuerySelectorAll("[data-bookmark]").Select(a => a.GetAttribute("data-bookmark")!).Distinct().Take(count)];
}
