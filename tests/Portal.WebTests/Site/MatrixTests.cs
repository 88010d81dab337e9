using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

public sealed class MatrixTests(SamplePortal portal)
{
    private readonly HttpClient _reader = portal.CreateClient();

    [Theory]
    [InlineData("/erfolgsfaktoren")]
    [InlineData("/erfolgsfaktoren?axis=handlungsfeld")]
    [InlineData("/en/success-factors")]
    public async Task Every_cell_is_the_number_of_hits_of_the_search_it_opens(string address)
    {
        var page = await _reader.GetPageAsync(address);
        var links = page.QuerySelectorAll(".matrix td a.left, .matrix td a.counter").ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var counted = string.Concat(link.QuerySelector(".n, b")!.Words().Where(char.IsAsciiDigit));
            var search = await _reader.GetPageAsync(link.GetAttribute("href")!);
            Assert.Equal(counted, search.QuerySelector(".hits-head [role=status]")!.Words().Split(' ')[0]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?axis=gemeindetyp")]
    [InlineData("?axis=land")]
    [InlineData("?axis=unsinn")]
    public async Task Every_row_has_a_cell_for_every_column(string axis)
    {
        var page = await _reader.GetPageAsync("/erfolgsfaktoren" + axis);
        var columns = page.QuerySelectorAll(".matrix thead th").Length;
        Assert.All(page.QuerySelectorAll(".matrix tbody tr, .matrix tfoot tr"), row => Assert.Equal(columns, row.Children.Length));
    }

    [Fact]
    public async Task A_gap_is_shown_as_one()
    {
        var page = await _reader.GetPageAsync("/erfolgsfaktoren?axis=land");
        Assert.All(page.QuerySelectorAll(".matrix .cell.empty"), cell => Assert.StartsWith("Lücke", cell.Words(), StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll(".matrix .cell.empty"));
    }

    [Fact]
    public async Task A_factor_shows_both_sides_with_the_numbers_of_the_matrix()
    {
        var matrix = await _reader.GetPageAsync("/erfolgsfaktoren");
        var row = matrix.QuerySelector(".matrix tbody tr")!;
        var numbers = row.QuerySelector(".total .value")!.Words().Split(' ').Where(w => w.All(char.IsAsciiDigit)).ToList();
        var factor = await _reader.GetPageAsync(row.QuerySelector("th a")!.GetAttribute("href")!);
        Assert.StartsWith(numbers[0] + " ", factor.QuerySelector("#for h2")!.Words(), StringComparison.Ordinal);
        Assert.StartsWith((numbers.Count > 1 ? numbers[1] : "0") + " ", factor.QuerySelector("#against h2")!.Words(), StringComparison.Ordinal);
        Assert.Equal(4, factor.QuerySelectorAll(".thread > li").Length);
    }
}
