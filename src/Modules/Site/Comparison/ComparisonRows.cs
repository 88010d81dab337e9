using System.Globalization;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.MyMunicipality;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Comparison;

/// <summary>The rows of a comparison: 1. the project, 2. what it takes, 3. what works, 4. the municipality in numbers.</summary>
internal sealed class ComparisonRows(Language language, Translations words, IReadOnlyList<InitiativeMaterial> initiatives, MunicipalityMatrix matrix)
{
    private const string Part = "Initiative";

    // Ratios of two numbers, and distances in standard deviations.
    private const decimal NearlySameRatio = 1.1m;
    private const decimal LargeRatio = 2;
    private const double NearlySameDistance = 0.25;
    private const double LargeDistance = 0.5;

    private readonly List<string> _sources = [];

    /// <summary>Sources of the municipalities' figures, once the groups are built.</summary>
    public IReadOnlyList<string> Sources => _sources;

    public IReadOnlyList<ComparisonGroupView> Groups() =>
    [
        // 1.
        new(language.Pick("Das Vorhaben", "The project"),
        [
            Plain(words["fact.period"], m => m.Period is { } p ? Dates.Period(language, p.Start, p.End, p.Precision, p.Ongoing) : null),
            Terms(words["fact.goals"], "Goals", SearchNames.Goal),
            Terms(words["fact.kinds"], "Kinds", SearchNames.Kind),
            Terms(words["fact.scopes"], "Scopes", SearchNames.Scope),
            Terms(words["fact.topics"], "Topics", SearchNames.Topic),
            Terms(words["fact.groups"], "TargetGroups", SearchNames.Group),
            Sets(words["fact.carrier"], m => [.. m.Item.Bag("Organisations").Where(role => role.Text("OrganisationRole", "Role") == "carrier")
                .SelectMany(role => role.Ids("OrganisationRole", "Organisation")).Select(m.LinkTo).OfType<Link>()]),
            Sets(words["fact.funding"], m => [.. m.Item.Bag("Funding").Select(funding => new Link(funding.Text("Funding", "Programme") ?? "")).Where(link => link.Text.Length > 0)]),
            Sets(words["fact.outcome"], m => [.. new[] { m.Item.Text(Part, "Outcome") }.Where(code => code is { Length: > 0 } and not "unknown")
                .Select(code => new Link(Labels.Outcome(language, code!), Paths.InitiativesWith(language, SearchNames.Outcome, code!)))]),
        ]),

        // 2.
        new(language.Pick("Was man dafür braucht", "What it takes"),
        [
            Amounts(words["fact.staff"], "Staff", value => value.ToString("0.0#", language.Culture)),
            Amounts(words["fact.cost"], "AnnualCost", value => FactSheet.Money(value, language)),
            Amounts(words["fact.minimum"], "MinimumInhabitants", value => words.Count("fact.minimum.value", (long)value)),
            Sets(words["fact.legalForm"], m => [.. m.Vocabularies.ByIds(m.Item.Terms(Part, "CarrierTypes")).Select(term => new Link(term.Label(language.Code)))]),
            Sets(words["fact.resolution"], m => m.Item.Text(Part, "CouncilResolution") switch
            {
                "required" => [new Link(words["fact.resolution.required"])],
                "not-required" => [new Link(words["fact.resolution.not-required"])],
                _ => [],
            }),
            Amounts(words["fact.effect"], "MonthsToEffect", value => words.Count("fact.effect.value", (long)value)),
        ]),

        // 3.
        new(language.Pick("Was wirkt", "What works"), [FactorRow(), GradeRow()]),

        // 4.
        new(language.Pick("Die Gemeinde in Zahlen", "The municipality in numbers"),
        [
            .. SimilarityIndicator.All.Select((indicator, position) => indicator.Indicator is { } measured ? Figures(measured, position) : Types()),
        ]),
    ];

