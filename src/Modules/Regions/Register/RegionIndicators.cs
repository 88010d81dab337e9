using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>What is measured.</summary>
/// <param name="Code">As figures and addresses carry it.</param>
/// <param name="Label">What people call it, unit included.</param>
/// <param name="Unit">Written behind the number, e.g. <c>%</c>; empty when the label says it all.</param>
/// <param name="Decimals">Digits worth showing.</param>
/// <param name="IsLogarithmic">Whether ratios matter rather than differences: 2,000 and 4,000 inhabitants lie as far apart as 20,000 and 40,000.</param>
public sealed record RegionIndicator(string Code, LocalizedText Label, LocalizedText Unit, int Decimals, bool IsLogarithmic);

/// <summary>The indicators the register knows.</summary>
public static class RegionIndicators
{
    /// <summary>Inhabitants.</summary>
    public const string Population = "population";

    /// <summary>Square kilometres.</summary>
    public const string Area = "area";

    /// <summary>Mean change of the inhabitants, in percent a year, between two official figures of the same territory.</summary>
    public const string Change = "change";

    /// <summary>Inhabitants per square kilometre.</summary>
    public const string Density = "density";

    /// <summary>Percent of the inhabitants who are 65 or older.</summary>
    public const string Older = "older";

    /// <summary>Percent of the inhabitants who are younger than 18.</summary>
    public const string Younger = "younger";

    /// <summary>Kilometres as the crow flies to the nearest municipality of at least 100,000 inhabitants; 0 for those.</summary>
    public const string CityDistance = "city";

    /// <summary>The indicators of a profile, in the order in which people read them.</summary>
    public static IReadOnlyList<RegionIndicator> All { get; } =
    [
        new(Population, new("Einwohnerinnen und Einwohner", "Inhabitants"), new("", ""), 0, true),
        new(Change, new("Veränderung der Einwohnerzahl im Jahr", "Change in population per year"), new("%", "%"), 1, false),
        new(Density, new("Menschen je Quadratkilometer", "People per square kilometre"), new("", ""), 0, true),
        new(Older, new("65 Jahre und älter", "Aged 65 and over"), new("%", "%"), 1, false),
        new(Younger, new("Jünger als 18 Jahre", "Younger than 18"), new("%", "%"), 1, false),
        new(CityDistance, new("Luftlinie zur nächsten Großstadt", "Distance to the nearest city, as the crow flies"), new("km", "km"), 0, true),
    ];

    /// <summary>The indicator with this code.</summary>
    public static RegionIndicator? Find(string code) => All.FirstOrDefault(indicator => indicator.Code == code);
}
