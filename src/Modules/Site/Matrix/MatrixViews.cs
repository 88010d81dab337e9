using System.Globalization;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Matrix;

/// <summary>The counted matrix → words, tints and addresses.</summary>
internal sealed class MatrixViews(FactorMatrix matrix, FilterLabels labels, VocabularySet vocabularies)
{
    // Of fewer pieces of evidence a percentage would say more than is known.
    private const int FewestForPercent = 100;

    private readonly MatrixAxis _axis = matrix.Axis;
    private readonly Language _language = labels.Language;
    private readonly MatrixScale _scale = new(matrix.Rows.SelectMany(r => r.Cells).Select(c => c.Initiatives).DefaultIfEmpty(0).Max());

    public MatrixView View(IReadOnlyList<MatrixAxis> axes)
    {
        var longest = matrix.Rows.Select(r => r.Total.Evidence).DefaultIfEmpty(0).Max();
        var rows = matrix.Rows.Select(row => new MatrixRowView(
            new Link(row.Factor.In(_language.Code).Title, Paths.Item(_language, row.Factor.In(_language.Code).Path), _language.IsEnglish && row.Factor.English is null ? "de" : null),
            row.Factor.DimensionId is { } dimension ? vocabularies.ById(dimension)?.Label(_language.Code) ?? "" : "",
            [.. row.Cells.Select((cell, i) => Cell(cell, _axis.Codes[i], row.Factor.Slug))],
            Cell(row.Total, null, row.Factor.Slug),
            Bars(row.Total, longest))).ToList();
        return new MatrixView
        {
            Lead = _language.Pick(
                $"{_language.Count(rows.Count, "Satz", "Sätze", "", "")} über gelingende Vorhaben, jeder so gefasst, dass man ihn widerlegen kann. Die Matrix zeigt, wo er wie oft beobachtet wurde, wie gut das belegt ist, und wo ihm jemand widerspricht.",
                $"{_language.Count(rows.Count, "", "", "statement", "statements")} about what makes projects succeed, each put so that it can be refuted. The matrix shows where each was observed, how often, how well that is evidenced, and where someone contradicts it."),
            Axes = [.. axes.Select((axis, i) => new ModeLink(AxisLabel(_language, axis), FactorsPage.PathOf(_language, axis, axes), axis.Key == _axis.Key))],
            Scale = _language.Pick($"{_scale.Text(_language)} Initiativen", $"{_scale.Text(_language)} initiatives"),
            Aid = Aid(rows),
            Columns = [.. matrix.Columns.Select((column, i) => Column(column, _axis.Codes[i]))],
            All = Column(matrix.All, null),
            Rows = rows,
            Gaps = _language.Pick($"{matrix.Gaps} von {matrix.Rows.Count * matrix.Columns.Count} Feldern leer", $"{matrix.Gaps} of {matrix.Rows.Count * matrix.Columns.Count} cells empty"),
            Sample = matrix.Rows.Any(r => r.Factor.Sample),
            CsvHref = Paths.Factors(_language) + ".csv?" + FactorsPage.AxisParameter + "=" + _axis.Key,
            LandComparisonHref = Paths.LandComparison(_language),
        };
    }

    /// <summary>The matrix as rows of a file, one for each cell and each margin.</summary>
    public (IReadOnlyList<string> Heads, IEnumerable<IReadOnlyList<string>> Rows) Table(Func<string, string> absolute)
    {
        IReadOnlyList<string> heads = _language.IsEnglish
            ? ["Success factor", "Dimension", AxisLabel(_language, _axis), "Code", "Initiatives with evidence", "Initiatives known", "Pieces of evidence", "of them contradicting", "Contradicting in per cent", "Best evidence (0 to 4)", "Search", "Note"]
            : ["Erfolgsfaktor", "Dimension", AxisLabel(_language, _axis), "Code", "Initiativen mit Beleg", "Initiativen bekannt", "Belege", "davon widersprechend", "Widerspruch in Prozent", "Bester Beleg (0 bis 4)", "Suche", "Hinweis"];
        var any = _language.Pick("alle Faktoren", "all factors");
        var rows = matrix.Rows
            .Select(row => (Name: row.Factor.In(_language.Code).Title, Dimension: row.Factor.DimensionId is { } id ? vocabularies.ById(id)?.Label(_language.Code) ?? "" : "",
                Slug: (string?)row.Factor.Slug, Cells: row.Cells.Append(row.Total), row.Factor.Sample))
            .Append((any, "", null, matrix.Columns.Append(matrix.All).Select(column => column.Sum), matrix.Rows.Any(row => row.Factor.Sample)));
        return (heads, rows.SelectMany(row => row.Cells.Select((cell, i) =>
        {
            var code = i < _axis.Codes.Count ? _axis.Codes[i] : null;
            return (IReadOnlyList<string>)
            [
                row.Name, row.Dimension, Label(code), code ?? "", Plain(cell.Initiatives), Plain((code is null ? matrix.All : matrix.Columns[i]).Known), Plain(cell.Evidence), Plain(cell.Contradicting),
                cell.Evidence == 0 ? "" : Percent(cell), cell.IsGap ? "" : Plain(cell.BestGrade), absolute(MatrixSearches.Cases(_language, _axis, code, row.Slug)),
                row.Sample ? _language.Pick("mit Beispielinhalten – frei erfunden", "with sample content – invented") : "",
            ];
        })));
    }