    /// <summary>The region whose numbers stand for an initiative: where it works, else its first partner.</summary>
    public static Region? RegionOf(InitiativeMaterial m) =>
        m.RegionsIn("place").Concat(m.RegionsIn("partner")).Select(m.Regions.Find).OfType<Region>().FirstOrDefault();

    private ComparisonRowView Plain(string label, Func<InitiativeMaterial, string?> text) => Sets(label, m => text(m) is { } value ? [new Link(value)] : []);

    private ComparisonRowView Terms(string label, string field, string parameter) => Sets(label, m =>
        [.. m.Vocabularies.ByIds(m.Item.Terms(Part, field)).Select(term => new Link(term.Label(language.Code), Paths.InitiativesWith(language, parameter, term.Slug)))]);

    private ComparisonRowView Sets(string label, Func<InitiativeMaterial, IReadOnlyList<Link>> values)
    {
        var cells = initiatives.Select(m => new ComparisonCellView(values(m))).ToList();
        var known = cells.Where(cell => cell.Values.Count > 0).Select(cell => cell.Values.Select(value => value.Text).ToHashSet(StringComparer.Ordinal)).ToList();
        var (verdict, differs) = known.Count < 2 || known.Count < cells.Count
            ? (language.Pick("offen", "open"), false)
            : known.Skip(1).All(set => set.SetEquals(known[0])) ? (language.Pick("gleich", "the same"), false)
            : known.Any(set => known.Any(other => other != set && set.Overlaps(other))) ? (language.Pick("zum Teil gleich", "partly the same"), false)
            : (language.Pick("verschieden", "different"), true);
        return new ComparisonRowView(label, cells, verdict, differs);
    }

