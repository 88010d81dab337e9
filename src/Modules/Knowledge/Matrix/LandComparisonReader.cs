using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Compares a Land with all others by two facet counts: of everything, which the index keeps, and of the Land. The others are the rest.</summary>
public sealed class LandComparisonReader(ISearcher searcher, Factors factors, Vocabularies vocabularies)
{
    private const int MostValues = 500;

    /// <summary>Initiatives by Land, in the entries that readers of a language see.</summary>
    public async Task<IReadOnlyDictionary<string, int>> LandsAsync(string culture, CancellationToken ct)
    {
        var counts = Counts(await CountAsync(null, culture, ct), SearchNames.Region);
        return FactorMatrixReader.Lands.ToDictionary(land => land, land => counts.GetValueOrDefault(land), StringComparer.Ordinal);
    }

    /// <summary>A Land's factors and fields of action beside all others.</summary>
    public async Task<LandComparison> ReadAsync(string land, string culture, CancellationToken ct)
    {
        var all = await CountAsync(null, culture, ct);
        var own = await CountAsync(land, culture, ct);
        var topics = (await vocabularies.GetAsync(ct)).Find(VocabularyKeys.Topics)?.Top.Select(term => term.Slug) ?? [];
        return new LandComparison(
            land, own.Total, all.Total - own.Total,
            Shares((await factors.GetAsync(ct)).All.Select(factor => factor.Slug), SearchNames.Factor), Shares(topics, SearchNames.Topic));

        List<ComparedShare> Shares(IEnumerable<string> codes, string facet)
        {
            var (here, everywhere) = (Counts(own, facet), Counts(all, facet));
            return [.. codes.Select(code => (Code: code, Here: here.GetValueOrDefault(code))).Select(c => new ComparedShare(c.Code, c.Here, everywhere.GetValueOrDefault(c.Code) - c.Here))];
        }
    }

    private static Dictionary<string, int> Counts(SearchResult result, string facet) =>
        result.Facets.First(f => f.Name == facet).Values.ToDictionary(v => v.Code, v => v.Count, StringComparer.Ordinal);

    private ValueTask<SearchResult> CountAsync(string? land, string culture, CancellationToken ct) => searcher.SearchAsync(
        new SearchRequest
        {
            Culture = culture,
            Modes = [SearchNames.Initiatives],
            Facets = land is null ? new Dictionary<string, IReadOnlyList<string>>() : new Dictionary<string, IReadOnlyList<string>> { [SearchNames.Region] = [land] },
            PageSize = 0,
            FacetWishes = [new FacetWish(SearchNames.Factor, MostValues), new FacetWish(SearchNames.Topic, MostValues), new FacetWish(SearchNames.Region, MostValues)],
        },
        ct);
}
