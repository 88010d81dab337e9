using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>The flags a version is to have when the batch is written.</summary>
internal sealed class PlannedVersion(ContentItem item, VersionRow? row)
{
    /// <summary>What to store.</summary>
    public ContentItem Item { get; set; } = item;

    /// <summary>The stored row, <c>null</c> for a new version.</summary>
    public VersionRow? Row { get; } = row;
    public bool Latest { get; set; } = row?.Latest ?? false;
    public bool Published { get; set; } = row?.Published ?? false;

    /// <summary>Place in the import, which new rows keep.</summary>
    public int Position { get; init; }

    /// <summary>Whether <see cref="Item"/> differs from the row.</summary>
    public bool Changed { get; set; }
}

/// <summary>An item with versions in the batch.</summary>
internal sealed class PlannedItem(ItemRow row, bool isNew)
{
    public ItemRow Row { get; } = row;
    public bool IsNew { get; } = isNew;

    /// <summary>The versions with a flag and those the batch writes.</summary>
    public List<PlannedVersion> Versions { get; } = [];
    public bool WasPublished { get; set; }
    public bool Changed { get; set; }
    public PlannedVersion? Latest => Versions.Find(version => version.Latest);
    public PlannedVersion? Published => Versions.Find(version => version.Published);
}

/// <summary>
/// The stored state around a batch of imported versions, loaded with three queries, and changed in memory until <see cref="WriteAsync"/>.
/// </summary>
internal sealed class ImportBatch
{
    private readonly Dictionary<string, PlannedItem> _items;
    private readonly Dictionary<string, PlannedVersion> _versions;

    private ImportBatch(Dictionary<string, PlannedItem> items, Dictionary<string, PlannedVersion> versions)
    {
        _items = items;
        _versions = versions;
    }

    public static async Task<ImportBatch> LoadAsync(PortalDbContext db, IReadOnlyList<ContentItem> imported, CancellationToken ct)
    {
        var itemIds = imported.Select(item => ContentIds.Key(item.ContentItemId)).Distinct().ToArray();
        var versionIds = imported.Select(item => item.ContentItemVersionId).ToArray();
        var items = await db.Set<ItemRow>().Where(row => itemIds.Contains(row.ItemId))
            .ToDictionaryAsync(row => row.ItemId, row => new PlannedItem(row, isNew: false), ct);
        var versions = new Dictionary<string, PlannedVersion>();
        var rows = items.Count == 0
            ? []
            : await db.Set<VersionRow>().Where(row => itemIds.Contains(row.ItemId) && (row.Latest || row.Published)).ToListAsync(ct);
        rows.AddRange(await db.Set<VersionRow>().Where(row => versionIds.Contains(row.VersionId)).ToListAsync(ct));
        foreach (var row in rows)
        {
            if (versions.TryAdd(row.VersionId, new PlannedVersion(row.ToItem(), row)) && items.TryGetValue(row.ItemId, out var item))
            {
                item.Versions.Add(versions[row.VersionId]);
                item.WasPublished |= row.Published;
            }
        }

        return new ImportBatch(items, versions);
    }

    /// <summary>The stored version of that id, or <c>null</c>.</summary>
    public PlannedVersion? Find(string versionId) => _versions.GetValueOrDefault(versionId);

    /// <summary>
    /// Plans to store a version and moves the flags by Orchard's rules: a new draft takes Latest, a published version takes Latest and
    /// Published away from all others, a version with neither is only kept.
    /// </summary>
    public void Plan(ContentItem item, PlannedVersion? stored)
    {
        var key = ContentIds.Key(item.ContentItemId);
        if (!_items.TryGetValue(key, out var planned))
        {
            _items[key] = planned = new PlannedItem(new ItemRow { ItemId = key, ContentType = item.ContentType }, isNew: true);
        }

        var latest = item.Latest && !(stored?.Latest ?? false);
        var published = item.Published && !(stored?.Published ?? false);
        foreach (var other in planned.Versions)
        {
            // For a stored version only a flag it gains counts; a new published version evicts drafts as well.
            other.Latest &= !(latest || (stored is null && published));
            other.Published &= !published;
        }

        if (stored is null)
        {
            stored = new PlannedVersion(item, null) { Position = _versions.Count };
            planned.Versions.Add(stored);
            _versions[item.ContentItemVersionId] = stored;
        }

        stored.Item = item;
        stored.Changed = true;
        (stored.Latest, stored.Published) = (item.Latest, item.Published);
        planned.Changed = true;
        planned.Row.ContentType = item.ContentType;
        if (item.Latest || item.Published)
        {
            (planned.Row.DeletedUtc, planned.Row.DeletedBy, planned.Row.DeletedVersionId) = (null, null, null);
        }
    }

