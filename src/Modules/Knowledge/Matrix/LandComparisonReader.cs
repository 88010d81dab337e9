using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// Compares a Land with all others by two facet counts: of the Land, and of the fifteen others together. Both are searches that a reader can
/// open; an initiative that takes place here and there counts on both sides, one without a Land on neither.
/// </summary>
public sealed class LandComparisonReader(ISearcher searcher, Factors factors, Vocabularies vocabularies)
{
    private const int MostValues = 500;

    /// <summary>Initiatives by Land, in the entries that readers of a language see.</summary>
    public async Task<IReadOnlyDictionary<string, int>> LandsAsync(string culture, CancellationToken ct)
    {
        var counts = Counts(await CountAsync([], culture, ct), SearchNames.Region);
        return FactorMatrixReader.Lands.ToDictionary(land => land, land => counts.GetValueOrDefault(land), StringComparer.Ordinal);
    }

    /// <summary>A Land's factors and fields of action beside all others.</summary>
    public async Task<LandComparison> ReadAsync(string land, string culture, CancellationToken ct)
    {
        var own = await CountAsync([land], culture, ct);
        var others = await CountAsync(OthersOf(land), culture, ct);
        var topics = (await vocabularies.GetAsync(ct)).Find(VocabularyKeys.Topics)?.Top.Select(term => term.Slug) ?? [];
        return new LandComparison(
            land, own.Total, others.Total,
            Shares((await factors.GetAsync(ct)).All.Select(factor => factor.Slug), SearchNames.Factor), Shares(topics, SearchNames.Topic));

        List<ComparedShare> Shares(IEnumerable<string> codes, string facet)
        {
            var (here, elsewhere) = (Counts(own, facet), Counts(others, facet));
            return [.. codes.Select(code => new ComparedShare(code, here.GetValueOrDefault(code), elsewhere.GetValueOrDefault(code)))];
        }
    }

    /// <summary>Keys of all Länder but one.</summary>
    public static IReadOnlyList<string> OthersOf(string land) => [.. FactorMatrixReader.Lands.Where(other => other != land)];

    private static Dictionary<string, int> Counts(SearchResult result, string facet) =>
        result.Facets.First(f => f.Name == facet).Values.ToDictionary(v => v.Code, v => v.Count, StringComparer.Ordinal);

    private ValueTask<SearchResult> CountAsync(IReadOnlyList<string> lands, string culture, CancellationToken ct) => searcher.SearchAsync(
        new SearchRequest
        {
            Culture = culture,
            Modes = [SearchNames.Initiatives],
            Facets = lands.Count == 0 ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>> { [SearchNames.Region] = lands },
            PageSize = 0,
            FacetWishes = [new FacetWish(SearchNames.Factor, MostValues), new FacetWish(SearchNames.Topic, MostValues), new FacetWish(SearchNames.Region, MostValues)],
        },
        ct);
}
