using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.MyMunicipality;

/// <summary>
/// The initiatives of a municipality and of those like it, and their factors: one request to the index. Where the 20 most similar have too few,
/// the circle is widened, and the page says so.
/// </summary>
/// <param name="Circle">Number of similar municipalities looked at.</param>
/// <param name="Total">Number of initiatives there, those of the municipality itself included.</param>
/// <param name="Hits">The newest of them.</param>
/// <param name="Counts">Initiatives by canonical key, for the municipalities that have any.</param>
/// <param name="Ranks">Rank by canonical key; 0 for the municipality itself.</param>
/// <param name="Factors">Factor slugs with the number of initiatives.</param>
/// <param name="FactorEffects">The same by factor and effect.</param>
internal sealed record PeerCases(
    int Circle, int Total, IReadOnlyList<SearchHit> Hits, IReadOnlyDictionary<string, int> Counts, IReadOnlyDictionary<string, int> Ranks,
    IReadOnlyList<FacetCount> Factors, IReadOnlyDictionary<string, int> FactorEffects)
{
    private const int Enough = 3;
    private const int WideCircle = 200;
    private const int MostFactors = 8;

    public static async Task<PeerCases> FindAsync(
        ISearcher searcher, MunicipalityMatrix matrix, Region municipality, IReadOnlyList<Neighbour> neighbours, SimilarityWeights weights, Language language, CancellationToken ct)
    {
        var cases = await FindAsync(searcher, municipality, neighbours, language, ct);
        return cases.Total >= Enough ? cases : await FindAsync(searcher, municipality, matrix.Nearest(municipality, weights, WideCircle), language, ct);
    }

    /// <summary>The search for them; the municipalities without initiatives are left out, so that the address stays short.</summary>
    public string Href(Language language, string mode, string? factor = null)
    {
        const int most = 40;
        var state = new SearchState { Mode = mode };
        foreach (var ags in Counts.Keys.OrderBy(ags => Ranks[ags]).Take(most))
        {
            state = state.With(SearchParameters.OfRegion(ags), ags);
        }

        return (factor is null ? state : state.With(SearchNames.Factor, factor)).Href(Paths.Search(language));
    }

    private static async Task<PeerCases> FindAsync(
        ISearcher searcher, Region municipality, IReadOnlyList<Neighbour> neighbours, Language language, CancellationToken ct)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal) { [municipality.CanonicalAgs] = 0 };
        foreach (var neighbour in neighbours)
        {
            ranks.Add(neighbour.Municipality.CanonicalAgs, ranks.Count);
        }

        var result = await searcher.SearchAsync(
            new SearchRequest
            {
                Culture = language.Code,
                Modes = [SearchNames.Initiatives],
                Facets = new Dictionary<string, IReadOnlyList<string>> { [SearchNames.Region] = [.. ranks.Keys] },
                Sort = SearchSort.Newest,
                PageSize = SearchRequest.MaxPageSize,
                FacetWishes = [new(SearchNames.Region, WideCircle), new(SearchNames.Factor, MostFactors), new(SearchNames.FactorEffect, 500)],
            },
            ct);
        return new PeerCases(
            neighbours.Count, result.Total, result.Hits,
            result.Facets[0].Values.Where(value => value.Count > 0 && ranks.ContainsKey(value.Code)).ToDictionary(value => value.Code, value => value.Count, StringComparer.Ordinal),
            ranks, result.Facets[1].Values, result.Facets[2].Values.ToDictionary(value => value.Code, value => value.Count, StringComparer.Ordinal));
    }
}
