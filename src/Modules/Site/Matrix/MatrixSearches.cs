using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Matrix;

/// <summary>The searches that the numbers of the matrix count. Without a factor or a code they are those of the margins.</summary>
internal static class MatrixSearches
{
    /// <summary>Initiatives known in a column, with or without evidence.</summary>
    public static string Known(Language language, MatrixAxis axis, string? code) => In(new SearchState { Mode = SearchNames.Initiatives }, axis, code).Href(Paths.Search(language));

    /// <summary>Initiatives with evidence of the factor, or of any.</summary>
    public static string Cases(Language language, MatrixAxis axis, string? code, string? factor)
    {
        var state = new SearchState { Mode = SearchNames.Initiatives };
        state = factor is not null ? state.With(SearchNames.Factor, factor) : FactorEffects.All.Aggregate(state, (s, effect) => s.With(SearchNames.Effect, effect));
        return In(state, axis, code).Href(Paths.Search(language));
    }

    /// <summary>Passages that contradict the factor, or any.</summary>
    public static string Contradictions(Language language, MatrixAxis axis, string? code, string? factor)
    {
        var state = new SearchState { Mode = SearchNames.Factors };
        state = factor is null ? state : state.With(SearchNames.Factor, factor);
        return In(FactorEffects.Contradicting.Aggregate(state, (s, effect) => s.With(SearchNames.Effect, effect)), axis, code).Href(Paths.Search(language));
    }

    private static SearchState In(SearchState state, MatrixAxis axis, string? code) =>
        code is null ? state : state.With(axis.Facet == SearchNames.Region ? SearchParameters.OfRegion(code) : axis.Facet, code);
}
