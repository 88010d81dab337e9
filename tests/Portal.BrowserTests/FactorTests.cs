using Microsoft.Playwright;
using Xunit;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>From the matrix to the evidence and back, with the keyboard, with and without script.</summary>
public sealed class FactorTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_cell_of_the_matrix_to_its_evidence_by_keyboard(bool script)
    {
        await using var window = await chromium.OpenAsync(new() { Script = script });
        var page = window.Page;
        await window.GoAsync("/erfolgsfaktoren");
        await page.GetByRole(AriaRole.Link, new() { Name = "Land", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/erfolgsfaktoren?axis=land");

        // A cell is a cell of its row and column, and its link says the number, the grade and the share.
        var cell = page.Locator(".matrix tbody td:has(.share)").First;
        var share = cell.Locator("a.share");
        var name = (await share.GetAttributeAsync("aria-label"))!;
        await cell.Locator("a.cell").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(share).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/suche?mode=factors*");
        var contradicting = name.Split(' ')[1];
        await Assertions.Expect(page.Locator(".hits-head [role=status]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"^\\s*{contradicting} Beleg"));
        await Assertions.Expect(page.Locator(".hit-group .hits > li")).ToHaveCountAsync(int.Parse(contradicting, System.Globalization.CultureInfo.InvariantCulture));

        // The heading of the group leads to the factor, the factor back to the matrix.
        await page.Locator(".hit-group h2 a").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/erfolgsfaktoren/*");
        await Assertions.Expect(page.Locator("#types .bars-chart svg")).ToBeVisibleAsync();
        await page.Locator("#types summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#types table")).ToBeVisibleAsync();
        window.AssertQuiet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Evidence_is_grouped_as_the_reader_wants_and_filters_stay(bool script)
    {
        await using var window = await chromium.OpenAsync(new() { Script = script });
        var page = window.Page;
        await window.GoAsync("/suche?mode=factors&effect=hindering");
        var count = await page.Locator(".hits-head [role=status]").InnerTextAsync();
        await page.Locator(".groupings a").GetByText("nach Land").ClickAsync();
        await page.WaitForURLAsync("**by=region*");
        await Assertions.Expect(page.Locator(".hit-group h2").First).ToHaveTextAsync("Sachsen");
        await Assertions.Expect(page.Locator(".hits-head [role=status]")).ToHaveTextAsync(count);
        await page.Locator(".groupings a").GetByText("ohne Gruppen").ClickAsync();
        await page.WaitForURLAsync("**by=none*");
        await Assertions.Expect(page.Locator(".hit-group")).ToHaveCountAsync(0);
        await page.Locator("#filter input[name=grade]").First.CheckAsync();
        await page.Locator("#filter button:not([popovertargetaction])").First.ClickAsync();
        await page.WaitForURLAsync("**grade=*");
        Assert.Contains("by=none", page.Url, StringComparison.Ordinal);
        Assert.Contains("effect=hindering", page.Url, StringComparison.Ordinal);
        window.AssertQuiet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Land_is_chosen_and_compared(bool script)
    {
        await using var window = await chromium.OpenAsync(new() { Script = script });
        var page = window.Page;
        await window.GoAsync("/erfolgsfaktoren");
        await page.GetByText("Ein Land mit allen anderen vergleichen").ClickAsync();
        await page.Locator("main .topics a").GetByText("Sachsen", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Sachsen im bundesweiten Vergleich");
        await Assertions.Expect(page.Locator(".dumbbells")).ToHaveCountAsync(2);
        await page.Locator(".lands-table tbody td a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/suche?mode=initiatives&land=14&factor=*");
        window.AssertQuiet();
    }

    [Theory]
    [InlineData("/erfolgsfaktoren?axis=land", 360)]
    [InlineData("/erfolgsfaktoren?axis=groessenklasse", 768)]
    [InlineData("/erfolgsfaktoren?axis=groessenklasse", 1440)]
    [InlineData("/erfolgsfaktoren/laendervergleich/14", 360)]
    [InlineData("/erfolgsfaktoren/laendervergleich/14", 768)]
    [InlineData("/suche?mode=factors", 360)]
    [InlineData("/suche?mode=factors&by=region", 768)]
    public async Task Nothing_is_wider_than_the_window(string path, int width)
    {
        await using var window = await chromium.OpenAsync(new() { Width = width, Height = 900 });
        await window.GoAsync(path);
        Assert.True(await window.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task A_cell_belongs_to_its_row_and_column_for_a_screen_reader()
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync("/erfolgsfaktoren?axis=land");
        var table = window.Page.GetByRole(AriaRole.Table);
        await Assertions.Expect(table.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(18);
        var row = table.GetByRole(AriaRole.Row).Nth(1);
        await Assertions.Expect(row.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(1);
        await Assertions.Expect(row.GetByRole(AriaRole.Cell)).ToHaveCountAsync(17);
        await Assertions.Expect(row.GetByRole(AriaRole.Link, new() { Name = "Lücke" }).First).ToBeVisibleAsync();
    }
}
