using System.Globalization;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Maps;

namespace Zukunftswerkstatt.Site.Display;

/// <summary>Regions as the place line, as names and as a map of one entry.</summary>
internal static class PlaceViews
{
    private const double LocatorMargin = 6;

    /// <summary>From the region up to its Land, each a link to its initiatives; null for an unknown key and for the federation.</summary>
    public static PlaceView? Line(Language language, RegionSnapshot regions, string? ags)
    {
        if (Canonical(regions, ags) is not { Level: not RegionLevel.Bund } region)
        {
            return null;
        }

        var line = regions.Ancestors(region.Ags).Where(above => above.Level != RegionLevel.Bund).Prepend(region)
            .Select(place => new Link(place.Name, Paths.Region(language, place.Ags)));
        return new PlaceView([.. line], Locator(regions, region));
    }

    /// <summary>„Burgstädt, Landkreis Mittelsachsen“.</summary>
    public static string? Short(RegionSnapshot regions, string? ags) => Canonical(regions, ags) switch
    {
        null or { Level: RegionLevel.Bund } => null,
        { Level: RegionLevel.Land } land => land.Name,
        { } region when regions.Find(region.ParentAgs) is { } parent => $"{region.Name}, {parent.Name}",
        { } region => region.Name,
    };

    /// <summary>The entry of the register that stands for a region: a kreisfreie Stadt is its own municipality.</summary>
    public static Region? Canonical(RegionSnapshot regions, string? ags) =>
        regions.Find(ags) is { } region ? regions.Find(region.CanonicalAgs) ?? region : null;

    /// <summary>The Länder that take part tinted, every place a dot. One Land fills the picture when nothing lies outside it.</summary>
    public static PlacesMapView? Map(RegionSnapshot regions, IReadOnlyList<string> ags, string label)
    {
        var known = ags.Select(code => Canonical(regions, code)).OfType<Region>().Where(region => region.LandAgs is not null).DistinctBy(region => region.Ags).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var lands = known.Select(region => region.LandAgs!).Distinct().ToList();
        var outlines = regions.Outlines;
        var single = lands is [var only] ? outlines.Land(only) : null;
        var bounds = single?.Bounds ?? outlines.Bounds;
        var unit = Math.Max(bounds.Width, bounds.Height) / 100;
        return new PlacesMapView(
            bounds.ViewBox(2 * unit),
            label,
            [.. outlines.Lands.Where(outline => lands.Count > 1 || lands.Contains(outline.Ags)).Select(outline => new OutlineView(outline.SvgPath, lands.Count > 1 && lands.Contains(outline.Ags)))],
            [.. known.Where(region => region is { Level: not RegionLevel.Land, Latitude: not null, Longitude: not null }).Select(region =>
            {
                var (x, y) = LandOutlines.Project(region.Latitude!.Value, region.Longitude!.Value);
                return new DotView(Text(x), Text(y), Text(1.8 * unit), region.Name);
            })])
        {
            Districts = DistrictLines.Href(outlines, single?.Ags),
            Source = outlines.Source,
        };
    }

    private static LocatorView? Locator(RegionSnapshot regions, Region region)
    {
        if (regions.Outlines.Land(region.Ags) is not { } outline)
        {
            return null;
        }

        var (width, height) = (outline.Bounds.Width + (2 * LocatorMargin), outline.Bounds.Height + (2 * LocatorMargin));
        var radius = Text(Math.Max(width, height * 4 / 3) * 0.06);
        if (region is { Level: not RegionLevel.Land, Latitude: { } latitude, Longitude: { } longitude })
        {
            var (x, y) = LandOutlines.Project(latitude, longitude);
            return new LocatorView(outline.Bounds.ViewBox(LocatorMargin), outline.SvgPath, Text(x), Text(y), radius);
        }

        return new LocatorView(outline.Bounds.ViewBox(LocatorMargin), outline.SvgPath, null, null, radius);
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>A map of where one entry takes place.</summary>
internal sealed record PlacesMapView(string ViewBox, string Label, IReadOnlyList<OutlineView> Outlines, IReadOnlyList<DotView> Dots)
{
    /// <summary>Address of the lines between the Kreise, when they have been imported.</summary>
    public string? Districts { get; init; }

    /// <summary>Who must be named for imported outlines.</summary>
    public string? Source { get; init; }
}

internal sealed record OutlineView(string Path, bool Marked);

internal sealed record DotView(string X, string Y, string Radius, string Name);
