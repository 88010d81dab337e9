using Microsoft.AspNetCore.Hosting;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Search;

/// <summary>A portal whose operator lets those who tune the search look into scores.</summary>
public sealed class ExplainingPortal() : PortalFactory(sampleContent: true)
{
    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:Search:Explain", "true");
    }
}

public sealed class ExplanationTests(ExplainingPortal explaining, SamplePortal portal) : IClassFixture<ExplainingPortal>
{
    [Theory]
    [InlineData("/suche?q=B%C3%BCrgerbus+Verein&explain=1")]
    [InlineData("/en/search?q=business&explain=1&mode=initiatives")]
    public async Task Where_it_is_switched_on_every_hit_explains_its_score(string address)
    {
        var page = await explaining.Reader.GetPageAsync(address);
        var hits = page.QuerySelectorAll(".hits > li");
        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.NotEmpty(hit.QuerySelectorAll(".explanation tbody tr")));
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.Contains("explain=1", StringComparison.Ordinal));
        Assert.Empty((await explaining.Reader.GetPageAsync(address.Replace("explain=1", "explain=0", StringComparison.Ordinal))).QuerySelectorAll(".explanation"));
    }

    [Fact]
    public async Task Elsewhere_the_parameter_means_nothing()
    {
        var page = await portal.Reader.GetPageAsync("/suche?q=B%C3%BCrgerbus&explain=1");
        Assert.NotEmpty(page.QuerySelectorAll(".hits > li"));
        Assert.Empty(page.QuerySelectorAll(".explanation"));
        Assert.DoesNotContain("explain=1", page.Body!.OuterHtml, StringComparison.Ordinal);
    }
}
