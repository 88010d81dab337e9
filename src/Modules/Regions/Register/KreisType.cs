namespace Zukunftswerkstatt.Regions;

/// <summary>
/// The four Kreistypen after the BBSR's published definition (siedlungsstrukturelle Kreistypen):
/// share of people in towns of at least 20,000 inhabitants, density, and density without those towns.
/// </summary>
internal static class KreisType
{
    private const decimal TownFrom = 20_000;
    private const decimal CityFrom = 100_000;

    // Where a town's area is unknown: in 2022 towns of that size had 85 km² on average, the median was 72 km².
    private const decimal UsualTownArea = 80;

    /// <summary>The type's code, or <c>null</c> when population or area is unknown.</summary>
    public static string? Of(Region kreis, IEnumerable<Region> municipalities)
    {
        if (kreis.Population is not { Value: > 0 } people || kreis.Density is not { } density)
        {
            return null;
        }

        if (kreis.Level == RegionLevel.KreisfreieStadt)
        {
            return people.Value >= CityFrom ? "grossstadt"
                : people.Value >= TownFrom && density >= 150 ? "staedtischer-kreis"
                : "laendlicher-kreis";
        }

        var towns = municipalities.Where(m => m.Population is { Value: >= TownFrom }).ToList();
        var inTowns = Math.Min(towns.Sum(town => town.Population!.Value), people.Value);
        var urban = inTowns / people.Value >= 0.5m;

        // Estimated areas may exceed the Kreis; a tenth of it is always taken to be outside the towns.
        var townArea = towns.Sum(town => town.Area?.Value ?? UsualTownArea);
        var landOutside = Math.Max(kreis.Area!.Value - townArea, kreis.Area.Value / 10);
        var densityOutside = (people.Value - inTowns) / landOutside;

        return urban && density >= 150 || densityOutside >= 150 ? "staedtischer-kreis"
            : urban || densityOutside >= 100 ? "laendlicher-kreis"
            : "duenn-besiedelt";
    }
}
