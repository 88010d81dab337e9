namespace Zukunftswerkstatt.Regions;

/// <summary>The whole register at one moment. Immutable; safe to read from any thread.</summary>
public sealed class RegionSnapshot
{
    private readonly Region[] _regions;
    private readonly Dictionary<string, Region> _byAgs;
    private readonly Dictionary<string, List<Region>> _children;
    private readonly Lazy<RegionNameIndex> _names;

    internal RegionSnapshot(Region[] sorted, RegionOutlines? outlines = null)
    {
        Outlines = outlines ?? RegionOutlines.Delivered;
        _regions = sorted;
        _byAgs = new Dictionary<string, Region>(sorted.Length, StringComparer.Ordinal);
        _children = new Dictionary<string, List<Region>>(512, StringComparer.Ordinal);
        foreach (var region in sorted)
        {
            _byAgs.Add(region.Ags, region);
            if (region.ParentAgs is { } parent)
            {
                if (!_children.TryGetValue(parent, out var siblings))
                {
                    _children.Add(parent, siblings = []);
                }

                siblings.Add(region);
            }
        }

        _names = new(() => new RegionNameIndex(sorted));
    }

    /// <summary>What maps are drawn of.</summary>
    public RegionOutlines Outlines { get; }

    /// <summary>Every region, in the order of the keys.</summary>
    public IReadOnlyList<Region> All => _regions;

    internal RegionSnapshot With(RegionOutlines outlines) => ReferenceEquals(outlines, Outlines) ? this : new(_regions, outlines);

    /// <summary>The region with this key, gone or not; <c>null</c> for anything else.</summary>
    public Region? Find(string? ags) => ags is not null && _byAgs.TryGetValue(ags, out var region) ? region : null;

    /// <summary>Parent first, federation last; empty for an unknown key.</summary>
    public IReadOnlyList<Region> Ancestors(string ags)
    {
        var result = new List<Region>(4);
        for (var region = Find(Find(ags)?.ParentAgs); region is not null; region = Find(region.ParentAgs))
        {
            result.Add(region);
        }

        return result;
    }

    /// <summary>The regions directly below, in the order of the keys, gone ones included.</summary>
    public IReadOnlyList<Region> Children(string ags) => _children.TryGetValue(ags, out var children) ? children : [];

    /// <summary>All regions of a level, in the order of the keys.</summary>
    public IEnumerable<Region> ByLevel(RegionLevel level) => _regions.Where(region => region.Level == level);

    /// <summary>Landkreise and kreisfreie Städte, in the order of the keys.</summary>
    public IEnumerable<Region> Kreise => _regions.Where(region => region.Ags.Length == 5);

    /// <summary>
    /// The region's own type in a scheme, or the one of the nearest region above that has one: a municipality is in a rural Kreis.
    /// </summary>
    /// <param name="ags">Any key.</param>
    /// <param name="scheme">Code of one of <see cref="RegionSchemes"/>.</param>
    public Typification? TypeOf(string ags, string scheme)
    {
        for (var region = Find(ags); region is not null; region = Find(region.ParentAgs))
        {
            foreach (var typification in region.Typifications)
            {
                if (typification.Scheme == scheme)
                {
                    return typification;
                }
            }
        }

        return null;
    }

    /// <summary>The name with what tells it from others of the same name: „Burgstädt (Landkreis Mittelsachsen)“.</summary>
    public string QualifiedName(Region region) =>
        region.Level == RegionLevel.Gemeinde && region.CanonicalAgs == region.Ags && Find(region.ParentAgs) is { } kreis
            ? $"{region.Name} ({kreis.Name})"
            : region.Name;

    /// <summary>
    /// Regions whose name, or a word of it, begins with the text. Umlauts may be typed as ä, ae or a, ß as ss; a key finds its region.
    /// A kreisfreie Stadt appears once, as Kreis; Berlin and Hamburg as Land. Any text is allowed.
    /// </summary>
    public IReadOnlyList<Region> Search(string? text, int limit)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 200)
        {
            return [];
        }

        return Find(text) is { } exact && limit > 0 ? [exact] : _names.Value.Search(text, limit);
    }
}
