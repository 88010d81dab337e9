using CsCheck;
using Xunit;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Faceting;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class FacetTests : IDisposable
{
    private static readonly string[] _goals = ["economy", "structures", "together"];
    private static readonly string[] _topics = ["a/a1", "a/a2", "b/b1", "b"];
    private static readonly string[] _regions = ["14522060", "14522010", "14511000", "07131001", "14", "00"];
    private static readonly string[] _words = ["bus", "laden", "haus"];

    private readonly SearchIndex _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task A_selection_does_not_shrink_the_counts_of_its_own_facet()
    {
        await _index.OpenAsync(
            SearchIndex.Document("1", "Eins", facets: [("goal", "economy"), ("topic", "a/a1")]),
            SearchIndex.Document("2", "Zwei", facets: [("goal", "structures"), ("topic", "a/a1")]),
            SearchIndex.Document("3", "Drei", facets: [("goal", "structures"), ("topic", "b/b1")]));
        var result = _index.Search(Select([("goal", "economy")]));
        Assert.Equal(1, result.Total);
        Assert.Equal([("structures", 2, false), ("economy", 1, true)], result.Facets[0].Values.Select(v => (v.Code, v.Count, v.Selected)));
        Assert.Equal([("a", 1)], result.Facets[1].Values.Select(v => (v.Code, v.Count)));
    }

    [Fact]
    public void Any_of_several_values_is_had_by_the_documents_that_have_one_of_them()
    {
        // Values 0 to 9 belong to the first facet, 10 to 99 to the second, the first of which is common.
        byte[] facets = [.. Enumerable.Range(0, 100).Select(value => (byte)(value < 10 ? 0 : 1))];
        var row = Gen.Select(Gen.Int[0, 9].Array[0, 3], Gen.Frequency((3, Gen.Const(10)), (1, Gen.Int[11, 99])).Array[0, 4], (a, b) => a.Concat(b).Distinct().Order().ToArray());
        row.Array[0, 200].Sample(
            rows =>
            {
                var starts = rows.Aggregate(new List<int> { 0 }, (list, r) => [.. list, list[^1] + r.Length]).ToArray();
                var column = FacetColumn.Of(starts, [.. rows.SelectMany(r => r)]);
                for (var facet = 0; facet < 2; facet++)
                {
                    var lists = new FacetLists(column.Pairs(facet, facets), rows.Length / 32);
                    for (var value = 0; value < facets.Length; value++)
                    {
                        var expected = rows.Index().Where(r => facets[value] == facet && r.Item.Contains(value)).Select(r => r.Index).ToList();
                        Assert.Equal(expected.Count > rows.Length / 32, lists.IsCommon(value));
                        if (!lists.IsCommon(value))
                        {
                            Assert.Equal(expected, lists.Of(value).ToArray());
                        }
                    }
                }
            },
            iter: 200, threads: 1);
    }

    [Fact]
    public async Task A_hierarchy_opens_below_what_is_selected()
    {
        await _index.OpenAsync(
            SearchIndex.Document("1", "Eins", facets: [("region", "14522060")]),
            SearchIndex.Document("2", "Zwei", facets: [("region", "14522010"), ("region", "07131001")]),
            SearchIndex.Document("3", "Drei", facets: [("region", "00")]));
        Assert.Equal(["14", "00", "07"], Codes());
        Assert.Equal(["14", "00", "07", "14522"], Codes("14"));
        Assert.Equal(["14", "00", "07", "14522", "14522010", "14522060"], Codes("14", "14522"));

        // The drilled-down code replaces the ones above it.
        Assert.Equal(1, _index.Search(Select([("region", "14"), ("region", "14522"), ("region", "14522060")])).Total);

        // An unknown code finds nothing and stays visible, so that it can be taken away.
        var result = _index.Search(Select([("region", "99")]));
        Assert.Equal(0, result.Total);
        Assert.Contains(result.Facets[2].Values, v => v is { Code: "99", Count: 0, Selected: true });

        string[] Codes(params string[] selected) => [.. _index.Search(Select([.. selected.Select(s => ("region", s))])).Facets[2].Values.Select(v => v.Code)];
    }

    [Fact]
    public async Task A_whole_facet_has_every_value_of_every_level_beside_the_opened_ones()
    {
        await _index.OpenAsync(
            SearchIndex.Document("1", "Eins", facets: [("region", "14522060"), ("goal", "economy")]),
            SearchIndex.Document("2", "Zwei", facets: [("region", "14522010"), ("goal", "economy")]),
            SearchIndex.Document("3", "Drei", facets: [("region", "07131001")]));
        var result = _index.Search(new SearchRequest
        {
            Culture = "de",
            FacetWishes = [new("region", 1) { Whole = true }, new("region", 1)],
            Facets = new Dictionary<string, IReadOnlyList<string>> { ["goal"] = ["economy"] },
        });
        Assert.Equal(["14"], result.Facets[0].Values.Select(v => v.Code));
        Assert.Equal([("14", 2, 0), ("14522", 2, 1), ("14522010", 1, 2), ("14522060", 1, 2)], result.Facets[0].Whole.Select(v => (v.Code, v.Count, v.Level)).Order());
        Assert.Empty(result.Facets[1].Whole);
    }

    [Fact]
    public async Task Numbers_fall_into_their_ranges()
    {
        await _index.OpenAsync(
            SearchIndex.Document("1", "Eins", facets: [("staff", "0")]), SearchIndex.Document("2", "Zwei", facets: [("staff", "0.5")]),
            SearchIndex.Document("3", "Drei", facets: [("staff", "3")]), SearchIndex.Document("4", "Vier", facets: [("staff", "viel")]));
        Assert.Equal(["few", "many", "none"], _index.Search(Select([])).Facets[3].Values.Select(v => v.Code).Order());
    }

    [Fact]
    public async Task The_limit_keeps_the_commonest_values_and_the_selected_ones()
    {
        await _index.OpenAsync([.. Enumerable.Range(0, 40).Select(i => SearchIndex.Document($"{i}", "Ziel", facets: [("goal", $"g{i % 9}"), ("goal", "all")]))]);
        var result = _index.Search(new SearchRequest
        {
            Culture = "de",
            FacetWishes = [new("goal", 2)],
            Facets = new Dictionary<string, IReadOnlyList<string>> { ["goal"] = ["g8"] },
        });
        Assert.Equal(["all", "g0", "g8"], result.Facets[0].Values.Select(v => v.Code));
        Assert.True(result.Facets[0].Cut);
    }

    /// <summary>Totals, counts of modes and of all facets agree with counting by hand, in one segment and in many, with deletions.</summary>
    [Fact]
    public async Task Counts_agree_with_counting_by_hand()
    {
        var document = Gen.Select(Subset(_goals), Subset(_topics), Subset(_regions), Subset(_words), Gen.OneOf("initiatives", "factors", "findings"), Gen.OneOf("de", "en"))
            .Select((goals, topics, regions, words, mode, culture) => (goals, topics, regions, words, mode, culture));
        var documents = document.Array[60].Single();
        await _index.OpenAsync();
        var live = new Dictionary<string, SearchDocument>();

        // Put one by one, some of them twice and some removed: several segments with deletions.
        for (var i = 0; i < documents.Length; i++)
        {
            var d = documents[i];
            var id = $"d{i % 47}";
            live[id] = SearchIndex.Document(
                id, $"Titel {i}", body: string.Join(' ', d.words), culture: d.culture, mode: d.mode,
                facets: [.. d.goals.Select(g => ("goal", g)), .. d.topics.Select(t => ("topic", t)), .. d.regions.Select(r => ("region", r))]);
            _index.Put(live[id]);
            if (i % 11 == 10)
            {
                _index.Remove(id);
                live.Remove(id);
            }
        }

        var request = Gen.Select(
            Subset(_goals), Subset([.. _topics, "a", "a1", "zzz"]), Subset([.. _regions, "14522", "07"]), Gen.OneOf("", "bus", "laden", "bus haus"),
            Subset(["initiatives", "factors", "findings"]), Gen.Bool);
        Check.Sample(request, r =>
        {
            var (goals, topics, regions, text, modes, date) = r;
            var selection = new Dictionary<string, string[]> { ["goal"] = goals, ["topic"] = [.. topics.Select(t => t[(t.IndexOf('/', StringComparison.Ordinal) + 1)..]).Distinct()], ["region"] = regions };
            var result = _index.Search(new SearchRequest
            {
                Text = text,
                Culture = "de",
                Modes = modes,
                Sort = date ? SearchSort.Newest : SearchSort.Relevance,
                PageSize = 100,
                Facets = selection.ToDictionary(s => s.Key, s => (IReadOnlyList<string>)s.Value),
                FacetWishes = [new("goal"), new("topic"), new("region")],
            });

            // The relaxation of two words is tested elsewhere; here both words are what remains required.
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(result.OptionalWords).ToArray();
            var matching = live.Values.Where(d => d.Culture == "de" && words.All(w => d.Texts["body"][0].Split(' ').Contains(w))).ToList();
            string[] searched = modes.Length == 0 ? ["initiatives", "findings"] : modes;
            var hits = matching.Where(d => searched.Contains(d.Mode) && selection.Keys.All(f => Passes(d, f))).ToList();
            Assert.Equal(hits.Count, result.Total);
            Assert.Equal(hits.Select(d => d.Id).Order(), result.Hits.Select(h => h.Id).Order());
            Assert.All(result.ModeCounts, m => Assert.Equal(matching.Count(d => d.Mode == m.Key && selection.Keys.All(f => Passes(d, f))), m.Value));
            foreach (var facet in result.Facets)
            {
                var others = matching.Where(d => searched.Contains(d.Mode) && selection.Keys.Where(f => f != facet.Name).All(f => Passes(d, f))).ToList();
                Assert.All(facet.Values, v => Assert.Equal(others.Count(d => All(d, facet.Name).Contains(v.Code)), v.Count));
                var top = others.SelectMany(d => All(d, facet.Name).Where(c => IsTop(facet.Name, c))).Distinct();
                Assert.Empty(top.Except(facet.Values.Select(v => v.Code)));
            }

            bool Passes(SearchDocument d, string facet)
            {
                var effective = selection[facet].Where(c => !selection[facet].Any(other => other != c && Above(facet, other).Contains(c))).ToArray();
                return selection[facet].Length == 0 || effective.Intersect(All(d, facet)).Any();
            }
        });
    }

    private static Gen<string[]> Subset(string[] values) => Gen.Int[0, (1 << values.Length) - 1].Select(bits => values.Where((_, i) => (bits >> i & 1) == 1).ToArray());

    private static string[] All(SearchDocument document, string facet) =>
        document.Facets.TryGetValue(facet, out var values) ? [.. values.SelectMany(v => Above(facet, v).Append(v[(v.LastIndexOf('/') + 1)..])).Distinct()] : [];

    private static string[] Above(string facet, string value) => facet switch
    {
        "region" => [.. new[] { 2, 5, 8 }.Where(l => l < value.Length).Select(l => value[..l])],
        "topic" when value.Contains('/', StringComparison.Ordinal) => [value.Split('/')[0]],
        "topic" when value.Length == 2 => [value[..1]],
        _ => [],
    };

    private static bool IsTop(string facet, string code) => facet == "goal" || Above(facet, code).Length == 0;

    private static SearchRequest Select((string Facet, string Value)[] selected) => new()
    {
        Culture = "de",
        Facets = selected.GroupBy(s => s.Facet).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(s => s.Value)]),
        FacetWishes = [new("goal"), new("topic"), new("region"), new("staff")],
    };
}
