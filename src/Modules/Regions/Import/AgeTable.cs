using System.Globalization;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// GENESIS table 12411-0018, inhabitants by Kreis, sex and age group, as CSV: head lines with the table's number, one with the sex and one with
/// the age group of each column, then date;key;name;numbers for each Kreis and year, a line of underscores, notes. The newest date is taken.
/// </summary>
internal sealed class AgeTable : ImportContent
{
    public const string Number = "12411-0018";

    private const int FirstNumber = 3;
    private const int LongestHead = 20;

    // Eisenach joined the Wartburgkreis on 1 July 2021; the register counts its people there.
    private const string Eisenach = "16056";
    private const string Wartburgkreis = "16063";

    private static readonly string[] _younger =
        ["unter 3 Jahre", "3 bis unter 6 Jahre", "6 bis unter 10 Jahre", "10 bis unter 15 Jahre", "15 bis unter 18 Jahre"];

    private static readonly string[] _between =
    [
        "18 bis unter 20 Jahre", "20 bis unter 25 Jahre", "25 bis unter 30 Jahre", "30 bis unter 35 Jahre", "35 bis unter 40 Jahre", "40 bis unter 45 Jahre",
        "45 bis unter 50 Jahre", "50 bis unter 55 Jahre", "55 bis unter 60 Jahre", "60 bis unter 65 Jahre",
    ];

    private static readonly string[] _older = ["65 bis unter 75 Jahre", "75 Jahre und mehr"];
    private static readonly string[] _sexes = ["männlich", "weiblich"];

    private readonly Dictionary<string, AgeCounts> _counts = new(500, StringComparer.Ordinal);
    private readonly HashSet<string> _rows = new(StringComparer.Ordinal);
    private string[]? _sexOf;
    private Column[]? _columns;
    private bool _ended;

    /// <summary>What a column's numbers count towards.</summary>
    private enum Column
    {
        Other,
        Younger,
        Between,
        Older,
    }

    /// <summary>Day of the newest numbers.</summary>
    public DateOnly? AsOf { get; private set; }

    /// <summary>Year in which the statistical office gave the table out.</summary>
    public int? Published { get; private set; }

    /// <summary>Counts of the newest day by key: Kreise, and their sums for Länder and federation.</summary>
    public IReadOnlyDictionary<string, AgeCounts> Counts => _counts;

    public static bool Recognises(string firstLine) =>
        firstLine.StartsWith("GENESIS-Tabelle:", StringComparison.OrdinalIgnoreCase) && firstLine.Contains(Number, StringComparison.Ordinal);

    public void Read(int line, string text)
    {
        if (_ended)
        {
            ReadNote(text);
        }
        else if (text.StartsWith("____", StringComparison.Ordinal))
        {
            _ended = true;
        }
        else if (text.Contains(';', StringComparison.Ordinal) && _columns is not null)
        {
            ReadRow(line, text.Split(';'));
        }
        else if (_columns is null)
        {
            ReadHead(line, text.Split(';'));
        }
    }

    public override void Check(RegionSnapshot register)
    {
        if (!_ended || AsOf is null)
        {
            Fail(ImportMessages.AgeTableCutOff);
            return;
        }

        var known = register.Kreise.Where(kreis => kreis.GoneSince is null).ToList();
        var missing = known.Where(kreis => !_counts.ContainsKey(kreis.Ags)).ToList();
        if (missing.Count > known.Count / 20)
        {
            Fail(ImportMessages.KreiseMissing(missing.Count, known.Count, missing[0].Name));
            return;
        }

        foreach (var (ags, counts) in _counts.ToList())
        {
            Add(ags[..2], counts);
            Add(AgsKey.Bund, counts);
        }
    }

