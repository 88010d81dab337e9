namespace Zukunftswerkstatt.Content;

/// <summary>An item that somebody picked in a ContentPickerField.</summary>
internal sealed record Pick(string Part, string Field, string Label, string TargetId, IReadOnlyList<string> AllowedTypes);

/// <summary>A term that somebody picked in a TaxonomyField.</summary>
internal sealed record PickedTerm(string Part, string Field, string Label, string TermId, TaxonomyFieldSettings Settings);

/// <summary>A localisation set that somebody picked in a LocalizationSetContentPickerField.</summary>
internal sealed record PickedSet(string Part, string Field, string Label, string Set);

/// <summary>Finds what was picked in an item and in everything nested in it.</summary>
internal static class PickedItems
{
    private const int MaxNesting = 8;

    public static IEnumerable<Pick> Of(ContentDefinitions definitions, ContentTypeDefinition type, ContentItem item) =>
        Fields(definitions, type, item, "ContentPickerField").SelectMany(place =>
        {
            var settings = place.Field.Settings.Get<ContentPickerFieldSettings>();
            var allowed = settings.DisplayAllContentTypes ? [] : settings.DisplayedContentTypes;
            return place.Item.Ids(place.Part, place.Field.Name).Select(id => new Pick(place.Prefix + place.Part, place.Field.Name, place.Field.DisplayName, id, allowed));
        });

    public static IEnumerable<PickedTerm> Terms(ContentDefinitions definitions, ContentTypeDefinition type, ContentItem item) =>
        Fields(definitions, type, item, "TaxonomyField").SelectMany(place => place.Item.Terms(place.Part, place.Field.Name)
            .Select(id => new PickedTerm(place.Prefix + place.Part, place.Field.Name, place.Field.DisplayName, id, place.Field.Settings.Get<TaxonomyFieldSettings>())));

    public static IEnumerable<PickedSet> Sets(ContentDefinitions definitions, ContentTypeDefinition type, ContentItem item) =>
        Fields(definitions, type, item, "LocalizationSetContentPickerField").SelectMany(place => place.Item.LocalizationSets(place.Part, place.Field.Name)
            .Select(set => new PickedSet(place.Prefix + place.Part, place.Field.Name, place.Field.DisplayName, set)));

    private static IEnumerable<(string Prefix, string Part, FieldDefinition Field, ContentItem Item)> Fields(
        ContentDefinitions definitions, ContentTypeDefinition type, ContentItem item, string kind, string prefix = "", int depth = 0)
    {
        foreach (var part in type.Parts)
        {
            foreach (var field in part.Definition.Fields.Where(field => field.Kind == kind))
            {
                yield return (prefix, part.Name, field, item);
            }

            foreach (var found in NestedItems.Of(part, item, prefix).SelectMany(Within))
            {
                yield return found;
            }
        }

        foreach (var found in NestedItems.BelowTerm(item, prefix).SelectMany(Within))
        {
            yield return found;
        }

        IEnumerable<(string Prefix, string Part, FieldDefinition Field, ContentItem Item)> Within(NestedItem nested) =>
            depth <= MaxNesting && definitions.Types.TryGetValue(nested.Item.ContentType, out var nestedType)
                ? Fields(definitions, nestedType, nested.Item, kind, nested.Place, depth + 1)
                : [];
    }
}
