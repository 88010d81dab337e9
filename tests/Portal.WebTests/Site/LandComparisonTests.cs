using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>„Sachsen im bundesweiten Vergleich“.</summary>
public sealed class LandComparisonTests(SamplePortal portal)
{
    private const string Saxony = "/erfolgsfaktoren/laendervergleich/14";

    [Theory]
    [InlineData("14")]
    [InlineData("09")]
    public async Task Numbers_of_the_Land_and_of_the_others_are_those_of_the_searches(string land)
    {
        var page = await portal.Reader.GetPageAsync("/erfolgsfaktoren/laendervergleich/" + land);
        var own = await HitsAsync($"/suche?mode=initiatives&land={land}");
        var elsewhere = string.Concat(Enumerable.Range(1, 16).Select(other => $"{other:00}").Where(other => other != land).Select(other => "&land=" + other));
        var others = await HitsAsync("/suche?mode=initiatives" + elsewhere);
        var rows = page.QuerySelectorAll(".lands-table tbody tr").Select(Row.Of).ToList();
        Assert.InRange(rows.Count, 20, 25);
        foreach (var row in rows)
        {
            Assert.Equal((await HitsAsync(row.Href), own), row.Own);
            Assert.Equal(row.Href.Replace($"&land={land}", elsewhere, StringComparison.Ordinal), row.OthersHref);
            Assert.Equal((await HitsAsync(row.OthersHref), others), row.Others);
            var difference = 100.0 * row.Own.Part / own - 100.0 * row.Others.Part / others;
            Assert.InRange(row.Difference - difference, -0.51, 0.51);
            Assert.Equal(Math.Abs(difference) > Math.Max(100.0 / own, 100.0 / others) + 1e-9, row.Reading != "nicht zu unterscheiden");
        }
    }

    [Fact]
    public async Task What_differs_most_comes_first_and_small_numbers_are_called_small()
    {
        var page = await portal.Reader.GetPageAsync(Saxony);
        foreach (var table in page.QuerySelectorAll(".lands-table"))
        {
            var rows = table.QuerySelectorAll("tbody tr").Select(Row.Of).ToList();
            Assert.Equal(rows.Select(row => Math.Abs(row.Difference)).OrderDescending(), rows.Select(row => Math.Abs(row.Difference)));
            Assert.All(rows.Where(row => row.Reading != "nicht zu unterscheiden"), row => Assert.Equal(Math.Min(row.Own.Part, row.Others.Part) < 5, row.Reading.EndsWith("kleine Zahl", StringComparison.Ordinal)));
            Assert.All(rows, row => Assert.True(row.Difference > 0 || !row.Reading.Contains("häufiger", StringComparison.Ordinal), row.Reading));
        }
    }

