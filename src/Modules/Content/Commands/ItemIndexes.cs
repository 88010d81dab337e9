using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>An item in a transaction: its row, the version editors see and the version readers see.</summary>
internal sealed record ItemState(ItemRow Item, ContentItem? Latest, ContentItem? Published);

/// <summary>
/// Brings paths, references, aliases and schedules of items in line with their versions, within the transaction that changed
/// them. May be called for many items at once; does not look at versions itself.
/// </summary>
internal static class ItemIndexes
{
    private const int ItemsPerStatement = 500;

    public static async Task UpdateAsync(WriteTransaction transaction, IReadOnlyList<ItemState> states, CancellationToken ct)
    {
        foreach (var chunk in states.Chunk(ItemsPerStatement))
        {
            var ids = chunk.Select(state => state.Item.ItemId).ToArray();
            await ReferencesAsync(transaction.Db, chunk, ids, ct);
            await PathsAsync(transaction.Db, chunk, ids, ct);
            await AliasesAsync(transaction.Db, chunk, ids, ct);
            await SchedulesAsync(transaction.Db, chunk, ids, ct);
            await transaction.Db.SaveChangesAsync(ct);
        }
    }

    private static async Task ReferencesAsync(PortalDbContext db, ItemState[] states, string[] ids, CancellationToken ct)
    {
        await db.Set<ReferenceRow>().Where(row => ids.Contains(row.SourceId)).ExecuteDeleteAsync(ct);
        var rows = new List<object?[]>();
        foreach (var state in states)
        {
            Add(state.Published, published: true);
            if (state.Latest is not null && state.Latest.ContentItemVersionId != state.Published?.ContentItemVersionId)
            {
                Add(state.Latest, published: false);
            }

            void Add(ContentItem? item, bool published)
            {
                if (item is not null)
                {
                    rows.AddRange(References.Of(item.Content).Select(reference =>
                        (object?[])[state.Item.ItemId, published, reference.Field, reference.TargetId, item.ContentType]));
                }
            }
        }

        await db.InsertRowsAsync("ContentReferences", ["SourceId", "Published", "Field", "TargetId", "SourceType"], rows, ct);
    }

    private static async Task PathsAsync(PortalDbContext db, ItemState[] states, string[] ids, CancellationToken ct)
    {
        var owned = (await db.Set<PathRow>().Where(row => ids.Contains(row.ItemId)).ToListAsync(ct)).ToLookup(row => row.ItemId);
        var promotions = new List<PathRow>();
        var added = new List<PathRow>();
        foreach (var state in states)
        {
            var rows = owned[state.Item.ItemId].ToDictionary(row => row.Path);
            var current = Key(state.Published);
            var wanted = Key(state.Latest);
            foreach (var row in rows.Values)
            {
                if (row.Use == PathUse.Current && state.Published is not null && row.Path != current)
                {
                    row.Use = PathUse.Former;
                }
                else if (row.Use == PathUse.Reserved && row.Path != current && row.Path != wanted)
                {
                    db.Remove(row);
                }
            }

            if (current is not null)
            {
                promotions.Add(Own(rows, current, PathUse.Former));
            }

            if (wanted is not null && wanted != current)
            {
                Own(rows, wanted, PathUse.Reserved);
            }

            PathRow Own(Dictionary<string, PathRow> rows, string path, PathUse use)
            {
                if (!rows.TryGetValue(path, out var row))
                {
                    rows[path] = row = new PathRow { Path = path, ItemId = state.Item.ItemId, Use = use };
                    added.Add(row);
                }

                return row;
            }
        }

        // Demote before promoting: an item has one current path at every moment, and the database insists.
        if (promotions.Any(row => owned[row.ItemId].Any(other => other != row && db.Entry(other).State == EntityState.Modified)))
        {
            await db.SaveChangesAsync(ct);
        }

        promotions.ForEach(row => row.Use = PathUse.Current);
        await db.InsertRowsAsync("Paths", ["Path", "ItemId", "Use"], [.. added.Select(row => (object?[])[row.Path, row.ItemId, (int)row.Use])], ct);
    }

    private static string? Key(ContentItem? item) => item?.Path is { } path && Slug.PathKey(path) is { Length: > 0 } key ? key : null;

    private static async Task AliasesAsync(PortalDbContext db, ItemState[] states, string[] ids, CancellationToken ct)
    {
        var owned = (await db.Set<AliasRow>().Where(row => ids.Contains(row.ItemId)).ToListAsync(ct)).ToLookup(row => row.ItemId);
        foreach (var state in states)
        {
            var wanted = new[] { state.Latest?.Alias, state.Published?.Alias }
                .Where(alias => !string.IsNullOrEmpty(alias)).Select(alias => alias!.ToLowerInvariant()).ToHashSet();
            foreach (var row in owned[state.Item.ItemId])
            {
                if (!wanted.Remove(row.Alias))
                {
                    db.Remove(row);
                }
            }

            db.AddRange(wanted.Select(alias => new AliasRow { Alias = alias, ItemId = state.Item.ItemId }));
        }
    }

    private static async Task SchedulesAsync(PortalDbContext db, ItemState[] states, string[] ids, CancellationToken ct)
    {
        var owned = await db.Set<ScheduleRow>().Where(row => ids.Contains(row.ItemId)).ToDictionaryAsync(row => row.ItemId, ct);
        foreach (var state in states)
        {
            var publish = Schedule.PublishUtc(state.Latest);
            var archive = Schedule.ArchiveUtc(state.Latest);
            owned.TryGetValue(state.Item.ItemId, out var row);
            if (publish is null && archive is null)
            {
                if (row is not null)
                {
                    db.Remove(row);
                }
            }
            else if (row is null)
            {
                db.Add(new ScheduleRow { ItemId = state.Item.ItemId, PublishUtc = publish, ArchiveUtc = archive });
            }
            else
            {
                row.PublishUtc = publish;
                row.ArchiveUtc = archive;
            }
        }
    }
}