    private ComparisonRowView Amounts(string label, string field, Func<decimal, string> text)
    {
        var values = initiatives.Select(m => m.Item.Number(Part, field)).ToList();
        var cells = values.Select(value => value is { } known ? new ComparisonCellView([new Link(text(known))]) : ComparisonCellView.Missing).ToList();
        var known = values.OfType<decimal>().ToList();
        if (known.Count < 2)
        {
            return new ComparisonRowView(label, cells, language.Pick("offen", "open"), false);
        }

        var (least, most) = (known.Min(), known.Max());
        if (least == 0)
        {
            return new ComparisonRowView(label, cells, most == 0 ? language.Pick("gleich", "the same") : language.Pick("nur bei manchen", "only for some"), most > 0);
        }

        var ratio = most / least;
        var verdict = ratio <= NearlySameRatio ? language.Pick("fast gleich", "nearly the same")
            : ratio < LargeRatio ? language.Pick("ähnlich", "similar")
            : language.Pick($"bis zum {ratio.ToString("0.#", language.Culture)}-Fachen", $"up to {ratio.ToString("0.#", language.Culture)} times");
        return new ComparisonRowView(label, cells, verdict, ratio >= LargeRatio);
    }

    private ComparisonRowView FactorRow()
    {
        var evidence = initiatives.Select(m => m.ReferringOf("FactorEvidence")
            .SelectMany(e => e.Ids("FactorEvidence", "Factor").Select(m.Factors.ById).OfType<Factor>().Select(factor => (Factor: factor, Effect: e.Text("FactorEvidence", "Effect") ?? FactorEffects.Neutral)))
            .DistinctBy(entry => (entry.Factor.Slug, entry.Effect)).ToList()).ToList();
        var cells = evidence.Select(list => new ComparisonCellView([])
        {
            Factors = [.. list.Select(entry => new ComparedFactorView(
                entry.Factor.In(language.Code).Title, Paths.Item(language, entry.Factor.In(language.Code).Path),
                entry.Factor.English is null && language.IsEnglish ? "de" : null, EffectView.Of(language, entry.Effect)))],
        }).ToList();
        var shared = evidence.SelectMany((list, i) => list.Select(entry => (entry.Factor, entry.Effect, Column: i)))
            .GroupBy(entry => entry.Factor.Slug).Where(group => group.Select(entry => entry.Column).Distinct().Count() > 1).ToList();
        var contradicted = shared.FirstOrDefault(group => group.Select(entry => entry.Effect == FactorEffects.Promoting).Distinct().Count() > 1);
        var (verdict, differs) = evidence.Count(list => list.Count > 0) < 2 ? (language.Pick("offen", "open"), false)
            : contradicted is not null ? (language.Pick($"Widerspruch: {Title(contradicted.First().Factor)}", $"Contradiction: {Title(contradicted.First().Factor)}"), true)
            : shared.Count > 0 ? (language.Pick($"gemeinsam: {string.Join("; ", shared.Select(group => Title(group.First().Factor)))}", $"shared: {string.Join("; ", shared.Select(group => Title(group.First().Factor)))}"), false)
            : (language.Pick("verschieden", "different"), true);
        return new ComparisonRowView(language.Pick("Erfolgsfaktoren", "Success factors"), cells, verdict, differs);

        string Title(Factor factor) => factor.In(language.Code).Title;
    }

    private ComparisonRowView GradeRow()
    {
        var grades = initiatives.Select(m => (int)(m.Item.Number(Part, "EvidenceGrade") ?? 0)).ToList();
        return new ComparisonRowView(
            words["fact.grade"], [.. grades.Select(grade => grade == 0 ? ComparisonCellView.Missing : new ComparisonCellView([]) { Grade = GradeView.Of(language, grade) })],
            grades.Contains(0) ? language.Pick("offen", "open") : grades.Distinct().Count() == 1 ? language.Pick("gleich", "the same") : language.Pick("verschieden", "different"),
            !grades.Contains(0) && grades.Max() - grades.Min() > 1);
    }

    private ComparisonRowView Figures(RegionIndicator indicator, int position)
    {
        var values = initiatives.Select(RegionOf).Select(region => region is null ? null : RegionProfile.Of(matrix.Register, region, indicator)).ToList();
        var scores = values.Select(value => value?.Figure is { } figure ? matrix.Score(position, figure.Value) : float.NaN).ToList();
        var cells = values.Select((value, i) => value?.Figure is not { } figure ? ComparisonCellView.Missing : new ComparisonCellView([new Link(Numbers.Value(language, indicator, figure.Value))])
        {
            Note = (value.Of.Level == RegionLevel.Gemeinde || value.Of.Level == RegionLevel.KreisfreieStadt ? "" : $"{value.Of.Name}, ") + Numbers.Origin(language, figure, _sources),
            Scale = float.IsNaN(scores[i]) ? null : new ScaleView(X(scores[i]), [.. scores.Where((score, j) => j != i && !float.IsNaN(score)).Select(X)]),
        }).ToList();
        var known = scores.Where(score => !float.IsNaN(score)).ToList();
        var spread = known.Count < 2 ? double.NaN : known.Max() - known.Min();
        var verdict = spread switch
        {
            double.NaN => language.Pick("offen", "open"),
            0 when known.Count == cells.Count => language.Pick("gleich", "the same"),
            < NearlySameDistance => language.Pick("fast gleich", "nearly the same"),
            < LargeDistance => language.Pick("ähnlich", "similar"),
            < 1 => language.Pick("verschieden", "different"),
            _ => language.Pick("groß", "large"),
        };
        return new ComparisonRowView(indicator.Label.In(language.Culture), cells, verdict, spread >= LargeDistance);
    }

    private ComparisonRowView Types() => Sets(language.Pick("Kreistyp", "Type of district"), m =>
        RegionOf(m) is { } region && Numbers.Type(language, matrix.Register, region) is { } type
        && matrix.Register.TypeOf(region.Ags, RegionSchemes.KreisTypes.Code) is { } code
            ? [new Link(type, Paths.InitiativesWith(language, SearchNames.RegionType, code.Value))]
            : []);

    private static string X(float score) => ((score + MunicipalityMatrix.Cut) / (2 * MunicipalityMatrix.Cut) * 200).ToString("0.#", CultureInfo.InvariantCulture);
}