    /// <summary>Writes versions, indexes and facts; afterwards the context tracks nothing.</summary>
    public async Task WriteAsync(WriteTransaction transaction, CancellationToken ct)
    {
        var db = transaction.Db;
        var changed = _items.Values.Where(item => item.Changed).ToList();
        foreach (var item in changed)
        {
            // Orchard leaves an item whose only flagged version is published but not latest; nobody could ever edit it again.
            if (item.Latest is null && item.Published is { } published)
            {
                published.Latest = true;
            }
        }

        var lowered = false;
        foreach (var version in changed.SelectMany(item => item.Versions))
        {
            if (version.Row is { } row && ((row.Latest && !version.Latest) || (row.Published && !version.Published)))
            {
                row.Latest &= version.Latest;
                row.Published &= version.Published;
                lowered = true;
            }
        }

        if (lowered)
        {
            // The database allows one Latest and one Published at every moment: first take, then give.
            await db.SaveChangesAsync(ct);
        }

        foreach (var item in changed)
        {
            item.Row.Stamp++;
            foreach (var version in item.Versions)
            {
                UpdateStored(db, version);
            }
        }

        await InsertNewAsync(db, changed, ct);
        var states = changed.ConvertAll(item => new ItemState(item.Row, item.Latest?.Item, item.Published?.Item));
        await ItemIndexes.UpdateAsync(transaction, states, ct);
        db.ChangeTracker.Clear();
        foreach (var item in changed)
        {
            AddFact(transaction, item);
            if (item.Published is { Changed: true } published)
            {
                await HomeRoute.PublishedAsync(transaction, published.Item, ct);
            }
        }
    }

    private static void UpdateStored(PortalDbContext db, PlannedVersion version)
    {
        if (version.Row is not { } row)
        {
            return;
        }

        if (version.Changed)
        {
            var next = version.Item.ToRow();
            next.Id = row.Id;
            db.Entry(row).CurrentValues.SetValues(next);
        }

        (row.Latest, row.Published) = (version.Latest, version.Published);
    }

    private static async Task InsertNewAsync(PortalDbContext db, List<PlannedItem> items, CancellationToken ct)
    {
        await db.InsertRowsAsync(
            "ContentItems", ["ItemId", "ContentType", "Stamp"],
            [.. items.Where(item => item.IsNew).Select(item => (object?[])[item.Row.ItemId, item.Row.ContentType, item.Row.Stamp])], ct);
        await db.InsertRowsAsync(
            "ContentVersions",
            [
                "ItemId", "OriginalId", "VersionId", "ContentType", "DisplayText", "SortText", "Latest", "Published", "ModifiedUtc",
                "PublishedUtc", "CreatedUtc", "Owner", "Author", "Culture", "LocalizationSet", "Content",
            ],
            [.. items.SelectMany(item => item.Versions).Where(version => version.Row is null).OrderBy(version => version.Position).Select(Values)], ct);
    }

    private static object?[] Values(PlannedVersion version)
    {
        var row = version.Item.ToRow();
        return
        [
            row.ItemId, row.OriginalId, row.VersionId, row.ContentType, row.DisplayText, row.SortText, version.Latest, version.Published,
            row.ModifiedUtc?.Ticks, row.PublishedUtc?.Ticks, row.CreatedUtc?.Ticks, row.Owner, row.Author, row.Culture, row.LocalizationSet, row.Content,
        ];
    }

    private static void AddFact(WriteTransaction transaction, PlannedItem item)
    {
        var kind = item switch
        {
            { Published.Changed: true } => FactKinds.ItemPublished,
            { WasPublished: true, Published: null } => FactKinds.ItemUnpublished,
            { Latest.Changed: true } => FactKinds.ItemDraftSaved,
            _ => null,
        };
        if (kind is not null)
        {
            transaction.Add(kind, item.Row.ItemId, item.Row.ContentType);
        }
    }
}
