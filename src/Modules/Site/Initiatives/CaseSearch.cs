using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Initiatives;

/// <summary>The initiatives that share one value, as cards below the page of what they share.</summary>
internal sealed class CaseSearch(ISearcher searcher, Factors factors, IRegionRegister register, TimeProvider time)
{
    private const int Shown = 9;

    public async Task<Cases> FindAsync(Language language, string facet, string code, CancellationToken ct)
    {
        var result = await searcher.SearchAsync(
            new SearchRequest
            {
                Culture = language.Code,
                Modes = [SearchNames.Initiatives],
                Facets = new Dictionary<string, IReadOnlyList<string>> { [facet] = [code] },
                Sort = SearchSort.Newest,
                PageSize = Shown,
            },
            ct);
        var hits = new HitViews(language, await factors.GetAsync(ct), register.Current, time);
        return new Cases(result.Total, [.. result.Hits.Select(hit => hits.Card(hit))], result.Total > Shown ? Paths.InitiativesWith(language, facet, code) : null);
    }
}

/// <summary>Found cases; <paramref name="AllHref"/> leads to the search when there are more than shown.</summary>
internal sealed record Cases(int Total, IReadOnlyList<CardView> Cards, string? AllHref);
