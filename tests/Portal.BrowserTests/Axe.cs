using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>axe-core in a page of the portal: WCAG 2.2 AA and axe's own advice.</summary>
/// <remarks>
/// The package for Playwright reads the script in anew for every run and collects the results in another page, since a page may have frames.
/// Ours have none, and it took nine tenths of the time.
/// </remarks>
internal static class Axe
{
    private static readonly string _script = new BundledAxeScriptProvider().GetScript();

    // All rules; and those of them that the colours decide.
    private static readonly object _everything = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } };
    private static readonly object _colours = new { type = "rule", values = new[] { "color-contrast", "link-in-text-block" } };

    /// <summary>Fails with what axe finds in the page as it is now.</summary>
    /// <param name="page">A page without frames that may run scripts.</param>
    /// <param name="where">Named in the failure.</param>
    /// <param name="onlyColours">For a page that was looked at as a whole and differs in its colours since.</param>
    public static async Task AssertNothingFoundAsync(IPage page, string where, bool onlyColours = false)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(_script);
        }

        var found = await page.EvaluateAsync<string[]>(
            """
            async runOnly => (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations.map(({ id, help, nodes }) =>
              `${id}: ${help}` + nodes.slice(0, 3).map(node => `\n    ${node.target}: ${node.any[0]?.message ?? node.failureSummary} ${node.html}`).join(''))
            """,
            onlyColours ? _colours : _everything);
        Assert.True(found.Length == 0, $"{where}:\n{string.Join('\n', found)}");
    }
}
