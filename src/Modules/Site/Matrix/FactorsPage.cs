using System.Globalization;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Matrix;

/// <summary>All success factors as a matrix over types of region, fields of action or Länder.</summary>
internal sealed class FactorsPage(FactorMatrixReader matrices, Vocabularies vocabularies, Factors factors, IRegionRegister register) : IPage
{
    private const string AxisParameter = "axis";

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var axes = await matrices.AxesAsync(ct);
        var wanted = request.Query[AxisParameter].ToString();
        var axis = axes.FirstOrDefault(a => a.Key == wanted) ?? axes[0];
        var matrix = await matrices.ReadAsync(axis, language.Code, ct);
        var labels = new FilterLabels(language, await vocabularies.GetAsync(ct), await factors.GetAsync(ct), register.Current);
        var own = axis == axes[0] ? "" : $"?{AxisParameter}={axis.Key}";
        return new PageResult.Page
        {
            Templates = ["SuccessFactors"],
            Model = View(matrix, axes, labels, await vocabularies.GetAsync(ct)),
            Head = new PageHead
            {
                Title = language.Pick("Erfolgsfaktoren: Was wirkt wo?", "Success factors: what works where?"),
                Description = language.Pick(
                    "Matrix: welcher Erfolgsfaktor in welchem Regionstyp wie oft belegt ist, wie gut, und wo Fälle ihm widersprechen.",
                    "Matrix: which success factor is evidenced in which type of region, how often, how well, and where cases contradict it."),
                Path = Paths.Factors(language) + own,
                TranslatedPath = Paths.Factors(language.IsEnglish ? Language.German : Language.English) + own,
                Section = Section.Factors,
            },
            Tags = [CacheTags.Search, CacheTags.Type("SuccessFactor"), CacheTags.Type("Taxonomy"), CacheTags.Regions],
        };
    }

    internal static MatrixView View(FactorMatrix matrix, IReadOnlyList<MatrixAxis> axes, FilterLabels labels, VocabularySet vocabularies)
    {
        var language = labels.Language;
        var columns = matrix.Axis.Codes.Select(code => labels.Of(matrix.Axis.Facet, code) ?? code).ToList();
        var scale = new MatrixScale(matrix.Rows.SelectMany(r => r.Cells).Select(c => c.Supporting).DefaultIfEmpty(0).Max());
        var longest = matrix.Rows.Select(r => r.Total.Supporting + r.Total.Contradicting).DefaultIfEmpty(0).Max();
        var rows = matrix.Rows.Select(row => new MatrixRowView(
            new Link(row.Factor.In(language.Code).Title, Paths.Item(language, row.Factor.In(language.Code).Path), language.IsEnglish && row.Factor.English is null ? "de" : null),
            row.Factor.DimensionId is { } dimension ? vocabularies.ById(dimension)?.Label(language.Code) ?? "" : "",
            [.. row.Cells.Select((cell, i) => Cell(cell, columns[i], row.Factor.Slug, matrix.Axis, matrix.Axis.Codes[i], scale, language))],
            Total(row, longest, language))).ToList();
        var cells = matrix.Rows.Count * columns.Count;
        var sum = matrix.Rows.Sum(r => r.Total.Supporting);
        return new MatrixView
        {
            Lead = language.Pick(
                $"{language.Count(rows.Count, "Satz", "Sätze", "", "")} über gelingende Vorhaben, jeder so gefasst, dass man ihn widerlegen kann. Die Matrix zeigt, wo er wie oft belegt ist, wie gut, und wo ihm jemand widerspricht.",
                $"{language.Count(rows.Count, "", "", "statement", "statements")} about what makes projects succeed, each put so that it can be refuted. The matrix shows where each is evidenced, how often, how well, and where someone contradicts it."),
            Axes = [.. axes.Select((axis, i) => new ModeLink(
                AxisLabel(language, axis), i == 0 ? Paths.Factors(language) : $"{Paths.Factors(language)}?{AxisParameter}={axis.Key}", axis.Key == matrix.Axis.Key))],
            Scale = language.Pick($"{scale.Text(language)} Initiativen", $"{scale.Text(language)} initiatives"),
            Aid = Aid(rows, language),
            Columns = [.. columns.Select((label, i) => Column(label, matrix, i, language))],
            AllLabel = matrix.Axis.Facet == SearchNames.RegionType ? language.Pick("Alle Typen", "All types") : language.Pick("Alle", "All"),
            AllBase = language.Count(matrix.Base, "Initiative", "Initiativen", "initiative", "initiatives"),
            Rows = rows,
            Sum = $"{language.Count(sum, "Beleg", "Belege", "piece of evidence", "pieces of evidence")}, " + language.Pick(
                $"{matrix.Gaps} von {cells} Feldern leer", $"{matrix.Gaps} of {cells} cells empty"),
            Sample = matrix.Rows.Any(r => r.Factor.Sample),
        };
    }

    private static string AxisLabel(Language language, MatrixAxis axis) => axis.Key switch
    {
        VocabularyKeys.Topics => language.Pick("Handlungsfeld", "Field of action"),
        "land" => language.Pick("Land", "State"),
        _ when axis.Key == RegionSchemes.KreisTypes.Code => language.Pick("Kreistyp", "District type"),
        _ => language.Pick("Gemeindetyp", "Type of municipality"),
    };

    private static MatrixColumnView Column(string label, FactorMatrix matrix, int column, Language language)
    {
        var sum = matrix.Rows.Sum(r => r.Cells[column].Supporting);
        var initiatives = language.Count(matrix.Bases[column], "Initiative", "Initiativen", "initiative", "initiatives");
        return new MatrixColumnView(
            label, initiatives, language.Number(matrix.Bases[column]), language.Count(sum, "Beleg", "Belege", "piece", "pieces"), language.Number(sum), language.Pick($"aus {initiatives}", $"from {initiatives}"));
    }

    private static MatrixCellView Cell(MatrixCell cell, string column, string factor, MatrixAxis axis, string code, MatrixScale scale, Language language) => new()
    {
        Column = column,
        Gap = cell.IsGap,
        Level = scale.Level(cell.Supporting),
        Supporting = language.Number(cell.Supporting),
        SupportingHref = cell.Supporting > 0 ? Cases(language, factor, axis, code, supporting: true) : null,
        Grade = cell.Supporting > 0 ? GradeView.Of(language, cell.BestGrade) : null,
        Contradicting = cell.Contradicting > 0 ? language.Number(cell.Contradicting) : null,
        ContradictingHref = cell.Contradicting > 0 ? Cases(language, factor, axis, code, supporting: false) : null,
    };

    private static MatrixTotalView Total(MatrixRow row, int longest, Language language)
    {
        var (supporting, contradicting) = (row.Total.Supporting, row.Total.Contradicting);
        var text = contradicting == 0
            ? language.Pick($"{supporting} dafür", $"{supporting} for")
            : language.Pick($"{supporting} dafür, {contradicting} dagegen", $"{supporting} for, {contradicting} against");
        return new MatrixTotalView(
            text,
            supporting > 0 ? Cases(language, row.Factor.Slug, null, null, supporting: true) : null,
            Percent(supporting), Percent(supporting, 1), Percent(contradicting),
            supporting > 0 ? GradeView.Of(language, row.Total.BestGrade) : null);

        string Percent(int value, double more = 0) => (longest == 0 ? 0 : 98.0 * value / longest + more).ToString("0.#", CultureInfo.InvariantCulture);
    }

    /// <summary>The search that a cell counts.</summary>
    internal static string Cases(Language language, string factor, MatrixAxis? axis, string? code, bool supporting)
    {
        var state = new SearchState { Mode = SearchNames.Initiatives }.With(SearchNames.Factor, factor);
        state = supporting ? state.With(SearchNames.Effect, "promoting") : state.With(SearchNames.Effect, "hindering").With(SearchNames.Effect, "neutral");
        if (axis is not null && code is not null)
        {
            state = state.With(axis.Facet == SearchNames.Region ? SearchParameters.OfRegion(code) : axis.Facet, code);
        }

        return state.Href(Paths.Search(language));
    }

    private static ReadingAid? Aid(List<MatrixRowView> rows, Language language)
    {
        var cells = rows.SelectMany(r => r.Cells).Where(c => c.Level > 0).ToList();
        if ((cells.Where(c => c.Contradicting is not null).MaxBy(c => c.Level) ?? cells.MaxBy(c => c.Level)) is not { } cell)
        {
            return null;
        }

        var lines = new List<AidLine>
        {
            new(cell.Supporting, language.Pick("Initiativen stützen den Satz; je mehr, desto kräftiger", "initiatives support the statement; the more, the stronger")),
            new(new string('●', cell.Grade!.Value) + new string('○', 4 - cell.Grade.Value), language.Pick($"der beste Beleg: {cell.Grade.Label}", $"the best evidence: {cell.Grade.Label}")),
        };
        if (cell.Contradicting is { } against)
        {
            lines.Add(new($"▼ {against}", language.Pick("Fälle widersprechen ihm: er hemmte oder blieb ohne Wirkung", "cases contradict it: it hindered or had no effect")));
        }

        return new ReadingAid(cell, lines);
    }
}