    private static string AxisLabel(Language language, MatrixAxis axis) => axis.Key switch
    {
        VocabularyKeys.Topics => language.Pick("Handlungsfeld", "Field of action"),
        "land" => language.Pick("Land", "State"),
        _ when axis.Key == RegionSchemes.KreisTypes.Code => language.Pick("Kreistyp", "District type"),
        _ when axis.Key == RegionSchemes.SizeClasses.Code => language.Pick("Größe der Gemeinde", "Size of municipality"),
        _ => language.Pick("Gemeindetyp", "Type of municipality"),
    };

    private string Label(string? code) => code is null ? AllLabel() : labels.Of(_axis.Facet, code) ?? code;

    private string AllLabel() => _axis.Facet == SearchNames.RegionType ? _language.Pick("Alle Typen", "All types") : _language.Pick("Alle", "All");

    private MatrixColumnView Column(MatrixColumn column, string? code) => new(
        Label(code), _language.Number(column.Known), _language.Count(column.Known, "Initiative", "Initiativen", "initiative", "initiatives"),
        MatrixSearches.Known(_language, _axis, code), Cell(column.Sum, code, null));

    private MatrixCellView Cell(MatrixCell cell, string? code, string? factor)
    {
        var grade = GradeView.Of(_language, cell.BestGrade);
        var initiatives = _language.Count(cell.Initiatives, "Initiative", "Initiativen", "initiative", "initiatives");
        var share = cell.Contradicting > 0 ? Share(cell) : null;
        return new MatrixCellView
        {
            Column = Label(code),
            Level = _scale.Level(cell.Initiatives),
            Count = _language.Number(cell.Initiatives),
            Spoken = cell.IsGap
                ? _language.Pick($"{initiatives}: kein Fall bekannt", $"{initiatives}: no case known")
                : _language.Pick($"{initiatives}, bester Beleg {grade.Value} von 4: {grade.Label}", $"{initiatives}, best evidence {grade.Value} of 4: {grade.Label}"),
            Href = MatrixSearches.Cases(_language, _axis, code, factor),
            Grade = grade,
            Dots = new string('●', grade.Value) + new string('○', 4 - grade.Value),
            Share = share,
            ShareSpoken = share is null ? null : $"{share}: " + _language.Pick(
                $"{_language.Number(cell.Contradicting)} von {_language.Number(cell.Evidence)} Belegen {(cell.Contradicting == 1 ? "widerspricht" : "widersprechen")}",
                $"{_language.Number(cell.Contradicting)} of {_language.Number(cell.Evidence)} pieces of evidence {(cell.Contradicting == 1 ? "contradicts" : "contradict")}"),
            ShareHref = share is null ? null : MatrixSearches.Contradictions(_language, _axis, code, factor),
        };
    }

    private string Share(MatrixCell cell) => cell.Evidence < FewestForPercent
        ? $"{cell.Contradicting}/{cell.Evidence}"
        : Percent(cell) + _language.Pick("\u00a0%", "%");

    private static string Percent(MatrixCell cell) => Math.Round(100.0 * cell.Contradicting / cell.Evidence).ToString(CultureInfo.InvariantCulture);

    private static BarsView Bars(MatrixCell cell, int longest)
    {
        return new(Part(cell.Evidence - cell.Contradicting), Part(cell.Evidence - cell.Contradicting, 1), Part(cell.Contradicting));

        string Part(int value, double more = 0) => (longest == 0 ? 0 : 98.0 * value / longest + more).ToString("0.#", CultureInfo.InvariantCulture);
    }

    private ReadingAid? Aid(List<MatrixRowView> rows)
    {
        var cells = rows.SelectMany(r => r.Cells).Where(c => c.Level > 0).ToList();
        if ((cells.Where(c => c.Share is not null).MaxBy(c => c.Level) ?? cells.MaxBy(c => c.Level)) is not { } cell)
        {
            return null;
        }

        var lines = new List<AidLine>
        {
            new(cell.Count, _language.Pick("Initiativen haben etwas zu dem Satz beobachtet; je mehr, desto kräftiger", "initiatives observed something about the statement; the more, the stronger")),
            new(cell.Dots, _language.Pick($"der beste Beleg: {cell.Grade.Label}", $"the best evidence: {cell.Grade.Label}")),
        };
        if (cell.Share is { } share)
        {
            lines.Add(new($"▼ {share}", _language.Pick("der Belege widersprechen: Es hemmte oder blieb ohne Wirkung", "of the evidence contradicts: it hindered or had no effect")));
        }

        return new ReadingAid(cell, lines);
    }

    private static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);
}
