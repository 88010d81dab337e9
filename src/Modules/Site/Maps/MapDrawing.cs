using System.Globalization;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Maps;

/// <summary>Draws maps out of outlines, numbers and places. Units are kilometres, see <see cref="LandOutlines"/>.</summary>
internal static class MapDrawing
{
    private const double DotPixels = 7;

    /// <summary>The part of Germany with counts per Land, and circles for the places.</summary>
    /// <param name="language">Language of the page.</param>
    /// <param name="regions">The register.</param>
    /// <param name="frame">What is shown.</param>
    /// <param name="lands">Counts by key of the Land.</param>
    /// <param name="href">Where a Land leads.</param>
    /// <param name="label">What the picture shows.</param>
    /// <param name="unit">What is counted.</param>
    public static MapView Of(
        Language language, RegionSnapshot regions, MapFrame frame, IReadOnlyDictionary<string, int> lands, Func<string, string?> href, string label, string unit)
    {
        var outlines = regions.Outlines;
        var most = lands.Count == 0 ? 0 : lands.Values.Max();
        var shown = outlines.Lands.Where(frame.Shows).ToList();
        var shapes = shown.Select(o =>
        {
            var count = lands.GetValueOrDefault(o.Ags);
            var land = regions.Find(o.Ags);
            var (x, y) = land is { Latitude: { } latitude, Longitude: { } longitude }
                ? LandOutlines.Project(latitude, longitude)
                : (o.Bounds.X + o.Bounds.Width / 2, o.Bounds.Y + o.Bounds.Height / 2);
            return new MapShapeView(land?.Name ?? o.Ags, o.SvgPath, language.Number(count), Level(count, most), href(o.Ags), Unit(x), Unit(y))
            {
                Drawing = shown.Count > 1 ? LandShapes.Href(outlines, o.Ags) : null,
            };
        }).ToList();
        return new MapView(frame.Bounds.ViewBox(), (frame.Bounds.Width / frame.Bounds.Height).ToString("0.####", CultureInfo.InvariantCulture), label, null, shapes, [], unit)
        {
            Lands = frame.Land is null && shapes.Count == outlines.Lands.Count ? shapes : [],
            Districts = DistrictLines.Href(outlines, frame.Land),
            Source = outlines.Source,
        };
    }

    /// <summary>The circles of the places, each with the search it opens.</summary>
    public static IReadOnlyList<MapCircleView> Circles(Language language, MapFrame frame, IReadOnlyList<PlaceCount> places, SearchState state)
    {
        var (path, anywhere) = (Paths.Search(language), ClusterSearches.Anywhere(state));
        return
        [
            .. MapCluster.Of(places, frame.Pixel).Select(cluster => new MapCircleView(
                language.Number(cluster.Count), ClusterSearches.Names(language, cluster), ClusterSearches.Of(anywhere, cluster).Href(path),
                Unit(cluster.X), Unit(cluster.Y), Unit(cluster.Radius), Unit(cluster.TextSize))),
        ];
    }

    /// <summary>The place itself, where there is nothing to count; null when nobody knows where it lies.</summary>
    public static MapDotView? Dot(MapFrame frame, Region place)
    {
        if (place is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            return null;
        }

        var (x, y) = LandOutlines.Project(latitude, longitude);
        return new MapDotView(Unit(x), Unit(y), Unit(DotPixels * frame.Pixel), place.Name);
    }

    /// <summary>One of five tints; 0 for nothing. By the root, so that one Land with many does not make all others look alike.</summary>
    public static int Level(int count, int most) => count == 0 ? 0 : most <= 1 ? 2 : Math.Clamp((int)Math.Ceiling(5 * Math.Sqrt((double)count / most)), 1, 5);

    private static string Unit(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
