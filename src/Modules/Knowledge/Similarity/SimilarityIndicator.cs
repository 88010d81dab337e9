using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>A number by which municipalities are compared.</summary>
/// <param name="Code">As addresses carry it.</param>
/// <param name="Name">One or two words for charts and forms.</param>
/// <param name="Indicator">What is measured; <c>null</c> for the Kreistyp, a scale of four steps from city to sparse.</param>
public sealed record SimilarityIndicator(string Code, LocalizedText Name, RegionIndicator? Indicator)
{
    /// <summary>Code of the Kreistyp.</summary>
    public const string Type = "type";

    /// <summary>All of them, in the order of charts, forms and weights.</summary>
    public static IReadOnlyList<SimilarityIndicator> All { get; } =
    [
        Of(RegionIndicators.Population, new("Einwohner", "Population")),
        Of(RegionIndicators.Change, new("Veränderung", "Change")),
        Of(RegionIndicators.Density, new("Dichte", "Density")),
        Of(RegionIndicators.Older, new("65 und älter", "65 and over")),
        Of(RegionIndicators.Younger, new("Unter 18", "Under 18")),
        Of(RegionIndicators.CityDistance, new("Weg zur Großstadt", "Way to a city")),
        new(Type, new("Kreistyp", "District type"), null),
    ];

    private static SimilarityIndicator Of(string code, LocalizedText label) => new(code, label, RegionIndicators.Find(code));
}
