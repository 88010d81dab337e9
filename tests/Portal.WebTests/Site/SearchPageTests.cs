using System.Net;
using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

public sealed class SearchPageTests(SamplePortal portal)
{
    private readonly HttpClient _reader = portal.CreateClient();

    [Theory]
    [InlineData("/suche?topic=gibt-es-nicht", "topic: gibt-es-nicht")]
    [InlineData("/suche?land=99&q=Bus", "land: 99")]
    [InlineData("/suche?year=heute", "year: heute")]
    [InlineData("/suche?regiontype=%3Cscript%3E", "regiontype: <script>")]
    public async Task An_unknown_value_becomes_a_removable_chip_with_an_explanation(string address, string label)
    {
        var page = await _reader.GetPageAsync(address);
        var chip = Assert.Single(page.QuerySelectorAll(".chip.unknown"));
        Assert.StartsWith(label, chip.Words(), StringComparison.Ordinal);
        Assert.Contains("kennt das Portal nicht", page.Body!.Words(), StringComparison.Ordinal);
        var without = await _reader.GetPageAsync(chip.GetAttribute("href")!);
        Assert.Empty(without.QuerySelectorAll(".chip.unknown"));
    }

    [Theory]
    [InlineData("/suche?page=-1")]
    [InlineData("/suche?page=999999")]
    [InlineData("/suche?mode=unsinn&sort=unsinn&effect=unsinn&factor=unsinn")]
    [InlineData("/suche?q=%22%28%29%5B%5D%2A%3F%5C%3A%7E%5E%21")]
    [InlineData("/en/search?q=%E2%80%AE&land=1&land=&gemeinde=abc")]
    public async Task No_address_is_an_error(string address)
    {
        using var response = await _reader.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Without_hits_the_page_names_the_filter_to_drop_and_what_is_left()
    {
        var page = await _reader.GetPageAsync("/suche?mode=initiatives&land=14&topic=gibt-es-nicht");
        var way = page.QuerySelectorAll(".ways-out li").First(li => li.TextContent.Contains("topic: gibt-es-nicht", StringComparison.Ordinal));
        var promised = way.QuerySelector(".quiet")!.Words();
        var there = await _reader.GetPageAsync(way.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(promised, there.QuerySelector(".hits-head [role=status]")!.Words());
    }

    [Fact]
    public async Task A_value_of_a_facet_promises_the_number_of_hits_it_leaves()
    {
        var page = await _reader.GetPageAsync("/suche?mode=initiatives");
        var checks = page.QuerySelectorAll(".filter input[type=checkbox]").Take(12).ToList();
        Assert.NotEmpty(checks);
        foreach (var check in checks)
        {
            var promised = check.Closest("label")!.QuerySelector("b")!.Words();
            var there = await _reader.GetPageAsync($"/suche?mode=initiatives&{check.GetAttribute("name")}={Uri.EscapeDataString(check.GetAttribute("value")!)}");
            Assert.StartsWith(promised + " ", there.QuerySelector(".hits-head [role=status]")!.Words(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/suche", false)]
    [InlineData("/suche?q=Bus", true)]
    [InlineData("/en/search?land=14", true)]
    public async Task Search_engines_see_the_plain_search_only(string address, bool noindex)
    {
        var page = await _reader.GetPageAsync(address);
        Assert.Equal(noindex, page.QuerySelector("meta[name=robots][content=noindex]") is not null);
    }

    [Fact]
    public async Task Every_number_on_the_map_stands_in_a_table()
    {
        var page = await _reader.GetPageAsync("/suche?mode=initiatives");
        var tables = page.QuerySelectorAll(".map-table");
        Assert.Equal(2, tables.Length);
        Assert.Equal(
            page.QuerySelectorAll(".side-map a.pin").Select(pin => (pin.GetAttribute("href"), pin.QuerySelector("text")!.Words())),
            tables[0].QuerySelectorAll("tbody tr").Select(row => (row.QuerySelector("a")!.GetAttribute("href"), row.QuerySelector("td")!.Words())));
        Assert.Equal(16, tables[1].QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("/suche?mode=initiatives")]
    [InlineData("/suche?q=Verein")]
    [InlineData("/suche?mode=factors&land=14")]
    public async Task Every_dot_on_the_map_opens_hits_of_its_places_and_no_more_than_it_counts(string address)
    {
        var pins = (await _reader.GetPageAsync(address)).QuerySelectorAll(".side-map a.pin");
        Assert.NotEmpty(pins);
        foreach (var pin in pins)
        {
            var number = int.Parse(pin.QuerySelector("text")!.Words(), System.Globalization.CultureInfo.InvariantCulture);
            var there = (await _reader.GetPageAsync(pin.GetAttribute("href")!)).QuerySelector(".hits-head [role=status]")!.Words();

            // Over the borders of a Kreis a hit with several places counts at each.
            Assert.InRange(int.Parse(there.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), (number + 1) / 2, number);
        }
    }

    [Theory]
    [InlineData("/suche?mode=initiatives", true)]
    [InlineData("/suche?mode=initiatives&umkreis=14522060&km=50", false)]
    [InlineData("/suche?mode=initiatives&kreis=14522", false)]
    [InlineData("/suche?mode=initiatives&land=14", false)]
    public async Task The_map_shows_where_the_search_looks(string address, bool germany)
    {
        var box = (await _reader.GetPageAsync(address)).QuerySelector(".side-map svg")!.GetAttribute("viewBox")!;
        var width = double.Parse(box.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(germany, width > 500);
    }

    [Theory]
    [InlineData("/suche")]
    [InlineData("/suche?sort=newest&q=Verein")]
    [InlineData("/suche?mode=findings")]
    public async Task Without_words_what_was_published_last_comes_first(string address)
    {
        var published = await ByPathAsync(item => item.PublishedUtc);
        var dates = (await _reader.GetPageAsync(address)).QuerySelectorAll(".hits h2 a").Select(link => published[link.GetAttribute("href")!]).ToList();
        Assert.InRange(dates.Distinct().Count(), 5, int.MaxValue);
        Assert.Equal(dates.OrderDescending(), dates);
    }

    [Fact]
    public async Task Events_to_come_begin_with_the_next_and_past_ones_with_the_last()
    {
        var starts = await ByPathAsync(item => item.Date("Event", "Start"));
        var lists = (await _reader.GetPageAsync("/veranstaltungen")).QuerySelectorAll("main .rows")
            .Select(list => list.QuerySelectorAll("h3 a").Select(link => starts[link.GetAttribute("href")!]).ToList()).ToList();
        Assert.Equal(2, lists.Count);
        Assert.InRange(lists[0].Count, 2, int.MaxValue);
        Assert.Equal(lists[0].Order(), lists[0]);
        Assert.Equal(lists[1].OrderDescending(), lists[1]);
        Assert.Equal(starts.Values.OfType<DateTime>().Max(), (await FirstEventAsync("/suche?mode=events")));

        async Task<DateTime?> FirstEventAsync(string address) => starts[(await _reader.GetPageAsync(address)).QuerySelector(".hits h2 a")!.GetAttribute("href")!];
    }

    [Fact]
    public async Task A_hit_shows_its_abstract_or_a_passage_of_one_field()
    {
        var bodies = await ByPathAsync(item => item);
        var page = await _reader.GetPageAsync("/suche?q=Verein&mode=initiatives");
        var texts = page.QuerySelectorAll(".hits article").Select(hit => (
            Item: bodies[hit.QuerySelector("h2 a")!.GetAttribute("href")!],
            Text: hit.QuerySelectorAll("p:not(.meta)").Select(p => p.Words()).FirstOrDefault() ?? "")).ToList();
        Assert.InRange(texts.Count, 10, int.MaxValue);
        Assert.All(texts, hit => Assert.Contains(
            hit.Text.Trim('…', ' '),
            string.Join(" | ", Values(hit.Item.Content)).Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal));

        static IEnumerable<string> Values(JsonElement json) => json.ValueKind switch
        {
            JsonValueKind.String => json.GetString()!.Split('\n'),
            JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Values(member.Value)),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Values),
            _ => [],
        };
    }

    private async Task<Dictionary<string, T>> ByPathAsync<T>(Func<ContentItem, T> value) =>
        (await portal.ItemsAsync()).Where(item => item.Path is not null).ToDictionary(item => "/" + item.Path, value);
}
