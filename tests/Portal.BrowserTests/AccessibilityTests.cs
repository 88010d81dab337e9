using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>axe finds nothing: WCAG 2.2 AA and axe's own advice, on every template, in both schemes, narrow and wide.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly AxeRunOptions _rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [Theory]
    [MemberData(nameof(SampleAddresses.All), MemberType = typeof(SampleAddresses))]
    public async Task A_page_has_no_violation(string address)
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync(address);
        foreach (var (width, scheme) in new[] { (1440, ColorScheme.Light), (1440, ColorScheme.Dark), (360, ColorScheme.Dark), (360, ColorScheme.Light) })
        {
            await window.Page.SetViewportSizeAsync(width, 900);
            await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await AssertNothingFoundAsync(window.Page, $"{window.Page.Url} at {width} pixels, {scheme}");
        }

        window.AssertQuiet();
    }

    [Theory]
    [InlineData("/gibt-es-nicht")]
    [InlineData("/en/nothing")]
    public async Task An_error_page_has_no_violation(string path)
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.GotoAsync(path);
        await AssertNothingFoundAsync(window.Page, path);
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AssertNothingFoundAsync(window.Page, path + " in dark");
    }

    [Theory]
    [InlineData("/", "menu")]
    [InlineData("/suche?q=Fachkr%C3%A4fte", "filter")]
    [InlineData("/en/search?q=business", "filter")]
    public async Task What_opens_on_a_phone_has_no_violation(string path, string popover)
    {
        await using var window = await chromium.OpenAsync(new() { Width = 360, Height = 740 });
        await window.GoAsync(path);
        await window.Page.Locator($"button[popovertarget={popover}]").First.ClickAsync();
        await Assertions.Expect(window.Page.Locator($"#{popover}")).ToBeVisibleAsync();
        await AssertNothingFoundAsync(window.Page, $"{path} with {popover} open");
        window.AssertQuiet();
    }

    internal static async Task AssertNothingFoundAsync(IPage page, string where)
    {
        var found = (await page.RunAxe(_rules)).Violations
            .Select(violation => $"{violation.Id}: {violation.Help}\n    {string.Join("\n    ", violation.Nodes.Take(3).Select(node => $"{node.Target}: {node.Any.FirstOrDefault()?.Message} {node.Html}"))}")
            .ToList();
        Assert.True(found.Count == 0, $"{where}:\n{string.Join('\n', found)}");
    }
}
