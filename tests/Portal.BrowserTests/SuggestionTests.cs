using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>A search field suggests while somebody types: an editable combobox with list autocomplete after the ARIA Authoring Practices.</summary>
public sealed class SuggestionTests(Chromium chromium)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/suche?q=Fachkr%C3%A4fte")]
    public async Task Suggestions_are_walked_through_and_chosen_with_keys(string path)
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await window.GoAsync(path);
        var (field, options) = Parts(page);
        await TypeAsync(field, "burg");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        var count = await options.CountAsync();
        Assert.InRange(count, 3, 18);
        await Assertions.Expect(page.Locator("form[data-suggestions] [role=status]")).ToHaveTextAsync(new Regex($"^{count} Vorschläge"));

        await ExpectActiveAsync(field, options, -1);
        await page.Keyboard.PressAsync("ArrowDown");
        await ExpectActiveAsync(field, options, 0);
        await page.Keyboard.PressAsync("ArrowDown");
        await ExpectActiveAsync(field, options, 1);
        await page.Keyboard.PressAsync("End");
        await ExpectActiveAsync(field, options, count - 1);
        await page.Keyboard.PressAsync("Home");
        await ExpectActiveAsync(field, options, 0);
        await page.Keyboard.PressAsync("ArrowUp");
        await ExpectActiveAsync(field, options, -1);
        await page.Keyboard.PressAsync("ArrowUp");
        await ExpectActiveAsync(field, options, count - 1);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".suggestions")).ToBeHiddenAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(field).ToHaveValueAsync("burg");
        await Assertions.Expect(field).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await TypeAsync(field, "burgstäd");
        await Assertions.Expect(options.First).ToContainTextAsync("Burgstädt");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/regionen/14522060$"));
        window.AssertQuiet();
    }

    [Fact]
    public async Task Enter_without_a_choice_searches_for_what_was_typed()
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync("/");
        var (field, options) = Parts(window.Page);
        await TypeAsync(field, "burg");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/suche\\?q=burg"));
        window.AssertQuiet();
    }

    [Fact]
    public async Task A_suggestion_is_chosen_with_the_mouse_and_a_click_elsewhere_closes_the_list()
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await window.GoAsync("/en");
        var (field, options) = Parts(page);
        await TypeAsync(field, "mobil");
        await Assertions.Expect(page.Locator("form[data-suggestions] [role=status]")).ToContainTextAsync("use the arrow keys");
        await page.Locator("h1").ClickAsync();
        await Assertions.Expect(page.Locator(".suggestions")).ToBeHiddenAsync();
        await TypeAsync(field, "mobili");
        await options.Filter(new() { HasText = "Mobility" }).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/en/topics/mobilitaet$"));
        window.AssertQuiet();
    }

    [Fact]
    public async Task An_answer_that_comes_late_does_not_open_the_list_over_what_the_reader_does_now()
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await window.GoAsync("/");
        var held = new TaskCompletionSource<IRoute>();
        await page.RouteAsync("**/suche/vorschlaege*", route => held.SetResult(route));
        var (field, _) = Parts(page);
        await TypeAsync(field, "burg");
        var request = await held.Task;
        await page.Locator("a.logo").FocusAsync();
        await request.ContinueAsync();
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await Assertions.Expect(page.Locator(".suggestions")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("/", 360)]
    [InlineData("/suche", 360)]
    [InlineData("/suche", 1440)]
    [InlineData("/gibt-es-nicht", 768)]
    public async Task The_list_fits_the_window_and_its_entries_a_finger(string path, int width)
    {
        await using var window = await chromium.OpenAsync(new() { Width = width });
        var page = window.Page;
        await page.GotoAsync(path);
        var (field, options) = Parts(page);
        await TypeAsync(field, "ge");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        foreach (var option in await options.AllAsync())
        {
            var box = await option.EvaluateAsync<double[]>("e => [e.getBoundingClientRect().height, e.getBoundingClientRect().width]");
            Assert.InRange(box[0], 44, 200);
            Assert.InRange(box[1], 200, width);
        }
    }

    [Theory]
    [InlineData("/", "burg")]
    [InlineData("/suche?q=Verein", "ge")]
    [InlineData("/en", "mobil")]
    public async Task An_open_list_has_no_violation(string path, string typed)
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await window.GoAsync(path);
        var (field, options) = Parts(page);
        foreach (var (width, scheme) in new[] { (1440, ColorScheme.Light), (1440, ColorScheme.Dark), (360, ColorScheme.Dark), (360, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await TypeAsync(field, typed);
            await Assertions.Expect(options.First).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("ArrowDown");
            await Axe.AssertNothingFoundAsync(page, $"{path} with suggestions at {width} pixels, {scheme}");
        }

        window.AssertQuiet();
    }

    [Fact]
    public async Task In_the_colours_of_the_system_the_chosen_entry_is_outlined()
    {
        await using var window = await chromium.OpenAsync(new() { ForcedColors = true });
        await window.GoAsync("/");
        var (field, options) = Parts(window.Page);
        await TypeAsync(field, "burg");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("solid", await options.First.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
        Assert.Equal("none", await options.Nth(1).EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
    }

    [Fact]
    public async Task Without_script_the_field_is_a_field()
    {
        await using var window = await chromium.OpenAsync(new() { Script = false });
        await window.GoAsync("/");
        var field = window.Page.Locator("main input[name=q]").First;
        Assert.Null(await field.GetAttributeAsync("role"));
        await field.FillAsync("Burgstädt");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator("main .hits h2 a").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_search_around_a_place_is_made_with_the_form(bool script)
    {
        await using var window = await chromium.OpenAsync(new() { Script = script });
        var page = window.Page;
        await window.GoAsync("/suche?mode=initiatives");
        await page.Locator("#umkreis").FillAsync("Burgstädt");
        await page.Locator("#km").SelectOptionAsync("50");
        await page.Locator("#umkreis").PressAsync("Enter");
        await Assertions.Expect(page.Locator("main .chips .removable").First).ToContainTextAsync("Umkreis von 50 km um Burgstädt");
        await page.Locator("#sort").SelectOptionAsync("distance");
        await page.Locator(".hits-head button").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("umkreis=14522060&km=50&sort=distance"));
        await Assertions.Expect(page.Locator(".hits .meta").First).ToContainTextAsync("am Ort");
        await Assertions.Expect(page.Locator(".hits .meta").Last).ToContainTextAsync("km entfernt");
        window.AssertQuiet();
    }

    private static (ILocator Field, ILocator Options) Parts(IPage page) => (page.Locator("main form[data-suggestions] input[type=search]"), page.Locator("main [role=option]"));

    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.FillAsync("");
        await field.PressSequentiallyAsync(text);
    }

    private static async Task ExpectActiveAsync(ILocator field, ILocator options, int index)
    {
        await Assertions.Expect(field).ToBeFocusedAsync();
        if (index < 0)
        {
            await Assertions.Expect(field).Not.ToHaveAttributeAsync("aria-activedescendant", new Regex("."));
            return;
        }

        await Assertions.Expect(options.Nth(index)).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", (await options.Nth(index).GetAttributeAsync("id"))!);
    }
}
