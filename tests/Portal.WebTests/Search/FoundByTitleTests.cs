using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Search;

/// <summary>What readers look for comes first.</summary>
public sealed class FoundByTitleTests(SamplePortal portal)
{
    private static readonly string[] _searchable =
        ["Initiative", "MeasureType", "SuccessFactor", "Finding", "Workshop", "Event", "Organisation"];

    [Fact]
    public async Task Every_published_item_is_the_first_hit_for_its_own_title()
    {
        var items = (await portal.ItemsAsync()).Where(item => _searchable.Contains(item.ContentType) && item.Path is not null).ToList();
        Assert.InRange(items.Count, 150, int.MaxValue);
        var misses = new List<string>();
        foreach (var item in items)
        {
            var address = item.Culture == "en" ? "/en/search" : "/suche";
            var hits = await HitsAsync($"{address}?q={Uri.EscapeDataString(item.DisplayText)}");
            if (hits is not [var first, ..] || first != "/" + item.Path)
            {
                misses.Add($"{item.ContentType} „{item.DisplayText}“ (/{item.Path}): {string.Join(", ", hits.Take(3))}");
            }
        }

        Assert.True(misses.Count == 0, $"{misses.Count} of {items.Count}:\n{string.Join('\n', misses.Take(25))}");
    }

    [Theory]
    [InlineData("Burgst%C3%A4dt")]
    [InlineData("burgstaedt")]
    [InlineData("weiche+Standortfaktoren")]
    public async Task The_first_record_is_among_the_first_three(string query)
    {
        var hits = await HitsAsync("/suche?q=" + query);
        Assert.Contains("/initiativen/zukunftswerkstatt-kommunen-und-wirtschaft", hits.Take(3));
    }

    private async Task<IReadOnlyList<string>> HitsAsync(string address)
    {
        var page = await portal.Reader.GetPageAsync(address);
        return [.. page.QuerySelectorAll("main .hits h2 a").Select(link => link.GetAttribute("href")!.Split('#')[0])];
    }
}
