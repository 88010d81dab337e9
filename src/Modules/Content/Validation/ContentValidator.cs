using System.Text.Json;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// The only judge of content: what the content type says, applied to an item and everything nested in it. Pure; asks no store.
/// All errors at once, in the order of the definition.
/// </summary>
public static class ContentValidator
{
    private const int MaxNesting = 16;

    /// <summary>Everything wrong with the item; empty when it may be published.</summary>
    public static IReadOnlyList<ContentError> Validate(ContentDefinitions definitions, ContentTypeDefinition type, ContentItem item)
    {
        var errors = new List<ContentError>();
        Validate(definitions, type, item, "", errors, 0);
        return errors;
    }

    private static void Validate(
        ContentDefinitions definitions, ContentTypeDefinition type, ContentItem item, string prefix, List<ContentError> errors, int depth)
    {
        if (depth > MaxNesting)
        {
            errors.Add(new(prefix, "", new($"Einträge sind tiefer als {MaxNesting} Ebenen verschachtelt.", $"Items are nested deeper than {MaxNesting} levels.")));
            return;
        }

        foreach (var part in type.Parts)
        {
            var json = item.Part(part.Name);
            Title(type, part, item, prefix, errors);
            foreach (var field in part.Definition.Fields)
            {
                if (FieldRules.ByKind.TryGetValue(field.Kind, out var rule))
                {
                    errors.AddRange(Apply(rule, field, json?.Member(field.Name)).Select(message => new ContentError(prefix + part.Name, field.Name, message)));
                }
            }

            foreach (var nested in NestedItems.Of(part, item, prefix))
            {
                Nested(definitions, nested, errors, depth);
            }
        }

        foreach (var nested in NestedItems.BelowTerm(item, prefix))
        {
            Nested(definitions, nested, errors, depth);
        }
    }

    private static IEnumerable<LocalizedText> Apply(FieldRule rule, FieldDefinition field, JsonElement? json) =>
        json is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) }
            ? [new($"„{field.DisplayName}“ muss ein JSON-Objekt sein.", $"\"{field.DisplayName}\" must be a JSON object.")]
            : rule(field, json);

    private static void Title(ContentTypeDefinition type, TypePart part, ContentItem item, string prefix, List<ContentError> errors)
    {
        if (part.PartName == "TitlePart" && part.Settings.Get<TitlePartSettings>().Options == TitleOptions.EditableRequired && string.IsNullOrWhiteSpace(item.DisplayText) &&
            string.IsNullOrWhiteSpace(item.Title))
        {
            errors.Add(new(prefix + "TitlePart", "Title", new(
                $"Der Titel fehlt: Jeder Eintrag vom Typ „{type.DisplayName}“ braucht einen.", $"The title is missing: every \"{type.DisplayName}\" needs one.")));
        }
    }

    private static void Nested(ContentDefinitions definitions, NestedItem nested, List<ContentError> errors, int depth)
    {
        if (nested.Allowed.Count > 0 && !nested.Allowed.Contains(nested.Item.ContentType, StringComparer.OrdinalIgnoreCase))
        {
            errors.Add(new(nested.Place.TrimEnd('.'), "ContentType", new(
                $"In „{nested.Container}“ sind Einträge vom Typ „{nested.Item.ContentType}“ nicht erlaubt; möglich: {string.Join(", ", nested.Allowed)}.",
                $"\"{nested.Container}\" does not take items of type \"{nested.Item.ContentType}\"; use {string.Join(", ", nested.Allowed)}.")));
        }
        else if (definitions.Types.TryGetValue(nested.Item.ContentType, out var type))
        {
            Validate(definitions, type, nested.Item, nested.Place, errors, depth + 1);
        }
    }
}
