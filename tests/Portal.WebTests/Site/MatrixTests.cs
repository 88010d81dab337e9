using System.Collections.Concurrent;
using System.Text;
using AngleSharp.Dom;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>Success factors × region type, Land, size class, field of action.</summary>
public sealed class MatrixTests(SamplePortal portal)
{
    private const int Readers = 4;

    private readonly ConcurrentDictionary<string, Task<(int Count, int BestGrade)>> _searches = new();

    [Theory]
    [InlineData("/erfolgsfaktoren", 4)]
    [InlineData("/erfolgsfaktoren?axis=gemeindetyp", 5)]
    [InlineData("/erfolgsfaktoren?axis=land", 16)]
    [InlineData("/erfolgsfaktoren?axis=groessenklasse", 7)]
    [InlineData("/erfolgsfaktoren?axis=handlungsfeld", 6)]
    [InlineData("/en/success-factors", 4)]
    [InlineData("/en/success-factors?axis=land", 16)]
    public async Task Every_cell_and_every_margin_says_what_the_search_it_opens_counts(string address, int columns)
    {
        var page = await portal.Reader.GetPageAsync(address);
        var wrong = new ConcurrentBag<string>();
        var heads = page.QuerySelectorAll(".matrix thead th a").Select(link => (Href: link.GetAttribute("href")!, Text: link.Words())).ToList();
        var cells = page.QuerySelectorAll(".matrix tbody td, .matrix tfoot td").Select(Cell.Of).ToList();
        Assert.Equal(columns + 1, heads.Count);
        Assert.Equal((columns + 1) * (page.QuerySelectorAll(".matrix tbody tr").Length + 1), cells.Count);
        Assert.Contains(cells, cell => cell.Contradicting > 0);
        await ForAllAsync(heads, async head => Expect(wrong, head.Href, Number(head.Text), (await SearchAsync(head.Href)).Count));
        await ForAllAsync(cells, async cell =>
        {
            Expect(wrong, cell.Href, cell.Initiatives, (await SearchAsync(cell.Href)).Count);
            var evidence = await SearchAsync(cell.Href.Replace("mode=initiatives", "mode=factors&by=none", StringComparison.Ordinal));
            if (cell.Initiatives > 0)
            {
                Expect(wrong, cell.Href + " best grade", cell.BestGrade, evidence.BestGrade);
            }

            if (cell.ShareHref is { } share)
            {
                Expect(wrong, cell.Href + " evidence", cell.Evidence, evidence.Count);
                Expect(wrong, share, cell.Contradicting, (await SearchAsync(share)).Count);
            }
            else
            {
                var against = cell.Href.Replace("&effect=promoting", "", StringComparison.Ordinal).Replace("mode=initiatives", "mode=factors", StringComparison.Ordinal);
                Expect(wrong, cell.Href + " no contradiction", 0, (await SearchAsync(against.Contains("effect=", StringComparison.Ordinal) ? against : against + "&effect=hindering&effect=neutral")).Count);
            }
        });
        Assert.True(wrong.IsEmpty, $"{wrong.Count} numbers:\n{string.Join('\n', wrong.Take(20))}");
    }

