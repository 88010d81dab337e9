using System.Globalization;

namespace Zukunftswerkstatt.Regions;

/// <summary>Decides which shares of an age table the register takes. Pure: rows in, changed rows out.</summary>
internal sealed class AgeMerge(AgeTable table, RegionSnapshot register, IEnumerable<RegionFigureRow> figures)
{
    private readonly Dictionary<(string, string, int), RegionFigureRow> _rows = figures.ToDictionary(row => (row.Ags, row.Indicator, row.Year));
    private readonly string _source = string.Create(
        CultureInfo.InvariantCulture, $"© Statistisches Bundesamt (Destatis), {table.Published ?? table.AsOf!.Value.Year + 1}, Tabelle {AgeTable.Number}");

    private int _added, _changed, _unknown;

    public List<RegionFigureRow> NewFigures { get; } = [];

    public AgeImportCounts Run()
    {
        foreach (var (ags, counts) in table.Counts)
        {
            if (register.Find(ags) is null)
            {
                _unknown++;
                continue;
            }

            Merge(ags, RegionIndicators.Older, counts.Older, counts.All);
            Merge(ags, RegionIndicators.Younger, counts.Younger, counts.All);
        }

        return new AgeImportCounts(table.AsOf!.Value, table.Counts.Keys.Count(ags => ags.Length == 5), _added, _changed, _unknown);
    }

    private void Merge(string ags, string indicator, long people, long all)
    {
        var figure = new RegionFigure(indicator, table.AsOf!.Value.Year, Math.Round(100m * people / all, 4), _source, Attributions.DataLicence);
        if (!_rows.TryGetValue((ags, indicator, figure.Year), out var row))
        {
            NewFigures.Add(RegionFigureRow.Of(ags, figure));
            _added++;
        }
        else if (row.Value != figure.Value || row.Source != figure.Source)
        {
            (row.Value, row.Source, row.Licence) = (figure.Value, figure.Source, figure.Licence);
            _changed++;
        }
    }
}
