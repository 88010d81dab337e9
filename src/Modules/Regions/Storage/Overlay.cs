using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>Lays the imported rows over the delivered regions.</summary>
internal static class Overlay
{
    public static async Task<RegionSnapshot> ReadAsync(ReadSessions reads, CancellationToken ct)
    {
        var rows = await ImportedRows.RegionsAsync(reads, ct);
        var figures = await ImportedRows.FiguresAsync(reads, ct);
        var snapshot = Lay(BaseData.Read(), rows, figures);
        var outlines = await ImportedRows.OutlinesAsync(reads, ct);
        return snapshot.With(RegionOutlines.Of(outlines, [.. snapshot.Kreise.Where(kreis => kreis.GoneSince is null).Select(kreis => kreis.Ags)]));
    }

    public static RegionSnapshot Lay(List<Region> delivered, IReadOnlyCollection<RegionRow> rows, IReadOnlyCollection<RegionFigureRow> figures)
    {
        if (rows.Count == 0 && figures.Count == 0)
        {
            return SnapshotBuilder.Build(delivered);
        }

        var regions = delivered.ToDictionary(region => region.Ags, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var present = regions.GetValueOrDefault(row.Ags);
            regions[row.Ags] = (present ?? NewRegion(row)) with
            {
                Level = row.Level,
                Name = row.Name,
                FullName = row.FullName,
                Latitude = row.Latitude ?? present?.Latitude,
                Longitude = row.Longitude ?? present?.Longitude,
                Unincorporated = row.Unincorporated,
                GoneSince = row.GoneSince,
            };
        }

        foreach (var group in figures.GroupBy(figure => figure.Ags, StringComparer.Ordinal))
        {
            if (regions.TryGetValue(group.Key, out var region))
            {
                var imported = group.Select(row => row.ToFigure()).ToList();
                var best = RegionFigures.Best(region.Figures, imported);
                regions[group.Key] = region with { Figures = best, Earlier = RegionFigures.Earlier(best, region.Figures.Concat(imported)) };
            }
        }

        return SnapshotBuilder.Build(regions.Values);
    }

    private static Region NewRegion(RegionRow row) => new()
    {
        Ags = row.Ags,
        Level = row.Level,
        Name = row.Name,
        FullName = row.FullName,
        ParentAgs = AgsKey.Parent(row.Ags),
        CanonicalAgs = AgsKey.Canonical(row.Ags),
    };
}
