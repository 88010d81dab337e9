using System.Net.Http.Headers;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>What a reader on a slow connection waits for before anything is painted.</summary>
public sealed class PageWeightTests(SamplePortal portal)
{
    // Ten packets: what a server may send before the first answer of the reader (RFC 6928), less their headers and those of HTTP.
    private const int FirstFlight = 14_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/suche?mode=initiatives")]
    [InlineData("/erfolgsfaktoren?axis=land")]
    [InlineData("/initiativen/zukunftswerkstatt-kommunen-und-wirtschaft")]
    [InlineData("/en/search")]
    public async Task Nothing_holds_up_the_first_picture_but_the_page_and_one_stylesheet(string path)
    {
        var page = await portal.Reader.GetPageAsync(path);
        var script = Assert.Single(page.QuerySelectorAll("script[src]"));
        Assert.Equal("module", script.GetAttribute("type"));
        var stylesheet = Assert.Single(page.QuerySelectorAll("link[rel~=stylesheet]")).GetAttribute("href")!;
        Assert.InRange(await PackedAsync(stylesheet), 1, FirstFlight);
    }

    [Theory]
    [InlineData("/suche")]
    [InlineData("/erfolgsfaktoren")]
    [InlineData("/erfolgsfaktoren?axis=land")]
    [InlineData("/regionen")]
    [InlineData("/meine-kommune/14522060")]
    public async Task The_page_arrives_with_the_first_packets(string path) => Assert.InRange(await PackedAsync(path), 1, FirstFlight);

    [Fact]
    public async Task Outlines_of_all_Laender_are_one_picture_of_its_own()
    {
        var uses = (await portal.Reader.GetPageAsync("/suche")).QuerySelectorAll(".map use.land").Select(use => use.GetAttribute("href")!.Split('#')).ToList();
        Assert.Equal(16, uses.Count);
        var address = Assert.Single(uses.Select(parts => parts[0]).Distinct());
        using var answer = await portal.Reader.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.MaxAge > TimeSpan.FromDays(300));
        var picture = Pages.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(uses.Select(parts => parts[1]), picture.QuerySelectorAll("path").Select(path => path.Id));

        using var other = await portal.Reader.GetAsync("/umrisse/laender.000000000000.svg", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, other.StatusCode);
        Assert.NotNull((await portal.Reader.GetPageAsync("/regionen/14")).QuerySelector(".map path.land[d]"));
    }

    private async Task<int> PackedAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var answer = await portal.Reader.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.NotEmpty(answer.Content.Headers.ContentEncoding);
        return (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }
}
