using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Where an initiative works and what it is filtered by; its passages are filtered by the same.</summary>
/// <param name="Places">Where it works.</param>
/// <param name="Facets">Facet values by name.</param>
internal sealed record InitiativeFrame(Places Places, IReadOnlyDictionary<string, IReadOnlyList<string>> Facets)
{
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
        return new InitiativeFrame(places, Requirements.Facets(parts, initiative, related).Facets);

        IEnumerable<string> Slugs(string field) => related.Vocabularies.ByIds(initiative.Terms(part, field)).Select(t => t.Slug);
    }
}
