using System.Globalization;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>Every sentence an import can say.</summary>
internal static class ImportMessages
{
    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en-GB");

    public static LocalizedText Unreadable(string reason) => new(
        $"Die Datei ist nicht lesbar: {reason}",
        $"The file cannot be read: {reason}");

    public static LocalizedText Empty { get; } = new(
        "Die Datei ist leer.",
        "The file is empty.");

    public static LocalizedText TooLarge { get; } = new(
        $"Die Datei ist ausgepackt größer als {ImportFile.MaxBytes / 1024 / 1024} MB; ein Gemeindeverzeichnis hat etwa 4 MB.",
        $"The file is larger than {ImportFile.MaxBytes / 1024 / 1024} MB when unpacked; a directory of municipalities has about 4 MB.");

    public static LocalizedText Damaged(string kind) => new(
        $"Die {kind}-Datei ist beschädigt oder unvollständig und lässt sich nicht auspacken.",
        $"The {kind} file is damaged or incomplete and cannot be unpacked.");

    public static LocalizedText ZipEntries(int count) => new(
        $"Die ZIP-Datei enthält {count} Dateien mit der Endung .txt oder .csv, erwartet wird genau eine.",
        $"The ZIP file contains {count} files ending in .txt or .csv; exactly one is expected.");

    public static LocalizedText UnknownFormat { get; } = new(
        "Zeile 1: Das Format ist nicht zu erkennen. Erwartet wird GV100AD (feste Breite, erste Zeile beginnt mit Satzart 10 und dem Gebietsstand), AuszugGV als CSV (erste Zeile: satzart,textkennzeichen,land,…) oder die Alterstabelle 12411-0018 (erste Zeile: GENESIS-Tabelle: 12411-0018).",
        "Line 1: the format cannot be recognised. Expected is GV100AD (fixed width, the first line begins with record type 10 and the date), AuszugGV as CSV (first line: satzart,textkennzeichen,land,…) or the age table 12411-0018 (first line: GENESIS-Tabelle: 12411-0018).");

    public static LocalizedText NoDate { get; } = new(
        "Der Gebietsstand fehlt: AuszugGV nennt ihn nur im Dateinamen. Bitte die Datei so nennen, wie sie veröffentlicht wurde, zum Beispiel AuszugGV4Q2020.csv.",
        "The date of the directory is missing: AuszugGV gives it in the file name only. Name the file as it was published, for example AuszugGV4Q2020.csv.");

    public static LocalizedText Binary { get; } = new(
        "Steuerzeichen gefunden, erwartet wird eine Textdatei",
        "control characters found, a text file is expected");

    public static LocalizedText LineTooLong { get; } = new(
        $"länger als {ImportFile.MaxLineBytes} Bytes, erwartet werden höchstens 250 Zeichen",
        $"longer than {ImportFile.MaxLineBytes} bytes, at most 250 characters are expected");

    public static LocalizedText At(int line, LocalizedText message) => new($"Zeile {line}: {message.De}.", $"Line {line}: {message.En}.");

    public static LocalizedText Expected(string field, string found, LocalizedText expected) => new(
        $"{field} ist „{Shorten(found)}“, erwartet {expected.De}",
        $"{field} is \"{Shorten(found)}\", expected {expected.En}");

    public static LocalizedText TooShort(int length, int expected) => new(
        $"{length} Zeichen lang, erwartet mindestens {expected}; die Datei ist vielleicht abgeschnitten",
        $"{length} characters long, at least {expected} expected; the file may be cut off");

    public static LocalizedText Columns(int found, int expected) => new(
        $"{found} Spalten, erwartet {expected} wie in der Kopfzeile",
        $"{found} columns, expected {expected} as in the header");

    public static LocalizedText OpenQuote { get; } = new(
        "Anführungszeichen nicht geschlossen",
        "quotation mark not closed");

    public static LocalizedText MissingColumn(string name) => new(
        $"In der Kopfzeile fehlt die Spalte „{name}“",
        $"the header lacks the column \"{name}\"");

    public static LocalizedText Duplicate(string ags, int firstLine) => new(
        $"AGS {ags} kommt schon in Zeile {firstLine} vor, erwartet wird jeder Schlüssel einmal",
        $"AGS {ags} occurs already in line {firstLine}; each key is expected once");

    public static LocalizedText NoKreis(string ags) => new(
        $"Gemeinde {ags} gehört zum Kreis {ags[..5]}, den die Datei nicht aufführt",
        $"municipality {ags} belongs to Kreis {ags[..5]}, which the file does not list");

    public static LocalizedText MissingLand(string ags, string name) => new(
        $"Das Land {name} ({ags}) fehlt; die Datei ist unvollständig. Erwartet werden alle 16 Länder.",
        $"The Land {name} ({ags}) is missing; the file is incomplete. All 16 Länder are expected.");

    public static LocalizedText TooManyGone(string name, int listed, int known) => new(
        $"{name}: {listed.ToString(_german)} Gemeinden in der Datei, {known.ToString(_german)} im Verzeichnis des Portals; die Datei ist vermutlich abgeschnitten.",
        $"{name}: {listed.ToString(_english)} municipalities in the file, {known.ToString(_english)} in the portal's register; the file is probably cut off.");

