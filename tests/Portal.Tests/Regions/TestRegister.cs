using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

/// <summary>A small register out of a few lines.</summary>
internal static class TestRegister
{
    /// <summary>Kreise and municipalities; the federation and the Land of each are added.</summary>
    public static RegionSnapshot Of(params IEnumerable<Region> regions)
    {
        var all = regions.ToList();
        return SnapshotBuilder.Build([Make("00"), .. all.Select(region => region.Ags[..2]).Distinct().Select(ags => Make(ags)), .. all]);
    }

    /// <summary>A region with official figures of 2022.</summary>
    public static Region Make(string ags, decimal? people = null, decimal? area = null, decimal? older = null, double? latitude = null, double? longitude = null) => new()
    {
        Ags = ags,
        Level = ags.Length switch { 8 => RegionLevel.Gemeinde, 5 => RegionLevel.Landkreis, _ => ags == "00" ? RegionLevel.Bund : RegionLevel.Land },
        Name = "Ort " + ags,
        FullName = "Ort " + ags,
        ParentAgs = AgsKey.Parent(ags),
        CanonicalAgs = AgsKey.Canonical(ags),
        Latitude = latitude,
        Longitude = longitude,
        Figures =
        [
            .. new[] { (RegionIndicators.Population, people), (RegionIndicators.Area, area), (RegionIndicators.Older, older) }
                .Where(figure => figure.Item2 is not null).Select(figure => new RegionFigure(figure.Item1, 2022, figure.Item2!.Value, "Amt", "frei")),
        ],
    };
}
