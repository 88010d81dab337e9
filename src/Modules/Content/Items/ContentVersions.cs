using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>What editors see: every version, drafts included. Never use it for anything a reader gets.</summary>
public sealed class ContentVersions(PortalDatabase database)
{
    /// <summary>The version editors go on from, or <c>null</c> when the item does not exist or is in the recycle bin.</summary>
    public async Task<ContentItem?> GetLatestAsync(string id, CancellationToken ct)
    {
        var key = ContentIds.Key(id);
        return (await database.ReadAsync((db, token) => db.Set<VersionRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ItemId == key && row.Latest, token), ct))?.ToItem();
    }

    /// <summary>A version by its id, or <c>null</c>.</summary>
    public async Task<ContentItem?> GetVersionAsync(string versionId, CancellationToken ct) => StorableText.IsStorable(versionId)
        ? (await database.ReadAsync((db, token) => db.Set<VersionRow>().AsNoTracking().FirstOrDefaultAsync(row => row.VersionId == versionId, token), ct))?.ToItem()
        : null;

    /// <summary>The versions of an item, newest first, from an offset on.</summary>
    public async Task<IReadOnlyList<ContentItem>> ListAsync(string id, int skip, int limit, CancellationToken ct)
    {
        var key = ContentIds.Key(id);
        var rows = await database.ReadAsync(
            (db, token) => db.Set<VersionRow>().AsNoTracking().Where(row => row.ItemId == key).OrderByDescending(row => row.Id).Skip(skip).Take(limit).ToListAsync(token), ct);
        return [.. rows.Select(row => row.ToItem())];
    }

    /// <summary>
    /// Versions of the items that are not (or no longer) published, newest first, at most a thousand: where to look for what
    /// an item used to refer to.
    /// </summary>
    public async Task<IReadOnlyList<ContentItem>> UnpublishedOfAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var found = new List<ContentItem>();
        foreach (var chunk in ids.Select(ContentIds.Key).Chunk(500))
        {
            var rows = await database.ReadAsync(
                (db, token) => db.Set<VersionRow>().AsNoTracking().Where(row => chunk.Contains(row.ItemId) && !row.Published)
                    .OrderByDescending(row => row.Id).Take(1000).ToListAsync(token), ct);
            found.AddRange(rows.Select(row => row.ToItem()));
        }

        return found;
    }

    /// <summary>Who refers to an item: sources with the field they use, published ones and drafts.</summary>
    public async Task<IReadOnlyList<ContentUse>> UsesAsync(string id, int limit, CancellationToken ct)
    {
        var key = ContentIds.Key(id);
        return await database.ReadAsync(
            (db, token) => db.Set<ReferenceRow>().AsNoTracking().Where(row => row.TargetId == key)
                .OrderBy(row => row.SourceType).ThenBy(row => row.SourceId).Take(limit)
                .Select(row => new ContentUse(row.SourceId, row.SourceType, row.Field, row.Published)).ToListAsync(token), ct);
    }
}

/// <summary>One place where an item is used.</summary>
/// <param name="SourceId">The item that refers.</param>
/// <param name="SourceType">Its content type.</param>
/// <param name="Field">The field, <c>Part.Field</c>.</param>
/// <param name="Published">Whether the published version refers, or only the latest draft.</param>
public sealed record ContentUse(string SourceId, string SourceType, string Field, bool Published);
