using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>A search is narrowed by filters and on the map, and begun from any page, with and without script.</summary>
public sealed partial class SearchTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_Land_over_its_Kreise_to_a_municipality_by_filters(bool script)
    {
        await using var window = await chromium.OpenAsync(new() { Script = script });
        var page = window.Page;
        await window.GoAsync("/suche?mode=initiatives");
        foreach (var (name, chosen) in new[] { ("land", 1), ("kreis", 2), ("gemeinde", 3) })
        {
            var label = page.Locator($"#filter label:has(input[name={name}])").First;
            var promised = await label.Locator("b").InnerTextAsync();
            await label.Locator("input").CheckAsync();
            await page.Locator("#filter button:not([popovertargetaction])").First.ClickAsync();
            await Assertions.Expect(page.Locator("main .chips .removable")).ToHaveCountAsync(chosen);
            await Assertions.Expect(page.Locator(".hits-head [role=status]")).ToHaveTextAsync(new Regex($"^\\s*{promised} "));
        }

        await AssertAccessibleAsync(page, script);

        // Taking the first filter away leaves the two below it.
        await page.Locator("main .chips .removable").First.ClickAsync();
        await Assertions.Expect(page.Locator("main .chips .removable")).ToHaveCountAsync(2);
        window.AssertQuiet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_dot_on_the_map_narrows_the_search_to_what_it_counts(bool script)
    {
        await using var window = await chromium.OpenAsync(new() { Script = script });
        var page = window.Page;
        await window.GoAsync("/suche?mode=initiatives");
        var circles = page.Locator(".side-map a.pin");
        Assert.InRange(await circles.CountAsync(), 5, 200);

        // The largest first: it is taken apart until one is left that stands for one hit.
        for (var step = 0; await circles.CountAsync() > 1 && step < 6; step++)
        {
            var label = (await circles.First.GetAttributeAsync("aria-label"))!;
            var before = page.Url;
            await circles.First.PressAsync("Enter");
            await page.WaitForURLAsync(url => url != before);
            Assert.Matches("(land|kreis|gemeinde|umkreis)=", page.Url);
            var found = int.Parse(Digits().Match(await page.Locator(".hits-head [role=status]").InnerTextAsync()).Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(found, 1, int.Parse(Digits().Match(label[label.LastIndexOf(':')..]).Value, System.Globalization.CultureInfo.InvariantCulture));
            if (await circles.CountAsync() == 1)
            {
                break;
            }
        }

        await AssertAccessibleAsync(page, script);
        await page.Locator(".map-table summary").First.ClickAsync();
        await Assertions.Expect(page.Locator(".map-table table").First).ToBeVisibleAsync();
        window.AssertQuiet();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task Every_page_has_a_search_field_with_suggestions(int width)
    {
        await using var window = await chromium.OpenAsync(new() { Width = width });
        var page = window.Page;
        await window.GoAsync(SampleAddresses.Record);
        await OpenMenuAsync(page, width);
        var field = page.Locator("header form[data-suggestions] input[type=search]");
        await field.PressSequentiallyAsync("burgstäd");
        await Assertions.Expect(page.Locator("header [role=option]").First).ToContainTextAsync("Burgstädt");
        await Axe.AssertNothingFoundAsync(page, $"{page.Url} with suggestions in the header at {width} pixels");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/regionen/14522060$"));
        window.AssertQuiet();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task The_field_in_the_header_searches_without_script(int width)
    {
        await using var window = await chromium.OpenAsync(new() { Width = width, Script = false });
        await window.GoAsync("/en/findings");
        await OpenMenuAsync(window.Page, width);
        var field = window.Page.Locator("header input[name=q]");
        await field.FillAsync("Burgstädt");
        await field.PressAsync("Enter");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/en/search\\?q=Burgst%C3%A4dt"));
        await Assertions.Expect(window.Page.Locator("main .hits h2 a").First).ToBeVisibleAsync();
        window.AssertQuiet();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/suche")]
    [InlineData("/initiativen")]
    [InlineData("/gibt-es-nicht")]
    public async Task A_page_with_a_search_field_of_its_own_has_none_in_the_header(string path)
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.GotoAsync(path);
        await Assertions.Expect(window.Page.Locator("header input")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator("main form[data-suggestions] input[name=q]")).ToHaveCountAsync(1);
    }

    // axe is a script itself; what it looks at is the same without.
    private static Task AssertAccessibleAsync(IPage page, bool script) => script ? Axe.AssertNothingFoundAsync(page, page.Url) : Task.CompletedTask;

    private static async Task OpenMenuAsync(IPage page, int width)
    {
        if (width < 992)
        {
            await page.Locator("button[popovertarget=menu]").First.ClickAsync();
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
