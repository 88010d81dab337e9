using System.Globalization;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>Every sentence an import of outlines can say: what is wrong and what to do.</summary>
internal static class OutlineMessages
{
    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en-GB");

    public static LocalizedText At(string where, LocalizedText message) => new($"{Shorten(where)}: {message.De}", $"{Shorten(where)}: {message.En}");

    public static LocalizedText TooLarge(long megabytes) => new(
        $"Die Datei ist größer als {megabytes} MB. Nehmen Sie eine generalisierte Fassung (BKG: VG2500 oder VG5000) oder vereinfachen Sie sie vorher, zum Beispiel mit mapshaper -simplify.",
        $"The file is larger than {megabytes} MB. Take a generalised edition (BKG: VG2500 or VG5000) or simplify it first, for example with mapshaper -simplify.");

    public static LocalizedText NotJson(long line, long column) => new(
        $"Die Datei ist kein JSON: Zeile {line}, Stelle {column} passt nicht. Erwartet wird TopoJSON oder GeoJSON; ein Shapefile wandelt ogr2ogr -f GeoJSON -t_srs EPSG:4326 um.",
        $"The file is not JSON: line {line}, position {column} does not fit. TopoJSON or GeoJSON is expected; ogr2ogr -f GeoJSON -t_srs EPSG:4326 converts a shapefile.");

    public static LocalizedText NotText { get; } = new(
        "Eine Zeichenkette der Datei ist kein gültiges UTF-8. Speichern Sie die Datei als UTF-8.",
        "A string of the file is not valid UTF-8. Save the file as UTF-8.");

    public static LocalizedText UnknownType(string type) => new(
        type.Length == 0 ? "In der Datei fehlt „type“. Erwartet wird TopoJSON („Topology“) oder GeoJSON („FeatureCollection“)." : $"„type“ ist „{Shorten(type)}“. Erwartet wird TopoJSON („Topology“) oder GeoJSON („FeatureCollection“).",
        type.Length == 0 ? "The file has no \"type\". TopoJSON (\"Topology\") or GeoJSON (\"FeatureCollection\") is expected." : $"\"type\" is \"{Shorten(type)}\". TopoJSON (\"Topology\") or GeoJSON (\"FeatureCollection\") is expected.");

    public static LocalizedText NoFeatures(string member) => new(
        $"„{member}“ fehlt oder ist leer; die Datei ist unvollständig.",
        $"\"{member}\" is missing or empty; the file is incomplete.");

    public static LocalizedText Nothing { get; } = new(
        "Die Datei enthält keinen Umriss eines Kreises oder Landes.",
        "The file has no outline of a Kreis or Land.");

    public static LocalizedText BadTransform { get; } = new(
        "„transform“ ist unvollständig: erwartet werden „scale“ und „translate“ mit je zwei Zahlen.",
        "\"transform\" is incomplete: \"scale\" and \"translate\" with two numbers each are expected.");

    public static LocalizedText TooManyPoints(int most) => new(
        $"Die Datei hat mehr als {most.ToString("N0", _german)} Punkte. Nehmen Sie eine generalisierte Fassung (BKG: VG2500 oder VG5000) oder vereinfachen Sie sie vorher, zum Beispiel mit mapshaper -simplify.",
        $"The file has more than {most.ToString("N0", _english)} points. Take a generalised edition (BKG: VG2500 or VG5000) or simplify it first, for example with mapshaper -simplify.");

    public static LocalizedText TooManyFeatures(int most) => new(
        $"Die Datei hat mehr als {most.ToString("N0", _german)} Gebiete; erwartet werden Kreise und Länder, keine Gemeinden.",
        $"The file has more than {most.ToString("N0", _english)} areas; Kreise and Länder are expected, not municipalities.");

    public static LocalizedText NoObject { get; } = new("Kein JSON-Objekt.", "Not a JSON object.");

    public static LocalizedText NoArray(string member) => new(
        $"„{member}“ fehlt oder ist nicht so geschachtelt, wie es der Typ der Geometrie verlangt.",
        $"\"{member}\" is missing or not nested as the type of the geometry demands.");

    public static LocalizedText NoKey(string present) => new(
        $"Der amtliche Schlüssel fehlt. Er wird in den Eigenschaften „AGS“, „ARS“ oder „RS“ gesucht (Groß- und Kleinschreibung gleich), sonst in „id“. Vorhanden: {(present.Length == 0 ? "keine Eigenschaften" : Shorten(present))}. Benennen Sie die Eigenschaft um, zum Beispiel mit mapshaper -rename-fields AGS=…",
        $"The official key is missing. It is looked for in the properties \"AGS\", \"ARS\" or \"RS\" (upper and lower case alike), else in \"id\". Present: {(present.Length == 0 ? "no properties" : Shorten(present))}. Rename the property, for example with mapshaper -rename-fields AGS=…");

    public static LocalizedText BadKey(string found) => new(
        $"Der Schlüssel ist „{Shorten(found)}“; erwartet werden fünf Ziffern (Kreis) oder zwei (Land), beginnend mit 01 bis 16.",
        $"The key is \"{Shorten(found)}\"; five digits (Kreis) or two (Land) are expected, beginning with 01 to 16.");

