using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>The portal without a mouse.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    private const int Stops = 80;

    // What has the focus: whether it is drawn with a ring, lies within the window and is not covered by anything. Of an element five points of its
    // first line are asked, of a shape of a map those of a lattice that lie within its outline: shapes lie beneath each other's boxes, and a pin may overlap another.
    private const string FocusReport =
        """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return null;
          const shape = e.ownerSVGElement && e.querySelector('path, circle');
          const box = shape ? shape.getBoundingClientRect() : e.getClientRects()[0] ?? e.getBoundingClientRect();
          const style = getComputedStyle(e);
          const ring = shape ? parseFloat(getComputedStyle(shape).strokeWidth) >= 3 : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          const fits = box.height < innerHeight - 4;
          const inView = fits ? box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= -1 && box.right <= innerWidth + 1 : box.top < innerHeight && box.bottom > 0;
          const own = top => !top || e.contains(top) || top.contains(e) && !shape || e.labels && [...e.labels].some(l => l.contains(top));
          let points = [];
          if (shape) {
            const toShape = shape.getScreenCTM().inverse();
            for (let i = 1; i < 12; i++) for (let j = 1; j < 12; j++) {
              const at = new DOMPoint(box.left + box.width * i / 12, box.top + box.height * j / 12);
              if (shape.isPointInFill(at.matrixTransform(toShape))) points.push(at);
            }
          } else {
            const inset = Math.min(3, box.width / 2, box.height / 2), height = Math.min(box.height, innerHeight - Math.max(box.top, 0));
            points = [[.5, .5], [0, 0], [1, 0], [0, 1], [1, 1]].map(([x, y]) =>
              new DOMPoint(box.left + inset + (box.width - 2 * inset) * x, box.top + inset + (height - 2 * inset) * y));
          }
          points = points.filter(at => at.x >= 0 && at.x < innerWidth && at.y >= 0 && at.y < innerHeight);
          const seen = points.filter(at => own(document.elementFromPoint(at.x, at.y))).length;
          return { what: e.outerHTML.slice(0, 100), ring, inView, covered: shape ? seen < points.length / 4 || seen === 0 : seen < points.length };
        }
        """;

    [Theory]
    [InlineData("/")]
    [InlineData(SampleAddresses.Record)]
    [InlineData("/en/search?q=business")]
    public async Task The_first_stop_leads_past_the_menu(string path)
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync(path);
        await window.Page.Keyboard.PressAsync("Tab");
        var skip = window.Page.Locator("a.skip-link");
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.True(await window.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    }

    [Theory]
    [InlineData("/", 1440, "Tab")]
    [InlineData("/", 360, "Tab")]
    [InlineData("/", 1440, "Shift+Tab")]
    [InlineData("/suche?q=Fachkr%C3%A4fte", 1440, "Tab")]
    [InlineData("/suche?q=Fachkr%C3%A4fte", 360, "Tab")]
    [InlineData("/suche?q=Verein", 1440, "Shift+Tab")]
    [InlineData(SampleAddresses.Record, 1440, "Tab")]
    [InlineData(SampleAddresses.Record, 360, "Tab")]
    [InlineData("/erfolgsfaktoren", 1440, "Tab")]
    [InlineData("/erfolgsfaktoren", 360, "Tab")]
    [InlineData("/erfolgsfaktoren", 1440, "Shift+Tab")]
    [InlineData("/erfolgsfaktoren?axis=land", 1440, "Shift+Tab")]
    [InlineData("/erfolgsfaktoren?axis=land", 360, "Tab")]
    [InlineData("/erfolgsfaktoren/laendervergleich/14", 1440, "Tab")]
    [InlineData("/erfolgsfaktoren/laendervergleich/14", 360, "Tab")]
    [InlineData("/suche?mode=factors", 1440, "Tab")]
    [InlineData("/suche?mode=factors&by=region", 360, "Tab")]
    [InlineData("/erfolgsfaktoren/die-rechtsform-passt-zur-aufgabe", 1440, "Tab")]
    [InlineData("/erfolgsfaktoren/die-rechtsform-passt-zur-aufgabe", 360, "Tab")]
    [InlineData("/regionen", 1440, "Tab")]
    [InlineData("/regionen/14", 1440, "Tab")]
    [InlineData("/veranstaltungen", 360, "Tab")]
    public async Task What_has_the_focus_is_marked_in_view_and_not_covered(string path, int width, string key)
    {
        await using var window = await chromium.OpenAsync(new() { Width = width });
        await window.GoAsync(path);
        var lost = new List<string>();
        for (var stop = 0; stop < Stops; stop++)
        {
            await window.Page.Keyboard.PressAsync(key);
            if (await window.Page.EvaluateAsync<FocusState?>(FocusReport) is { } state && !(state.Ring && state.InView && !state.Covered))
            {
                lost.Add($"{(state.Ring ? "" : "no ring ")}{(state.InView ? "" : "out of view ")}{(state.Covered ? "covered " : "")}{state.What}");
            }
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost.Take(12)));
    }

    [Theory]
    [InlineData("/", "menu")]
    [InlineData("/suche?q=Fachkr%C3%A4fte", "filter")]
    public async Task Menu_and_filter_open_with_Enter_and_close_with_Escape_where_they_were_opened(string path, string popover)
    {
        await using var window = await chromium.OpenAsync(new() { Width = 360, Height = 740 });
        await window.GoAsync(path);
        var button = window.Page.Locator($"button[popovertarget={popover}]:not([popovertargetaction=hide])").First;
        var content = window.Page.Locator($"#{popover}");
        await Assertions.Expect(content).ToBeHiddenAsync();
        await button.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(content).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.True(await content.EvaluateAsync<bool>("content => content.contains(document.activeElement)"));
        await window.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(content).ToBeHiddenAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_search_is_typed_and_sent_without_a_mouse()
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync("/");
        var field = window.Page.Locator("main input[name=q]").First;
        await field.FocusAsync();
        await window.Page.Keyboard.TypeAsync("Burgstädt");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/suche\\?(.*&)?q=Burgst%C3%A4dt"));
        await Assertions.Expect(window.Page.Locator("main .hits h2 a").First).ToBeVisibleAsync();
    }

    private sealed class FocusState
    {
        public string What { get; set; } = "";

        public bool Ring { get; set; }

        public bool InView { get; set; }

        public bool Covered { get; set; }
    }
}