    [Fact]
    public async Task Every_row_of_the_table_stands_in_the_picture_at_its_share()
    {
        var page = await portal.Reader.GetPageAsync(Saxony);
        foreach (var section in page.QuerySelectorAll("main section:has(.dumbbells)"))
        {
            var end = Number(section.QuerySelectorAll(".axis span")[^1].Words());
            var dots = section.QuerySelectorAll(".dumbbells p:not(.axis)").Select(row => (Name: row.QuerySelector("span")!.Words(), X: Percent(row, ".self"), Others: Percent(row, ".ring")));
            var rows = section.QuerySelectorAll("tbody tr").Select(row => (Name: row.QuerySelector("th")!.Words(), Row.Of(row).Own, Row.Of(row).Others));
            Assert.All(dots.Zip(rows), pair =>
            {
                Assert.Equal(pair.Second.Name, pair.First.Name);
                Assert.Equal(100.0 * pair.Second.Own.Part / pair.Second.Own.Whole, pair.First.X * end / 100, 0.1);
                Assert.Equal(100.0 * pair.Second.Others.Part / pair.Second.Others.Whole, pair.First.Others * end / 100, 0.1);
            });
        }

        static double Percent(IElement row, string dot) => double.Parse(row.QuerySelector(dot)!.GetAttribute("cx")!.TrimEnd('%'), CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_Land_with_few_initiatives_is_said_to_have_few()
    {
        var page = await portal.Reader.GetPageAsync("/erfolgsfaktoren/laendervergleich/04");
        Assert.Contains("Lesen Sie hier die Zahlen, nicht die Prozente", page.QuerySelector(".note")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Lesen Sie hier die Zahlen", (await portal.Reader.GetPageAsync(Saxony)).QuerySelector(".note")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/erfolgsfaktoren/laendervergleich")]
    [InlineData("/en/success-factors/state-comparison")]
    public async Task Every_Land_can_be_chosen_with_its_number_of_initiatives(string path)
    {
        var page = await portal.Reader.GetPageAsync(path);
        var lands = page.QuerySelectorAll("main .topics .line").Select(line => (Href: line.QuerySelector("a")!.GetAttribute("href")!, Count: Number(line.QuerySelector("b")!.Words()))).ToList();
        Assert.Equal(16, lands.Count);
        Assert.Equal(await HitsAsync("/suche?mode=initiatives&land=14"), lands.Single(land => land.Href.EndsWith("/14", StringComparison.Ordinal)).Count);
        Assert.NotNull((await portal.Reader.GetPageAsync(lands[0].Href)).QuerySelector("h1"));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("00")]
    [InlineData("14522")]
    [InlineData("sachsen")]
    [InlineData("%3Cscript%3E")]
    [InlineData("99.csv")]
    public async Task What_is_no_Land_is_not_there(string key)
    {
        using var response = await portal.Reader.GetAsync("/erfolgsfaktoren/laendervergleich/" + key, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task It_is_linked_from_the_matrix_the_Land_and_the_project_it_comes_from()
    {
        foreach (var (page, link) in new[]
        {
            ("/erfolgsfaktoren", "/erfolgsfaktoren/laendervergleich"), ("/regionen/14", Saxony), (SampleAddresses.Record, Saxony),
            ("/en/regions/14", "/en/success-factors/state-comparison/14"), ("/en/initiatives/future-workshop-municipalities-and-business", "/en/success-factors/state-comparison/14"),
        })
        {
            Assert.NotNull((await portal.Reader.GetPageAsync(page)).QuerySelector($"main a[href='{link}']"));
        }

        Assert.Null((await portal.Reader.GetPageAsync("/regionen/14522")).QuerySelector("a[href*=laendervergleich]"));
    }

    [Fact]
    public async Task The_file_has_every_number_of_the_tables()
    {
        var page = await portal.Reader.GetPageAsync(Saxony);
        using var response = await portal.Reader.GetAsync(Saxony + ".csv", TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        var lines = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line[1..^1].Split("\";\""));
        var written = lines.Select(line => (line[1], line[3], line[4], line[6], line[7], line[10], line[11], line[12])).Order().ToList();
        var shown = page.QuerySelectorAll(".lands-table tbody tr").Select(row => (Name: row.QuerySelector("th")!.Words(), Row: Row.Of(row)))
            .Select(r => (r.Name, $"{r.Row.Own.Part}", $"{r.Row.Own.Whole}", $"{r.Row.Others.Part}", $"{r.Row.Others.Whole}", r.Row.Reading, PortalFactory.PublicUrl + r.Row.Href, PortalFactory.PublicUrl + r.Row.OthersHref)).Order().ToList();
        Assert.Equal(shown, written);
    }

    private static int Number(string text) => int.Parse(string.Concat(text.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    private async Task<int> HitsAsync(string href) =>
        (await portal.Reader.GetPageAsync(href)).QuerySelector(".hits-head [role=status]") is { } status ? Number(status.Words()) : 0;

    private sealed record Row(string Href, string OthersHref, (int Part, int Whole) Own, (int Part, int Whole) Others, int Difference, string Reading)
    {
        public static Row Of(IElement row)
        {
            var cells = row.QuerySelectorAll("td").Select(cell => cell.Words()).ToList();
            return new(row.QuerySelector("td a")!.GetAttribute("href")!, row.QuerySelectorAll("td a")[1].GetAttribute("href")!, Parts(cells[0]), Parts(cells[2]), int.Parse(cells[4].Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), cells[5]);
        }

        private static (int, int) Parts(string text) => text.Split(" von ") is [var part, var whole] ? (Number(part), Number(whole)) : (-1, -1);
    }
}
