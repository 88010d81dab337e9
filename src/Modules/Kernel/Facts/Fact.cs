namespace Zukunftswerkstatt.Kernel;

/// <summary>
/// Something that happened in the store. A fact carries a key, not content, so that replaying it is always safe:
/// whoever reads it looks up the present state.
/// </summary>
/// <param name="Id">Position in commit order; strictly increasing, with gaps.</param>
/// <param name="Kind">One of <see cref="FactKinds"/>.</param>
/// <param name="Key">What it is about: a content item id, or empty.</param>
/// <param name="Type">The content type of the item, if the fact is about one.</param>
/// <param name="AtUtc">When the transaction wrote it.</param>
public sealed record Fact(long Id, string Kind, string Key, string? Type, DateTime AtUtc);

/// <summary>The kinds of facts.</summary>
public static class FactKinds
{
    /// <summary>An item has a new published version.</summary>
    public const string ItemPublished = "item-published";

    /// <summary>An item is no longer published; its latest version is a draft.</summary>
    public const string ItemUnpublished = "item-unpublished";

    /// <summary>An item went to the recycle bin or was purged.</summary>
    public const string ItemRemoved = "item-removed";

    /// <summary>An item has a new draft; what is published did not change.</summary>
    public const string ItemDraftSaved = "item-draft-saved";

    /// <summary>Content types or parts changed.</summary>
    public const string DefinitionsChanged = "definitions-changed";

    /// <summary>The register of regions changed.</summary>
    public const string RegionsChanged = "regions-changed";

    /// <summary>Outlines of regions changed; nothing that is searched did.</summary>
    public const string OutlinesChanged = "outlines-changed";
}
