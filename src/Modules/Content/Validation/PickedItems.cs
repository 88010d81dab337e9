namespace Zukunftswerkstatt.Content;

/// <summary>An item that somebody picked in a ContentPickerField.</summary>
internal sealed record Pick(string Part, string Field, string Label, string TargetId, IReadOnlyList<string> AllowedTypes);

/// <summary>Finds the picks of an item and of everything in its bags.</summary>
internal static class PickedItems
{
    public static IEnumerable<Pick> Of(ContentDefinitions definitions, ContentTypeDefinition type, ContentItem item, string prefix = "", int depth = 0)
    {
        foreach (var part in type.Parts)
        {
            foreach (var field in part.Definition.Fields.Where(field => field.Kind == "ContentPickerField"))
            {
                var settings = field.Settings.Get<ContentPickerFieldSettings>();
                var allowed = settings.DisplayAllContentTypes ? [] : settings.DisplayedContentTypes;
                foreach (var id in item.Ids(part.Name, field.Name))
                {
                    yield return new(prefix + part.Name, field.Name, field.DisplayName, id, allowed);
                }
            }

            if (part.PartName != "BagPart" || depth > 8)
            {
                continue;
            }

            var nested = item.Bag(part.Name);
            for (var i = 0; i < nested.Count; i++)
            {
                if (definitions.Types.TryGetValue(nested[i].ContentType, out var nestedType))
                {
                    foreach (var pick in Of(definitions, nestedType, nested[i], $"{prefix}{part.Name}[{i}].", depth + 1))
                    {
                        yield return pick;
                    }
                }
            }
        }
    }
}
