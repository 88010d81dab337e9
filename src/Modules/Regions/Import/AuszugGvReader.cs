using System.Globalization;
using System.Text;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// AuszugGV, the quarterly extract with coordinates, as CSV with a header line. Numbers have blanks as thousands separators,
/// degrees a decimal comma. The Gebietsstand stands in the file's name only: AuszugGV4Q2020 is that of 31.12.2020.
/// </summary>
internal sealed class AuszugGvReader : DirectoryReader
{
    private static readonly string[] _required =
        ["satzart", "textkennzeichen", "land", "rb", "kreis", "gemeinde", "gemeindename", "flaeche", "bevoelkerung"];

    private readonly Dictionary<string, int> _columns = [];
    private readonly char _separator;

    public AuszugGvReader(string header, string? fileName)
        : base("AuszugGV")
    {
        _separator = header.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var names = Split(header) ?? [];
        for (var i = 0; i < names.Count; i++)
        {
            _columns.TryAdd(names[i].Trim().ToLowerInvariant(), i);
        }

        foreach (var name in _required.Where(name => !_columns.ContainsKey(name)))
        {
            Directory.Fail(1, ImportMessages.MissingColumn(name));
        }

        ColumnCount = names.Count;
        Directory.AsOf = QuarterEnd(fileName);
        if (Directory.AsOf is null)
        {
            Directory.Fail(ImportMessages.NoDate);
        }
    }

    /// <summary>Whether reading on makes sense.</summary>
    public bool IsUsable => Directory.Errors.Count == 0;

    private int ColumnCount { get; }

    public static bool Recognises(string firstLine) =>
        firstLine.TrimStart('"').StartsWith("satzart", StringComparison.OrdinalIgnoreCase);

    public override void Read(int line, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var cells = Split(text);
        if (cells is null)
        {
            Directory.Fail(line, ImportMessages.OpenQuote);
            return;
        }

        if (cells.Count != ColumnCount)
        {
            Directory.Fail(line, ImportMessages.Columns(cells.Count, ColumnCount));
            return;
        }

        var type = Cell(cells, "satzart");
        if (type is "10" or "40" or "60")
        {
            ReadRegion(line, type, cells);
        }
        else if (type is not ("20" or "30" or "50"))
        {
            Directory.Fail(line, ImportMessages.Expected("satzart", type, ImportMessages.RecordType));
        }
    }

    private void ReadRegion(int line, string type, List<string> cells)
    {
        var kind = type == "10" ? "" : Cell(cells, "textkennzeichen");
        var land = Cell(cells, "land");
        var kreis = Cell(cells, "rb") + Cell(cells, "kreis");
        var municipality = Cell(cells, "gemeinde");
        var name = Cell(cells, "gemeindename");
        var (ags, length) = type switch
        {
            "10" => (land, 2),
            "40" => (land + kreis, 5),
            _ => (land + kreis + municipality, 8),
        };
        if (ags.Length != length)
        {
            Directory.Fail(line, ImportMessages.Expected("AGS", ags, ImportMessages.Digits(length)));
            return;
        }

        if (!IsRegion(line, type, ags, kind, name))
        {
            return;
        }

        var entry = new DirectoryEntry { Ags = ags, Level = LevelOf(type, kind), OfficialName = name, Kind = kind, Line = line };
        if (type != "60")
        {
            Directory.Add(entry);
            return;
        }

        var area = Number(line, "flaeche", cells);
        var people = Number(line, "bevoelkerung", cells);
        if (area is null || people is null || !ReadPoint(line, cells, out var latitude, out var longitude))
        {
            return;
        }

        Directory.Add(entry with { SquareKilometres = area, Inhabitants = people, Latitude = latitude, Longitude = longitude });
    }

    private decimal? Number(int line, string column, List<string> cells)
    {
        var text = Cell(cells, column);
        var digits = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.');
        if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 1_000_000_000)
        {
            return value;
        }

        Directory.Fail(line, ImportMessages.Expected(column, text, ImportMessages.Number));
        return null;
    }

    private bool ReadPoint(int line, List<string> cells, out double? latitude, out double? longitude)
    {
        (latitude, longitude) = (null, null);
        var east = _columns.ContainsKey("laengengrad") ? Cell(cells, "laengengrad") : "";
        var north = _columns.ContainsKey("breitengrad") ? Cell(cells, "breitengrad") : "";
        if (east is "" or "0" && north is "" or "0")
        {
            return true;
        }

        if (Degrees(east) is { } lon and > 5 and < 16 && Degrees(north) is { } lat and > 47 and < 56)
        {
            (latitude, longitude) = (lat, lon);
            return true;
        }

        Directory.Fail(line, ImportMessages.Expected("laengengrad/breitengrad", $"{east} / {north}", ImportMessages.Degrees));
        return false;

        static double? Degrees(string text) => double.TryParse(
            text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private string Cell(List<string> cells, string column) => cells[_columns[column]].Trim();

    private List<string>? Split(string text)
    {
        var cells = new List<string>(20);
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == _separator && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return quoted ? null : cells;
    }

    private static DateOnly? QuarterEnd(string? fileName)
    {
        // "AuszugGV4Q2020.csv.gz"
        var name = Path.GetFileName(fileName) ?? "";
        var at = name.IndexOf("AuszugGV", StringComparison.OrdinalIgnoreCase) + "AuszugGV".Length;
        if (at < "AuszugGV".Length || name.Length < at + 6
            || name[at] is < '1' or > '4' || name[at + 1] is not ('Q' or 'q')
            || !int.TryParse(name.AsSpan(at + 2, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1990 or > 2100)
        {
            return null;
        }

        return new DateOnly(year, 1, 1).AddMonths((name[at] - '0') * 3).AddDays(-1);
    }
}
