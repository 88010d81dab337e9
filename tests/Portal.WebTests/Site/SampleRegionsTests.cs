using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Portal.WebTests.Harness;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>The sample content lies where the shipped register knows places; otherwise it is missing on every map.</summary>
public sealed class SampleRegionsTests(SamplePortal portal)
{
    [Fact]
    public async Task Every_region_of_the_sample_content_is_in_the_register()
    {
        var regions = portal.Services.GetRequiredService<IRegionRegister>().Current;
        var named = (await portal.ItemsAsync()).SelectMany(item => Codes(item).Select(code => (item.DisplayText, Code: code))).ToList();
        Assert.InRange(named.Count, 100, int.MaxValue);
        Assert.DoesNotContain(named, n => regions.Find(n.Code) is null);
    }

    private static IEnumerable<string> Codes(ContentItem item) =>
    [
        .. item.Bag("Regions").Select(r => r.Text("RegionRole", "Ags")).OfType<string>(),
        .. item.Values("Workshop", "Ags"),
        .. item.Values("Finding", "Ags"),
        .. new[] { item.Text("Event", "Ags"), item.Text("Organisation", "SeatAgs") }.OfType<string>().Where(code => code.Length > 0),
    ];
}
