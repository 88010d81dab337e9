using System.Globalization;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// Decides what a directory changes in the register: 1. regions listed, 2. regions no longer listed, 3. figures of municipalities
/// and their sums for Kreise, Länder and the federation. Pure: rows in, changed rows out.
/// </summary>
internal sealed class DirectoryMerge
{
    private readonly MunicipalDirectory _directory;
    private readonly RegionSnapshot _register;
    private readonly Dictionary<string, RegionRow> _rows;
    private readonly HashSet<(string, string, int)> _figures;
    private readonly DateOnly _asOf;
    private readonly bool _isOutdated;
    private readonly string _source;
    private int _added, _figuresAdded, _figuresReplaced, _figuresKept, _figuresEarlier, _namesChanged, _pointsAdded, _gone, _outdated;

    /// <param name="directory">Checked, without errors.</param>
    /// <param name="register">The register that <paramref name="rows"/> and <paramref name="figures"/> make.</param>
    /// <param name="rows">Stored rows; those that change are changed in place.</param>
    /// <param name="figures">Stored figures; they stay, since changes are computed from older ones.</param>
    public DirectoryMerge(MunicipalDirectory directory, RegionSnapshot register, IEnumerable<RegionRow> rows, IEnumerable<RegionFigureRow> figures)
    {
        _directory = directory;
        _register = register;
        _rows = rows.ToDictionary(row => row.Ags, StringComparer.Ordinal);
        _figures = [.. figures.Select(figure => (figure.Ags, figure.Indicator, figure.Year))];
        _asOf = directory.AsOf!.Value;
        // An older directory still has figures and points, but its territory is history.
        _isOutdated = _rows.Values.Any(row => row.ListedOn > _asOf);
        _source = string.Create(
            CultureInfo.InvariantCulture, $"{Attributions.DestatisDirectorySource}, Gebietsstand {_asOf:dd.MM.yyyy}");
    }

    public List<RegionRow> NewRows { get; } = [];

    public List<RegionFigureRow> NewFigures { get; } = [];

    public RegionImportCounts Run()
    {
        foreach (var entry in _directory.Entries.Values)
        {
            MergeRegion(entry); // 1.
        }

        if (!_isOutdated)
        {
            foreach (var region in _register.All.Where(region => region.Ags.Length >= 5 && !_directory.Entries.ContainsKey(region.Ags)))
            {
                MarkGone(region); // 2.
            }
        }

        MergeFigures(); // 3.
        return new RegionImportCounts(
            _directory.Format, _asOf, _directory.FigureYear,
            _directory.Entries.Values.Count(entry => entry.Level == RegionLevel.Gemeinde),
            _added, _figuresAdded, _figuresReplaced, _figuresKept, _figuresEarlier, _namesChanged, _pointsAdded, _gone, _directory.Skipped + _outdated);
    }

    private void MergeRegion(DirectoryEntry entry)
    {
        var present = _register.Find(entry.Ags);
        if (_isOutdated && present is null)
        {
            _outdated++;
            return;
        }

        var row = RowOf(entry.Ags, present, entry);
        if (present is null)
        {
            _added++;
        }

        if (entry.Latitude is not null && present?.Latitude is null)
        {
            (row.Latitude, row.Longitude) = (entry.Latitude, entry.Longitude);
            _pointsAdded++;
        }

        if (_isOutdated)
        {
            return;
        }

        row.ListedOn = _asOf;
        row.Unincorporated = entry.Unincorporated;
        row.Level = entry.Level;
        if (row.GoneSince < _asOf)
        {
            row.GoneSince = null;
        }

        var name = OfficialNames.Short(entry, present?.Name);
        var full = OfficialNames.Full(entry);
        if (row.Name != name || row.FullName != full)
        {
            (row.Name, row.FullName) = (name, full);
            if (present is not null)
            {
                _namesChanged++;
            }
        }
    }

    private void MarkGone(Region region)
    {
        if (region.GoneSince is not null)
        {
            return;
        }

        RowOf(region.Ags, region, null).GoneSince = _asOf;
        _gone++;
    }

    private void MergeFigures()
    {
        var people = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var area = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var entry in _directory.Entries.Values.Where(entry => entry.Level == RegionLevel.Gemeinde))
        {
            for (string? ags = entry.Ags; ags is not null; ags = AgsKey.Parent(ags))
            {
                people[ags] = people.GetValueOrDefault(ags) + entry.Inhabitants!.Value;
                area[ags] = area.GetValueOrDefault(ags) + entry.SquareKilometres!.Value;
            }
        }

        foreach (var (ags, value) in people)
        {
            var unknown = _isOutdated && _register.Find(ags) is null;
            var uninhabited = value == 0 && _directory.Entries.TryGetValue(ags, out var entry) && entry.Unincorporated;
            if (!unknown && !uninhabited)
            {
                MergeFigure(ags, RegionIndicators.Population, value);
            }
        }

        foreach (var (ags, value) in area)
        {
            if (!_isOutdated || _register.Find(ags) is not null)
            {
                MergeFigure(ags, RegionIndicators.Area, value);
            }
        }
    }

    private void MergeFigure(string ags, string indicator, decimal value)
    {
        var candidate = new RegionFigure(indicator, _directory.FigureYear, value, _source, Attributions.WithSource);
        var shown = _register.Find(ags)?.Figure(indicator);
        if (shown is not null && !RegionFigures.IsBetter(candidate, shown))
        {
            _figuresKept++;
            if (candidate.Year < shown.Year)
            {
                Store(ags, candidate, ref _figuresEarlier);
            }
        }
        else if (shown is null)
        {
            Store(ags, candidate, ref _figuresAdded);
        }
        else
        {
            Store(ags, candidate, ref _figuresReplaced);
        }
    }

    private void Store(string ags, RegionFigure figure, ref int count)
    {
        if (_figures.Add((ags, figure.Indicator, figure.Year)))
        {
            NewFigures.Add(RegionFigureRow.Of(ags, figure));
            count++;
        }
    }

    private RegionRow RowOf(string ags, Region? present, DirectoryEntry? entry)
    {
        if (_rows.TryGetValue(ags, out var row))
        {
            return row;
        }

        row = new RegionRow
        {
            Ags = ags,
            Level = present?.Level ?? entry!.Level,
            Name = present?.Name ?? "",
            FullName = present?.FullName ?? "",
            GoneSince = present?.GoneSince,
        };
        _rows.Add(ags, row);
        NewRows.Add(row);
        return row;
    }
}
