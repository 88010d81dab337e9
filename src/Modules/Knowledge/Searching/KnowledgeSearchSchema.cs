using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>What of the domain is searched, and from which content fields it is made; Search checks it against the definitions at start.</summary>
internal static class KnowledgeSearchSchema
{
    public static SearchSchema Create() => new()
    {
        Version = 7,
        Modes =
        [
            new(SearchNames.Initiatives),
            new(SearchNames.Factors),
            // Passages would crowd the list of everything: every initiative brings several.
            new(SearchNames.Evidence, Default: false),
            new(SearchNames.Findings),
            new(SearchNames.Events),
            new(SearchNames.Others),
        ],
        Texts =
        [
            new(SearchNames.Title, TextRole.Title) { Highlighted = true, Sources = ["TitlePart"] },
            new(SearchNames.Alias, TextRole.Alias) { Sources = ["Initiative.Aliases", "RegionRole.Ags", "Organisation.Aliases", "MeasureType.Synonyms", "Event.Motto"] },
            new(SearchNames.FactorText, TextRole.Statement) { Highlighted = true, Sources = ["FactorEvidence.Factor", "Finding.Factors"] },
            // People search for places by name; a match there says what the entry is about, as a summary does. An initiative's own town is an alias besides.
            new(SearchNames.Place, TextRole.Summary) { Sources = ["RegionRole.Ags", "Workshop.Ags", "Workshop.Place", "Finding.Ags", "Event.Ags", "Event.Venue", "Event.City", "Organisation.SeatAgs"] },
            new(SearchNames.Summary, TextRole.Summary)
            {
                Highlighted = true,
                Sources = ["Initiative.Summary", "MeasureType.Summary", "Workshop.Summary", "Event.Summary", "Organisation.Summary", "Page.Summary"],
            },
            new(SearchNames.Statement, TextRole.Statement) { Highlighted = true, Sources = ["SuccessFactor.Statement", "Finding.Text", "FactorEvidence.Statement"] },
            new(SearchNames.Body, TextRole.Body)
            {
                Highlighted = true,
                Sources =
                [
                    "Initiative.InitialSituation", "Initiative.BuildingBlocks", "Initiative.Steps", "Initiative.Results", "Initiative.Obstacles",
                    "Initiative.Lessons", "Initiative.Transferability", "Initiative.EvidenceReason", "OrganisationRole.Organisation", "Funding.Programme",
                    "MeasureType.Description", "MeasureType.SensibleWhen", "MeasureType.NotSensibleWhen",
                    "SuccessFactor.Explanation", "SuccessFactor.Recognition", "SuccessFactor.Contraindications",
                    "FactorEvidence.Quote", "Workshop.Body", "Event.Body", "Event.Review", "ProgrammeItem.Title", "ProgrammeItem.Description", "MarkdownBodyPart",
                ],
            },
        ],
        Facets =
        [
            FacetField.Flat(SearchNames.Goal) with { Sources = ["Initiative.Goals"] },
            FacetField.Flat(SearchNames.Kind) with { Sources = ["Initiative.Kinds"] },
            FacetField.Flat(SearchNames.Scope) with { Sources = ["Initiative.Scopes"] },
            FacetField.Path(SearchNames.Topic) with { Sources = ["Initiative.Topics", "MeasureType.Topics"] },
            FacetField.Flat(SearchNames.Group) with { Sources = ["Initiative.TargetGroups"] },
            FacetField.Prefix(SearchNames.Region, 2, 5, 8) with { Sources = ["RegionRole.Ags", "Workshop.Ags", "Finding.Ags", "Event.Ags", "Organisation.SeatAgs"] },
            FacetField.Flat(SearchNames.RegionType) with { Sources = ["RegionRole.Ags"] },
            FacetField.Flat(SearchNames.Size) with { Sources = ["RegionRole.Ags"] },
            FacetField.Flat(SearchNames.Grade) with { Sources = ["Initiative.EvidenceGrade", "FactorEvidence.Grade"] },
            FacetField.Flat(SearchNames.Factor) with { Sources = ["FactorEvidence.Factor", "Finding.Factors"] },
            FacetField.Flat(SearchNames.Effect) with { Sources = ["FactorEvidence.Effect"] },
            FacetField.Flat(SearchNames.FactorEffect) with { Sources = ["FactorEvidence.Factor", "FactorEvidence.Effect"] },
            FacetField.Flat(SearchNames.FactorGrade) with { Sources = ["FactorEvidence.Factor", "FactorEvidence.Grade"] },
            FacetField.Flat(SearchNames.Outcome) with { Sources = ["Initiative.Outcome"] },
            FacetField.Flat(SearchNames.Year) with { Sources = ["Initiative.Start", "Workshop.Date", "Event.Start"] },
            FacetField.Flat(SearchNames.Licence) with { Sources = ["EditorialPart.Licence"] },
            FacetField.Flat(SearchNames.Language) with { Sources = ["LocalizationPart"] },
            FacetField.Flat(SearchNames.Measure) with { Sources = ["Initiative.MeasureType"] },
            FacetField.Flat(SearchNames.Organisation) with { Sources = ["OrganisationRole.Organisation", "Event.Organisers"] },
            FacetField.Flat(SearchNames.Staff) with { Sources = ["Initiative.Staff"] },
            FacetField.Flat(SearchNames.Cost) with { Sources = ["Initiative.AnnualCost"] },
            FacetField.Flat(SearchNames.Minimum) with { Sources = ["Initiative.MinimumInhabitants"] },
            FacetField.Flat(SearchNames.Carrier) with { Sources = ["Initiative.CarrierTypes"] },
            FacetField.Flat(SearchNames.Resolution) with { Sources = ["Initiative.CouncilResolution"] },
            FacetField.Flat(SearchNames.Months) with { Sources = ["Initiative.MonthsToEffect"] },
            FacetField.Flat(SearchNames.Type),
            FacetField.Flat(SearchNames.FindingKind) with { Sources = ["Finding.Kind"] },
        ],
        SuggestionGroups = [SearchNames.Initiatives, SearchNames.Factors, SearchNames.Measure, SearchNames.Organisation],
        Numbers = [new(SearchNames.Start) { Sources = ["Initiative.Start", "Workshop.Date", "Event.Start"] }],
    };
}