    private void ReadHead(int line, string[] cells)
    {
        var names = cells.Select(cell => cell.Trim().Trim('"')).ToArray();
        if (_sexOf is null)
        {
            if (names.Length > FirstNumber && names.Contains(_sexes[0]))
            {
                _sexOf = names;
            }
            else if (line > LongestHead)
            {
                Fail(line, ImportMessages.MissingColumn(_sexes[0]));
                _columns = [];
            }

            return;
        }

        _columns = [.. names.Select((name, i) => i < _sexOf.Length && _sexes.Contains(_sexOf[i]) ? ColumnOf(name) : Column.Other)];
        foreach (var sex in _sexes)
        {
            var present = names.Where((_, i) => i < _sexOf.Length && _sexOf[i] == sex).ToHashSet(StringComparer.Ordinal);
            foreach (var age in _younger.Concat(_between).Concat(_older).Where(age => !present.Contains(age)))
            {
                Fail(line, ImportMessages.MissingColumn($"{sex}, {age}"));
            }
        }
    }

    private static Column ColumnOf(string age) =>
        _younger.Contains(age) ? Column.Younger : _between.Contains(age) ? Column.Between : _older.Contains(age) ? Column.Older : Column.Other;

    private void ReadRow(int line, string[] cells)
    {
        if (Errors.Count > 0 && _columns!.Length == 0)
        {
            return;
        }

        if (cells.Length != _columns!.Length)
        {
            Fail(line, ImportMessages.Columns(cells.Length, _columns.Length));
            return;
        }

        if (!DateOnly.TryParseExact(cells[0].Trim('"'), "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 1990 or > 2100)
        {
            Fail(line, ImportMessages.Expected("Stichtag", cells[0], ImportMessages.GermanDate));
            return;
        }

        var ags = cells[1].Trim('"');
        if (ags.Length == 0 || !ags.All(char.IsAsciiDigit) || ags.Length is not (2 or 5))
        {
            // "DG" is the federation; its sum and those of the Länder are made of the Kreise.
            if (ags != "DG")
            {
                Fail(line, ImportMessages.Expected("AGS", ags, ImportMessages.Digits(5)));
            }

            return;
        }

        if (ags.Length == 5 && (AsOf is null || date >= AsOf))
        {
            ReadCounts(line, date, ags == Eisenach ? Wartburgkreis : ags, cells);
        }
    }

    private void ReadCounts(int line, DateOnly date, string ags, string[] cells)
    {
        var counts = default(AgeCounts);
        for (var i = FirstNumber; i < cells.Length; i++)
        {
            if (_columns![i] == Column.Other)
            {
                continue;
            }

            // A Kreis that did not exist on that day has a dash in every column.
            if (cells[i] == "-" && cells.Skip(FirstNumber).All(cell => cell == "-"))
            {
                return;
            }

            if (!int.TryParse(cells[i], NumberStyles.None, CultureInfo.InvariantCulture, out var people) || people > 50_000_000)
            {
                Fail(line, ImportMessages.Expected(ags, cells[i], ImportMessages.Number));
                return;
            }

            counts += new AgeCounts(people, _columns[i] == Column.Younger ? people : 0, _columns[i] == Column.Older ? people : 0);
        }

        if (counts.All == 0)
        {
            Fail(line, ImportMessages.Expected(ags, "0", ImportMessages.Inhabitants));
            return;
        }

        if (AsOf != date)
        {
            AsOf = date;
            _counts.Clear();
            _rows.Clear();
        }

        if (!_rows.Add(cells[1]))
        {
            Fail(line, ImportMessages.DuplicateRow(cells[1], cells[0]));
            return;
        }

        Add(ags, counts);
    }

    private void Add(string ags, AgeCounts counts) => _counts[ags] = _counts.GetValueOrDefault(ags) + counts;

    private void ReadNote(string text)
    {
        // "© Statistisches Bundesamt (Destatis), 2021"
        if (text.StartsWith('©') && text.Length > 4 && int.TryParse(text.AsSpan()[^4..], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            Published = year;
        }
    }
}

/// <summary>People of all ages, younger than 18, and 65 or older.</summary>
internal readonly record struct AgeCounts(long All, long Younger, long Older)
{
    public static AgeCounts operator +(AgeCounts a, AgeCounts b) => new(a.All + b.All, a.Younger + b.Younger, a.Older + b.Older);
}
