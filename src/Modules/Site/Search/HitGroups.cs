using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>
/// Passages under headings. 1. The search is asked for counts instead of hits; they say which groups there are. 2. Each group on the page is
/// searched for its first hits; the only group is shown whole, page by page. Bounded by the groups of a page, whatever the number of hits.
/// </summary>
internal sealed class HitGroups(ISearcher searcher, SearchState state, Surroundings? around, FilterLabels labels, FactorCatalogue factors, HitViews hits)
{
    public const int GroupsPerPage = 8;

    private const int HitsPerGroup = 3;
    private const int MostGroups = 500;

    private readonly Language _language = labels.Language;

    /// <summary>Whether there are several groups; one alone is a list like any other.</summary>
    public bool Several => Count > 1;

    /// <summary>Number of groups on all pages.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a passage may stand in several groups, one for each Land in which its initiative works.</summary>
    public bool Overlap => Several && Facet == SearchNames.Region;

    /// <summary>The groups of this page.</summary>
    public IReadOnlyList<HitGroupView> Views { get; private set; } = [];

    private string? Facet => !state.IsOfPassages ? null : state.By switch
    {
        "none" => null,
        "region" => SearchNames.Region,
        _ => SearchNames.Factor,
    };

    /// <summary>What the hits may be grouped by, as links.</summary>
    public IReadOnlyList<GroupingView> Groupings() => !state.IsOfPassages ? [] :
    [
        One(_language.Pick("nach Faktor", "by factor"), ""),
        One(_language.Pick("nach Land", "by state"), "region"),
        One(_language.Pick("ohne Gruppen", "without groups"), "none"),
    ];

    /// <summary>Step 1: counts of all groups instead of hits. Anything but passages is asked for as it is.</summary>
    public SearchRequest Of(SearchRequest request) => Facet is not { } facet ? request : request with
    {
        Page = 1,
        PageSize = 0,
        FacetWishes = [.. request.FacetWishes.Select(wish => wish.Name == facet ? wish with { Limit = MostGroups } : wish)],
    };

    /// <summary>Step 2: the result with the hits of the groups.</summary>
    public async Task<SearchResult> FillAsync(SearchResult result, SearchRequest request, CancellationToken ct)
    {
        if (Facet is not { } facet || result.Total == 0)
        {
            return result;
        }

        var codes = Codes(facet, result);
        Count = codes.Count;
        if (Count == 0)
        {
            // Nothing to group by, e.g. no place at all: the plain list.
            return await searcher.SearchAsync(request with { Page = state.Page, PageSize = SearchPage.PageSize }, ct);
        }

        var lastPage = Several ? (codes.Count + GroupsPerPage - 1) / GroupsPerPage : 1;
        var shown = new List<SearchHit>();
        var views = new List<HitGroupView>();
        foreach (var code in Several ? codes.Skip(Math.Min(state.Page - 1, lastPage) * GroupsPerPage).Take(GroupsPerPage) : codes)
        {
            var own = state with { Filters = Filters(facet, code), Page = 1 };
            var found = await searcher.SearchAsync(
                SearchRequests.Of(own, _language, labels.Regions, around) with
                {
                    Page = Several ? 1 : state.Page,
                    PageSize = Several ? HitsPerGroup : SearchPage.PageSize,
                    Highlights = request.Highlights.Count > 0 ? request.Highlights : HitViews.Wishes,
                },
                ct);
            var first = shown.Count + 1 + (Several ? 0 : (state.Page - 1) * SearchPage.PageSize);
            lastPage = Several ? lastPage : found.LastPage;
            if (found.Hits.Count > 0)
            {
                shown.AddRange(found.Hits);
                views.Add(View(facet, code, found, own, first));
            }
        }

        Views = views;
        return result with { Hits = shown, Page = Several ? 1 : state.Page, LastPage = lastPage, PageBeyondReach = state.Page > lastPage };
    }

    private GroupingView One(string label, string by) => new(label, (state with { By = by, Page = 1 }).Href(Paths.Search(_language)), state.By == by);

    /// <summary>The chosen groups, or all that have hits, those with most first.</summary>
    private List<string> Codes(string facet, SearchResult result)
    {
        var chosen = facet == SearchNames.Factor
            ? state.Values(SearchNames.Factor)
            : state.Filters.Where(f => f.Name is SearchParameters.Land or SearchParameters.Kreis or SearchParameters.Gemeinde).Select(f => f.Value[..Math.Min(2, f.Value.Length)]);
        var counted = result.Facets.First(f => f.Name == facet).Values.Where(v => v.Level == 0 && v.Count > 0).Select(v => v.Code).ToList();
        return chosen.Distinct().ToList() is { Count: > 0 } only ? [.. counted.Where(only.Contains)] : counted;
    }

    // Of a Land, what is chosen within it stays chosen.
    private List<Filter> Filters(string facet, string code)
    {
        var others = state.Filters.Where(f => facet == SearchNames.Factor
            ? f.Name != SearchNames.Factor
            : f.Name is not (SearchParameters.Land or SearchParameters.Kreis or SearchParameters.Gemeinde) || f.Value.StartsWith(code, StringComparison.Ordinal)).ToList();
        return facet == SearchNames.Region && others.Any(f => f.Name is SearchParameters.Land or SearchParameters.Kreis or SearchParameters.Gemeinde)
            ? others
            : [.. others, new Filter(facet == SearchNames.Region ? SearchParameters.Land : facet, code)];
    }

    private HitGroupView View(string facet, string code, SearchResult found, SearchState own, int first)
    {
        var factor = facet == SearchNames.Factor ? factors.BySlug(code) : null;
        var title = factor is not null ? hits.Chip(factor)
            : new Link(labels.Of(facet, code) ?? code, facet == SearchNames.Region && labels.Regions.Find(code) is not null ? code == "00" ? Paths.Regions(_language) : Paths.Region(_language, code) : null);
        var count = _language.Count(found.Total, "Beleg", "Belege", "piece of evidence", "pieces of evidence");
        return new HitGroupView(
            $"group-{first}", title, factor?.In(_language.Code).Statement, count,
            Several && found.Total > found.Hits.Count ? new Link(_language.Pick($"Alle {count} ansehen", $"See all {count}"), own.Href(Paths.Search(_language))) : null,
            [.. found.Hits.Select((hit, i) => hits.Row(hit, first + i, belowFactor: factor is not null))]);
    }
}
