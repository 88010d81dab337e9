using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>The page of a success factor.</summary>
public sealed class FactorTests(SamplePortal portal)
{
    [Fact]
    public async Task Both_sides_have_the_numbers_of_the_matrix()
    {
        var row = (await portal.Reader.GetPageAsync("/erfolgsfaktoren")).QuerySelectorAll(".matrix tbody tr").First(row => row.QuerySelector(".total .share") is not null);
        var (against, all) = row.QuerySelector(".total .share")!.Words().TrimStart('▼', ' ').Split('/') is [var part, var whole] ? (Number(part), Number(whole)) : (0, 0);
        var factor = await portal.Reader.GetPageAsync(row.QuerySelector("th a")!.GetAttribute("href")!);
        Assert.Equal(all - against, Number(factor.QuerySelector("#for h2")!.Words()));
        Assert.Equal(against, Number(factor.QuerySelector("#against h2")!.Words()));
        Assert.Equal(Number(row.QuerySelector(".total b")!.Words()), Number(factor.QuerySelectorAll(".thread .number")[^1].Words()));
    }

    [Fact]
    public async Task Every_number_by_type_of_region_is_that_of_its_search_and_stands_in_the_picture()
    {
        foreach (var path in await PathsAsync(3))
        {
            var page = await portal.Reader.GetPageAsync(path);
            var rows = page.QuerySelectorAll("#types tbody tr").ToList();
            Assert.Equal(4, rows.Count);
            var drawn = page.QuerySelectorAll("#types svg .value-label").Select(text => text.Words()).ToList();
            Assert.All(rows.Zip(drawn), pair => Assert.Equal(
                pair.Second == "Lücke" ? "0 0" : pair.Second.Replace(" dafür,", "", StringComparison.Ordinal).Replace(" dagegen", "", StringComparison.Ordinal),
                string.Join(' ', pair.First.QuerySelectorAll("td").Select(cell => cell.Words()))));
            foreach (var link in rows.SelectMany(row => row.QuerySelectorAll("td a")))
            {
                Assert.Equal(Number(link.Words()), await HitsAsync(link.GetAttribute("href")!));
            }
        }
    }

    [Fact]
    public async Task Places_are_on_the_map_and_in_the_list_and_the_numbers_of_the_Laender_are_those_of_their_searches()
    {
        var page = await portal.Reader.GetPageAsync((await PathsAsync(1))[0]);
        var lands = page.QuerySelectorAll("#places .topics > li").ToList();
        Assert.InRange(lands.Count, 2, 16);
        foreach (var land in lands)
        {
            Assert.Equal(Number(land.QuerySelector("b")!.LastChild!.TextContent), await HitsAsync(land.QuerySelector(".line a")!.GetAttribute("href")!));
        }

        var listed = page.QuerySelectorAll("#places .topics p a").Select(link => link.Words()).ToHashSet();
        var drawn = page.QuerySelectorAll("#places a.pin title").Select(title => title.Words().Split(',', StringSplitOptions.TrimEntries)[0]).ToList();
        Assert.NotEmpty(drawn);
        Assert.All(drawn, place => Assert.Contains(listed, name => place.StartsWith(name, StringComparison.Ordinal)));
        Assert.NotEqual(0, await HitsAsync(page.QuerySelector("#places .topics p a")!.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("de", "#recognition", "#contraindications")]
    [InlineData("en", "#recognition", "#contraindications")]
    public async Task It_says_how_to_recognise_it_when_it_does_not_help_and_from_which_workshop_it_comes(string language, string recognition, string contraindications)
    {
        var withFindings = 0;
        foreach (var factor in (await portal.ItemsAsync()).Where(item => item.ContentType == "SuccessFactor" && (item.Culture ?? "de") == language))
        {
            var page = await portal.Reader.GetPageAsync("/" + factor.Path);
            Assert.InRange(page.QuerySelector(recognition)!.Words().Length, 60, int.MaxValue);
            Assert.InRange(page.QuerySelector(contraindications)!.Words().Length, 60, int.MaxValue);
            foreach (var finding in page.QuerySelectorAll("#findings .rows > li"))
            {
                withFindings++;
                Assert.Equal(2, finding.QuerySelectorAll("a").Length);
                Assert.NotNull((await portal.Reader.GetPageAsync(finding.QuerySelectorAll("a")[1].GetAttribute("href")!)).QuerySelector("h1"));
            }
        }

        Assert.InRange(withFindings, 10, int.MaxValue);
    }

    private static int Number(string text) => int.Parse(string.Concat(text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);

    private async Task<List<string>> PathsAsync(int most) => [.. (await portal.Reader.GetPageAsync("/erfolgsfaktoren")).QuerySelectorAll(".matrix tbody th a").Take(most).Select(link => link.GetAttribute("href")!)];

    private async Task<int> HitsAsync(string href) =>
        (await portal.Reader.GetPageAsync(href)).QuerySelector(".hits-head [role=status]") is { } status ? Number(status.Words()) : 0;
}