    public static LocalizedText MoreErrors { get; } = new(
        "Weitere Fehler werden nicht aufgezählt.",
        "Further errors are not listed.");

    public static LocalizedText AgeTableCutOff { get; } = new(
        "Die Tabelle 12411-0018 endet ohne den Schlussteil mit der Quelle, oder sie enthält keine Zahlen; die Datei ist vermutlich abgeschnitten.",
        "Table 12411-0018 ends without its closing part with the source, or it has no numbers; the file is probably cut off.");

    public static LocalizedText KreiseMissing(int missing, int known, string first) => new(
        $"In der Tabelle fehlen am neuesten Stichtag {missing} von {known} Kreisen, als Erstes {first}; die Datei ist unvollständig.",
        $"On its newest date the table lacks {missing} of {known} Kreise, the first being {first}; the file is incomplete.");

    public static LocalizedText DuplicateRow(string ags, string date) => new(
        $"Kreis {ags} kommt zum Stichtag {date} zweimal vor",
        $"Kreis {ags} occurs twice on {date}");

    public static LocalizedText Inhabitants { get; } = new("mindestens eine Einwohnerin oder ein Einwohner", "at least one inhabitant");

    public static LocalizedText GermanDate { get; } = new("ein Datum als TT.MM.JJJJ", "a date as DD.MM.YYYY");

    public static LocalizedText Summary(AgeImportCounts c) => new(
        string.Create(_german, $"Tabelle {AgeTable.Number}, Stichtag {c.AsOf:dd.MM.yyyy}: {c.Kreise:N0} Kreise gelesen. Neu: {c.Added:N0} Zahlen. Geändert: {c.Changed:N0} Zahlen. Unbekannt: {c.Unknown:N0} Kreise."),
        string.Create(_english, $"Table {AgeTable.Number}, as of {c.AsOf:dd.MM.yyyy}: {c.Kreise:N0} Kreise read. New: {c.Added:N0} figures. Changed: {c.Changed:N0} figures. Unknown: {c.Unknown:N0} Kreise."));

    public static LocalizedText Digits(int count) => new($"{count} Ziffern", $"{count} digits");

    public static LocalizedText Number { get; } = new("eine Zahl ab 0", "a number from 0");

    public static LocalizedText Name { get; } = new("ein Name", "a name");

    public static LocalizedText SameDate(DateOnly date) => new($"{date:yyyyMMdd} wie in Zeile 1", $"{date:yyyyMMdd} as in line 1");

    public static LocalizedText Date { get; } = new("ein Datum als JJJJMMTT", "a date as YYYYMMDD");

    public static LocalizedText RecordType { get; } = new("10, 20, 30, 40, 50 oder 60", "10, 20, 30, 40, 50 or 60");

    public static LocalizedText KreisKind { get; } = new("41, 42, 43, 44 oder 45", "41, 42, 43, 44 or 45");

    public static LocalizedText MunicipalityKind { get; } = new("60 bis 67", "60 to 67");

    public static LocalizedText KnownLand { get; } = new("ein Landesschlüssel von 01 bis 16", "a Land key from 01 to 16");

    public static LocalizedText Degrees { get; } = new("Grad innerhalb Deutschlands", "degrees within Germany");

    public static LocalizedText Summary(RegionImportCounts c)
    {
        return new(Text(_german,
                $"{c.Format}, Gebietsstand {c.AsOf:dd.MM.yyyy}, Zahlen vom 31.12.{c.FigureYear}: {c.Municipalities:N0} Gemeinden gelesen. ",
                $"Neu: {c.Added:N0} Regionen, {c.FiguresAdded:N0} Zahlen, {c.PointsAdded:N0} Koordinaten. ",
                $"Ersetzt: {c.FiguresReplaced:N0} Zahlen, {c.NamesChanged:N0} Namen. Nicht besser als vorhanden: {c.FiguresKept:N0} Zahlen, davon als ältere gemerkt: {c.FiguresEarlier:N0}. ",
                $"Nicht mehr vorhanden: {c.Gone:N0} Regionen. Ausgelassen: {c.Skipped:N0} Einträge."),
            Text(_english,
                $"{c.Format}, as of {c.AsOf:dd.MM.yyyy}, figures of 31.12.{c.FigureYear}: {c.Municipalities:N0} municipalities read. ",
                $"New: {c.Added:N0} regions, {c.FiguresAdded:N0} figures, {c.PointsAdded:N0} coordinates. ",
                $"Replaced: {c.FiguresReplaced:N0} figures, {c.NamesChanged:N0} names. Not better than present: {c.FiguresKept:N0} figures, of these kept as earlier ones: {c.FiguresEarlier:N0}. ",
                $"No longer there: {c.Gone:N0} regions. Left out: {c.Skipped:N0} entries."));

        static string Text(CultureInfo culture, params FormattableString[] parts) => string.Concat(parts.Select(part => part.ToString(culture)));
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
