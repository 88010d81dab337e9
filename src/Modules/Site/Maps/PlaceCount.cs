using System.Runtime.InteropServices;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Site.Maps;

/// <summary>A place on the map and its number of hits.</summary>
/// <param name="Region">A municipality or kreisfreie Stadt; a Kreis when hits name no municipality in it.</param>
/// <param name="Count">Hits that name it.</param>
/// <param name="Kreis">Hits in its whole Kreis; fewer than its places together when a hit has several of them.</param>
/// <param name="Together">What the places of the Kreis count together.</param>
internal sealed record PlaceCount(Region Region, int Count, int Kreis, int Together)
{
    /// <summary>Key of the Kreis; of the Land for Berlin and Hamburg.</summary>
    public string Group { get; } = Region.Ags.Length <= 5 ? Region.Ags : Region.Ags[..5];

    /// <summary>The whole facet: all places, whatever is chosen.</summary>
    public static FacetWish Wish { get; } = new(SearchNames.Region) { Whole = true };

    /// <summary>The places of a result, the most hits first. Hits that name no more than a Land have none.</summary>
    /// <param name="result">Of a request with <see cref="Wish"/>.</param>
    /// <param name="regions">The register.</param>
    /// <param name="within">Keys of regions; only places in one of them. Empty: all.</param>
    public static IReadOnlyList<PlaceCount> Of(SearchResult result, RegionSnapshot regions, IReadOnlyCollection<string> within)
    {
        var whole = result.Facets.FirstOrDefault(facet => facet.Name == SearchNames.Region)?.Whole ?? [];
        var kreise = new Dictionary<string, (int Count, int Below)>(StringComparer.Ordinal);
        var byKey = kreise.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var value in whole)
        {
            if (value.Code.Length is 5 or 8)
            {
                ref var kreis = ref CollectionsMarshal.GetValueRefOrAddDefault(byKey, value.Code.AsSpan(0, 5), out _);
                kreis = value.Code.Length == 5 ? (value.Count, kreis.Below) : (kreis.Count, kreis.Below + value.Count);
            }
        }

        var places = new List<PlaceCount>();
        foreach (var value in whole)
        {
            var kreis = value.Code.Length >= 5 ? byKey[value.Code.AsSpan(0, 5)] : (Count: value.Count, Below: 0);

            // A Kreis stands for the hits that its municipalities do not account for.
            var count = value.Code.Length == 5 ? value.Count - kreis.Below : value.Count;
            if (count > 0 && regions.Find(value.Code) is { Latitude: not null, Longitude: not null } region && IsPlace(region)
                && IsWithin(value.Code))
            {
                places.Add(new PlaceCount(region, count, kreis.Count, Math.Max(kreis.Count, kreis.Below)));
            }
        }

        places.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Region.Ags, b.Region.Ags));
        return places;

        bool IsWithin(string code)
        {
            foreach (var key in within)
            {
                if (code.StartsWith(key, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return within.Count == 0;
        }
    }

    // Berlin and Hamburg are municipalities though they are Länder.
    private static bool IsPlace(Region region) => region.Level is not (RegionLevel.Bund or RegionLevel.Land) || region.Ags is "02" or "11";
}
