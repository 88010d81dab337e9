using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Site.Maps;

/// <summary>The part of Germany that a map shows.</summary>
/// <param name="Bounds">In the map's units, with a margin.</param>
/// <param name="Land">Key of the Land that is shown alone; null when all that lies within the bounds is shown.</param>
internal sealed record MapFrame(MapBounds Bounds, string? Land)
{
    private const double PixelsWide = 320;
    private const double Margin = 0.03;

    /// <summary>Kilometres: as near as a map with outlines of Kreise says something.</summary>
    private const double Narrowest = 70;

    /// <summary>Units that a pixel has on a map as wide as a phone.</summary>
    public double Pixel => Bounds.Width / PixelsWide;

    /// <summary>All of Germany.</summary>
    public static MapFrame Germany(RegionSnapshot regions) => new(Wider(regions.Outlines.Bounds), null);

    /// <summary>One Land alone; Germany for an unknown key.</summary>
    public static MapFrame OfLand(RegionSnapshot regions, string? land) =>
        land is not null && regions.Outlines.Land(land) is { } outline ? new(Wider(outline.Bounds), outline.Ags) : Germany(regions);

    /// <summary>A circle and what lies around it.</summary>
    public static MapFrame Around(Region place, double kilometres)
    {
        var (x, y) = LandOutlines.Project(place.Latitude!.Value, place.Longitude!.Value);
        return Box(x - kilometres, y - kilometres, x + kilometres, y + kilometres);
    }

    /// <summary>The places and what lies around them; Germany without any.</summary>
    public static MapFrame Around(RegionSnapshot regions, IReadOnlyCollection<Region> places)
    {
        if (places.Count == 0)
        {
            return Germany(regions);
        }

        var points = places.Select(place => LandOutlines.Project(place.Latitude!.Value, place.Longitude!.Value)).ToList();
        return Box(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));
    }

    /// <summary>Whether something of an outline is seen.</summary>
    public bool Shows(LandOutline outline) => Land is null
        ? outline.Bounds.X < Bounds.X + Bounds.Width && Bounds.X < outline.Bounds.X + outline.Bounds.Width
            && outline.Bounds.Y < Bounds.Y + Bounds.Height && Bounds.Y < outline.Bounds.Y + outline.Bounds.Height
        : outline.Ags == Land;

    // As high as wide, so that neighbouring searches look alike.
    private static MapFrame Box(double left, double top, double right, double bottom)
    {
        var size = Math.Max(Narrowest, Math.Max(right - left, bottom - top) * 1.25);
        return new(new MapBounds((left + right - size) / 2, (top + bottom - size) / 2, size, size), null);
    }

    private static MapBounds Wider(MapBounds bounds)
    {
        var margin = Math.Max(bounds.Width, bounds.Height) * Margin;
        return new(bounds.X - margin, bounds.Y - margin, bounds.Width + 2 * margin, bounds.Height + 2 * margin);
    }
}
