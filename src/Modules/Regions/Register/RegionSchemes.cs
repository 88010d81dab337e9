using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// The classifications of the register. Both BBSR schemes are computed by the portal from the figures it has and say so:
/// method and limits are in docs/decisions/0005-region-data.md. Codes are unique across the schemes.
/// </summary>
public static class RegionSchemes
{
    /// <summary>Kreistyp of Landkreise and kreisfreie Städte.</summary>
    public static TypeScheme KreisTypes { get; } = new(
        "kreistyp",
        new("Kreistyp (eigene Berechnung nach der Definition des BBSR)", "District type (own computation after the BBSR's definition)"),
        [
            Entry("grossstadt", "Kreisfreie Großstadt", "Large city"),
            Entry("staedtischer-kreis", "Städtischer Kreis", "Urban district"),
            Entry("laendlicher-kreis", "Ländlicher Kreis mit Verdichtungsansätzen", "Rural district with some densification"),
            Entry("duenn-besiedelt", "Dünn besiedelter ländlicher Kreis", "Sparsely populated rural district"),
        ]);

    /// <summary>Stadt- und Gemeindetyp of municipalities, by inhabitants alone.</summary>
    public static TypeScheme MunicipalityTypes { get; } = new(
        "gemeindetyp",
        new("Stadt- und Gemeindetyp (eigene Berechnung nach den Einwohnerschwellen des BBSR)", "Type of municipality (own computation after the BBSR's population thresholds)"),
        [
            Entry("gemeindetyp-grossstadt", "Großstadt", "City"),
            Entry("gemeindetyp-mittelstadt", "Mittelstadt", "Medium-sized town"),
            Entry("gemeindetyp-groessere-kleinstadt", "Größere Kleinstadt", "Larger small town"),
            Entry("gemeindetyp-kleine-kleinstadt", "Kleine Kleinstadt", "Small town"),
            Entry("gemeindetyp-landgemeinde", "Landgemeinde", "Rural municipality"),
        ]);

    /// <summary>The portal's own classes of municipalities by inhabitants; lower bound included.</summary>
    public static TypeScheme SizeClasses { get; } = new(
        "groessenklasse",
        new("Einwohnerzahl (eigene Klassen)", "Population (own classes)"),
        [
            Entry("lt-2000", "unter 2.000 Einwohner", "fewer than 2,000 inhabitants"),
            Entry("2000-5000", "2.000 bis unter 5.000 Einwohner", "2,000 to under 5,000 inhabitants"),
            Entry("5000-10000", "5.000 bis unter 10.000 Einwohner", "5,000 to under 10,000 inhabitants"),
            Entry("10000-20000", "10.000 bis unter 20.000 Einwohner", "10,000 to under 20,000 inhabitants"),
            Entry("20000-50000", "20.000 bis unter 50.000 Einwohner", "20,000 to under 50,000 inhabitants"),
            Entry("50000-100000", "50.000 bis unter 100.000 Einwohner", "50,000 to under 100,000 inhabitants"),
            Entry("ge-100000", "100.000 Einwohner und mehr", "100,000 inhabitants and more"),
        ]);

    /// <summary>Regionsebenen in hierarchical order, by the codes that stand in URLs.</summary>
    public static TypeScheme Levels { get; } = new(
        "regionsebene",
        new("Regionsebene", "Level"),
        [
            Entry("bund", "Bund", "Federation"),
            Entry("land", "Land", "Federal state"),
            Entry("landkreis", "Landkreis", "District"),
            Entry("kreisfreie-stadt", "Kreisfreie Stadt", "Independent city"),
            Entry("gemeinde", "Gemeinde", "Municipality"),
        ]);

    /// <summary>Code and labels of a level.</summary>
    public static CodeLabel Of(RegionLevel level) => Levels.Values[(int)level];

    internal static string SizeClass(decimal inhabitants) => inhabitants switch
    {
        < 2_000 => "lt-2000",
        < 5_000 => "2000-5000",
        < 10_000 => "5000-10000",
        < 20_000 => "10000-20000",
        < 50_000 => "20000-50000",
        < 100_000 => "50000-100000",
        _ => "ge-100000",
    };

    internal static string MunicipalityType(decimal inhabitants) => inhabitants switch
    {
        >= 100_000 => "gemeindetyp-grossstadt",
        >= 20_000 => "gemeindetyp-mittelstadt",
        >= 10_000 => "gemeindetyp-groessere-kleinstadt",
        >= 5_000 => "gemeindetyp-kleine-kleinstadt",
        _ => "gemeindetyp-landgemeinde",
    };

    private static CodeLabel Entry(string code, string de, string en) => new(code, new LocalizedText(de, en));
}
