using System.Globalization;
using Xunit;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

public sealed class OutlineTests
{
    private static readonly RegionSnapshot _register = SnapshotBuilder.Build(BaseData.Read());

    [Fact]
    public void There_is_one_outline_per_Land_inside_the_common_bounds()
    {
        Assert.Equal(_register.ByLevel(RegionLevel.Land).Select(land => land.Ags), LandOutlines.All.Select(outline => outline.Ags));
        Assert.All(LandOutlines.All, outline =>
        {
            Assert.True(outline.Bounds.X >= 0 && outline.Bounds.Y >= 0);
            Assert.True(outline.Bounds.X + outline.Bounds.Width <= LandOutlines.Bounds.Width);
            Assert.True(outline.Bounds.Y + outline.Bounds.Height <= LandOutlines.Bounds.Height);
        });
        Assert.True(LandOutlines.All.Sum(outline => outline.SvgPath.Length) < 40_000);
    }

    [Fact]
    public void The_plane_is_true_to_distance_at_German_latitudes()
    {
        // Great-circle distances: Flensburg–Sonthofen 808 km, Aachen–Görlitz 627 km, Chemnitz–Dresden 62 km.
        AssertDistance(808, (54.7843, 9.4396), (47.5159, 10.2814));
        AssertDistance(627, (50.7766, 6.0834), (51.1552, 14.9885));
        AssertDistance(62, (50.8357, 12.9292), (51.0509, 13.7383));
    }

    [Fact]
    public void Areas_of_the_outlines_are_those_of_the_Laender_to_the_accuracy_of_the_simplified_coast()
    {
        Assert.All(LandOutlines.All.Where(outline => outline.Ags is not ("02" or "04" or "11")), outline =>
        {
            var official = (double)_register.Find(outline.Ags)!.Area!.Value;
            Assert.InRange(Math.Abs(Rings(outline.SvgPath).Select(SignedArea).OrderByDescending(Math.Abs).First()) / official, 0.85, 1.08);
        });
    }

    [Fact]
    public void Nearly_every_Kreis_lies_within_the_outline_of_its_Land()
    {
        var outside = _register.Kreise.Where(kreis =>
        {
            var point = LandOutlines.Project(kreis.Latitude!.Value, kreis.Longitude!.Value);
            return Rings(LandOutlines.Of(kreis.Ags)!.SvgPath).Count(ring => Contains(ring, point)) % 2 == 0;
        }).Select(kreis => kreis.Name).ToList();

        // Towns at a border or on a coast may fall just outside a line simplified to a kilometre.
        Assert.True(outside.Count <= 8, string.Join(", ", outside));
    }

    [Fact]
    public void A_path_is_moves_lines_and_closings_only() =>
        Assert.All(LandOutlines.All, outline => Assert.Matches(@"^(M-?[\d.]+ -?[\d.]+l[-\d. ]+Z)+$", outline.SvgPath));

    [Fact]
    public void A_view_box_is_written_with_points_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("-1.5 -1.5 13 23.5", new MapBounds(0.5, 0.5, 9, 19.5).ViewBox(2));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void AssertDistance(double kilometres, (double Lat, double Lon) a, (double Lat, double Lon) b)
    {
        var (ax, ay) = LandOutlines.Project(a.Lat, a.Lon);
        var (bx, by) = LandOutlines.Project(b.Lat, b.Lon);
        Assert.InRange(Math.Sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay)) / kilometres, 0.99, 1.01);
    }

    internal static List<List<(double X, double Y)>> Rings(string path)
    {
        var rings = new List<List<(double X, double Y)>>();
        foreach (var part in path.Split('Z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = part[1..].Replace('l', ' ').Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            var (x, y) = (numbers[0], numbers[1]);
            var ring = new List<(double X, double Y)> { (x, y) };
            for (var i = 2; i < numbers.Length; i += 2)
            {
                ring.Add((x += numbers[i], y += numbers[i + 1]));
            }

            rings.Add(ring);
        }

        return rings;
    }

    internal static double SignedArea(List<(double X, double Y)> ring) =>
        ring.Select((point, i) => point.X * ring[(i + 1) % ring.Count].Y - ring[(i + 1) % ring.Count].X * point.Y).Sum() / 2;

    private static bool Contains(List<(double X, double Y)> ring, (double X, double Y) point)
    {
        var inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            if (ring[i].Y > point.Y != ring[j].Y > point.Y
                && point.X < (ring[j].X - ring[i].X) * (point.Y - ring[i].Y) / (ring[j].Y - ring[i].Y) + ring[i].X)
            {
                inside = !inside;
            }
        }

        return inside;
    }
}
