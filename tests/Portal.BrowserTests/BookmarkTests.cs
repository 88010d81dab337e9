using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>Keeping and comparing: with script a switch that this browser remembers, without it plain links.</summary>
public sealed class BookmarkTests(Chromium chromium)
{
    [Fact]
    public async Task A_kept_initiative_is_counted_in_the_menu_found_on_the_list_and_forgotten_again()
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await window.GoAsync(SampleAddresses.Record);
        var keep = page.Locator("main .buttons button[aria-pressed]").First;
        await Assertions.Expect(keep).ToHaveAttributeAsync("aria-pressed", "false");
        await keep.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(keep).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(keep).ToContainTextAsync("Gemerkt");
        var menu = page.Locator("[data-bookmarks]");
        await Assertions.Expect(menu).ToHaveTextAsync("Merkliste (1)");

        await window.GoAsync("/merkliste");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/merkliste\?id=[0-9a-z]{26}$"));
        await Assertions.Expect(page.Locator(".bookmarks h2")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "In diesem Browser vergessen" }).ClickAsync();
        await Assertions.Expect(menu).ToHaveTextAsync("Merkliste");

        Assert.Empty(await page.Context.CookiesAsync());
        window.AssertQuiet();
    }

    [Fact]
    public async Task Text_of_somebody_else_in_the_storage_harms_nothing()
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync("/");
        await window.Page.EvaluateAsync("() => localStorage.setItem('zukunftswerkstatt.bookmarks', '{\"a\": [1, \"<img>\"]')");
        await window.GoAsync("/merkliste");
        await Assertions.Expect(window.Page.Locator("[data-bookmarks]")).ToHaveTextAsync("Merkliste");
        window.AssertQuiet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Three_hits_become_a_comparison_by_links_and_forms(bool script)
    {
        await using var window = await chromium.OpenAsync(new() { Script = script });
        var page = window.Page;
        await window.GoAsync("/suche?mode=initiatives");
        await page.Locator(".hits a[href^='/vergleich?id=']").First.ClickAsync();
        for (var i = 0; i < 2; i++)
        {
            await page.Locator("#add").FillAsync("Gemeinde");
            await page.Keyboard.PressAsync("Enter");
            await page.Locator(".choices a").First.ClickAsync();
        }

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Drei Initiativen im Vergleich");
        await Assertions.Expect(page.Locator("table.comparison thead th .title")).ToHaveCountAsync(3);
        window.AssertQuiet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_paper_the_comparison_lies_across_with_its_sources_and_without_menu_or_forms(bool script)
    {
        await using var window = await chromium.OpenAsync(new() { Script = script });
        var page = window.Page;
        await window.GoAsync("/vergleich?id=049ce5tdjkr26mgykemsdjyjrc&id=1f5hdz3jjxr621xj22y4kxmw68&id=20t0t706merfmphn33abzxcjfs");
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await Assertions.Expect(page.Locator(".menu")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#add")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".print-only")).ToContainTextAsync("gedruckt am");
        await Assertions.Expect(page.Locator(".print-only")).ToContainTextAsync("/vergleich?id=");

        // Three fit on at most two sheets.
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.InRange(Regex.Count(pdf, @"/Type\s*/Page\b(?!s)"), 1, 2);
        Assert.Matches(@"/MediaBox\s*\[\s*0 0 84[12][.0-9]* 59[456]", pdf);
    }
}
