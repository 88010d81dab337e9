using Microsoft.Playwright;
using Xunit;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>A town hall looks for towns like its own, with and without script.</summary>
public sealed class MyMunicipalityTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_menu_to_Burgstaedt_its_neighbours_and_other_weights(bool script)
    {
        await using var window = await chromium.OpenAsync(new() { Script = script });
        var page = window.Page;
        await window.GoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Hauptmenü" }).GetByText("Meine Kommune").ClickAsync();
        await page.Locator("#municipality").FillAsync("burgstaedt");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".choices a").GetByText("Burgstädt", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Burgstädt");
        await Assertions.Expect(page.Locator("table.peers tbody tr")).ToHaveCountAsync(20);
        var before = await page.Locator("table.peers tbody th a").AllInnerTextsAsync();

        await page.Locator("details.weights summary").ClickAsync();
        await page.GetByLabel("Einwohner").FillAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Neu vergleichen" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Burgstädt");
        Assert.Contains("w.population=0", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByLabel("Einwohner")).ToHaveValueAsync("0");
        Assert.NotEqual(before, await page.Locator("table.peers tbody th a").AllInnerTextsAsync());
        window.AssertQuiet();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1440)]
    public async Task Nothing_is_wider_than_the_window(int width)
    {
        await using var window = await chromium.OpenAsync(new() { Width = width, Height = 900 });
        await window.GoAsync("/meine-kommune/14522060");
        Assert.True(await window.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }
}
