using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Zukunftswerkstatt.Regions;

/// <summary>A rectangle in the map's units (kilometres).</summary>
public readonly record struct MapBounds(double X, double Y, double Width, double Height)
{
    /// <summary>As the value of an SVG <c>viewBox</c>, widened on every side.</summary>
    /// <param name="margin">Kilometres.</param>
    public string ViewBox(double margin = 0) => string.Create(
        CultureInfo.InvariantCulture, $"{X - margin:0.#} {Y - margin:0.#} {Width + 2 * margin:0.#} {Height + 2 * margin:0.#}");
}

/// <summary>The outline of a Land.</summary>
/// <param name="Ags">Two digits.</param>
/// <param name="SvgPath">Value of an SVG path's <c>d</c>; fill with <c>fill-rule="evenodd"</c>, since Berlin is a hole in Brandenburg.</param>
/// <param name="Bounds">What it covers; for a locator map of this Land alone.</param>
public sealed record LandOutline(string Ags, string SvgPath, MapBounds Bounds);

/// <summary>
/// Outlines of the 16 Länder in one plane whose origin is the north-west corner of Germany and whose unit is a kilometre.
/// The same <see cref="Project"/> places points over the whole map and over a single Land: only the viewBox differs.
/// </summary>
public static class LandOutlines
{
    private const double Margin = 4;
    private static readonly Lazy<Plane> _plane = new(Load);

    /// <summary>In the order of the keys.</summary>
    public static IReadOnlyList<LandOutline> All => _plane.Value.Outlines;

    /// <summary>Covers all outlines with a little margin; begins at 0, 0.</summary>
    public static MapBounds Bounds => _plane.Value.Bounds;

    /// <summary>The outline of the Land in which the region lies; <c>null</c> for the federation and unknown keys.</summary>
    public static LandOutline? Of(string ags) => ags.Length < 2 ? null : All.FirstOrDefault(outline => outline.Ags == ags[..2]);

    /// <summary>Where a point lies on the map.</summary>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    public static (double X, double Y) Project(double latitude, double longitude)
    {
        var (x, y) = GermanyProjection.Project(latitude, longitude);
        return (x - _plane.Value.West, y - _plane.Value.North);
    }

    /// <summary>The north-west corner on the grid of imported outlines.</summary>
    internal static GridPoint Origin => new((int)Math.Round(_plane.Value.West * GridPoint.PerUnit), (int)Math.Round(_plane.Value.North * GridPoint.PerUnit));

    /// <summary>The outline that the rings make on this plane.</summary>
    internal static LandOutline Outline(string ags, IReadOnlyList<GridPoint[]> rings) => Outline(ags, rings, Origin);

    private static Plane Load()
    {
        using var stream = typeof(LandOutlines).Assembly.GetManifestResourceStream("Zukunftswerkstatt.Regions.Data.outlines.json")!;
        var lands = JsonSerializer.Deserialize<SortedDictionary<string, double[][][]>>(stream)!;
        var projected = lands.ToDictionary(
            land => land.Key,
            land => land.Value.Select(ring => ring.Select(point => GermanyProjection.Project(point[1], point[0])).ToArray()).ToArray());
        var all = projected.Values.SelectMany(rings => rings).SelectMany(ring => ring).ToList();
        var west = all.Min(point => point.X) - Margin;
        var north = all.Min(point => point.Y) - Margin;
        var bounds = new MapBounds(0, 0, all.Max(point => point.X) + Margin - west, all.Max(point => point.Y) + Margin - north);

        // The last point repeats the first.
        return new Plane(west, north, bounds, [.. lands.Keys.Select(ags => Outline(
            ags, [.. projected[ags].Select(ring => ring[..^1].Select(point => OnGrid(point.X - west, point.Y - north)).ToArray())], default))]);
    }

    private static GridPoint OnGrid(double x, double y) => new((int)Math.Round(x * GridPoint.PerUnit), (int)Math.Round(y * GridPoint.PerUnit));

    private static LandOutline Outline(string ags, IReadOnlyList<GridPoint[]> rings, GridPoint origin)
    {
        var path = new StringBuilder(4096);
        foreach (var ring in rings)
        {
            // Relative steps of whole hectometres keep the path short.
            var at = origin;
            for (var i = 0; i < ring.Length; i++)
            {
                path.Append(i switch { 0 => "M", 1 => "l", _ => " " });
                Append(path, ring[i].X - at.X).Append(' ');
                Append(path, ring[i].Y - at.Y);
                at = ring[i];
            }

            path.Append('Z');
        }

        var points = rings.SelectMany(ring => ring).ToList();
        var (left, top) = (points.Min(point => point.X), points.Min(point => point.Y));
        return new LandOutline(ags, path.ToString(), new MapBounds(
            Kilometres(left - origin.X), Kilometres(top - origin.Y), Kilometres(points.Max(point => point.X) - left), Kilometres(points.Max(point => point.Y) - top)));
    }

    private static double Kilometres(int hectometres) => (double)hectometres / GridPoint.PerUnit;

    private static StringBuilder Append(StringBuilder path, int tenths) =>
        path.Append(CultureInfo.InvariantCulture, $"{(decimal)tenths / GridPoint.PerUnit:0.#}");

    private sealed record Plane(double West, double North, MapBounds Bounds, IReadOnlyList<LandOutline> Outlines);
}
