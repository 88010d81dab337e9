using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// Computes the matrix out of the search index's facet counts: per column one request for the numbers of all factors and four
/// for the best grade. So a cell is by construction the number of hits of the search it opens, in every language, and the work
/// grows with the columns, not with the items: a column is counted in about the time of one search. There is no snapshot of its
/// own that could lag behind the index; the finished page is cached until the index moves on.
/// </summary>
public sealed class FactorMatrixReader(ISearcher searcher, Factors factors, Vocabularies vocabularies)
{
    private const int BestGrade = 4;

    // Pairs of factor and effect that a column can have; far above what a portal has.
    private const int MostPairs = 4_000;

    /// <summary>The axes a reader can choose.</summary>
    public async ValueTask<IReadOnlyList<MatrixAxis>> AxesAsync(CancellationToken ct) =>
    [
        new(RegionSchemes.KreisTypes.Code, SearchNames.RegionType, [.. RegionSchemes.KreisTypes.Values.Select(v => v.Code)]),
        new(RegionSchemes.MunicipalityTypes.Code, SearchNames.RegionType, [.. RegionSchemes.MunicipalityTypes.Values.Select(v => v.Code)]),
        new(VocabularyKeys.Topics, SearchNames.Topic, [.. (await vocabularies.GetAsync(ct)).Find(VocabularyKeys.Topics)?.Top.Select(t => t.Slug) ?? []]),
        new("land", SearchNames.Region, [.. Enumerable.Range(1, 16).Select(land => land.ToString("00", System.Globalization.CultureInfo.InvariantCulture))]),
    ];

    /// <summary>The matrix in the entries that readers of a language see.</summary>
    public async Task<FactorMatrix> ReadAsync(MatrixAxis axis, string culture, CancellationToken ct)
    {
        var all = (await factors.GetAsync(ct)).All;
        var total = await ColumnAsync(axis.Facet, null, culture, ct);
        var columns = new List<Column>(axis.Codes.Count);
        foreach (var code in axis.Codes)
        {
            columns.Add(await ColumnAsync(axis.Facet, code, culture, ct));
        }

        var rows = all.Select(factor => new MatrixRow(factor, [.. columns.Select(c => c.Cell(factor.Slug))], total.Cell(factor.Slug)))
            .OrderByDescending(row => row.Total.Supporting).ThenByDescending(row => row.Total.Contradicting);
        return new FactorMatrix(axis, [.. columns.Select(c => c.Base)], total.Base, [.. rows]);
    }

    private async Task<Column> ColumnAsync(string facet, string? code, string culture, CancellationToken ct)
    {
        var selected = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (code is not null)
        {
            selected[facet] = [code];
        }

        var cases = await CountAsync(SearchNames.Initiatives, selected, culture, ct);
        var grades = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var grade = BestGrade; grade > 0; grade--)
        {
            var graded = new Dictionary<string, IReadOnlyList<string>>(selected, StringComparer.Ordinal)
            {
                [SearchNames.Grade] = [grade.ToString(System.Globalization.CultureInfo.InvariantCulture)],
            };
            foreach (var pair in (await CountAsync(SearchNames.Evidence, graded, culture, ct)).Pairs.Keys)
            {
                grades.TryAdd(pair, grade);
            }
        }

        return new Column(cases.Total, cases.Pairs, grades);
    }

    private async Task<(int Total, Dictionary<string, int> Pairs)> CountAsync(
        string mode, IReadOnlyDictionary<string, IReadOnlyList<string>> selected, string culture, CancellationToken ct)
    {
        var result = await searcher.SearchAsync(
            new SearchRequest
            {
                Culture = culture,
                Modes = [mode],
                Facets = selected,
                PageSize = 0,
                FacetWishes = [new FacetWish(SearchNames.FactorEffect, MostPairs)],
            },
            ct);
        return (result.Total, result.Facets.SelectMany(f => f.Values).Where(v => v.Count > 0).ToDictionary(v => v.Code, v => v.Count, StringComparer.Ordinal));
    }

    private sealed record Column(int Base, Dictionary<string, int> Pairs, Dictionary<string, int> Grades)
    {
        public MatrixCell Cell(string factor)
        {
            var supporting = SearchNames.FactorEffectOf(factor, "promoting");
            return new(Pairs.GetValueOrDefault(supporting), Pairs.GetValueOrDefault(SearchNames.FactorEffectOf(factor, SearchNames.Against)), Grades.GetValueOrDefault(supporting));
        }
    }
}
