using System.Collections.Concurrent;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// Computes the matrix out of the search index's facet counts, three requests per column: so every number is by construction the number of hits of
/// the search that it opens, in every language. A matrix is kept until the index has moved on; the first reader after that counts anew, the others
/// wait for him, and no request counts what another has counted.
/// </summary>
public sealed class FactorMatrixReader(ISearcher searcher, Factors factors, Vocabularies vocabularies) : IDisposable
{
    private const int BestGrade = 4;

    // Pairs of factor and effect, or of factor and grade, that a column can have; far above what a portal has.
    private const int MostPairs = 4_000;

    private readonly ConcurrentDictionary<(string Axis, string Culture), Kept> _kept = new();
    private readonly SemaphoreSlim _counting = new(1);

    /// <summary>The axes a reader can choose.</summary>
    public async ValueTask<IReadOnlyList<MatrixAxis>> AxesAsync(CancellationToken ct) =>
    [
        OfScheme(RegionSchemes.KreisTypes, SearchNames.RegionType),
        OfScheme(RegionSchemes.MunicipalityTypes, SearchNames.RegionType),
        new("land", SearchNames.Region, Lands),
        OfScheme(RegionSchemes.SizeClasses, SearchNames.Size),
        new(VocabularyKeys.Topics, SearchNames.Topic, [.. (await vocabularies.GetAsync(ct)).Find(VocabularyKeys.Topics)?.Top.Select(t => t.Slug) ?? []]),
    ];

    /// <summary>AGS of the sixteen Länder.</summary>
    public static IReadOnlyList<string> Lands { get; } =
        [.. Enumerable.Range(1, 16).Select(land => land.ToString("00", System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The matrix in the entries that readers of a language see.</summary>
    public async Task<FactorMatrix> ReadAsync(MatrixAxis axis, string culture, CancellationToken ct)
    {
        var catalogue = await factors.GetAsync(ct);
        if (Find(axis, culture, catalogue) is { } known)
        {
            return known;
        }

        await _counting.WaitAsync(ct);
        try
        {
            if (Find(axis, culture, catalogue) is { } meanwhile)
            {
                return meanwhile;
            }

            // The version from before counting: what is published meanwhile makes the next reader count again.
            var version = searcher.Version;
            var matrix = await CountAsync(axis, culture, catalogue, ct);
            _kept[(axis.Key, culture)] = new Kept(version, catalogue, matrix);
            return matrix;
        }
        finally
        {
            _counting.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _counting.Dispose();

    private static MatrixAxis OfScheme(TypeScheme scheme, string facet) => new(scheme.Code, facet, [.. scheme.Values.Select(v => v.Code)]);

    private FactorMatrix? Find(MatrixAxis axis, string culture, FactorCatalogue catalogue) =>
        _kept.TryGetValue((axis.Key, culture), out var kept) && kept.Version == searcher.Version && kept.Factors == catalogue
            && kept.Matrix.Axis.Codes.SequenceEqual(axis.Codes) ? kept.Matrix : null;

    private async Task<FactorMatrix> CountAsync(MatrixAxis axis, string culture, FactorCatalogue catalogue, CancellationToken ct)
    {
        var all = await ColumnAsync(axis.Facet, null, culture, ct);
        var columns = new List<Column>(axis.Codes.Count);
        foreach (var code in axis.Codes)
        {
            columns.Add(await ColumnAsync(axis.Facet, code, culture, ct));
        }

        var rows = catalogue.All.Select(factor => new MatrixRow(factor, [.. columns.Select(c => c.Cell(factor.Slug))], all.Cell(factor.Slug)))
            .OrderByDescending(row => row.Total.Initiatives).ThenByDescending(row => row.Total.Evidence);
        return new FactorMatrix(axis, [.. columns.Select(c => c.Margin(catalogue))], all.Margin(catalogue), [.. rows]);
    }

    private async Task<Column> ColumnAsync(string facet, string? code, string culture, CancellationToken ct)
    {
        var selected = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (code is not null)
        {
            selected[facet] = [code];
        }

        var known = await SearchAsync(SearchNames.Initiatives, selected, culture, ct, SearchNames.Factor);
        var evidence = await SearchAsync(SearchNames.Evidence, selected, culture, ct, SearchNames.FactorEffect, SearchNames.FactorGrade);

        // Whoever has evidence has one of its effects.
        selected[SearchNames.Effect] = FactorEffects.All;
        var observed = await SearchAsync(SearchNames.Initiatives, selected, culture, ct);
        return new Column(known.Total, observed.Total, Counts(known, 0), Counts(evidence, 0), Counts(evidence, 1));
    }

    private ValueTask<SearchResult> SearchAsync(
        string mode, Dictionary<string, IReadOnlyList<string>> selected, string culture, CancellationToken ct, params IReadOnlyList<string> facets) =>
        searcher.SearchAsync(
            new SearchRequest { Culture = culture, Modes = [mode], Facets = selected, PageSize = 0, FacetWishes = [.. facets.Select(name => new FacetWish(name, MostPairs))] }, ct);

    private static Dictionary<string, int> Counts(SearchResult result, int facet) =>
        result.Facets[facet].Values.ToDictionary(v => v.Code, v => v.Count, StringComparer.Ordinal);

    private sealed record Kept(long Version, FactorCatalogue Factors, FactorMatrix Matrix);

    private sealed record Column(int Known, int Observed, Dictionary<string, int> Initiatives, Dictionary<string, int> Effects, Dictionary<string, int> Grades)
    {
        public MatrixCell Cell(string factor)
        {
            var against = Effects.GetValueOrDefault(SearchNames.FactorEffectOf(factor, SearchNames.Against));
            var grade = BestGrade;
            while (grade > 0 && Grades.GetValueOrDefault(SearchNames.FactorGradeOf(factor, grade)) == 0)
            {
                grade--;
            }

            return new(Initiatives.GetValueOrDefault(factor), Effects.GetValueOrDefault(SearchNames.FactorEffectOf(factor, FactorEffects.Promoting)) + against, against, grade);
        }

        public MatrixColumn Margin(FactorCatalogue catalogue)
        {
            var cells = catalogue.All.Select(factor => Cell(factor.Slug)).ToList();
            return new(Known, new MatrixCell(Observed, cells.Sum(c => c.Evidence), cells.Sum(c => c.Contradicting), cells.Select(c => c.BestGrade).DefaultIfEmpty(0).Max()));
        }
    }
}
