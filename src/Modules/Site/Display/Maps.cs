using System.Globalization;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Site.Display;

/// <summary>A numbered place on a map.</summary>
internal sealed record MapPlace(string Label, string Title, string? Href, double Latitude, double Longitude);

/// <summary>Draws maps out of the Länder's outlines. Units are kilometres, see <see cref="LandOutlines"/>.</summary>
internal static class Maps
{
    private const double PixelsWide = 320;
    private const double PinPixels = 9;

    /// <summary>Germany with counts per Land, or one Land alone (two digits of <c>onlyLand</c>) with its places.</summary>
    public static MapView Of(
        Language language, RegionSnapshot regions, string? onlyLand, IReadOnlyDictionary<string, int> counts, Func<string, string?> href,
        IReadOnlyList<MapPlace> places, string label, string? caption, string unit)
    {
        var outlines = regions.Outlines;
        var single = onlyLand is null ? null : outlines.Land(onlyLand);
        var bounds = single?.Bounds ?? outlines.Bounds;
        var margin = Math.Max(bounds.Width, bounds.Height) * 0.03;
        var radius = (bounds.Width + 2 * margin) / PixelsWide * PinPixels;
        var most = counts.Count == 0 ? 0 : counts.Values.Max();
        var shapes = outlines.Lands.Where(o => single is null || o.Ags == single.Ags).Select(o =>
        {
            var count = counts.GetValueOrDefault(o.Ags);
            var land = regions.Find(o.Ags);
            var (x, y) = land is { Latitude: { } latitude, Longitude: { } longitude }
                ? LandOutlines.Project(latitude, longitude)
                : (o.Bounds.X + o.Bounds.Width / 2, o.Bounds.Y + o.Bounds.Height / 2);
            return new MapShapeView(land?.Name ?? o.Ags, o.SvgPath, language.Number(count), Level(count, most), href(o.Ags), Unit(x), Unit(y));
        });
        return new MapView(bounds.ViewBox(margin), label, caption, [.. shapes], Pins(places, radius), unit)
        {
            Districts = DistrictLines.Href(outlines, single?.Ags),
            Source = outlines.Source,
        };
    }

    /// <summary>One of five tints; 0 for nothing. By the root, so that one Land with many does not make all others look alike.</summary>
    public static int Level(int count, int most) => count == 0 ? 0 : most <= 1 ? 2 : Math.Clamp((int)Math.Ceiling(5 * Math.Sqrt((double)count / most)), 1, 5);

    // Places closer together than a pin is wide share one; its title names them all.
    private static List<MapPinView> Pins(IReadOnlyList<MapPlace> places, double radius)
    {
        var pins = new List<(double X, double Y, List<MapPlace> Places)>();
        foreach (var place in places)
        {
            var (x, y) = LandOutlines.Project(place.Latitude, place.Longitude);
            var near = pins.FindIndex(p => Math.Abs(p.X - x) < radius && Math.Abs(p.Y - y) < radius);
            if (near < 0)
            {
                pins.Add((x, y, [place]));
            }
            else
            {
                pins[near].Places.Add(place);
            }
        }

        return [.. pins.Select(p => new MapPinView(
            p.Places switch
            {
                [var only] => only.Label,
                [{ Label.Length: 0 }, ..] => p.Places.Count.ToString(CultureInfo.InvariantCulture),
                [var first, ..] => first.Label + "+",
                [] => "",
            },
            string.Join("; ", p.Places.Select(place => place.Title)),
            p.Places[0].Href, Unit(p.X), Unit(p.Y), Unit(radius), Unit(radius * 1.15)))];
    }

    private static string Unit(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
