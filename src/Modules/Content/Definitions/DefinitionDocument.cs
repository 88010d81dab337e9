using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// The stored document of all types and parts, in Orchard's shape (<c>ContentTypeDefinitionRecords</c>, <c>ContentPartDefinitionRecords</c>).
/// Mutable and owned by one writer; readers get <see cref="ToDefinitions"/>. Settings nobody knows are kept verbatim.
/// </summary>
internal sealed class DefinitionDocument
{
    /// <summary>Name of the stored document.</summary>
    public const string Name = "ContentDefinition";

    private static readonly string[] _flatTypeSettings = ["Creatable", "Listable", "Draftable", "Versionable", "Securable", "Stereotype", "Description"];

    /// <summary>In the order in which they came.</summary>
    public List<TypeRecord> Types { get; } = [];

    /// <summary>In the order in which they came.</summary>
    public List<PartRecord> Parts { get; } = [];

    /// <summary>The type of that name in any case, or <c>null</c>.</summary>
    public TypeRecord? Type(string name) => Types.Find(type => Same(type.Name, name));

    /// <summary>The part of that name in any case, or <c>null</c>.</summary>
    public PartRecord? Part(string name) => Parts.Find(part => Same(part.Name, name));

    /// <summary>Reads a stored document; <c>null</c> is an empty one.</summary>
    public static DefinitionDocument Parse(string? json)
    {
        var document = new DefinitionDocument();
        if (json is null)
        {
            return document;
        }

        using var parsed = JsonDocument.Parse(json, TolerantJson.Document);
        DefinitionMerge.Apply(document, parsed.RootElement, "ContentTypeDefinitionRecords", "ContentPartDefinitionRecords");
        return document;
    }

    /// <summary>The document as it is stored. Equal documents give equal text.</summary>
    public string Write() => Write("ContentTypeDefinitionRecords", "ContentPartDefinitionRecords").ToJsonString(TolerantJson.Readable);

    /// <summary>The types and parts as members of the given names: <c>ContentTypes</c> and <c>ContentParts</c> in a recipe.</summary>
    public JsonObject Write(string types, string parts) => new()
    {
        [types] = new JsonArray([.. Types.Select(Write)]),
        [parts] = new JsonArray([.. Parts.Select(Write)]),
    };

    /// <summary>An immutable snapshot. Parts that types name and nobody defined appear without fields.</summary>
    public ContentDefinitions ToDefinitions()
    {
        var parts = Parts.ToDictionary(part => part.Name, ToDefinition, StringComparer.OrdinalIgnoreCase);
        return new ContentDefinitions(
            Types.Select(type => new ContentTypeDefinition(type.Name, type.DisplayName, TypeSettings(type.Settings),
            [
                .. type.Parts.Select(part => new TypePart(part.PartName, part.Name, ToSettings(part.Settings),
                    parts.GetValueOrDefault(part.PartName) ?? new PartDefinition(part.PartName, Settings.None, []))),
            ])),
            parts.Values);
    }

    internal static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static PartDefinition ToDefinition(PartRecord part) =>
        new(part.Name, ToSettings(part.Settings), [.. part.Fields.Select(field => new FieldDefinition(field.FieldName, field.Name, ToSettings(field.Settings)))]);

    /// <summary>Recipes from before 1.0 have <c>"Settings": { "Creatable": "False" }</c>; it counts where the nested form is missing.</summary>
    private static Settings TypeSettings(JsonObject settings)
    {
        if (settings.ContainsKey(nameof(ContentTypeSettings)) || !_flatTypeSettings.Any(settings.ContainsKey))
        {
            return ToSettings(settings);
        }

        var nested = settings.DeepClone().AsObject();
        nested[nameof(ContentTypeSettings)] = new JsonObject(_flatTypeSettings.Where(settings.ContainsKey)
            .Select(name => KeyValuePair.Create(name, settings[name]?.DeepClone())));
        return ToSettings(nested);
    }

    private static Settings ToSettings(JsonObject settings) => new(JsonSerializer.SerializeToElement(settings));

    private static JsonObject Write(TypeRecord type) => new()
    {
        ["Name"] = type.Name,
        ["DisplayName"] = type.DisplayName,
        ["Settings"] = type.Settings.DeepClone(),
        ["ContentTypePartDefinitionRecords"] = new JsonArray([.. type.Parts.Select(part => new JsonObject
        {
            ["PartName"] = part.PartName,
            ["Name"] = part.Name,
            ["Settings"] = part.Settings.DeepClone(),
        })]),
    };

    private static JsonObject Write(PartRecord part) => new()
    {
        ["Name"] = part.Name,
        ["Settings"] = part.Settings.DeepClone(),
        ["ContentPartFieldDefinitionRecords"] = new JsonArray([.. part.Fields.Select(field => new JsonObject
        {
            ["FieldName"] = field.FieldName,
            ["Name"] = field.Name,
            ["Settings"] = field.Settings.DeepClone(),
        })]),
    };
}
