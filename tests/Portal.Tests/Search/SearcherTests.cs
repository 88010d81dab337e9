using Xunit;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class SearcherTests : IDisposable
{
    private readonly SearchIndex _index = new();

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("Bürger")]
    [InlineData("buerger")]
    [InlineData("burger")]
    [InlineData("BÜRGER")]
    public async Task Umlauts_are_found_in_every_spelling(string text)
    {
        await _index.OpenAsync(SearchIndex.Document("a", "Bürger planen mit"), SearchIndex.Document("b", "Buerger planen mit"), SearchIndex.Document("c", "Burger planen mit"), SearchIndex.Document("d", "Andere"));
        Assert.Equal(["a", "b", "c"], _index.Ids(text).Order());
    }

    [Theory]
    [InlineData("Rufbus", false)]
    [InlineData("Fahrplan", true)]
    public async Task A_text_is_left_out_where_one_before_it_shows_the_match(string query, bool bodyShown)
    {
        using var index = await new SearchIndex().OpenAsync(SearchIndex.Document("a", "Titel", summary: "Ein Rufbus für alle", body: "Der Rufbus hat einen Fahrplan."));

        var hit = Assert.Single(index.Search(new SearchRequest
        {
            Text = query, Culture = "de", Highlights = [new("summary", 0), new("body") { Unless = ["statement", "summary"] }],
        }).Hits);

        Assert.Equal(bodyShown, hit.Highlights.ContainsKey("body"));
        Assert.True(hit.Highlights.ContainsKey("summary"));
    }

    [Fact]
    public async Task A_word_with_umlaut_ranks_above_its_plain_twin()
    {
        await _index.OpenAsync(SearchIndex.Document("plain", "Forderung der Kommunen"), SearchIndex.Document("umlaut", "Förderung der Kommunen"), SearchIndex.Document("x", "Anderes"));
        Assert.Equal(["umlaut", "plain"], _index.Ids("Förderung"));
        Assert.Equal("plain", _index.Ids("Forderung")[0]);
    }

    [Fact]
    public async Task The_exact_form_ranks_above_another_inflection()
    {
        await _index.OpenAsync(SearchIndex.Document("many", "Die Dorfläden von nebenan"), SearchIndex.Document("genitive", "Des Dorfladens neuer Weg"), SearchIndex.Document("exact", "Der Dorfladen von nebenan"));
        Assert.Equal("exact", _index.Ids("Dorfladen")[0]);
        Assert.Equal(3, _index.Ids("Dorfladen").Length);
    }

    [Fact]
    public async Task Title_outweighs_summary_and_summary_outweighs_body()
    {
        await _index.OpenAsync(
            SearchIndex.Document("body", "Eins", body: "Hier steht Pendlerparkplatz einmal", summary: "Nichts davon steht hier"),
            SearchIndex.Document("summary", "Zwei", body: "Nichts davon steht hier unten", summary: "Ein Pendlerparkplatz entsteht"),
            SearchIndex.Document("title", "Pendlerparkplatz", body: "Nichts davon steht hier unten", summary: "Nichts davon steht hier"));
        Assert.Equal(["title", "summary", "body"], _index.Ids("Pendlerparkplatz"));
    }

    [Fact]
    public async Task A_full_title_finds_its_item_first_even_with_signs_in_it()
    {
        string[] titles = ["Zukunftswerkstatt Kommunen und Wirtschaft", "Zukunftswerkstatt Kommunen – Attraktiv im Wandel", "Mit -ohne \"Anführung", "Der, die, das", "Stadt-/Gemeindetyp", "C & A: Bürger*innen"];
        await _index.OpenAsync([
            .. titles.Select((t, i) => SearchIndex.Document($"t{i}", t)),
            .. titles.Select((t, i) => SearchIndex.Document($"b{i}", $"Bericht {i}", body: string.Join(' ', Enumerable.Repeat(t, 20)))),
        ]);
        for (var i = 0; i < titles.Length; i++)
        {
            Assert.Equal($"t{i}", _index.Ids(titles[i])[0]);
        }
    }

    [Theory]
    [InlineData("Email", "a b")]
    [InlineData("E-Mail", "a b c")]
    [InlineData("\"E Mail\"", "a c")]
    [InlineData("Gemeindetyp", "d")]
    [InlineData("Stadt-Marketing", "e")]
    [InlineData("Bürger*innen", "f")]
    [InlineData("Bürgerinnen", "f")]
    public async Task Joined_words_are_found_joined_and_apart(string text, string ids)
    {
        await _index.OpenAsync(
            SearchIndex.Document("a", "Per E-Mail"), SearchIndex.Document("b", "Per Email"), SearchIndex.Document("c", "Per E Mail"), SearchIndex.Document("d", "Stadt-/Gemeindetyp"),
            SearchIndex.Document("e", "Stadtmarketing"), SearchIndex.Document("f", "Für Bürger:innen"));
        Assert.Equal(ids, string.Join(' ', _index.Ids(text).Order()));
    }

    [Fact]
    public async Task A_phrase_needs_its_words_in_order_and_a_minus_excludes()
    {
        await _index.OpenAsync(
            SearchIndex.Document("a", "Weiche Standortfaktoren"), SearchIndex.Document("b", "Standortfaktoren, weiche"), SearchIndex.Document("c", "Weiche neue Standortfaktoren"));
        Assert.Equal(["a"], _index.Ids("\"weiche Standortfaktoren\""));
        Assert.Equal(["b"], _index.Ids("weiche Standortfaktoren -neue -\"weiche Standortfaktoren\""));
        Assert.Equal(["b", "c"], _index.Ids("-\"weiche Standortfaktoren\"").Order());
    }

    [Fact]
    public async Task Neighbouring_words_rank_above_scattered_ones()
    {
        await _index.OpenAsync(
            SearchIndex.Document("scattered", "Eins", body: "soziale Dienste und gute Nachbarn; auf dem Land gibt es viele Ideen und am Ende auch Teilhabe"),
            SearchIndex.Document("near", "Zwei", body: "gute Dienste und viele Nachbarn; auf dem Land gibt es am Ende Ideen und auch soziale Teilhabe"));
        Assert.Equal(["near", "scattered"], _index.Ids("soziale Teilhabe"));
    }

    [Fact]
    public async Task All_words_are_required_until_too_few_documents_have_them()
    {
        await _index.OpenAsync([
            SearchIndex.Document("both", "Bürgerbus und Dorfladen"),
            .. Enumerable.Range(0, 30).Select(i => SearchIndex.Document($"d{i}", $"Dorfladen {i}")),
            SearchIndex.Document("bus", "Bürgerbus")]);

        // Too few have both: the commoner word becomes optional.
        var result = _index.Search("Dorfladen Bürgerbus");
        Assert.Equal(["both", "bus"], result.Hits.Select(h => h.Id));
        Assert.Equal(["Dorfladen"], result.OptionalWords);

        // A word nobody has is no reason to find nothing.
        result = _index.Search("Dorfladen Raumstation");
        Assert.Equal(31, result.Total);
        Assert.Equal(["Raumstation"], result.OptionalWords);
        Assert.Empty(_index.Ids("Raumstation"));
    }

    [Fact]
    public async Task Stop_words_are_required_only_when_there_is_nothing_else()
    {
        await _index.OpenAsync(SearchIndex.Document("a", "Leben im Alter"), SearchIndex.Document("b", "Alter und Leben"), SearchIndex.Document("c", "Im Wandel"));
        Assert.Equal(["a", "b"], _index.Ids("Leben im Alter"));
        Assert.Equal(["a"], _index.Ids("\"Leben im Alter\""));
        Assert.Equal(["a", "c"], _index.Ids("im").Order());
    }

    [Fact]
    public async Task Documents_are_found_only_in_the_languages_that_show_them()
    {
        await _index.OpenAsync(
            SearchIndex.Document("de", "Rufbus") with { ShownIn = ["de", "en"] },
            SearchIndex.Document("translated", "Rufbus zwei"),
            SearchIndex.Document("en", "Rufbus buses", culture: "en"));
        Assert.Equal(["de", "translated"], _index.Ids("Rufbus").Order());
        Assert.Equal(["de", "en"], _index.Ids("Rufbus", "en").Order());
        Assert.Equal(["en"], _index.Ids("bus", "en"));
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_lose_hits_and_deep_ones_are_empty()
    {
        await _index.OpenAsync([.. Enumerable.Range(0, 250).Select(i => SearchIndex.Document($"d{i:D3}", $"Rückkehr {i}", body: string.Concat(Enumerable.Repeat("Rückkehr ", i % 7))))]);
        foreach (var sort in Enum.GetValues<SearchSort>())
        {
            var seen = Enumerable.Range(1, 9).SelectMany(page => _index.Search(new SearchRequest { Text = "Rückkehr", Culture = "de", Page = page, PageSize = 30, Sort = sort }).Hits).Select(h => h.Id).ToList();
            Assert.Equal(250, seen.Count);
            Assert.Equal(250, seen.Distinct().Count());
        }

        foreach (var page in (int[])[int.MinValue, 0, 10, 1_000_000, int.MaxValue])
        {
            var result = _index.Search(new SearchRequest { Text = "Rückkehr", Culture = "de", Page = page, PageSize = 30 });
            Assert.Equal((250, 9, page >= 10), (result.Total, result.LastPage, result.PageBeyondReach));
            Assert.Equal(page >= 10 ? 0 : 30, result.Hits.Count);
        }
    }

    [Fact]
    public async Task Hits_sort_by_date_and_by_title_in_German_order()
    {
        string[] titles = ["Zebra", "Ähre", "Aal", "Öl", "Ofen", "straße", "Strasse", "„Anfang“"];
        await _index.OpenAsync([.. titles.Select((t, i) => SearchIndex.Document(t, t) with { DateUtc = new DateTime(2020, 1, 1 + i, 0, 0, 0, DateTimeKind.Utc) })]);
        string[] Sorted(SearchSort sort) => [.. _index.Search(new SearchRequest { Culture = "de", Sort = sort }).Hits.Select(h => h.Id)];
        Assert.Equal(["Aal", "Ähre", "„Anfang“", "Ofen", "Öl", "Strasse", "straße", "Zebra"], Sorted(SearchSort.Title));
        Assert.Equal(titles.Reverse(), Sorted(SearchSort.Newest));
        Assert.Equal(titles.Reverse(), Sorted(SearchSort.Relevance));
    }

    [Fact]
    public async Task Hits_sort_by_a_number_either_way_with_those_without_it_last()
    {
        await _index.OpenAsync([.. new double[] { 200, 0, 100 }.Select(cost => SearchIndex.Document($"{cost}", "Kosten") with { Numbers = new Dictionary<string, double> { ["cost"] = cost } }), SearchIndex.Document("none", "Kosten")]);
        string[] Sorted(SearchSort sort, string? number) => [.. _index.Search(new SearchRequest { Text = "Kosten", Culture = "de", Sort = sort, SortNumber = number }).Hits.Select(h => h.Id)];
        Assert.Equal(["0", "100", "200", "none"], Sorted(SearchSort.NumberAscending, "cost"));
        Assert.Equal(["200", "100", "0", "none"], Sorted(SearchSort.NumberDescending, "cost"));
        Assert.Equal(4, Sorted(SearchSort.NumberAscending, "unknown").Length);
    }

    [Fact]
    public async Task Payload_comes_back_whole_even_when_long()
    {
        var payload = new byte[60_000];
        Random.Shared.NextBytes(payload);
        await _index.OpenAsync(SearchIndex.Document("a", "Lang", body: new string('x', 50_000)) with { Payload = payload });
        Assert.Equal(payload, _index.Search("lang").Hits.Single().Payload.ToArray());
    }

    [Fact]
    public async Task Numbers_are_bounded_by_ranges()
    {
        await _index.OpenAsync([.. Enumerable.Range(0, 5).Select(i => SearchIndex.Document($"{i}", "Kosten") with { Numbers = new Dictionary<string, double> { ["cost"] = i * 100 } }), SearchIndex.Document("none", "Kosten")]);
        string[] Between(double? from, double? to, string name = "cost") =>
            [.. _index.Search(new SearchRequest { Culture = "de", Ranges = new Dictionary<string, (double?, double?)> { [name] = (from, to) } }).Hits.Select(h => h.Id).Order()];
        Assert.Equal(["1", "2"], Between(100, 200));
        Assert.Equal(["3", "4"], Between(300, null));
        Assert.Empty(Between(0, null, "unknown"));
    }

    [Fact]
    public async Task No_text_makes_a_search_fail()
    {
        await _index.OpenAsync([.. Enumerable.Range(0, 40).Select(i => SearchIndex.Document($"{i}", $"Der E-Mail-Dienst x{i} der Bürger", body: "aaa bbb ä ß xx 'n'"))]);
        CsCheck.Check.Sample(QueryParserTests.Hostile, text =>
        {
            var result = _index.Search(new SearchRequest { Text = text, Culture = "de", Highlights = [new("title", 0), new("body")], FacetWishes = [new("goal")] });
            Assert.True(result.Hits.Count <= result.Total);
        });
    }
}
