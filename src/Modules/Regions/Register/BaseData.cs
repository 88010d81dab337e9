using System.Globalization;
using System.Text;

namespace Zukunftswerkstatt.Regions;

/// <summary>Reads Data/regions.tsv, the register as delivered; Data/build/build.mjs writes it.</summary>
internal static class BaseData
{
    private const string Resource = "Zukunftswerkstatt.Regions.Data.regions.tsv";

    /// <summary>The delivered regions without types and size classes, in the order of the keys.</summary>
    public static List<Region> Read()
    {
        using var reader = new StreamReader(
            typeof(BaseData).Assembly.GetManifestResourceStream(Resource)!, Encoding.UTF8, false, 1 << 16);
        var regions = new List<Region>(10_300);
        reader.ReadLine(); // column names
        while (reader.ReadLine() is { } line)
        {
            regions.Add(ReadRow(line));
        }

        return regions;
    }

    private static Region ReadRow(string line)
    {
        // ags level name official lat lon population year area until
        Span<Range> cells = stackalloc Range[10];
        line.AsSpan().Split(cells, '\t');
        var ags = line[cells[0]];
        var name = line[cells[2]];
        return new Region
        {
            Ags = ags,
            Level = Enum.Parse<RegionLevel>(line.AsSpan(cells[1])),
            Name = name,
            FullName = line.AsSpan(cells[3]) is { IsEmpty: false } official ? official.ToString() : name,
            ParentAgs = AgsKey.Parent(ags),
            CanonicalAgs = AgsKey.Canonical(ags),
            Latitude = double.Parse(line.AsSpan(cells[4]), CultureInfo.InvariantCulture),
            Longitude = double.Parse(line.AsSpan(cells[5]), CultureInfo.InvariantCulture),
            Figures = ReadFigures(ags, line.AsSpan(cells[6]), line.AsSpan(cells[7]), line.AsSpan(cells[8])),
            GoneSince = line.AsSpan(cells[9]) is { IsEmpty: false } until ? DateOnly.Parse(until, CultureInfo.InvariantCulture) : null,
        };
    }

    private static IReadOnlyList<RegionFigure> ReadFigures(string ags, ReadOnlySpan<char> population, ReadOnlySpan<char> year, ReadOnlySpan<char> area)
    {
        if (population.IsEmpty)
        {
            return [];
        }

        var official = ags.Length < 8;
        var source = official ? Attributions.DestatisKreiseSource : Attributions.GeoNamesSource;
        var when = int.Parse(year, CultureInfo.InvariantCulture);
        var people = new RegionFigure(RegionIndicators.Population, when, decimal.Parse(population, CultureInfo.InvariantCulture), source, Attributions.CcBy);
        return area.IsEmpty
            ? [people]
            : [people, new(RegionIndicators.Area, when, decimal.Parse(area, CultureInfo.InvariantCulture), source, Attributions.CcBy)];
    }
}
