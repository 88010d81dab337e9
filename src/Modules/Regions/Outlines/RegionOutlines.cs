using System.Security.Cryptography;
using System.Text;

namespace Zukunftswerkstatt.Regions;

/// <summary>The lines between the Kreise.</summary>
/// <param name="ByLand">SVG path data by key of the Land, whole numbers of a tenth of the map's unit: draw with <c>scale(.1)</c>. A Land without imported Kreise is absent.</param>
/// <param name="Source">Who must be named below the map.</param>
/// <param name="Version">Changes with the lines.</param>
public sealed record KreisBorders(IReadOnlyDictionary<string, string> ByLand, string Source, string Version);

/// <summary>
/// The outlines maps are drawn of: those delivered, and over them the imported ones. A Land whose Kreise are all imported is drawn
/// as they lie together, so that no second line runs beside its border; else as imported itself, else as delivered.
/// </summary>
public sealed class RegionOutlines
{
    private readonly Dictionary<string, LandOutline> _byLand;

    private RegionOutlines(IReadOnlyList<LandOutline> lands, KreisBorders? kreise, string? source)
    {
        (Lands, Kreise, Source) = (lands, kreise, source);
        _byLand = lands.ToDictionary(land => land.Ags, StringComparer.Ordinal);
        var (left, top) = (lands.Min(land => land.Bounds.X), lands.Min(land => land.Bounds.Y));
        Bounds = source is null ? LandOutlines.Bounds : new MapBounds(
            left, top, lands.Max(land => land.Bounds.X + land.Bounds.Width) - left, lands.Max(land => land.Bounds.Y + land.Bounds.Height) - top);
    }

    /// <summary>Nothing imported.</summary>
    internal static RegionOutlines Delivered { get; } = new(LandOutlines.All, null, null);

    /// <summary>All sixteen, in the order of the keys.</summary>
    public IReadOnlyList<LandOutline> Lands { get; }

    /// <summary>Covers all Länder.</summary>
    public MapBounds Bounds { get; }

    /// <summary>Null until outlines of Kreise are imported.</summary>
    public KreisBorders? Kreise { get; }

    /// <summary>Who must be named below a map; null while all outlines are the delivered ones.</summary>
    public string? Source { get; }

    /// <summary>The outline of the Land in which the region lies; <c>null</c> for the federation and unknown keys.</summary>
    public LandOutline? Land(string ags) => ags.Length < 2 ? null : _byLand.GetValueOrDefault(ags[..2]);

    /// <summary>Lays the imported outlines over the delivered ones.</summary>
    /// <param name="rows">Imported rows.</param>
    /// <param name="kreise">Keys of the Kreise that there are today.</param>
    internal static RegionOutlines Of(IReadOnlyCollection<OutlineRow> rows, IReadOnlyCollection<string> kreise)
    {
        if (rows.Count == 0)
        {
            return Delivered;
        }

        var origin = LandOutlines.Origin;
        var rings = rows.ToDictionary(row => row.Ags, row => Rings.Read(row.Path), StringComparer.Ordinal);
        var byLand = rings.Where(row => row.Key.Length == 5).OrderBy(row => row.Key, StringComparer.Ordinal).GroupBy(row => row.Key[..2], StringComparer.Ordinal)
            .ToDictionary(land => land.Key, land => land.SelectMany(row => row.Value).ToList(), StringComparer.Ordinal);
        var complete = byLand.Keys.Where(land => kreise.Where(kreis => kreis.StartsWith(land, StringComparison.Ordinal)).All(rings.ContainsKey)).ToHashSet(StringComparer.Ordinal);
        var lands = LandOutlines.All.Select(delivered =>
            complete.Contains(delivered.Ags) && Borders.Outside(byLand[delivered.Ags]) is { Count: > 0 } together ? LandOutlines.Outline(delivered.Ags, together)
            : rings.TryGetValue(delivered.Ags, out var own) ? LandOutlines.Outline(delivered.Ags, own)
            : delivered).ToList();

        // The border of a complete Land is its own outline already.
        var lines = byLand.ToDictionary(
            land => land.Key,
            land => Rings.Write(complete.Contains(land.Key) ? Borders.Inside(land.Value) : Borders.All(land.Value), closed: false, origin),
            StringComparer.Ordinal);
        var source = string.Join("; ", rows.OrderBy(row => row.Ags, StringComparer.Ordinal).Select(row => row.Source).Distinct());
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.OrderBy(land => land.Key, StringComparer.Ordinal).Select(land => land.Value)))))[..12];
        return new RegionOutlines(lands, lines.Count == 0 ? null : new KreisBorders(lines, source, version), source);
    }
}