    public static LocalizedText Municipality(string ags) => new(
        $"{ags} ist der Schlüssel einer Gemeinde. Gezeichnet werden Kreise (fünf Ziffern) und Länder (zwei): nehmen Sie die Datei der Kreise.",
        $"{ags} is the key of a municipality. Kreise (five digits) and Länder (two) are drawn: take the file of the Kreise.");

    public static LocalizedText Duplicate(string first) => new(
        $"Derselbe Schlüssel wie bei {Shorten(first)}; erwartet wird jeder einmal. Teile eines Gebiets gehören in ein MultiPolygon, zum Beispiel mit mapshaper -dissolve AGS.",
        $"The same key as {Shorten(first)}; each is expected once. Parts of an area belong in one MultiPolygon, for example with mapshaper -dissolve AGS.");

    public static LocalizedText NoGeometry { get; } = new("Die Geometrie fehlt.", "The geometry is missing.");

    public static LocalizedText NoPolygon(string type) => new(
        $"Die Geometrie ist „{Shorten(type)}“; erwartet wird Polygon oder MultiPolygon.",
        $"The geometry is \"{Shorten(type)}\"; Polygon or MultiPolygon is expected.");

    public static LocalizedText NoArea { get; } = new(
        "Der Umriss hat keine Fläche.",
        "The outline has no area.");

    public static LocalizedText NoPosition(int number) => new(
        $"Punkt {number} ist kein Paar von Zahlen.",
        $"Point {number} is not a pair of numbers.");

    public static LocalizedText OpenRing { get; } = new(
        "Ein Ring ist nicht geschlossen: sein letzter Punkt muss sein erster sein, dazwischen mindestens zwei andere.",
        "A ring is not closed: its last point must be its first, with at least two others in between.");

    public static LocalizedText NoArc(string index, int count) => new(
        $"Linie {Shorten(index)} gibt es nicht; „arcs“ hat {count}.",
        $"There is no line {Shorten(index)}; \"arcs\" has {count}.");

    public static LocalizedText ArcsApart(string index) => new(
        $"Linie {Shorten(index)} beginnt nicht dort, wo die vorige endet.",
        $"Line {Shorten(index)} does not begin where the one before ends.");

    public static LocalizedText Swapped(double east, double north) => new(
        $"Der Punkt {Pair(east, north)} nennt die Breite zuerst; erwartet wird erst die Länge, dann die Breite.",
        $"The point {Pair(east, north)} has its latitude first; longitude first, then latitude is expected.");

    public static LocalizedText Projected(double east, double north) => new(
        $"Der Punkt {Pair(east, north)} sind Meter (etwa UTM), keine Grad. Rechnen Sie die Datei vorher um, zum Beispiel mit ogr2ogr -f GeoJSON -t_srs EPSG:4326.",
        $"The point {Pair(east, north)} is in metres (such as UTM), not degrees. Convert the file first, for example with ogr2ogr -f GeoJSON -t_srs EPSG:4326.");

    public static LocalizedText OutsideGermany(double east, double north) => new(
        $"Der Punkt {Pair(east, north)} liegt nicht in Deutschland; erwartet werden Grad, Länge 5 bis 16 und Breite 46,5 bis 56.",
        $"The point {Pair(east, north)} is not in Germany; degrees are expected, longitude 5 to 16 and latitude 46.5 to 56.");

    public static LocalizedText NoSource { get; } = new(
        "Wer die Umrisse veröffentlicht hat, muss unter der Karte stehen. Die Datei sagt es nicht (weder „source“ noch „attribution“ noch „copyright“): geben Sie --source \"© GeoBasis-DE / BKG 2021, dl-de/by-2-0, vereinfacht\" oder den Vermerk Ihrer Quelle an.",
        "Who published the outlines must stand below the map. The file does not say it (neither \"source\" nor \"attribution\" nor \"copyright\"): give --source \"© GeoBasis-DE / BKG 2021, dl-de/by-2-0, simplified\" or the attribution of your source.");

    public static LocalizedText LongSource(int most) => new(
        $"Der Quellenvermerk ist länger als {most} Zeichen oder enthält Steuerzeichen.",
        $"The attribution is longer than {most} characters or has control characters.");

    public static LocalizedText Summary(OutlineImportCounts c) => new(
        (c.Changed ? "" : "Unverändert. ") + string.Create(_german, $"Umrisse gelesen: {c.Kreise:N0} Kreise, {c.Lands:N0} Länder; {c.Points:N0} Punkte, davon {c.Kept:N0} behalten.") + Note(_german, c, "Ausgelassene Wasserflächen", "Im Verzeichnis nicht bekannt, trotzdem gezeichnet"),
        (c.Changed ? "" : "Unchanged. ") + string.Create(_english, $"Outlines read: {c.Kreise:N0} Kreise, {c.Lands:N0} Länder; {c.Points:N0} points, {c.Kept:N0} of them kept.") + Note(_english, c, "Water left out", "Not in the register, drawn nevertheless"));

    private static string Note(CultureInfo culture, OutlineImportCounts c, string water, string unknown) =>
        (c.Water > 0 ? $" {water}: {c.Water.ToString("N0", culture)}." : "") + (c.Unknown.Count > 0 ? $" {unknown}: {Shorten(string.Join(", ", c.Unknown))}." : "");

    private static string Pair(double east, double north) => string.Create(CultureInfo.InvariantCulture, $"[{east:0.#####}, {north:0.#####}]");

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
