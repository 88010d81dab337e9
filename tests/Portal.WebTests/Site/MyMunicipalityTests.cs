using System.Net;
using AngleSharp.Dom;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

public sealed class MyMunicipalityTests(RegionsPortal portal) : IClassFixture<RegionsPortal>
{
    private const string Burgstaedt = "/meine-kommune/14522060";

    [Fact]
    public async Task Every_figure_has_its_year_and_source_and_says_when_it_is_the_Kreis_s()
    {
        var page = await portal.Reader.GetPageAsync(Burgstaedt);
        var figures = page.QuerySelectorAll("dl.figures > div").ToDictionary(div => div.QuerySelector("dt")!.Words(), div => div.Words());

        Assert.Equal(6, figures.Count);
        Assert.Contains("10.475", figures["Einwohnerinnen und Einwohner"], StringComparison.Ordinal);
        Assert.Contains("2022, Quelle 1", figures["Einwohnerinnen und Einwohner"], StringComparison.Ordinal);
        Assert.Contains("−0,5 %", figures["Veränderung der Einwohnerzahl im Jahr"], StringComparison.Ordinal);
        Assert.Contains("2019 bis 2022, berechnet", figures["Veränderung der Einwohnerzahl im Jahr"], StringComparison.Ordinal);
        Assert.Contains("28,8 %", figures["65 Jahre und älter"], StringComparison.Ordinal);
        Assert.Contains("Wert für: Landkreis Mittelsachsen", figures["65 Jahre und älter"], StringComparison.Ordinal);
        Assert.DoesNotContain("Wert für", figures["Menschen je Quadratkilometer"], StringComparison.Ordinal);
        var sources = page.QuerySelectorAll("section.first ol li").Select(li => li.Words()).ToList();
        Assert.Equal("© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand 30.11.2023, Vervielfältigung und Verbreitung mit Quellenangabe gestattet", sources[0]);
        Assert.Contains("© Statistisches Bundesamt (Destatis), 2021, Tabelle 12411-0018, Datenlizenz Deutschland – Namensnennung – 2.0", sources);
    }

