using CsCheck;
using Xunit;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

public sealed class OutlineShapeTests
{
    private static readonly Gen<GridPoint[]> _ring = Gen.Select(Gen.Int[-6, 6], Gen.Int[-6, 6]).Select((x, y) => new GridPoint(x, y)).Array[0, 14];

    [Fact]
    public void A_clean_ring_has_no_repeated_point_and_no_spike_and_its_area_is_as_before() => _ring.Sample(ring =>
    {
        var clean = Rings.Clean(ring);
        Assert.Equal(Rings.DoubleArea(ring), Rings.DoubleArea(clean));
        for (var i = 0; i < clean.Length; i++)
        {
            var (before, after) = (clean[(i + clean.Length - 1) % clean.Length], clean[(i + 1) % clean.Length]);
            Assert.True(clean[i] != after && before != after, string.Join(" ", clean));
        }
    });

    [Fact]
    public void What_is_written_is_read_back() => _ring.Where(ring => ring.Length > 0).Array[0, 4].Sample(rings =>
        Assert.Equal(rings, Rings.Read(Rings.Write(rings))));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(1_000)]
    public void However_few_points_are_left_neighbours_keep_their_common_border_and_their_area(int most)
    {
        var content = new OutlineContent();
        OutlineImporter.Read(new InventedOutlines(4, 4, [.. Enumerable.Range(0, 16).Select(i => $"140{i:00}")], steps: 30).GeoJson(), content);
        Assert.Empty(content.Errors);

        var simple = OutlineSimplifier.Simplify(content.Features, most);

        Assert.Equal(16, simple.Count);
        Assert.All(simple, feature => Assert.True(feature.Rings.Sum(ring => Rings.DoubleArea(ring)) > 0));
        var together = Assert.Single(Borders.Outside(simple.SelectMany(feature => feature.Rings)));
        Assert.Equal(simple.Sum(feature => feature.Rings.Sum(ring => Rings.DoubleArea(ring))), Rings.DoubleArea(together));

        // 25 corners where lines meet or turn, three kept for every feature.
        Assert.InRange(simple.SelectMany(feature => feature.Rings).SelectMany(ring => ring).Distinct().Count(), 16, most + 25 + (3 * 16));
    }

    [Fact]
    public void The_points_that_matter_least_go_first()
    {
        GridPoint[] ring = [new(0, 0), new(50, 1), new(100, 0), new(140, 50), new(100, 100), new(50, 102), new(0, 100)];
        var kept = Assert.Single(OutlineSimplifier.Simplify([new OutlineFeature("14", [ring])], 5)[0].Rings);
        Assert.DoesNotContain(new GridPoint(50, 1), kept);
        Assert.DoesNotContain(new GridPoint(50, 102), kept);
        Assert.Contains(new GridPoint(140, 50), kept);
    }

    [Fact]
    public void A_town_within_a_Kreis_keeps_the_hole_it_lies_in()
    {
        GridPoint[] town = [.. Enumerable.Range(0, 40).Select(i => new GridPoint((int)(200 * Math.Cos(i * Math.PI / 20)), (int)(200 * Math.Sin(i * Math.PI / 20))))];
        GridPoint[] around = [new(-500, -500), new(500, -500), new(500, 500), new(-500, 500)];
        var simple = OutlineSimplifier.Simplify([new OutlineFeature("14001", [around, [.. town.Reverse()]]), new OutlineFeature("14002", [town])], 12);
        Assert.Equal(Rings.DoubleArea(around), simple.Sum(feature => feature.Rings.Sum(ring => Rings.DoubleArea(ring))));
        Assert.Equal(Rings.DoubleArea(around), Rings.DoubleArea(Assert.Single(Borders.Outside(simple.SelectMany(feature => feature.Rings)))));
    }

    [Fact]
    public void Every_edge_is_in_exactly_one_line() => _ring.Select(Rings.Clean).Array[1, 5].Sample(rings =>
    {
        var wanted = rings.SelectMany(ring => ring.Select((point, i) => Undirected(point, ring[(i + 1) % ring.Length]))).ToHashSet();
        var drawn = Borders.All(rings).SelectMany(line => line.Zip(line.Skip(1), Undirected)).ToList();
        Assert.Equal(wanted.Count, drawn.Count);
        Assert.True(wanted.SetEquals(drawn));
    });

    private static (GridPoint, GridPoint) Undirected(GridPoint a, GridPoint b) => (a.X, a.Y).CompareTo((b.X, b.Y)) < 0 ? (a, b) : (b, a);
}
