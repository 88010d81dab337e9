using System.Net;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

public sealed class ComparisonTests(RegionsPortal portal) : IClassFixture<RegionsPortal>
{
    private const string Nobody = "zzzzzzzzzzzzzzzzzzzzzzzzzz";

    [Theory]
    [InlineData("/vergleich", 2)]
    [InlineData("/vergleich", 4)]
    [InlineData("/en/comparison", 3)]
    public async Task Two_to_four_stand_side_by_side_with_their_municipalities_numbers(string path, int count)
    {
        var ids = await IdsAsync(count);
        var page = await portal.Reader.GetPageAsync(Address(path, ids));

        var rows = page.QuerySelectorAll("table.comparison tbody tr:not(:first-child)").ToList();
        Assert.True(rows.Count >= 24, $"{rows.Count} rows");
        Assert.All(rows, row => Assert.Equal(count + 1, row.QuerySelectorAll("td").Length));
        Assert.All(rows, row => Assert.All(row.QuerySelectorAll("td"), cell => Assert.NotEmpty(cell.Words())));
        Assert.All(rows.Where(row => row.ClassList.Contains("differs")), row => Assert.NotEmpty(row.QuerySelector(".verdict")!.Words()));
        Assert.NotEmpty(page.QuerySelectorAll("table.comparison td.measure"));
        Assert.NotNull(page.QuerySelector(".landscape"));
    }

    [Fact]
    public async Task Search_engines_see_one_page_for_every_order_and_none_of_half_a_comparison()
    {
        var ids = await IdsAsync(2);
        var page = await portal.Reader.GetPageAsync(Address("/vergleich", ids));
        var turned = await portal.Reader.GetPageAsync(Address("/vergleich", [.. ids.AsEnumerable().Reverse()]));

        Assert.Equal(Canonical(page), Canonical(turned));
        Assert.All(ids, id => Assert.Contains(id, Canonical(page), StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("meta[name=robots]"));
        Assert.NotNull((await portal.Reader.GetPageAsync(Address("/vergleich", [ids[0]]))).QuerySelector("meta[name=robots][content=noindex]"));
        Assert.NotNull((await portal.Reader.GetPageAsync(Address("/vergleich", [.. ids, Nobody]))).QuerySelector("meta[name=robots][content=noindex]"));

        static string Canonical(AngleSharp.Dom.IDocument page) => page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!;
    }

    [Fact]
    public async Task A_missing_fact_is_shown_as_missing_and_the_difference_as_open()
    {
        var without = await FirstAsync("/suche?mode=initiatives&staff=unknown");
        var with = await FirstAsync("/suche?mode=initiatives&staff=lt1");

        var comparison = await portal.Reader.GetPageAsync(Address("/vergleich", [without, with]));

        var row = comparison.QuerySelectorAll("table.comparison tbody tr").Single(tr => tr.QuerySelector("th")!.Words() == "Stellen");
        Assert.Equal(["keine Angabe", "offen"], [row.QuerySelectorAll("td")[0].Words(), row.QuerySelector(".verdict")!.Words()]);
        Assert.DoesNotContain("differs", row.ClassList);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK, "Wählen Sie zwei bis vier Initiativen")]
    [InlineData("?id=" + Nobody, HttpStatusCode.NotFound, "Nicht gefunden: „" + Nobody + "“")]
    [InlineData("?id=%3Cscript%3E", HttpStatusCode.OK, "Das ist keine Kennung einer Initiative: „<script>“")]
    [InlineData("?id=&id=%00", HttpStatusCode.OK, "Wählen Sie zwei bis vier Initiativen")]
    public async Task Wrong_ids_lead_to_a_page_that_helps(string query, HttpStatusCode status, string sentence)
    {
        using var response = await portal.Reader.GetAsync("/vergleich" + query, TestContext.Current.CancellationToken);
        var page = Pages.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(sentence, page.Body!.Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form[action='/vergleich'] input[name=q]"));
    }

    [Fact]
    public async Task One_asks_for_a_second_and_the_search_adds_it()
    {
        var id = (await IdsAsync(1))[0];
        var page = await portal.Reader.GetPageAsync(Address("/vergleich", [id]) + "&q=Fachkr%C3%A4fte");
        Assert.Contains("Wählen Sie unten mindestens eine zweite", page.Body!.Words(), StringComparison.Ordinal);

        var added = await portal.Reader.GetPageAsync(page.QuerySelector(".choices a")!.GetAttribute("href")!);

        Assert.Equal(2, added.QuerySelectorAll("table.comparison thead th .title").Length);
    }

    [Fact]
    public async Task Of_five_the_first_four_are_shown_and_the_fifth_is_named_and_a_repeated_one_is_shown_once()
    {
        var ids = await IdsAsync(5);
        var five = await portal.Reader.GetPageAsync(Address("/vergleich", ids));
        Assert.Equal(4, five.QuerySelectorAll("table.comparison thead th .title").Length);
        Assert.Contains("Nebeneinander passen höchstens vier. Weggelassen:", five.Body!.Words(), StringComparison.Ordinal);

        var twice = await portal.Reader.GetPageAsync(Address("/vergleich", [ids[0], ids[1].ToUpperInvariant(), ids[1]]));
        Assert.Equal(2, twice.QuerySelectorAll("table.comparison thead th .title").Length);
        Assert.Contains("stand mehrfach in der Adresse", twice.Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_goes_along_as_CSV_and_as_a_workbook()
    {
        var address = Address("/vergleich", await IdsAsync(2));
        var csv = await portal.Reader.GetStringAsync(address.Replace("/vergleich", "/vergleich.csv", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, line => line.StartsWith("\"Kosten im Jahr\";", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("\"Quelle 1\";\"©", StringComparison.Ordinal));
        var workbook = await portal.Reader.GetByteArrayAsync(address.Replace("/vergleich", "/vergleich.xlsx", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Contains("Kosten im Jahr", Workbooks.Text(workbook), StringComparison.Ordinal);
        using var none = await portal.Reader.GetAsync("/vergleich.csv?id=" + Nobody, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static string Address(string path, IEnumerable<string> ids) => path + "?" + string.Join('&', ids.Select(id => "id=" + id));

    private async Task<List<string>> IdsAsync(int count) =>
        [.. (await portal.Reader.GetPageAsync("/suche?mode=initiatives")).QuerySelectorAll("[data-bookmark]").Select(a => a.GetAttribute("data-bookmark")!).Distinct().Take(count)];

    private async Task<string> FirstAsync(string search) =>
        (await portal.Reader.GetPageAsync(search)).QuerySelector(".hits [data-bookmark]")!.GetAttribute("data-bookmark")!;
}
