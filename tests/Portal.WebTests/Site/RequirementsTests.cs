using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>The Voraussetzungs-Check: every step opens the initiatives that it counts.</summary>
public sealed class RequirementsTests(SamplePortal portal)
{
    [Theory]
    [InlineData("staff")]
    [InlineData("cost")]
    [InlineData("minimum")]
    [InlineData("carrier")]
    [InlineData("resolution")]
    [InlineData("months")]
    public async Task Every_step_opens_what_it_counts_and_unknown_comes_last(string name)
    {
        var page = await portal.Reader.GetPageAsync("/suche?mode=initiatives");
        var boxes = page.QuerySelectorAll($"input[name={name}]").ToList();
        Assert.True(boxes.Count > 1);
        Assert.DoesNotContain(boxes.SkipLast(1), box => box.GetAttribute("value") == "unknown");
        var sum = 0;
        foreach (var box in boxes)
        {
            var count = int.Parse(box.ParentElement!.QuerySelector("b")!.Words(), System.Globalization.CultureInfo.InvariantCulture);
            var chosen = await portal.Reader.GetPageAsync($"/suche?mode=initiatives&{name}={box.GetAttribute("value")}");
            Assert.StartsWith($"{count} Initiative", chosen.QuerySelector(".hits-head strong")!.Words(), StringComparison.Ordinal);
            Assert.Empty(chosen.QuerySelectorAll(".chip.unknown"));
            Assert.Contains(":", chosen.QuerySelector(".chip.removable")!.Words(), StringComparison.Ordinal);
            Assert.Contains(chosen.QuerySelectorAll("details.more-filters[open]"), details => details.QuerySelector($"input[name={name}][checked]") is not null);
            sum += count;
        }

        // Every sample initiative names its carrier; of all else some entry says nothing, and that stays visible.
        Assert.True(name == "carrier" || boxes[^1].GetAttribute("value") == "unknown");

        // An initiative may have several carriers; of everything else it is in one step.
        var total = int.Parse(page.QuerySelector(".hits-head strong")!.Words().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(name == "carrier" ? sum >= total : sum == total, $"{sum} of {total}");
    }

    [Fact]
    public async Task A_step_holds_what_the_fact_sheet_says()
    {
        var page = await portal.Reader.GetPageAsync("/suche?mode=initiatives&cost=10000-50000");
        foreach (var link in page.QuerySelectorAll(".hits h2 a"))
        {
            var initiative = await portal.Reader.GetPageAsync(link.GetAttribute("href")!);
            var cost = initiative.QuerySelectorAll(".fact-sheet dt").Single(dt => dt.Words() == "Kosten im Jahr").NextElementSibling!.Words();
            Assert.InRange(decimal.Parse(cost.Replace(" Euro", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture), 10_000, 49_999);
        }
    }

    [Theory]
    [InlineData("/suche?staff=viele", "staff: viele")]
    [InlineData("/suche?carrier=gibt-es-nicht", "carrier: gibt-es-nicht")]
    public async Task An_unknown_step_is_named(string path, string label)
    {
        var page = await portal.Reader.GetPageAsync(path);
        Assert.StartsWith(label, page.QuerySelector(".chip.unknown")!.Words(), StringComparison.Ordinal);
    }
}
