using System.Globalization;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Initiatives;

/// <summary>
/// The Steckbrief: rows of label and values, every value a link to the search that it stands for. What a reader would ask first is listed even when
/// it is missing („keine Angabe“); the rest only when it is known.
/// </summary>
internal static class FactSheet
{
    private const string Part = "Initiative";

    public static IReadOnlyList<FactRow> Of(InitiativeMaterial m, Translations words)
    {
        var (item, language) = (m.Item, m.Language);
        var rows = new List<FactRow>
        {
            new(words["fact.period"], m.Period is { } p
                ? [new(Dates.Period(language, p.Start, p.End, p.Precision, p.Ongoing), Paths.InitiativesWith(language, SearchNames.Year, p.Start.Year.ToString(CultureInfo.InvariantCulture)))]
                : []),
            new(words["fact.goals"], Terms(m, "Goals", SearchNames.Goal)),
            new(words["fact.kinds"], Terms(m, "Kinds", SearchNames.Kind)),
            new(words["fact.scopes"], Terms(m, "Scopes", SearchNames.Scope)),
            new(words["fact.topics"], Terms(m, "Topics", SearchNames.Topic)),
        };
        AddKnown(rows, words["fact.groups"], Terms(m, "TargetGroups", SearchNames.Group));
        AddKnown(rows, words["fact.measure"], [.. item.Ids(Part, "MeasureType").Select(m.LinkTo).OfType<Link>()]);
        rows.Add(new(words["fact.carrier"], Organisations(m, "carrier")));
        AddKnown(rows, words["fact.partners"], Organisations(m, "partner"));
        AddKnown(rows, words["fact.funders"], Organisations(m, "funder"));
        AddKnown(rows, words["fact.partnerRegions"], Regions(m, "partner"));
        AddKnown(rows, words["fact.comparisonRegions"], Regions(m, "comparison"));
        rows.Add(new(words["fact.funding"], Funding(item, language)));
        rows.Add(new(words["fact.staff"], Text(item.Number(Part, "Staff") is { } staff ? staff.ToString("0.0#", language.Culture) : null)));
        rows.Add(new(words["fact.cost"], Text(item.Number(Part, "AnnualCost") is { } cost ? Money(cost, language) : null)));
        AddKnown(rows, words["fact.minimum"], Text(item.Number(Part, "MinimumInhabitants") is { } minimum ? words.Count("fact.minimum.value", (long)minimum) : null));
        AddKnown(rows, words["fact.legalForm"], [.. m.Vocabularies.ByIds(item.Terms(Part, "CarrierTypes")).Select(term => new Link(term.Label(language.Code)))]);
        AddKnown(rows, words["fact.resolution"], Text(item.Text(Part, "CouncilResolution") switch
        {
            "required" => words["fact.resolution.required"],
            "not-required" => words["fact.resolution.not-required"],
            _ => null,
        }));
        AddKnown(rows, words["fact.effect"], Text(item.Number(Part, "MonthsToEffect") is { } months ? words.Count("fact.effect.value", (long)months) : null));
        var outcome = item.Text(Part, "Outcome") is { Length: > 0 } code ? code : "unknown";
        rows.Add(new(words["fact.outcome"], [new(Labels.Outcome(language, outcome), Paths.InitiativesWith(language, SearchNames.Outcome, outcome))]));
        var grade = (int)(item.Number(Part, "EvidenceGrade") ?? 0);
        rows.Add(new(words["fact.grade"], [])
        {
            Grade = GradeView.Of(language, grade),
            GradeHref = Paths.InitiativesWith(language, SearchNames.Grade, grade.ToString(CultureInfo.InvariantCulture)),
        });
        return rows;
    }

    public static string Money(decimal amount, Language language) => language.Pick($"{amount.ToString("N0", language.Culture)} Euro", $"€{amount.ToString("N0", language.Culture)}");

    private static Link[] Terms(InitiativeMaterial m, string field, string parameter) =>
        [.. m.Vocabularies.ByIds(m.Item.Terms(Part, field)).Select(term => new Link(term.Label(m.Language.Code), Paths.InitiativesWith(m.Language, parameter, term.Slug)))];

    private static Link[] Organisations(InitiativeMaterial m, string role) =>
        [.. m.Item.Bag("Organisations").Where(o => o.Text("OrganisationRole", "Role") == role).SelectMany(o => o.Ids("OrganisationRole", "Organisation")).Select(m.LinkTo).OfType<Link>()];

    private static Link[] Regions(InitiativeMaterial m, string role) =>
        [.. m.RegionsIn(role).Select(ags => PlaceViews.Canonical(m.Regions, ags)).OfType<Regions.Region>().Select(region => new Link(region.Name, Paths.InitiativesIn(m.Language, region.Ags)))];

    private static Link[] Funding(ContentItem item, Language language) => [.. item.Bag("Funding").Select(funding =>
    {
        var details = string.Join(", ", new[]
        {
            funding.Number("Funding", "Amount") is { } amount ? Money(amount, language) : null,
            funding.Text("Funding", "Period") is { Length: > 0 } period ? period : null,
        }.OfType<string>());
        var programme = funding.Text("Funding", "Programme") ?? "";
        return new Link(details.Length > 0 ? $"{programme} ({details})" : programme);
    }).Where(link => link.Text.Length > 0)];

    private static Link[] Text(string? value) => value is null ? [] : [new Link(value)];

    private static void AddKnown(List<FactRow> rows, string label, Link[] values)
    {
        if (values.Length > 0)
        {
            rows.Add(new(label, values));
        }
    }
}
