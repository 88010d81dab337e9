using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>The portal without a mouse.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    private const int Stops = 80;

    // What has the focus: whether it is drawn with a ring, and whether it can be seen at all.
    private const string FocusReport =
        """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return null;
          const style = getComputedStyle(e), box = e.getClientRects()[0] ?? e.getBoundingClientRect();
          const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(box.top + Math.min(box.height, 20) / 2, 0), innerHeight - 1);
          const top = document.elementFromPoint(x, y);
          // Shapes of a map are drawn with a thicker line instead, and lie beneath each other's boxes.
          const shape = e.ownerSVGElement && e.querySelector('path, circle');
          if (shape) return { what: e.outerHTML.slice(0, 100), ring: parseFloat(getComputedStyle(shape).strokeWidth) >= 3, inView: true, covered: false };
          const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          const covered = top && !e.contains(top) && !top.contains(e) && !(e.labels && [...e.labels].some(l => l.contains(top)));
          return { what: e.outerHTML.slice(0, 100), ring, inView, covered: !!covered };
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
    [InlineData("/", 1440)]
    [InlineData("/", 360)]
    [InlineData("/suche?q=Fachkr%C3%A4fte", 1440)]
    [InlineData("/suche?q=Fachkr%C3%A4fte", 360)]
    [InlineData(SampleAddresses.Record, 1440)]
    [InlineData(SampleAddresses.Record, 360)]
    [InlineData("/erfolgsfaktoren", 1440)]
    [InlineData("/erfolgsfaktoren", 360)]
    [InlineData("/regionen", 1440)]
    [InlineData("/veranstaltungen", 360)]
    public async Task The_focus_can_always_be_seen(string path, int width)
    {
        await using var window = await chromium.OpenAsync(new() { Width = width });
        await window.GoAsync(path);
        var lost = new List<string>();
        for (var stop = 0; stop < Stops; stop++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
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
        await window.Page.WaitForURLAsync(new Regex("/suche\\?(.*&)?q=Burgst%C3%A4dt"));
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
