using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// What an initiative's document and those of its passages have in common: where it works, what it is filtered by, when it took place. Read out
/// of the initiative once for all of them.
/// </summary>
internal sealed class InitiativeFrame
{
    private InitiativeFrame(Places places, IReadOnlyDictionary<string, IReadOnlyList<string>> facets, DateTime? start)
    {
        Places = places;
        Facets = facets;
        Start = start;
        Numbers = SearchNames.Numbers(start);
    }

    /// <summary>Where it works.</summary>
    public Places Places { get; }

    /// <summary>Facet values by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; }

    /// <summary>Begin.</summary>
    public DateTime? Start { get; }

    /// <summary>End.</summary>
    public DateTime? End { get; private init; }

    /// <summary>day, month or year.</summary>
    public string? Precision { get; private init; }

    /// <summary>Has no end yet.</summary>
    public bool Ongoing { get; private init; }

    /// <summary>Invented example.</summary>
    public bool Sample { get; private init; }

    /// <summary>See <see cref="EntryQuality.Year"/>.</summary>
    public int? Year { get; private init; }

    /// <summary>Of a document that begins when the initiative does.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; }

    public static InitiativeFrame Of(ContentItem initiative, Related related)
    {
        const string part = "Initiative";
        var places = Places.OfInitiative(related.Regions, initiative);
        var parts = new DocumentParts()
            .Facet(SearchNames.Goal, Slugs("Goals"))
            .Facet(SearchNames.Kind, Slugs("Kinds"))
            .Facet(SearchNames.Scope, Slugs("Scopes"))
            .Facet(SearchNames.Topic, related.Vocabularies.ByIds(initiative.Terms(part, "Topics")).Select(t => t.Path))
            .Facet(SearchNames.Group, Slugs("TargetGroups"))
            .Facet(SearchNames.RegionType, places.Types)
            .Facet(SearchNames.Size, places.Sizes)
            .Facet(SearchNames.Outcome, initiative.Text(part, "Outcome"));
        return new InitiativeFrame(places, Requirements.Facets(parts, initiative, related).Facets, initiative.Date(part, "Start"))
        {
            End = initiative.Date(part, "End"),
            Precision = initiative.Text(part, "Precision"),
            Ongoing = initiative.Flag(part, "Ongoing") == true,
            Sample = Documents.IsSample(initiative),
            Year = EntryQuality.Year(initiative),
        };

        IEnumerable<string> Slugs(string field) => related.Vocabularies.ByIds(initiative.Terms(part, field)).Select(t => t.Slug);
    }
}
