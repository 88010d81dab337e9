using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>Narrow, enlarged, printed, in the system's colours, without script.</summary>
public sealed partial class LayoutTests(Chromium chromium)
{
    // Around every place where the layout changes, and what people have.
    private static readonly int[] _widths = [1440, 1366, 1200, 1199, 1100, 1024, 1000, 992, 991, 834, 768, 736, 640, 600, 480, 412, 360];

    // Elements that stick out of the window, unless something around them scrolls by itself.
    private const string Overhanging =
        """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const scrolls = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true; return false; };
          return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1 && !scrolls(e)).slice(-4).map(e => e.outerHTML.slice(0, 120));
        }
        """;

    [Theory]
    [MemberData(nameof(SampleAddresses.All), MemberType = typeof(SampleAddresses))]
    public async Task A_page_enlarged_four_times_scrolls_in_one_direction_only(string address)
    {
        await using var window = await chromium.OpenAsync(new() { Width = 320, Height = 256 });
        await window.GoAsync(address);
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(Overhanging));
        Assert.True(await window.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), window.Page.Url);
    }

    [Theory]
    [MemberData(nameof(SampleAddresses.All), MemberType = typeof(SampleAddresses))]
    public async Task A_page_fits_every_window(string address)
    {
        await using var window = await chromium.OpenAsync(new() { Width = 1440 });
        await window.GoAsync(address);
        foreach (var width in _widths)
        {
            await window.Page.SetViewportSizeAsync(width, 900);
            var overhanging = await window.Page.EvaluateAsync<string[]>(Overhanging);
            Assert.True(overhanging.Length == 0, $"{window.Page.Url} at {width} pixels: {string.Join(' ', overhanging)}");
        }
    }

    [Theory]
    [InlineData("/initiativen/stunde-um-stunde-seniorengenossenschaft-glauchau")]
    [InlineData("/massnahmen/dorfgemeinschaftshaus")]
    public async Task A_long_word_in_a_heading_stays_in_one_piece_on_a_narrow_phone(string address)
    {
        await using var window = await chromium.OpenAsync(new() { Width = 320 });
        await window.GoAsync(address);
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(Overhanging));
        Assert.True(await window.Page.EvaluateAsync<bool>(
            """
            () => {
              const heading = document.querySelector('h1');
              const style = getComputedStyle(heading);
              const natural = document.createElement('span');
              natural.style.cssText = `position: absolute; white-space: nowrap; font: ${style.font}; font-size-adjust: ${style.fontSizeAdjust}; letter-spacing: ${style.letterSpacing}`;
              document.body.append(natural);
              return heading.textContent.split(/[\s-]+/).every(word => { natural.textContent = word; return natural.getBoundingClientRect().width <= heading.clientWidth; });
            }
            """));
    }

    [Theory]
    [MemberData(nameof(SampleAddresses.All), MemberType = typeof(SampleAddresses))]
    public async Task A_page_says_the_same_without_script(string address)
    {
        await using var window = await chromium.OpenAsync(new() { Script = false });
        await window.GoAsync(address);
        await Assertions.Expect(window.Page.Locator("main h1")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("nav.main-menu")).ToBeVisibleAsync();
        window.AssertQuiet();
    }

    [Fact]
    public async Task Search_and_filters_work_without_script()
    {
        await using var window = await chromium.OpenAsync(new() { Script = false });
        await window.GoAsync("/suche");
        await window.Page.Locator("main input[name=q]").First.FillAsync("Verein");
        await window.Page.Locator("main form[role=search] button").ClickAsync();
        await window.Page.WaitForURLAsync("**/suche?*q=Verein*");
        var before = await window.Page.Locator("main .hits > li").CountAsync();
        Assert.InRange(before, 1, 20);
        await window.Page.Locator("#filter input[type=checkbox]").First.CheckAsync();
        await window.Page.Locator("#filter button:not([popovertargetaction])").First.ClickAsync();
        await Assertions.Expect(window.Page.Locator("main .chips .removable")).ToHaveCountAsync(1);
        Assert.Contains("q=Verein", window.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SampleAddresses.Record, 2)]
    [InlineData("full:Initiative:de", 2)]
    [InlineData("full:Initiative:en", 2)]
    [InlineData("full:SuccessFactor:de", 3)]
    [InlineData("full:Event:de", 2)]
    [InlineData("/erfolgsfaktoren", 2)]
    [InlineData("/erfolgsfaktoren?axis=land", 3)]
    [InlineData("/erfolgsfaktoren/laendervergleich/14", 4)]
    public async Task A_printed_page_has_no_navigation_and_few_sheets(string address, int sheets)
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync(address);
        await window.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        foreach (var hidden in new[] { "header.head nav", "footer.foot ul", "a.skip-link", ".menu-button" })
        {
            foreach (var element in await window.Page.Locator(hidden).AllAsync())
            {
                await Assertions.Expect(element).ToBeHiddenAsync();
            }
        }

        await Assertions.Expect(window.Page.Locator("main h1")).ToBeVisibleAsync();
        var pdf = Encoding.Latin1.GetString(await window.Page.PdfAsync(new() { Format = "A4" }));
        Assert.InRange(SheetPattern().Count(pdf), 1, sheets);
    }

    [Theory]
    [InlineData("full:Initiative:de")]
    [InlineData("full:SuccessFactor:de")]
    [InlineData("/erfolgsfaktoren?axis=land")]
    [InlineData("/erfolgsfaktoren/laendervergleich/14")]
    public async Task Print_saves_paper_without_type_too_small_to_read(string address)
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync(address);
        await window.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        // 8 points are 10.67 pixels. Figures drawn as pictures scale by themselves.
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main *')]
              .filter(e => !e.closest('svg, .visually-hidden') && e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && parseFloat(getComputedStyle(e).fontSize) < 10.6)
              .map(e => `${getComputedStyle(e).fontSize} ${e.outerHTML.slice(0, 120)}`)
            """));
    }

    [Fact]
    public async Task A_printed_search_says_what_was_asked_and_has_nothing_to_press()
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync("/suche?q=B%C3%BCrgerbus&mode=initiatives&land=13");
        await Assertions.Expect(window.Page.Locator("main .asked")).ToBeHiddenAsync();
        await window.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await Assertions.Expect(window.Page.Locator("main .asked")).ToHaveTextAsync("Suchbegriffe: Bürgerbus");
        await Assertions.Expect(window.Page.Locator("main .tabs a:visible")).ToContainTextAsync("Initiativen");
        await Assertions.Expect(window.Page.Locator("main .removable:visible")).ToContainTextAsync("Mecklenburg-Vorpommern");
        await Assertions.Expect(window.Page.Locator("main :is(button, input, select, summary):visible")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_printed_initiative_names_its_address_its_date_its_licence_and_how_to_cite_it()
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync(SampleAddresses.Record);
        await window.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        var citation = window.Page.Locator("main .citation");
        await Assertions.Expect(citation).ToBeVisibleAsync();
        await Assertions.Expect(citation).ToContainTextAsync(PortalFactory.PublicUrl + SampleAddresses.Record);
        await Assertions.Expect(citation).ToContainTextAsync("Fassung vom");
        await Assertions.Expect(citation).ToContainTextAsync("CC BY 4.0");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/suche?q=Fachkr%C3%A4fte")]
    [InlineData(SampleAddresses.Record)]
    [InlineData("/erfolgsfaktoren")]
    [InlineData("/erfolgsfaktoren?axis=land")]
    [InlineData("/erfolgsfaktoren/laendervergleich/14")]
    [InlineData("/suche?mode=factors")]
    public async Task In_the_colours_of_the_system_text_stays_on_its_ground(string path)
    {
        await using var window = await chromium.OpenAsync(new() { ForcedColors = true });
        await window.GoAsync(path);
        // Text whose colour equals the ground it stands on cannot be read; a page may opt out of forced colours only where it draws data.
        var unreadable = await window.Page.EvaluateAsync<string[]>(
            """
            () => {
              const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\)$|transparent/.test(c)) return c; } return ''; };
              return [...document.querySelectorAll('main a, main p, main td, main th, main button, main h1, main h2, main h3')]
                .filter(e => e.checkVisibility() && e.textContent.trim() && getComputedStyle(e).color === ground(e)).map(e => e.outerHTML.slice(0, 120));
            }
            """);
        Assert.Empty(unreadable);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex SheetPattern();
}