    [Theory]
    [InlineData(Burgstaedt)]
    [InlineData("/en/my-municipality/14522060")]
    public async Task The_twenty_most_similar_come_in_order_each_with_why_and_where_not(string path)
    {
        var page = await portal.Reader.GetPageAsync(path);
        var rows = page.QuerySelectorAll("table.peers tbody tr").ToList();

        Assert.Equal(20, rows.Count);
        Assert.DoesNotContain(rows, row => row.QuerySelector("th a")!.GetAttribute("href")!.EndsWith("14522060", StringComparison.Ordinal));
        var distances = rows.Select(row => decimal.Parse(row.QuerySelector(".total")!.Words().Split(' ')[^1].Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(distances.Order(), distances);
        Assert.All(rows, row => Assert.All(row.QuerySelectorAll("td"), cell => Assert.NotEmpty(cell.Words())));
        Assert.Equal(21, page.QuerySelectorAll(".wide-table tbody tr").Length);
        Assert.Equal(7 * 20, page.QuerySelectorAll(".scatter-chart .peer").Length);
    }

    [Fact]
    public async Task A_weight_in_the_address_changes_the_order_and_stays_in_the_form()
    {
        var plain = await portal.Reader.GetPageAsync(Burgstaedt);
        var weighted = await portal.Reader.GetPageAsync(Burgstaedt + "?w.population=5&w.change=0&w.density=0&w.older=0&w.younger=0&w.city=0&w.type=0");

        Assert.NotEqual(Names(plain), Names(weighted));
        Assert.Equal("5", weighted.QuerySelector("input[name='w.population']")!.GetAttribute("value"));
        Assert.True(weighted.QuerySelector("details.weights")!.HasAttribute("open"));
        Assert.False(plain.QuerySelector("details.weights")!.HasAttribute("open"));
        Assert.NotNull(weighted.QuerySelector("meta[name=robots][content=noindex]"));

        static string Names(IParentNode page) => string.Join('|', page.QuerySelectorAll("table.peers tbody th a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("w.population=viele", "„viele“ ist kein Gewicht für „w.population“")]
    [InlineData("w.population=-1", "liegt außerhalb von 0 bis 5")]
    [InlineData("w.population=5.01", "liegt außerhalb von 0 bis 5")]
    [InlineData("w.population=1e9", "ist kein Gewicht")]
    [InlineData("w.population=NaN", "ist kein Gewicht")]
    [InlineData("w.population=1&w.population=2", "steht mehrfach in der Adresse")]
    [InlineData("w.schoenheit=2", "Ein Gewicht „w.schoenheit“ gibt es nicht")]
    [InlineData("w.population=%E2%80%AE%00%3Cscript%3E", "ist kein Gewicht")]
    [InlineData("w.population=0&w.change=0&w.density=0&w.older=0&w.younger=0&w.city=0&w.type=0", "Alle Gewichte sind 0")]
    public async Task A_wrong_weight_is_refused_with_the_reason_and_the_page_still_helps(string query, string reason)
    {
        using var response = await portal.Reader.GetAsync($"{Burgstaedt}?{query}", TestContext.Current.CancellationToken);
        var page = Pages.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(reason, page.QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
        Assert.Equal(20, page.QuerySelectorAll("table.peers tbody tr").Length);
    }

    [Theory]
    [InlineData("/meine-kommune/99999999", HttpStatusCode.NotFound, "kennt das Portal nicht")]
    [InlineData("/meine-kommune/burgstaedt", HttpStatusCode.NotFound, "kennt das Portal nicht")]
    [InlineData("/meine-kommune/14", HttpStatusCode.NotFound, "Sachsen ist keine Gemeinde")]
    [InlineData("/meine-kommune/00", HttpStatusCode.NotFound, "Deutschland ist keine Gemeinde")]
    [InlineData("/meine-kommune/14522", HttpStatusCode.OK, "ist ein Kreis. Wählen Sie eine seiner Gemeinden")]
    [InlineData("/meine-kommune/14522450", HttpStatusCode.NotFound, "gibt es nach dem amtlichen Verzeichnis nicht mehr")]
    [InlineData("/meine-kommune?q=Xyzzyplugh", HttpStatusCode.OK, "Keine Gemeinde heißt so ähnlich")]
    public async Task A_key_that_is_no_municipality_leads_to_a_choice(string path, HttpStatusCode status, string sentence)
    {
        using var response = await portal.Reader.GetAsync(path, TestContext.Current.CancellationToken);
        var page = Pages.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(sentence, page.Body!.Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form input[name=q]"));
    }

    [Theory]
    [InlineData("burgstaedt")]
    [InlineData("Burgst")]
    [InlineData("14522060")]
    public async Task A_name_its_beginning_or_the_key_find_the_municipality(string query)
    {
        var page = await portal.Reader.GetPageAsync("/meine-kommune?q=" + query);
        Assert.Contains(Burgstaedt, page.QuerySelectorAll(".choices a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/meine-kommune/14612000", "/meine-kommune/14612")]
    [InlineData("/en/my-municipality/11000000", "/en/my-municipality/11")]
    public async Task A_kreisfreie_Stadt_has_one_address(string path, string canonical)
    {
        using var response = await portal.Reader.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.MovedPermanently, canonical), (response.StatusCode, response.Headers.Location?.ToString()));
        Assert.Equal(20, (await portal.Reader.GetPageAsync(canonical)).QuerySelectorAll("table.peers tbody tr").Length);
    }

    [Fact]
    public async Task What_was_tried_there_is_what_the_linked_search_finds()
    {
        var page = await portal.Reader.GetPageAsync(Burgstaedt);
        var note = page.QuerySelector("#h-initiatives")!.Closest("section")!.Words();
        var cards = page.QuerySelectorAll("#h-initiatives ~ ul.grid, section[aria-labelledby=h-initiatives] ul.grid > li").Length;
        Assert.True(cards > 0);
        Assert.Contains("aus Burgstädt selbst", note, StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll("table.peers td a"))
        {
            var count = int.Parse(link.Words().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            var search = await portal.Reader.GetPageAsync(link.GetAttribute("href")!);
            Assert.StartsWith($"{count} ", search.QuerySelector(".hits-head")!.Words(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_method_page_states_formula_limits_and_present_numbers()
    {
        var page = await portal.Reader.GetPageAsync("/meine-kommune/methode");
        Assert.Contains("√( Σ w · d² / Σ w )", page.Body!.Words(), StringComparison.Ordinal);
        Assert.Contains("d² = 2", page.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal(7, page.QuerySelectorAll(".wide-table tbody tr").Length);
    }
}
