using System.Net;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

public sealed class SearchPageTests(SamplePortal portal)
{
    private readonly HttpClient _reader = portal.CreateClient();

    [Theory]
    [InlineData("/suche?topic=gibt-es-nicht", "topic: gibt-es-nicht")]
    [InlineData("/suche?land=99&q=Bus", "land: 99")]
    [InlineData("/suche?year=heute", "year: heute")]
    [InlineData("/suche?regiontype=%3Cscript%3E", "regiontype: <script>")]
    public async Task An_unknown_value_becomes_a_removable_chip_with_an_explanation(string address, string label)
    {
        var page = await _reader.GetPageAsync(address);
        var chip = Assert.Single(page.QuerySelectorAll(".chip.unknown"));
        Assert.StartsWith(label, chip.Words(), StringComparison.Ordinal);
        Assert.Contains("kennt das Portal nicht", page.Body!.Words(), StringComparison.Ordinal);
        var without = await _reader.GetPageAsync(chip.GetAttribute("href")!);
        Assert.Empty(without.QuerySelectorAll(".chip.unknown"));
    }

    [Theory]
    [InlineData("/suche?page=-1")]
    [InlineData("/suche?page=999999")]
    [InlineData("/suche?mode=unsinn&sort=unsinn&effect=unsinn&factor=unsinn")]
    [InlineData("/suche?q=%22%28%29%5B%5D%2A%3F%5C%3A%7E%5E%21")]
    [InlineData("/en/search?q=%E2%80%AE&land=1&land=&gemeinde=abc")]
    public async Task No_address_is_an_error(string address)
    {
        using var response = await _reader.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Without_hits_the_page_names_the_filter_to_drop_and_what_is_left()
    {
        var page = await _reader.GetPageAsync("/suche?mode=initiatives&land=14&topic=gibt-es-nicht");
        var way = page.QuerySelectorAll(".ways-out li").First(li => li.TextContent.Contains("topic: gibt-es-nicht", StringComparison.Ordinal));
        var promised = way.QuerySelector(".quiet")!.Words();
        var there = await _reader.GetPageAsync(way.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(promised, there.QuerySelector(".hits-head [role=status]")!.Words());
    }

    [Fact]
    public async Task A_value_of_a_facet_promises_the_number_of_hits_it_leaves()
    {
        var page = await _reader.GetPageAsync("/suche?mode=initiatives");
        var checks = page.QuerySelectorAll(".filter input[type=checkbox]").Take(12).ToList();
        Assert.NotEmpty(checks);
        foreach (var check in checks)
        {
            var promised = check.Closest("label")!.QuerySelector("b")!.Words();
            var there = await _reader.GetPageAsync($"/suche?mode=initiatives&{check.GetAttribute("name")}={Uri.EscapeDataString(check.GetAttribute("value")!)}");
            Assert.StartsWith(promised + " ", there.QuerySelector(".hits-head [role=status]")!.Words(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/suche", false)]
    [InlineData("/suche?q=Bus", true)]
    [InlineData("/en/search?land=14", true)]
    public async Task Search_engines_see_the_plain_search_only(string address, bool noindex)
    {
        var page = await _reader.GetPageAsync(address);
        Assert.Equal(noindex, page.QuerySelector("meta[name=robots][content=noindex]") is not null);
    }

    [Fact]
    public async Task Every_number_on_the_map_stands_in_a_table()
    {
        var page = await _reader.GetPageAsync("/suche?mode=initiatives");
        Assert.Equal(16, page.QuerySelectorAll(".map-table tbody tr").Length);
    }
}
