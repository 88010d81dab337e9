using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

public sealed partial class ContentCommands
{
    /// <summary>
    /// Puts an item into the recycle bin: no longer published, no longer listed, all versions kept. Its paths stay its own,
    /// so that restoring brings it back where it was.
    /// </summary>
    public Task<CommandResult> DeleteAsync(string id, string? expectedVersionId, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, expectedVersionId, async (subject, ct) =>
        {
            subject.Item.DeletedUtc = Now;
            subject.Item.DeletedBy = actor.UserName;
            subject.Latest.Latest = false;
            if (subject.Published is not null)
            {
                subject.Published.Published = false;
            }

            await subject.Transaction.Db.SaveChangesAsync(ct);
            await UpdateIndexesAsync(subject, null, null, ct);
            subject.Transaction.Add(FactKinds.ItemRemoved, subject.Item.ItemId, subject.Item.ContentType);
            return new CommandResult.Done(subject.Latest.ToItem(), []);
        }, ct);

    /// <summary>Takes an item out of the recycle bin, as a draft.</summary>
    public Task<CommandResult> RestoreDeletedAsync(string id, CancellationToken ct) =>
        _database.WriteAsync<CommandResult>(async (transaction, ct) =>
        {
            var key = ContentIds.Key(id);
            var item = await transaction.Db.Set<ItemRow>().FindAsync([key], ct);
            var newest = await transaction.Db.Set<VersionRow>().Where(row => row.ItemId == key).OrderByDescending(row => row.Id).FirstOrDefaultAsync(ct);
            if (item?.DeletedUtc is null || newest is null)
            {
                return new CommandResult.NotFound();
            }

            (item.DeletedUtc, item.DeletedBy) = (null, null);
            item.Stamp++;
            newest.Latest = true;
            await ItemIndexes.UpdateAsync(transaction, [new(item, newest.ToItem(), null)], ct);
            transaction.Add(FactKinds.ItemDraftSaved, key, item.ContentType);
            return new CommandResult.Done(newest.ToItem(), []);
        }, ct);

    /// <summary>
    /// Removes an item of the recycle bin for good, with all versions. Its paths are kept as its own, so that they go on
    /// answering "gone" and no other item inherits links that were meant for it.
    /// </summary>
    public Task<CommandResult> PurgeAsync(string id, CancellationToken ct) =>
        _database.WriteAsync<CommandResult>(async (transaction, ct) =>
        {
            var key = ContentIds.Key(id);
            var item = await transaction.Db.Set<ItemRow>().FindAsync([key], ct);
            if (item?.DeletedUtc is null)
            {
                return new CommandResult.NotFound();
            }

            await transaction.Db.Set<VersionRow>().Where(row => row.ItemId == key).ExecuteDeleteAsync(ct);
            transaction.Db.Remove(item);
            transaction.Add(FactKinds.ItemRemoved, key, item.ContentType);
            return new CommandResult.Purged();
        }, ct);
}
