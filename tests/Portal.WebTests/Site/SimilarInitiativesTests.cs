using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

public sealed class SimilarInitiativesTests(SamplePortal portal)
{
    [Fact]
    public async Task Most_initiatives_have_similar_ones_with_reasons_and_never_themselves()
    {
        var (with, all) = (0, 0);
        foreach (var item in (await portal.ItemsAsync()).Where(item => item is { ContentType: "Initiative", Culture: "de", Path: not null }))
        {
            var initiative = await portal.Reader.GetPageAsync("/" + item.Path);
            var page = await portal.Reader.GetPageAsync(initiative.QuerySelector("section[aria-labelledby=h-similar] a")!.GetAttribute("href")!);
            var cards = page.QuerySelectorAll("#similar-cards li.case").ToList();
            all++;
            with += cards.Count > 0 ? 1 : 0;
            Assert.True(cards.Count <= 6);
            Assert.All(cards, card => Assert.NotEmpty(card.QuerySelector(".reason")!.Words()));
            var hrefs = cards.Select(card => card.QuerySelector("h3 a")!.GetAttribute("href")).ToList();
            Assert.DoesNotContain("/" + item.Path, hrefs);
            Assert.Equal(hrefs.Distinct(), hrefs);

            // What is related anyway stands above and not here again.
            Assert.Empty(initiative.QuerySelectorAll("section[aria-labelledby=h-related] h3 a").Select(a => a.GetAttribute("href")).Intersect(hrefs));
        }

        Assert.True(with > 0.8 * all, $"{with} of {all} initiatives have similar ones.");
    }

    [Fact]
    public async Task The_same_measure_elsewhere_is_among_the_similar()
    {
        var items = (await portal.ItemsAsync()).Where(item => item is { ContentType: "Initiative", Culture: "de", Path: not null }).ToList();
        var pairs = items.Where(item => item.Ids("Initiative", "MeasureType").Count > 0).GroupBy(item => item.Ids("Initiative", "MeasureType")[0]).Where(group => group.Count() > 1).ToList();
        Assert.NotEmpty(pairs);
        var found = 0;
        foreach (var pair in pairs)
        {
            var page = await portal.Reader.GetPageAsync("/" + pair.First().Path);
            var similar = await portal.Reader.GetPageAsync("/aehnliche/" + pair.First().ContentItemId);
            found += pair.Skip(1).Any(other => similar.QuerySelector($"#similar-cards a[href='/{other.Path}']") is not null
                || page.QuerySelector($"section[aria-labelledby=h-related] a[href='/{other.Path}']") is not null) ? 1 : 0;
        }

        Assert.True(found >= 0.8 * pairs.Count, $"{found} of {pairs.Count}");
    }

    [Fact]
    public async Task An_English_page_names_its_reasons_in_English_and_shows_no_translation_of_itself()
    {
        var initiative = await portal.Reader.GetPageAsync("/en/initiatives/future-workshop-municipalities-and-business");
        var page = await portal.Reader.GetPageAsync(initiative.QuerySelector("section[aria-labelledby=h-similar] a")!.GetAttribute("href")!);
        Assert.DoesNotContain(page.QuerySelectorAll("#similar-cards a"), a => a.GetAttribute("href")!.Contains("zukunftswerkstatt-kommunen-und-wirtschaft", StringComparison.Ordinal));
        Assert.DoesNotContain(page.QuerySelectorAll("#similar-cards .reason"), reason => reason.Words().Contains("gleiche", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/aehnliche/unbekannt")]
    [InlineData("/en/similar/x")]
    public async Task There_is_nothing_similar_to_nothing(string path)
    {
        using var answer = await portal.Reader.GetAsync(path);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_same_municipality_is_not_called_a_similar_one()
    {
        var initiative = await portal.Reader.GetPageAsync("/initiativen/zukunftswerkstatt-kommunen-und-wirtschaft");
        var page = await portal.Reader.GetPageAsync(initiative.QuerySelector("section[aria-labelledby=h-similar] a")!.GetAttribute("href")!);
        var neighbour = page.QuerySelectorAll("#similar-cards li.case").Single(card => card.QuerySelector("h3 a")!.GetAttribute("href")!.Contains("burgstaedter-lehrlingsrunde", StringComparison.Ordinal));
        Assert.Contains("ebenfalls in Burgstädt", neighbour.QuerySelector(".reason")!.Words(), StringComparison.OrdinalIgnoreCase);
    }
}
