using System.Data.Common;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>What imports stored, as it is now. In plain SQL, since the first page waits for it and EF Core's model would have to be built before.</summary>
internal static class ImportedRows
{
    public static ValueTask<List<RegionRow>> RegionsAsync(ReadSessions reads, CancellationToken ct) => reads.QueryLatestAsync(
        """SELECT "Ags", "Level", "Name", "FullName", "Latitude", "Longitude", "Unincorporated", "ListedOn", "GoneSince" FROM "Regions" """,
        [],
        row => new RegionRow
        {
            Ags = row.GetString(0),
            Level = Enum.Parse<RegionLevel>(row.GetString(1)),
            Name = row.GetString(2),
            FullName = row.GetString(3),
            Latitude = row.IsDBNull(4) ? null : row.GetDouble(4),
            Longitude = row.IsDBNull(5) ? null : row.GetDouble(5),
            Unincorporated = row.GetBoolean(6),
            ListedOn = Day(row, 7),
            GoneSince = Day(row, 8),
        },
        ct);

    public static ValueTask<List<RegionFigureRow>> FiguresAsync(ReadSessions reads, CancellationToken ct) => reads.QueryLatestAsync(
        """SELECT "Ags", "Indicator", "Year", "Value", "Source", "Licence" FROM "RegionFigures" """,
        [],
        row => new RegionFigureRow
        {
            Ags = row.GetString(0),
            Indicator = row.GetString(1),
            Year = row.GetInt32(2),
            Value = row.GetDecimal(3),
            Source = row.GetString(4),
            Licence = row.GetString(5),
        },
        ct);

    public static ValueTask<List<OutlineRow>> OutlinesAsync(ReadSessions reads, CancellationToken ct) => reads.QueryLatestAsync(
        """SELECT "Ags", "Path", "Source" FROM "RegionOutlines" """,
        [],
        row => new OutlineRow { Ags = row.GetString(0), Path = row.GetString(1), Source = row.GetString(2) },
        ct);

    private static DateOnly? Day(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
