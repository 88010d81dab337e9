using Microsoft.Playwright;
using Xunit;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>What lies dozens of screens below on a phone is drawn when the reader comes near, and nobody notices.</summary>
public sealed class FarFromTheWindowTests(Chromium chromium)
{
    // Height of each row in pixels: as taken up while it waits, and as it really is. The rows near the window are left out.
    private const string Heights =
        """
        rows => {
          const waiting = [...document.querySelectorAll(rows)].filter(row => !row.firstElementChild.checkVisibility({ contentVisibilityAuto: true }));
          const height = row => row.getBoundingClientRect().height;
          const before = waiting.map(height);
          waiting.forEach(row => row.style.contentVisibility = 'visible');
          return waiting.map((row, i) => [before[i], height(row)]);
        }
        """;

    [Theory]
    [InlineData("/erfolgsfaktoren", ".matrix tbody tr")]
    [InlineData("/erfolgsfaktoren?axis=land", ".matrix tbody tr")]
    [InlineData("/erfolgsfaktoren?axis=handlungsfeld", ".matrix tbody tr")]
    [InlineData("/erfolgsfaktoren?axis=groessenklasse", ".matrix tbody tr")]
    [InlineData("/suche?q=Verein", ".hits > li")]
    [InlineData("/suche?mode=initiatives", ".hits > li")]
    [InlineData("/suche?mode=factors", ".hits > li")]
    [InlineData("/suche?mode=factors&by=none", ".hits > li")]
    [InlineData("/suche?mode=findings", ".hits > li")]
    [InlineData("/en/search?mode=initiatives", ".hits > li")]
    [InlineData("/meine-kommune/14522060", ".peers tbody tr")]
    public async Task Rows_that_wait_take_up_what_they_need_and_little_more(string path, string rows)
    {
        await using var window = await chromium.OpenAsync(new() { Width = 360, Height = 740 });
        await window.GoAsync(path);
        var heights = await window.Page.EvaluateAsync<double[][]>(Heights, rows);
        Assert.InRange(heights.Length, 5, 100);
        // Too little, and a row covers the next; too much, and the scroll bar lies.
        Assert.All(heights, height => Assert.InRange(height[0], height[1], height[1] * 1.8));
        Assert.InRange(heights.Sum(height => height[0]), 0, 1.4 * heights.Sum(height => height[1]));
    }

    [Theory]
    [InlineData("/suche?mode=factors", 320)]
    [InlineData("/suche", 479)]
    [InlineData("/en/search?q=Verein", 360)]
    public async Task So_does_the_map_below_the_hits(string path, int width)
    {
        await using var window = await chromium.OpenAsync(new() { Width = width, Height = 740 });
        await window.GoAsync(path);
        var height = Assert.Single(await window.Page.EvaluateAsync<double[][]>(Heights, ".side-map"));
        Assert.InRange(height[0], height[1], height[1] * 1.4);
    }

    [Theory]
    [InlineData("/erfolgsfaktoren/nach-wenigen-monaten-ist-etwas-zu-sehen", 320)]
    [InlineData("/erfolgsfaktoren/nach-wenigen-monaten-ist-etwas-zu-sehen", 479)]
    public async Task A_map_that_waits_is_as_high_as_it_will_be(string path, int width)
    {
        await using var window = await chromium.OpenAsync(new() { Width = width, Height = 740 });
        await window.GoAsync(path);
        var height = Assert.Single(await window.Page.EvaluateAsync<double[][]>(Heights, ".map > svg"));
        Assert.Equal(height[1], height[0], tolerance: 0.5);
        Assert.InRange(height[0], 100, 500);
    }

    [Theory]
    [InlineData("/", 1440)]
    [InlineData("/erfolgsfaktoren?axis=land", 360)]
    [InlineData("/erfolgsfaktoren?axis=land", 1440)]
    [InlineData("/suche?q=Verein", 360)]
    public async Task What_is_read_stays_where_it_is_when_something_above_grows(string path, int width)
    {
        await using var window = await chromium.OpenAsync(new() { Width = width, Height = 740 });
        await window.GoAsync(path);
        var moved = await window.Page.EvaluateAsync<double>(
            """
            async () => {
              const frames = async () => { for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame); };
              scrollTo({ top: 900, behavior: 'instant' });
              await frames();
              const read = document.elementFromPoint(innerWidth / 2, 400);
              const before = read.getBoundingClientRect().top;
              const grown = document.createElement('div');
              grown.style.height = '300px';
              document.querySelector('header').append(grown);
              await frames();
              return Math.abs(read.getBoundingClientRect().top - before);
            }
            """);
        Assert.InRange(moved, 0, 1);
    }

    [Theory]
    [InlineData("/suche?q=Verein", "hit-18")]
    [InlineData("/suche?mode=factors", "hit-20")]
    [InlineData("/meine-kommune/14522060", "h-factors")]
    public async Task A_link_to_a_place_far_below_leads_there(string path, string id)
    {
        await using var window = await chromium.OpenAsync(new() { Width = 360, Height = 740 });
        await window.GoAsync($"{path}#{id}");
        await window.Page.WaitForFunctionAsync("id => { const { top } = document.getElementById(id).getBoundingClientRect(); return top >= 0 && top < 80; }", id);
    }

    [Fact]
    public async Task The_keyboard_reaches_a_row_far_below_and_sees_it()
    {
        await using var window = await chromium.OpenAsync(new() { Width = 360, Height = 740 });
        await window.GoAsync("/erfolgsfaktoren?axis=land");
        var page = window.Page;
        await page.Locator("main p > a.button").Last.FocusAsync();

        // Back over the margins below the rows.
        var focused = page.Locator(".matrix tbody a:focus");
        for (var i = 0; i < 60 && await focused.CountAsync() == 0; i++)
        {
            await page.Keyboard.PressAsync("Shift+Tab");
        }

        await Assertions.Expect(focused).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Theory]
    [InlineData("/erfolgsfaktoren?axis=land", ".matrix tbody tr")]
    [InlineData("/suche?mode=factors", ".hits > li")]
    [InlineData("/meine-kommune/14522060", ".peers tbody tr")]
    [InlineData("/erfolgsfaktoren/nach-wenigen-monaten-ist-etwas-zu-sehen", ".map > svg")]
    public async Task On_paper_nothing_waits(string path, string rows)
    {
        await using var window = await chromium.OpenAsync(new() { Width = 360, Height = 740 });
        await window.GoAsync(path);
        await window.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await window.Page.WaitForFunctionAsync("rows => [...document.querySelectorAll(rows)].every(row => row.firstElementChild.checkVisibility({ contentVisibilityAuto: true }))", rows);
    }
}