    [Fact]
    public async Task A_margin_counts_an_initiative_once_that_lies_in_two_columns_or_speaks_of_two_factors()
    {
        var page = await portal.Reader.GetPageAsync("/erfolgsfaktoren?axis=handlungsfeld");
        var rows = page.QuerySelectorAll(".matrix tbody tr").Select(row => row.QuerySelectorAll("td").Select(Cell.Of).ToList()).ToList();
        var foot = page.QuerySelectorAll(".matrix tfoot td").Select(Cell.Of).ToList();
        Assert.Contains(rows, row => row.SkipLast(1).Sum(cell => cell.Initiatives) > row[^1].Initiatives);
        Assert.True(rows.Sum(row => row[^1].Initiatives) > foot[^1].Initiatives);
        Assert.All(foot, (sum, column) => Assert.True(sum.Initiatives >= rows.Max(row => row[column].Initiatives)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?axis=gemeindetyp")]
    [InlineData("?axis=land")]
    [InlineData("?axis=unsinn")]
    [InlineData("?axis=land&axis=handlungsfeld")]
    public async Task Every_row_has_a_cell_for_every_column(string axis)
    {
        var page = await portal.Reader.GetPageAsync("/erfolgsfaktoren" + axis);
        var columns = page.QuerySelectorAll(".matrix thead th").Length;
        Assert.All(page.QuerySelectorAll(".matrix tbody tr, .matrix tfoot tr"), row => Assert.Equal(columns, row.Children.Length));
    }

    [Fact]
    public async Task A_gap_is_shown_and_spoken_as_one_and_opens_the_search_that_finds_nothing()
    {
        var page = await portal.Reader.GetPageAsync("/erfolgsfaktoren?axis=land");
        var gaps = page.QuerySelectorAll(".matrix a.cell.empty");
        Assert.NotEmpty(gaps);
        Assert.All(gaps, gap => Assert.Equal("Lücke", gap.Words()));
        Assert.Equal(0, (await SearchAsync(gaps[0].GetAttribute("href")!)).Count);
    }

    [Theory]
    [InlineData("/erfolgsfaktoren", "?axis=land")]
    [InlineData("/en/success-factors", "?axis=groessenklasse")]
    public async Task The_file_has_the_numbers_of_the_page(string path, string axis)
    {
        var page = await portal.Reader.GetPageAsync(path + axis);
        var href = page.QuerySelectorAll("a.button").Select(link => link.GetAttribute("href")!).Single(link => link.Contains(".csv", StringComparison.Ordinal));
        using var response = await portal.Reader.GetAsync(href, TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF');
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line[1..^1].Split("\";\"")).ToList();
        var cells = page.QuerySelectorAll(".matrix tbody td, .matrix tfoot td").Select(Cell.Of).ToList();
        Assert.Equal(cells.Select(cell => (cell.Initiatives, PortalFactory.PublicUrl + cell.Href)), lines.Select(line => (int.Parse(line[4], System.Globalization.CultureInfo.InvariantCulture), line[10])));
        Assert.All(lines.Zip(cells).Where(pair => pair.Second.ShareHref is not null), pair => Assert.Equal((pair.Second.Evidence, pair.Second.Contradicting), (Number(pair.First[6]), Number(pair.First[7]))));
        Assert.Contains("frei erfunden", await (await portal.Reader.GetAsync("/erfolgsfaktoren.csv", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matrix_over_all_Laender_stays_small()
    {
        var page = await portal.Reader.GetPageAsync("/erfolgsfaktoren?axis=land");
        var cells = page.QuerySelectorAll(".matrix tbody td").Length;
        Assert.InRange(page.QuerySelectorAll(".matrix *").Length, 1, 6 * cells);
    }

    private static async Task ForAllAsync<T>(IEnumerable<T> all, Func<T, Task> check) =>
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = TestContext.Current.CancellationToken }, async (one, _) => await check(one));

    private static void Expect(ConcurrentBag<string> wrong, string what, int said, int counted)
    {
        if (said != counted)
        {
            wrong.Add($"{what} says {said}, the search counts {counted}");
        }
    }

    private static int Number(string text) => int.Parse(string.Concat(text.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);

    private Task<(int Count, int BestGrade)> SearchAsync(string href) => _searches.GetOrAdd(href, async address =>
    {
        var page = await portal.Reader.GetPageAsync(address);
        var count = page.QuerySelector(".hits-head [role=status]") is { } status ? Number(status.Words()) : page.QuerySelector(".state-page") is not null ? 0 : -1;
        var grades = page.QuerySelectorAll(".filter input[name=grade]").Where(input => Number(input.Closest("label")!.QuerySelector("b")!.Words()) > 0).Select(input => Number(input.GetAttribute("value")!));
        return (count, grades.DefaultIfEmpty(0).Max());
    });

    private sealed record Cell(string Href, int Initiatives, int BestGrade, string? ShareHref, int Contradicting, int Evidence)
    {
        public static Cell Of(IElement cell)
        {
            var main = cell.QuerySelector("a")!;
            var share = cell.QuerySelector("a.share");
            var spoken = main.GetAttribute("aria-label") ?? "";
            var numbers = share?.GetAttribute("aria-label")!.Split(' ').Where(word => word.All(char.IsAsciiDigit)).Select(Number).ToList();
            var shown = main.QuerySelector("b") is { } number ? Number(number.Words()) : 0;
            Assert.StartsWith(shown == 0 ? "" : $"{shown} ", spoken, StringComparison.Ordinal);
            var grade = spoken.IndexOf("Beleg ", StringComparison.Ordinal) is >= 0 and var german ? spoken[german + 6] - '0' : spoken.IndexOf("evidence ", StringComparison.Ordinal) is >= 0 and var english ? spoken[english + 9] - '0' : 0;
            return new Cell(main.GetAttribute("href")!, shown, grade, share?.GetAttribute("href"), numbers?[0] ?? 0, numbers?[1] ?? 0);
        }
    }
}
