using System.Collections.Frozen;

namespace Zukunftswerkstatt.Content;

/// <summary>All content types and parts of the site at one moment; immutable. Names are compared as Orchard does, ignoring case.</summary>
public sealed class ContentDefinitions(IEnumerable<ContentTypeDefinition> types, IEnumerable<PartDefinition> parts)
{
    /// <summary>No types, no parts.</summary>
    public static ContentDefinitions Empty { get; } = new([], []);

    /// <summary>Types by name.</summary>
    public FrozenDictionary<string, ContentTypeDefinition> Types { get; } =
        types.ToFrozenDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Stored part definitions by name; parts that have neither settings nor fields are not among them.</summary>
    public FrozenDictionary<string, PartDefinition> Parts { get; } =
        parts.ToFrozenDictionary(part => part.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether <c>Part.Field</c> can be there: yes when the part has the field, and when the part is not defined at all,
    /// since a portal set up with a recipe of its own need not have every type of the domain.
    /// </summary>
    public bool Knows(string source) =>
        source.Split('.') is not [var part, var field, ..] || !Parts.TryGetValue(part, out var definition) || definition.Fields.Any(known => known.Name == field);
}

/// <summary>A content type: a name, settings and a list of parts.</summary>
/// <param name="Name">Technical name, e.g. <c>Initiative</c>.</param>
/// <param name="DisplayName">Name for editors.</param>
/// <param name="Settings">E.g. <see cref="ContentTypeSettings"/>.</param>
/// <param name="Parts">In the order of the definition.</param>
public sealed record ContentTypeDefinition(string Name, string DisplayName, Settings Settings, IReadOnlyList<TypePart> Parts)
{
    /// <summary>The attached part of the given instance name, or <c>null</c>.</summary>
    public TypePart? Part(string name) => Parts.FirstOrDefault(part => part.Name == name);

    /// <summary>The first attached part of the given kind (<c>AutoroutePart</c>, …), or <c>null</c>.</summary>
    public TypePart? PartOfKind(string partName) => Parts.FirstOrDefault(part => part.PartName == partName);
}

/// <summary>A part attached to a type.</summary>
/// <param name="PartName">Which part, e.g. <c>BagPart</c>.</param>
/// <param name="Name">Name of the instance and key in the item's JSON, e.g. <c>Sources</c>.</param>
/// <param name="Settings">Settings of this attachment.</param>
/// <param name="Definition">The part itself with its fields.</param>
public sealed record TypePart(string PartName, string Name, Settings Settings, PartDefinition Definition);

/// <summary>A part: settings and fields. The fields of a type live in the part named like the type.</summary>
public sealed record PartDefinition(string Name, Settings Settings, IReadOnlyList<FieldDefinition> Fields);

/// <summary>A field of a part.</summary>
/// <param name="Kind">Which field, e.g. <c>TextField</c>.</param>
/// <param name="Name">Key in the part's JSON.</param>
/// <param name="Settings">Settings of the field.</param>
public sealed record FieldDefinition(string Kind, string Name, Settings Settings)
{
    /// <summary>Name for editors; the technical name when none is set.</summary>
    public string DisplayName => Settings.Get<ContentPartFieldSettings>().DisplayName is { Length: > 0 } name ? name : Name;
}
