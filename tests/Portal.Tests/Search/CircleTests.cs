using Xunit;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Search;

/// <summary>The search around a point.</summary>
public sealed class CircleTests : IDisposable
{
    private static readonly GeoPoint _burgstaedt = new(50.9167, 12.8167);
    private static readonly GeoPoint _chemnitz = new(50.8333, 12.9167);
    private static readonly GeoPoint _eastOfChemnitz = new(50.8333, 12.93);
    private static readonly GeoPoint _dresden = new(51.05, 13.74);
    private static readonly GeoPoint _hamburg = new(53.55, 10.0);

    private readonly SearchIndex _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Distances_are_those_of_a_map()
    {
        Assert.InRange(_burgstaedt.KilometresTo(_chemnitz), 11.4, 11.8);
        Assert.InRange(_dresden.KilometresTo(_hamburg), 374, 380);
        Assert.Equal(0, _dresden.KilometresTo(_dresden), 9);
        Assert.Equal(_dresden.KilometresTo(_hamburg), _hamburg.KilometresTo(_dresden), 9);
        Assert.InRange(new GeoPoint(0, 0).KilometresTo(new GeoPoint(0, 180)), 20_015, 20_016);
    }

    [Theory]
    [InlineData(5, "b")]
    [InlineData(15, "b c two")]
    [InlineData(80, "b c two d")]
    [InlineData(200, "b c two d")]
    public async Task What_has_a_point_in_the_circle_is_found_the_nearest_first(double kilometres, string ids)
    {
        await OpenAsync();
        var result = Around(kilometres, SearchSort.Distance);
        Assert.Equal(ids.Split(' '), result.Hits.Select(h => h.Id));
        Assert.Equal(result.Hits.Count, result.Total);
        Assert.All(result.Hits, hit => Assert.InRange(hit.Kilometres!.Value, 0, kilometres));
    }

    [Fact]
    public async Task The_distance_of_what_lies_in_several_places_is_that_of_the_nearest()
    {
        await OpenAsync();
        var two = Around(500, SearchSort.Distance).Hits.Single(h => h.Id == "two");
        Assert.Equal(_burgstaedt.KilometresTo(_eastOfChemnitz), two.Kilometres!.Value, 2);
    }

    [Fact]
    public async Task Words_facets_and_circle_go_together_and_counts_are_those_of_the_circle()
    {
        await OpenAsync();
        var result = _index.Search(new SearchRequest
        {
            Text = "Verein",
            Culture = "de",
            Around = new Circle(_burgstaedt, 15),
            FacetWishes = [new FacetWish("goal")],
            Facets = new Dictionary<string, IReadOnlyList<string>> { ["goal"] = ["x"] },
        });
        Assert.Equal(["b"], result.Hits.Select(h => h.Id));
        Assert.Equal([("x", 1), ("y", 2)], result.Facets.Single().Values.OrderBy(v => v.Code).Select(v => (v.Code, v.Count)));
    }

    [Fact]
    public async Task A_document_that_moves_is_found_where_it_is_now()
    {
        await OpenAsync();
        Assert.Equal(1, Around(5, SearchSort.Relevance).Total);
        _index.Put(SearchIndex.Document("b", "Verein B") with { Points = [_hamburg] }, SearchIndex.Document("h", "Verein H") with { Points = [_burgstaedt] });
        Assert.Equal(["h"], Around(5, SearchSort.Relevance).Hits.Select(h => h.Id));
    }

    [Fact]
    public async Task Without_a_circle_there_is_no_distance_and_the_order_is_that_of_relevance()
    {
        await OpenAsync();
        var result = _index.Search(new SearchRequest { Text = "Verein B", Culture = "de", Sort = SearchSort.Distance });
        Assert.Equal("b", result.Hits[0].Id);
        Assert.All(result.Hits, hit => Assert.Null(hit.Kilometres));
    }

    private SearchResult Around(double kilometres, SearchSort sort) =>
        _index.Search(new SearchRequest { Culture = "de", Around = new Circle(_burgstaedt, kilometres), Sort = sort });

    private Task<SearchIndex> OpenAsync() => _index.OpenAsync(
        SearchIndex.Document("nowhere", "Verein Nirgends"),
        SearchIndex.Document("d", "Verein D") with { Points = [_dresden] },
        SearchIndex.Document("c", "Verein C", facets: ("goal", "y")) with { Points = [_chemnitz] },
        SearchIndex.Document("far", "Verein H") with { Points = [_hamburg] },
        SearchIndex.Document("two", "Verein Zwei", facets: ("goal", "y")) with { Points = [_hamburg, _eastOfChemnitz] },
        SearchIndex.Document("b", "Verein B", facets: ("goal", "x")) with { Points = [_burgstaedt] });
}
