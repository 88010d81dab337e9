using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>„Meine Kommune“ where the register that comes with the portal has no population: its source did not know the key yet.</summary>
public sealed class UnknownPopulationTests(SamplePortal portal)
{
    [Theory]
    [InlineData("/meine-kommune/14523340", "Eine Einwohnerzahl liegt dem Portal nicht vor.", "Nicht verglichen, weil unbekannt: Einwohnerinnen und Einwohner")]
    [InlineData("/en/my-municipality/14523340", "The portal has no number of inhabitants.", "Not compared, since unknown: Inhabitants")]
    public async Task A_municipality_is_compared_by_what_is_known(string path, string said, string unknown)
    {
        var page = await portal.Reader.GetPageAsync(path);
        var text = page.QuerySelector("main")!.Words();
        Assert.Equal("Reichenbach im Vogtland", page.QuerySelector("main h1")!.Words());
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains(unknown, text, StringComparison.Ordinal);
        Assert.Equal(20, page.QuerySelectorAll("table.peers tbody tr").Length);
    }

    [Fact]
    public async Task It_is_offered_where_a_municipality_is_chosen()
    {
        var page = await portal.Reader.GetPageAsync("/meine-kommune?q=Reichenbach");
        Assert.NotNull(page.QuerySelector("main a[href='/meine-kommune/14523340']"));
    }
}
