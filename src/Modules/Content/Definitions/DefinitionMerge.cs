using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// Orchard's rules for importing definitions: settings are merged deeply, arrays united, explicit nulls overwrite; parts and
/// fields are added or updated in place, never removed; without a display name the settings of a type stay as they are.
/// </summary>
internal static class DefinitionMerge
{
    /// <summary>
    /// Merges the types and parts of <paramref name="step"/> into the document; the two names say under which members they are.
    /// Returns what is wrong; when the list is not empty the document must be thrown away.
    /// </summary>
    public static List<string> Apply(DefinitionDocument document, JsonElement step, string types = "ContentTypes", string parts = "ContentParts")
    {
        var errors = new List<string>();
        foreach (var type in Objects(step, types))
        {
            MergeType(document, type, errors);
        }

        foreach (var part in Objects(step, parts))
        {
            MergePart(document, part, errors);
        }

        return errors;
    }

    /// <summary>Deletes the listed parts, then each listed type, and creates them anew.</summary>
    public static List<string> Replace(DefinitionDocument document, JsonElement step)
    {
        foreach (var part in Objects(step, "ContentParts"))
        {
            DeletePart(document, Text(part, "Name"));
        }

        foreach (var type in Objects(step, "ContentTypes"))
        {
            document.Types.RemoveAll(existing => DefinitionDocument.Same(existing.Name, Text(type, "Name")));
        }

        return Apply(document, step);
    }

    /// <summary>Deletes <c>ContentTypes</c> and <c>ContentParts</c>, which are lists of names; unknown names are ignored. A deleted part is taken off every type.</summary>
    public static void Delete(DefinitionDocument document, JsonElement step)
    {
        foreach (var name in Names(step, "ContentTypes"))
        {
            document.Types.RemoveAll(type => DefinitionDocument.Same(type.Name, name));
        }

        foreach (var name in Names(step, "ContentParts"))
        {
            DeletePart(document, name);
            foreach (var type in document.Types)
            {
                type.Parts.RemoveAll(part => DefinitionDocument.Same(part.PartName, name));
            }
        }
    }

    /// <summary>Deep merge: objects member by member, arrays united by value, everything else replaced.</summary>
    public static void MergeSettings(JsonObject target, JsonElement? source)
    {
        if (source is not { ValueKind: JsonValueKind.Object } settings)
        {
            return;
        }

        foreach (var member in settings.EnumerateObject())
        {
            switch (target.TryGetPropertyValue(member.Name, out var existing) ? existing : null, member.Value.ValueKind)
            {
                case (JsonObject into, JsonValueKind.Object):
                    MergeSettings(into, member.Value);
                    break;
                case (JsonArray into, JsonValueKind.Array):
                    Unite(into, member.Value);
                    break;
                default:
                    target[member.Name] = Copy(member.Value);
                    break;
            }
        }
    }

    private static void MergeType(DefinitionDocument document, JsonElement json, List<string> errors)
    {
        var name = Text(json, "Name");
        if (name.Length == 0)
        {
            errors.Add("A content-type has no name.");
            return;
        }

        var type = document.Type(name);
        if (type is null)
        {
            document.Types.Add(type = new TypeRecord { Name = name });
        }

        if (Text(json, "DisplayName") is { Length: > 0 } displayName)
        {
            type.DisplayName = displayName;
            MergeSettings(type.Settings, json.Member("Settings"));
        }

        foreach (var part in Objects(json, "ContentTypePartDefinitionRecords"))
        {
            var partName = Text(part, "PartName");
            if (partName.Length == 0)
            {
                errors.Add($"Unable to add content-part to the '{name}' content-type. The part name cannot be null or empty.");
                continue;
            }

            var instance = Text(part, "Name") is { Length: > 0 } given ? given : partName;
            var record = type.Parts.Find(existing => DefinitionDocument.Same(existing.Name, instance));
            if (record is null)
            {
                type.Parts.Add(record = new TypePartRecord { PartName = partName, Name = instance });
            }

            MergeSettings(record.Settings, part.Member("Settings"));
        }
    }

    private static void MergePart(DefinitionDocument document, JsonElement json, List<string> errors)
    {
        var name = Text(json, "Name");
        if (name.Length == 0)
        {
            errors.Add("A content-part has no name.");
            return;
        }

        var part = document.Part(name);
        if (part is null)
        {
            document.Parts.Add(part = new PartRecord { Name = name });
        }

        MergeSettings(part.Settings, json.Member("Settings"));
        foreach (var field in Objects(json, "ContentPartFieldDefinitionRecords"))
        {
            var fieldName = Text(field, "Name");
            if (fieldName.Length == 0)
            {
                errors.Add($"Unable to add content-field to the '{name}' content-part. The field name cannot be null or empty.");
                continue;
            }

            var record = part.Fields.Find(existing => DefinitionDocument.Same(existing.Name, fieldName));
            if (record is null)
            {
                part.Fields.Add(record = new FieldRecord { Name = fieldName });
            }

            if (Text(field, "FieldName") is { Length: > 0 } kind)
            {
                record.FieldName = kind;
            }

            MergeSettings(record.Settings, field.Member("Settings"));
        }
    }

    private static void DeletePart(DefinitionDocument document, string name) =>
        document.Parts.RemoveAll(part => DefinitionDocument.Same(part.Name, name));

    private static void Unite(JsonArray target, JsonElement source)
    {
        foreach (var value in source.EnumerateArray())
        {
            var node = Copy(value);
            if (!target.Any(existing => JsonNode.DeepEquals(existing, node)))
            {
                target.Add(node);
            }
        }
    }

    /// <summary>A tree of its own. A member given twice counts once, the last time: <see cref="JsonObject"/> itself would fail late.</summary>
    public static JsonNode? Copy(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var copy = new JsonObject();
                foreach (var member in value.EnumerateObject())
                {
                    copy[member.Name] = Copy(member.Value);
                }

                return copy;
            case JsonValueKind.Array:
                return new JsonArray([.. value.EnumerateArray().Select(Copy)]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(value.Clone());
        }
    }

    private static IEnumerable<JsonElement> Objects(JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object) : [];

    private static IEnumerable<string> Names(JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } array
            ? array.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.String).Select(element => element.GetString()!)
            : [];

    private static string Text(JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()!.Trim() : "";
}
