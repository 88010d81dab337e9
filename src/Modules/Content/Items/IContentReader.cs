namespace Zukunftswerkstatt.Content;

/// <summary>
/// The one query layer for readers: it sees published versions only, so that no list, map, feed or export can show a draft.
/// Editors' views go through the commands and versions.
/// </summary>
public interface IContentReader
{
    /// <summary>The published version of an item, or <c>null</c>.</summary>
    ValueTask<ContentItem?> GetAsync(string id, CancellationToken ct);

    /// <summary>The published versions of those of the items that have one, by id in lower case. One query per hundred ids.</summary>
    Task<IReadOnlyDictionary<string, ContentItem>> GetManyAsync(IReadOnlyCollection<string> ids, CancellationToken ct);

    /// <summary>The titles of those of the items that are published, by id in lower case. One query per hundred ids.</summary>
    Task<IReadOnlyDictionary<string, string>> TitlesAsync(IReadOnlyCollection<string> ids, CancellationToken ct);

    /// <summary>What a path (without leading slash, any case) leads to; <c>null</c> when it was never used.</summary>
    ValueTask<PathTarget?> ResolveAsync(string path, CancellationToken ct);

    /// <summary>Published items of one type, a page at a time.</summary>
    Task<IReadOnlyList<ContentItem>> ListAsync(ListQuery query, CancellationToken ct);

    /// <summary>Number of published items of a type, in one culture or in all. Counts index rows: not for request paths, where the search knows the number.</summary>
    ValueTask<long> CountAsync(string type, string? culture, CancellationToken ct);

    /// <summary>Published items of <paramref name="sourceType"/> that refer to the target from any field, in order of their ids.</summary>
    Task<IReadOnlyList<ContentItem>> ReferringAsync(string targetId, string sourceType, int limit, CancellationToken ct);

    /// <summary>The same for many targets, by target id in lower case. One query per hundred targets; the limit holds for each.</summary>
    Task<ILookup<string, ContentItem>> ReferringAsync(IReadOnlyCollection<string> targetIds, string sourceType, int limit, CancellationToken ct);

    /// <summary>Published items of every type that refer to the target from any field, by type, then id: one query for what a page is mentioned in.</summary>
    Task<IReadOnlyList<ContentItem>> ReferringAsync(string targetId, int limit, CancellationToken ct);

    /// <summary>The published members of a localisation set, one per culture.</summary>
    Task<IReadOnlyList<ContentItem>> LocalizationsAsync(string localizationSet, CancellationToken ct);

    /// <summary>The published members of localisation sets, by set, in order of their cultures. One query per hundred sets.</summary>
    Task<ILookup<string, ContentItem>> LocalizationsAsync(IReadOnlyCollection<string> localizationSets, CancellationToken ct);

    /// <summary>The same for whoever has read some of them already; only the others are read.</summary>
    Task<ILookup<string, ContentItem>> LocalizationsAsync(IReadOnlyCollection<string> localizationSets, IReadOnlyCollection<ContentItem> known, CancellationToken ct);

    /// <summary>The published members of the localisation sets that are in the culture. One query per hundred sets.</summary>
    Task<IReadOnlyList<ContentItem>> LocalizationsAsync(IReadOnlyCollection<string> localizationSets, string culture, CancellationToken ct);

    /// <summary>
    /// The localisation sets of the published items of one type in one culture; <c>null</c> when they are more than
    /// <paramref name="most"/>. For rebuilds.
    /// </summary>
    Task<IReadOnlySet<string>?> LocalizationSetsAsync(string type, string culture, int most, CancellationToken ct);

    /// <summary>The published translations of an item, without the item itself.</summary>
    ValueTask<IReadOnlyList<ContentItem>> TranslationsAsync(ContentItem item, CancellationToken ct);

    /// <summary>
    /// Every published item in order of its id, read in pages; begins after <paramref name="afterId"/> and leaves out those of the type
    /// <paramref name="exceptType"/>. For rebuilds.
    /// </summary>
    IAsyncEnumerable<ContentItem> AllPublishedAsync(string? afterId, CancellationToken ct, string? exceptType = null);
}

/// <summary>A page of a list.</summary>
/// <param name="Type">Content type.</param>
/// <param name="Culture">Only items of this culture, or all.</param>
/// <param name="Order">Order of the list.</param>
/// <param name="Limit">Items wanted, 1 to 500.</param>
/// <param name="After">Cursor: the last item of the page before.</param>
/// <param name="Latest">From the store as it is now, even while a page is built from one state of it: for what is kept longer than the page.</param>
public sealed record ListQuery(
    string Type, string? Culture = null, ListOrder Order = ListOrder.Newest, int Limit = 20, ContentItem? After = null, bool Latest = false);

/// <summary>Orders of a list.</summary>
public enum ListOrder
{
    /// <summary>By publication, latest first.</summary>
    Newest,

    /// <summary>By title, in the order of German dictionaries (umlauts beside their vowels).</summary>
    Title,
}

/// <summary>Where a path leads.</summary>
/// <param name="ItemId">The item that owns the path.</param>
/// <param name="State">See <see cref="PathState"/>.</param>
/// <param name="CurrentPath">The item's present path, for <see cref="PathState.Moved"/>.</param>
public sealed record PathTarget(string ItemId, PathState State, string? CurrentPath);

/// <summary>What to answer for a path.</summary>
public enum PathState
{
    /// <summary>The item is published here.</summary>
    Current,

    /// <summary>The item was here; redirect permanently to its current path.</summary>
    Moved,

    /// <summary>The item was published here and is no longer.</summary>
    Gone,
}
