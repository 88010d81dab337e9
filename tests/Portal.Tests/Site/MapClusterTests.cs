using CsCheck;
using Xunit;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Maps;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Portal.Tests.Site;

public sealed class MapClusterTests
{
    private static readonly RegionSnapshot _regions = SnapshotBuilder.Build(BaseData.Read());
    private static readonly IReadOnlyList<Region> _municipalities = [.. _regions.ByLevel(RegionLevel.Gemeinde).Where(region => region.CanonicalAgs == region.Ags)];

    public static TheoryData<int, string?> Sizes => new() { { 1, null }, { 40, null }, { 2_000, null }, { 9_000, null }, { 2_000, "14" }, { 300, "04" } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void No_two_circles_overlap_and_their_numbers_add_up(int most, string? land)
    {
        var frame = MapFrame.OfLand(_regions, land);
        Gen.Select(Gen.Int[1, most], Gen.Int[1, 2_000], Gen.Int).Sample(
            (number, height, seed) =>
            {
                var random = new Random(seed);
                var places = _municipalities.Where(region => land is null || region.LandAgs == land).OrderBy(_ => random.Next()).Take(number)
                    .Select(region => new PlaceCount(region, random.Next(1, height + 1), int.MaxValue, int.MaxValue)).OrderByDescending(place => place.Count).ToList();
                var clusters = MapCluster.Of(places, frame.Pixel);

                Assert.Equal(places.Sum(place => place.Count), clusters.Sum(cluster => cluster.Count));
                Assert.Equal(places.Count, clusters.SelectMany(cluster => cluster.Places).Distinct().Count());
                foreach (var (a, i) in clusters.Select((cluster, i) => (cluster, i)))
                {
                    Assert.All(clusters.Skip(i + 1), b => Assert.True(
                        Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2)) >= a.Radius + b.Radius, $"{ClusterSearches.Names(Language.German, a)} / {ClusterSearches.Names(Language.German, b)}"));
                }
            },
            iter: 20, threads: 1);
    }

    [Fact]
    public void Two_thousand_places_become_as_many_circles_as_a_map_can_carry()
    {
        var random = new Random(1);
        var places = _municipalities.OrderBy(_ => random.Next()).Take(2_000).Select(region => new PlaceCount(region, 1, 999, 999)).ToList();
        var clusters = MapCluster.Of(places, MapFrame.Germany(_regions).Pixel);
        Assert.InRange(clusters.Count, 40, 250);

        // Larger numbers stand in larger circles.
        Assert.Equal(clusters.Select(cluster => cluster.Radius).OrderDescending(), clusters.Select(cluster => cluster.Radius));
    }

    [Fact]
    public void Few_places_stay_by_themselves_in_circles_of_one_size()
    {
        PlaceCount[] places = [Place("14522060"), Place("01051044"), Place("09162")];
        var clusters = MapCluster.Of(places, MapFrame.Germany(_regions).Pixel);
        Assert.Equal(3, clusters.Count);
        Assert.Single(clusters.Select(cluster => cluster.Radius).Distinct());
    }

    [Fact]
    public void A_hit_with_several_places_in_one_Kreis_counts_once_in_a_dot_that_holds_them()
    {
        PlaceCount[] places = [new(_regions.Find("14522060")!, 2, 2, 4), new(_regions.Find("14522010")!, 2, 2, 4), new(_regions.Find("14511")!, 3, 3, 3)];
        Assert.Equal(5, Assert.Single(MapCluster.Of(places, MapFrame.Germany(_regions).Pixel)).Count);
    }

    [Fact]
    public void Places_are_what_the_counts_say_and_a_Kreis_stands_for_hits_without_a_municipality()
    {
        var places = PlaceCount.Of(Result(("14", 9), ("14522", 7), ("14522060", 3), ("14522010", 2), ("14511", 2), ("11", 4), ("09", 5), ("99999999", 1)), _regions, []);
        Assert.Equal([("11", 4), ("14522060", 3), ("14511", 2), ("14522", 2), ("14522010", 2)], places.Select(place => (place.Region.Ags, place.Count)));

        // A hit with two municipalities of a Kreis counts once there: nothing is left for the Kreis itself.
        Assert.Equal(["14522010", "14522060"], PlaceCount.Of(Result(("14522", 3), ("14522060", 2), ("14522010", 2)), _regions, []).Select(place => place.Region.Ags));
        Assert.Equal(["14511"], PlaceCount.Of(Result(("14522", 3), ("14522060", 3), ("14511", 2)), _regions, ["14511"]).Select(place => place.Region.Ags));
    }

    [Fact]
    public void A_circle_opens_the_search_in_its_places()
    {
        var state = new SearchState { Query = "Bus", Mode = "initiatives", Page = 3 }.With("land", "14").With("topic", "mobilitaet") with { Page = 3 };

        Assert.Equal("/suche?q=Bus&mode=initiatives&gemeinde=14522060&topic=mobilitaet", Href(new PlaceCount(_regions.Find("14522060")!, 3, 9, 9)));

        // All hits of a Kreis: the Kreis; else the places by name.
        PlaceCount[] some = [new(_regions.Find("14522060")!, 3, 4, 5), new(_regions.Find("14522010")!, 2, 4, 5), new(_regions.Find("14511")!, 2, 2, 2), new(_regions.Find("11")!, 1, 1, 1)];
        Assert.Equal("/suche?q=Bus&mode=initiatives&land=11&kreis=14522&kreis=14511&topic=mobilitaet", Href(some));
        Assert.Equal("/suche?q=Bus&mode=initiatives&gemeinde=14522060&gemeinde=14522010&topic=mobilitaet", Href([.. some.Take(2).Select(place => place with { Together = 6 })]));

        // Too many to name: around the one in the middle, as far as the last.
        var many = Href([.. _municipalities.Where(region => region.LandAgs == "14").Take(60).Select(region => new PlaceCount(region, 1, 99, 99))]);
        Assert.Matches(@"^/suche\?q=Bus&mode=initiatives&topic=mobilitaet&umkreis=14\d+&km=\d+$", many);

        string Href(params PlaceCount[] places)
        {
            var (x, y) = LandOutlines.Project(places[0].Region.Latitude!.Value, places[0].Region.Longitude!.Value);
            return ClusterSearches.Of(ClusterSearches.Anywhere(state), new MapCluster(places, places.Sum(place => place.Count), x, y, 9)).Href("/suche");
        }
    }

    [Fact]
    public void A_circle_is_named_by_its_first_places()
    {
        Assert.Equal("Burgstädt", Names(1));
        Assert.Equal("Burgstädt, Chemnitz, Flöha, Mittweida", Names(4));
        Assert.Equal("Burgstädt, Chemnitz, Flöha und 2 weitere Orte", Names(5));

        static string Names(int number) => ClusterSearches.Names(
            Language.German, new MapCluster([.. new[] { "14522060", "14511", "14522140", "14522360", "14522010" }.Take(number).Select(Place)], number, 0, 0, 1));
    }

    private static PlaceCount Place(string ags) => new(_regions.Find(ags)!, 1, 1, 1);

    private static SearchResult Result(params (string Code, int Count)[] values) => new()
    {
        Total = 9, Page = 1, LastPage = 1, Hits = [], ModeCounts = new Dictionary<string, int>(), Timings = new SearchTimings(TimeSpan.Zero, TimeSpan.Zero),
        Facets = [new FacetResult("region", [], false) { Whole = [.. values.Select(value => new FacetCount(value.Code, value.Count, null, 0, false))] }],
    };
}
