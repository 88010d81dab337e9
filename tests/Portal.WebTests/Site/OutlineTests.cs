using System.Net;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>Two invented Kreise of Saxony on the maps.</summary>
public sealed class OutlineTests(OutlineTests.OutlinePortal portal) : IClassFixture<OutlineTests.OutlinePortal>
{
    private const string Source = "© Amt für „Umrisse“ & Söhne";

    [Theory]
    [InlineData("/regionen", "kreise")]
    [InlineData("/regionen/14", "land-14")]
    [InlineData("/regionen/14522060", "land-14")]
    [InlineData("/suche", "kreise")]
    [InlineData("/suche?land=14", "land-14")]
    [InlineData("/initiativen/zukunftswerkstatt-kommunen-und-wirtschaft", "kreise")]
    public async Task Maps_draw_the_Kreise_and_name_the_source(string path, string part)
    {
        var page = await portal.Reader.GetPageAsync(path);
        var href = page.QuerySelector("svg use.districts")!.GetAttribute("href")!;
        Assert.Matches($@"^/umrisse/kreise\.[0-9a-f]{{12}}\.svg#{part}$", href);
        Assert.Contains("Umrisse: " + Source, page.QuerySelector(".map figcaption")!.Words(), StringComparison.Ordinal);

        using var answer = await portal.Reader.GetAsync(href.Split('#')[0], TestContext.Current.CancellationToken);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.MaxAge > TimeSpan.FromDays(300));
        Assert.Contains($"id=\"{part}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Land_without_imported_Kreise_is_drawn_without_them()
    {
        Assert.Null((await portal.Reader.GetPageAsync("/regionen/09")).QuerySelector("use.districts"));
    }

    [Fact]
    public async Task Lines_of_another_version_are_not_there()
    {
        using var answer = await portal.Reader.GetAsync("/umrisse/kreise.000000000000.svg", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_kept_is_made_anew_after_an_import()
    {
        await using var other = new SamplePortal();
        await other.InitializeAsync();
        Assert.Null((await other.Reader.GetPageAsync("/regionen/14")).QuerySelector("use.districts"));
        await other.ImportOutlinesAsync(Source);
        Assert.NotNull((await other.Reader.GetPageAsync("/regionen/14")).QuerySelector("use.districts"));
    }

    /// <summary>The sample site with two outlines. Tests only read.</summary>
    public sealed class OutlinePortal() : PortalFactory(sampleContent: true)
    {
        /// <inheritdoc/>
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportOutlinesAsync(Source);
        }
    }
}
