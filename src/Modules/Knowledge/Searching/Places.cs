using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>The regions an item lies in: codes for facets, names for words, points for distances.</summary>
internal sealed class Places
{
    private readonly RegionSnapshot _regions;

    private Places(RegionSnapshot regions, IEnumerable<string> codes)
    {
        _regions = regions;
        Codes = Distinct([.. codes.Select(code => regions.Find(code)?.CanonicalAgs ?? code).Where(code => code.Length is 2 or 5 or 8)]);
    }

    /// <summary>Canonical AGS, most important first.</summary>
    public IReadOnlyList<string> Codes { get; }

    public static Places Of(RegionSnapshot regions, IEnumerable<string> codes) => new(regions, codes);

    /// <summary>
    /// Where an initiative works. Partner regions count only when no place is given; a region it is merely compared with never does:
    /// who searches in a district must not find what happened elsewhere.
    /// </summary>
    public static Places OfInitiative(RegionSnapshot regions, ContentItem initiative)
    {
        List<string> places = [], partners = [];
        foreach (var region in initiative.Bag("Regions"))
        {
            var codes = region.Text("RegionRole", "Role") switch { "place" => places, "partner" => partners, _ => null };
            if (codes is not null && region.Text("RegionRole", "Ags") is { } code)
            {
                codes.Add(code);
            }
        }

        return new Places(regions, places.Count > 0 ? places : partners);
    }

    /// <summary>Where a finding was made: its own regions, else those of its workshop.</summary>
    public static Places OfFinding(RegionSnapshot regions, ContentItem finding, ContentItem? workshop)
    {
        var own = finding.Values("Finding", "Ags");
        return Of(regions, own.Count > 0 ? own : workshop?.Values("Workshop", "Ags") ?? []);
    }

    /// <summary>Codes of both BBSR schemes.</summary>
    public IReadOnlyList<string> Types => field ??= Distinct(
        [.. Codes.SelectMany(c => new[] { TypeOf(c, RegionSchemes.KreisTypes), TypeOf(c, RegionSchemes.MunicipalityTypes) }).OfType<string>()]);

    public IReadOnlyList<string> Sizes => [.. Codes.Select(c => _regions.Find(c)?.SizeClass).OfType<string>().Distinct()];

    /// <summary>The names of the municipalities and Kreise themselves.</summary>
    public IReadOnlyList<string> OwnNames => [.. Codes.Where(c => c.Length > 2).Select(c => _regions.Find(c)?.Name).OfType<string>()];

    /// <summary>The names of the regions and of those around them.</summary>
    public IReadOnlyList<string> Names => field ??= Distinct([.. Codes.SelectMany(NamesOf)]);

    /// <summary>Where the municipalities and Kreise lie; Berlin and Hamburg are municipalities though they are Länder.</summary>
    public IReadOnlyList<GeoPoint> Points => field ??=
        [.. Codes.Select(c => _regions.Find(c) is { Level: RegionLevel.Land } ? _regions.Find(c + "000000") : _regions.Find(c))
            .Where(r => r is { Latitude: not null, Longitude: not null, Level: not RegionLevel.Bund })
            .Select(r => new GeoPoint(r!.Latitude!.Value, r.Longitude!.Value))];

    private List<string> NamesOf(string code)
    {
        var names = new List<string>(4);
        if (_regions.Find(code) is { } region)
        {
            names.Add(region.Name);
            foreach (var ancestor in _regions.Ancestors(code))
            {
                if (ancestor.Level != RegionLevel.Bund)
                {
                    names.Add(ancestor.Name);
                }
            }
        }

        return names;
    }

    // Nearly everything lies in one place.
    private static List<string> Distinct(List<string> values) => values.Count > 1 ? [.. values.Distinct()] : values;

    private string? TypeOf(string code, TypeScheme scheme) => _regions.TypeOf(code, scheme.Code)?.Value;
}
