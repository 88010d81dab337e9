using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>Addresses → requests to the index. The one place that knows how the two differ; page, feed and matrix share it.</summary>
internal static class SearchRequests
{
    /// <summary>The result lists behind a mode; who looks for factors gets what was observed about them. Unknown modes search everything.</summary>
    public static IReadOnlyList<string> ModesOf(string mode) => mode switch
    {
        SearchNames.Factors => [SearchNames.Evidence],
        SearchNames.Initiatives or SearchNames.Findings or SearchNames.Events or SearchNames.Others or SearchNames.Evidence => [mode],
        _ => [],
    };

    public static SearchRequest Of(SearchState state, Language language, RegionSnapshot regions) =>
        Of(state, language, regions, Surroundings.Of(state, language, regions));

    /// <param name="state">The address.</param>
    /// <param name="language">Language of the page.</param>
    /// <param name="regions">The register.</param>
    /// <param name="around">The circle that the state asks for.</param>
    public static SearchRequest Of(SearchState state, Language language, RegionSnapshot regions, Surroundings? around) => new()
    {
        Text = state.Query,
        Culture = language.Code,
        Modes = ModesOf(state.Mode),
        Facets = Facets(state, regions, unknownPlace: around is { Place: null }),
        Around = around?.Circle,
        Explain = state.Explain,
        Sort = ByDate(state) ? SearchSort.NumberDescending : state.Order,
        SortNumber = SearchNames.Start,
        Page = state.Page,
    };

    // Among events alone the new ones are those that take place last; anywhere else what was published last.
    private static bool ByDate(SearchState state) =>
        state.Mode == SearchNames.Events && (state.Order == SearchSort.Newest || (state.Order == SearchSort.Relevance && state.Query.Length == 0));

    private static Dictionary<string, IReadOnlyList<string>> Facets(SearchState state, RegionSnapshot regions, bool unknownPlace)
    {
        var facets = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var factors = state.Values(SearchNames.Factor).ToList();
        var effects = state.Values(SearchNames.Effect).ToList();
        // A passage has one factor and one effect; an initiative has several, and only the pair says which belong together.
        var paired = factors.Count > 0 && effects.Count > 0 && !state.IsOfPassages;
        foreach (var (name, facet) in SearchParameters.Filters)
        {
            if (paired && (name is SearchNames.Factor or SearchNames.Effect))
            {
                continue;
            }

            foreach (var value in state.Values(name))
            {
                Add(facet, facet == SearchNames.Region ? regions.Find(value)?.CanonicalAgs ?? value : value);
            }
        }

        if (unknownPlace)
        {
            // Like every other value that the portal does not know: nothing has it.
            Add(SearchParameters.Around, state.Around);
        }

        if (paired)
        {
            foreach (var factor in factors)
            {
                effects.ForEach(effect => Add(SearchNames.FactorEffect, SearchNames.FactorEffectOf(factor, effect)));
            }
        }

        return facets.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)f.Value, StringComparer.Ordinal);

        void Add(string facet, string value) =>
            (facets.TryGetValue(facet, out var values) ? values : facets[facet] = []).Add(value);
    }
}
