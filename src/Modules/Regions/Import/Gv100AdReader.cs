using System.Globalization;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// GV100AD, the Gemeindeverzeichnis in fixed width. Columns as in the data set description of Destatis, counted from 1:
/// 1–2 record type, 3–10 Gebietsstand, 11–12 Land, 13 Regierungsbezirk, 14–15 Kreis, 16–18 municipality, 23–72 name,
/// 123–124 Textkennzeichen, 129–139 area in hectares, 140–150 inhabitants.
/// </summary>
internal sealed class Gv100AdReader() : DirectoryReader("GV100AD")
{
    private const int ToName = 72;
    private const int ToKind = 124;
    private const int ToInhabitants = 150;

    public static bool Recognises(string firstLine) =>
        firstLine.Length >= ToName && firstLine.StartsWith("10", StringComparison.Ordinal) && IsDigits(firstLine.AsSpan(2, 10));

    public override void Read(int line, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var type = text.Length >= 2 ? text[..2] : text;
        var length = type switch { "60" => ToInhabitants, "40" => ToKind, _ => ToName };
        if (type is not ("10" or "20" or "30" or "40" or "50" or "60"))
        {
            Directory.Fail(line, ImportMessages.Expected("Satzart", type, ImportMessages.RecordType));
        }
        else if (text.Length < length)
        {
            Directory.Fail(line, ImportMessages.TooShort(text.Length, length));
        }
        else if (ReadDate(line, text[2..10]) && type is "10" or "40" or "60")
        {
            ReadRegion(line, type, text);
        }
    }

    private void ReadRegion(int line, string type, string text)
    {
        var kind = type == "10" ? "" : text[122..124];
        var digits = type switch { "10" => text[10..12], "40" => text[10..15], _ => text[10..18] };
        var name = text[22..ToName].Trim();
        if (!IsRegion(line, type, digits, kind, name))
        {
            return;
        }

        var entry = new DirectoryEntry { Ags = digits, Level = LevelOf(type, kind), OfficialName = name, Kind = kind, Line = line };
        if (type != "60")
        {
            Directory.Add(entry);
        }
        else if (Number(line, "Fläche", text[128..139]) is { } hectares && Number(line, "Bevölkerung", text[139..ToInhabitants]) is { } people)
        {
            Directory.Add(entry with { SquareKilometres = hectares / 100, Inhabitants = people });
        }
    }

    private bool ReadDate(int line, string text)
    {
        if (!DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year < 1990)
        {
            Directory.Fail(line, ImportMessages.Expected("Gebietsstand", text, ImportMessages.Date));
            return false;
        }

        Directory.AsOf ??= date;
        if (Directory.AsOf == date)
        {
            return true;
        }

        Directory.Fail(line, ImportMessages.Expected("Gebietsstand", text, ImportMessages.SameDate(Directory.AsOf.Value)));
        return false;
    }

    private decimal? Number(int line, string field, string text)
    {
        if (IsDigits(text))
        {
            return decimal.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        Directory.Fail(line, ImportMessages.Expected(field, text.Trim(), ImportMessages.Digits(text.Length)));
        return null;
    }
}
