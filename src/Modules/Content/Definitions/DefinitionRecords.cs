using System.Text.Json.Nodes;

namespace Zukunftswerkstatt.Content;

/// <summary>A content type in the stored document: mutable, owned by whoever changes the document.</summary>
internal sealed class TypeRecord
{
    public required string Name { get; init; }
    public string DisplayName { get; set; } = "";
    public JsonObject Settings { get; init; } = [];
    public List<TypePartRecord> Parts { get; init; } = [];
}

/// <summary>A part attached to a type in the stored document.</summary>
internal sealed class TypePartRecord
{
    public required string PartName { get; init; }
    public required string Name { get; init; }
    public JsonObject Settings { get; init; } = [];
}

/// <summary>A part in the stored document.</summary>
internal sealed class PartRecord
{
    public required string Name { get; init; }
    public JsonObject Settings { get; init; } = [];
    public List<FieldRecord> Fields { get; init; } = [];
}

/// <summary>A field of a part in the stored document.</summary>
internal sealed class FieldRecord
{
    public string FieldName { get; set; } = "";
    public required string Name { get; init; }
    public JsonObject Settings { get; init; } = [];
}
