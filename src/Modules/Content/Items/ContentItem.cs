using System.Text.Json;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// One version of a content item, as Orchard Core writes it; immutable. <see cref="Content"/> is verbatim: parts and fields
/// nobody here knows are kept and given back. The readers return <c>null</c> or an empty list when a member is absent or of another kind.
/// </summary>
public sealed class ContentItem
{
    private static readonly JsonElement _empty = JsonSerializer.SerializeToElement(new { });

    // Stands for "looked up, and there is none".
    private static readonly string _none = new(' ', 1);

    private volatile ReadBag? _bags;

    // Asked for dozens of times by whoever reads many items. Two threads may both look, and find the same.
    private object? _ownPart;
    private string? _path;
    private string? _culture;
    private string? _localizationSet;

    /// <summary>26 characters for fresh items; compared ignoring case.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>Changes with every save; empty for nested items.</summary>
    public string ContentItemVersionId { get; init; } = "";

    /// <summary>Name of the content type.</summary>
    public required string ContentType { get; init; }

    /// <summary>The title, from TitlePart or a pattern.</summary>
    public string DisplayText { get; init; } = "";

    /// <summary>Whether editors go on from this version; at most one per item.</summary>
    public bool Latest { get; init; }

    /// <summary>Whether readers see this version; at most one per item.</summary>
    public bool Published { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? ModifiedUtc { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? PublishedUtc { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? CreatedUtc { get; init; }

    /// <summary>User id.</summary>
    public string? Owner { get; init; }

    /// <summary>User name.</summary>
    public string? Author { get; init; }

    /// <summary>Parts by name; always an object.</summary>
    public JsonElement Content { get; init; } = _empty;

    /// <summary>The part's object, or <c>null</c>.</summary>
    public JsonElement? Part(string name) => name == ContentType ? OwnPart : Object(Content, name);

    /// <summary>The field's object, or <c>null</c>.</summary>
    public JsonElement? Field(string part, string field) => Part(part) is { } json ? Object(json, field) : null;

    /// <summary>Text of a TextField.</summary>
    public string? Text(string part, string field) => String(Field(part, field), "Text");

    /// <summary>Source of a MarkdownField.</summary>
    public string? Markdown(string part, string field) => String(Field(part, field), "Markdown");

    /// <summary>Whether a TextField says anything, without reading it.</summary>
    public bool HasText(string part, string field) => IsFilled(Field(part, field), "Text");

    /// <summary>Whether a MarkdownField says anything, without reading it.</summary>
    public bool HasMarkdown(string part, string field) => IsFilled(Field(part, field), "Markdown");

    /// <summary>Value of a NumericField.</summary>
    public decimal? Number(string part, string field) =>
        Field(part, field)?.Member("Value") is { } value ? FieldValues.Number(value) : null;

    /// <summary>Value of a BooleanField.</summary>
    public bool? Flag(string part, string field) => Field(part, field)?.Member("Value") is { } value ? FieldValues.Flag(value) : null;

    /// <summary>Value of a DateField or DateTimeField, UTC.</summary>
    public DateTime? Date(string part, string field) => FieldValues.Instant(String(Field(part, field), "Value"));

    /// <summary>Ids of a ContentPickerField.</summary>
    public IReadOnlyList<string> Ids(string part, string field) => Strings(Field(part, field), "ContentItemIds");

    /// <summary>Term ids of a TaxonomyField.</summary>
    public IReadOnlyList<string> Terms(string part, string field) => Strings(Field(part, field), "TermContentItemIds");

    /// <summary>Sets of a LocalizationSetContentPickerField.</summary>
    public IReadOnlyList<string> LocalizationSets(string part, string field) => Strings(Field(part, field), "LocalizationSets");

    /// <summary>Values of a MultiTextField.</summary>
    public IReadOnlyList<string> Values(string part, string field) => Strings(Field(part, field), "Values");

    /// <summary>Address and text of a LinkField.</summary>
    public (string? Url, string? Text) Link(string part, string field) =>
        Field(part, field) is { } json ? (String(json, "Url"), String(json, "Text")) : (null, null);

    /// <summary>The items nested in a BagPart of the given instance name.</summary>
    public IReadOnlyList<ContentItem> Bag(string partName)
    {
        var known = _bags;
        for (var bag = known; bag is not null; bag = bag.Before)
        {
            if (bag.Name == partName)
            {
                return bag.Items;
            }
        }

        // A page asks for the same bag many times. Two threads may both read it; what they made never changes.
        IReadOnlyList<ContentItem> items = Part(partName) is { } part ? Nested(part, "ContentItems") : [];
        _bags = new ReadBag(partName, items, known);
        return items;
    }

    /// <summary>The widgets of a FlowPart of the given instance name.</summary>
    internal IReadOnlyList<ContentItem> Widgets(string partName) => Part(partName) is { } flow ? Nested(flow, "Widgets") : [];

    /// <summary>Type of a taxonomy's terms.</summary>
    internal string? TermContentType => String(Part("TaxonomyPart"), "TermContentType");

    /// <summary>The terms of a taxonomy, or of a term: the items nested under <c>TaxonomyPart.Terms</c> or <c>Terms</c>.</summary>
    public IReadOnlyList<ContentItem> NestedTerms() => Nested(Part("TaxonomyPart") ?? Content, "Terms");

    /// <summary>Title of TitlePart.</summary>
    public string? Title => String(Part("TitlePart"), "Title");

    /// <summary>Path of AutoroutePart, without a leading slash; <c>null</c> when it has none or its route is switched off.</summary>
    public string? Path => Found(_path ??= (IsRouteDisabled ? null : StoredPath) ?? _none);

    /// <summary>The path, whether or not it leads here.</summary>
    internal string? StoredPath => String(Part("AutoroutePart"), "Path") is { Length: > 0 } path ? path : null;

    /// <summary>AutoroutePart's <c>Disabled</c>: the item has no address.</summary>
    internal bool IsRouteDisabled => IsTrue("AutoroutePart", "Disabled");

    /// <summary>AutoroutePart's <c>SetHomepage</c>.</summary>
    internal bool WantsToBeHomepage => IsTrue("AutoroutePart", "SetHomepage");

    /// <summary>Alias of AliasPart.</summary>
    public string? Alias => String(Part("AliasPart"), "Alias");

    /// <summary>Culture of LocalizationPart, e.g. <c>de</c>.</summary>
    public string? Culture => Found(_culture ??= String(Part("LocalizationPart"), "Culture") ?? _none);

    /// <summary>The set that an item shares with its translations.</summary>
    public string? LocalizationSet => Found(_localizationSet ??= String(Part("LocalizationPart"), "LocalizationSet") ?? _none);

    /// <summary>The part that is named like the type, which has nearly all its fields.</summary>
    private JsonElement? OwnPart => (_ownPart ??= Object(Content, ContentType) is { } part ? part : _none) as JsonElement?;

    private static string? Found(string value) => ReferenceEquals(value, _none) ? null : value;

    private static List<ContentItem> Nested(JsonElement json, string member)
    {
        if (Member(json, member) is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() is var length && length == 0)
        {
            return [];
        }

        var items = new List<ContentItem>(length);
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                items.Add(ContentItemJson.ReadNested(item));
            }
        }

        return items;
    }

    // Older recipes write texts for booleans.
    private bool IsTrue(string part, string member) => Part(part)?.Member(member) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.String } text => bool.TryParse(text.GetString(), out var value) && value,
        _ => false,
    };

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement? Object(JsonElement json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    private static string? String(JsonElement? json, string name) =>
        json?.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static bool IsFilled(JsonElement? json, string name) =>
        json?.Member(name) is { ValueKind: JsonValueKind.String } value && !value.ValueEquals("");

    private static string[] Strings(JsonElement? json, string name)
    {
        if (json?.Member(name) is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() is var length && length == 0)
        {
            return [];
        }

        var strings = new string[length];
        var count = 0;
        foreach (var value in array.EnumerateArray())
        {
            if (value.ValueKind == JsonValueKind.String)
            {
                strings[count++] = value.GetString()!;
            }
        }

        return count == length ? strings : strings[..count];
    }

    private sealed record ReadBag(string Name, IReadOnlyList<ContentItem> Items, ReadBag? Before);
}
