using Microsoft.Playwright;
using Xunit;
using Xunit.Sdk;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>axe finds nothing: WCAG 2.2 AA and axe's own advice, on every template, in both schemes, narrow and wide.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(SampleAddresses.All), MemberType = typeof(SampleAddresses))]
    public async Task A_page_has_no_violation(string address)
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync(address);

        // Everything once for each width; the other scheme differs in its colours only.
        foreach (var (width, scheme, onlyColours) in new[] { (1440, ColorScheme.Light, false), (1440, ColorScheme.Dark, true), (360, ColorScheme.Dark, false), (360, ColorScheme.Light, true) })
        {
            await window.Page.SetViewportSizeAsync(width, 900);
            await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Axe.AssertNothingFoundAsync(window.Page, $"{window.Page.Url} at {width} pixels, {scheme}", onlyColours);
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
        await Axe.AssertNothingFoundAsync(window.Page, path);
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Axe.AssertNothingFoundAsync(window.Page, path + " in dark");
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
        await Axe.AssertNothingFoundAsync(window.Page, $"{path} with {popover} open");
        window.AssertQuiet();
    }

    [Fact]
    public async Task What_is_wrong_would_be_found()
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync("/barrierefreiheit");
        await window.Page.EvaluateAsync(
            """
            () => {
              const pale = document.createElement('p');
              pale.textContent = 'Hell auf hell';
              pale.style.color = '#ddd';
              pale.style.backgroundColor = '#fff';
              const picture = document.createElement('img');
              picture.src = '/favicon.ico';
              document.querySelector('main').append(pale, picture);
            }
            """);
        var all = await Assert.ThrowsAsync<TrueException>(() => Axe.AssertNothingFoundAsync(window.Page, "everything"));
        Assert.Contains("image-alt", all.Message, StringComparison.Ordinal);
        Assert.Contains("color-contrast", all.Message, StringComparison.Ordinal);
        var colours = await Assert.ThrowsAsync<TrueException>(() => Axe.AssertNothingFoundAsync(window.Page, "colours", onlyColours: true));
        Assert.DoesNotContain("image-alt", colours.Message, StringComparison.Ordinal);
        Assert.Contains("color-contrast", colours.Message, StringComparison.Ordinal);
    }
}
