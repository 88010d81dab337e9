using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

public sealed partial class ContentCommands
{
    /// <summary>
    /// Puts an item into the recycle bin: no longer published, no longer listed, all versions kept. Paths it was published under
    /// stay its own, so that restoring brings it back where it was; a path it only wanted is free for others.
    /// </summary>
    public Task<CommandResult> DeleteAsync(string id, string? expectedVersionId, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, expectedVersionId, async (subject, ct) =>
        {
            subject.Item.DeletedUtc = Now;
            subject.Item.DeletedBy = actor.UserName;
            subject.Item.DeletedVersionId = subject.Latest.VersionId;
            subject.Latest.Latest = false;
            if (subject.Published is not null)
            {
                subject.Published.Published = false;
            }

            await subject.Transaction.Db.SaveChangesAsync(ct);
            await UpdateIndexesAsync(subject, null, null, ct);
            Record(subject, FactKinds.ItemRemoved);
            return new CommandResult.Done(subject.Latest.ToItem(), []);
        }, ct);

    /// <summary>
    /// Takes an item out of the recycle bin, as a draft and without its schedule: what was due in the meantime must not happen by itself.
    /// A path or alias that somebody else took in the meantime is reported and not reserved.
    /// </summary>
    public Task<CommandResult> RestoreDeletedAsync(string id, CancellationToken ct) =>
        _database.WriteAsync<CommandResult>(async (transaction, ct) =>
        {
            var key = ContentIds.Key(id);
            await transaction.LockAsync($"item:{key}", ct);
            var item = await transaction.Db.Set<ItemRow>().FindAsync([key], ct);
            if (item?.DeletedUtc is null ||
                await transaction.Db.Set<VersionRow>().FirstOrDefaultAsync(row => row.ItemId == key && row.VersionId == item.DeletedVersionId, ct) is not { } latest)
            {
                return new CommandResult.NotFound();
            }

            (item.DeletedUtc, item.DeletedBy, item.DeletedVersionId) = (null, null, null);
            latest.Latest = true;
            var restored = latest.ToItem();
            if (Schedule.PublishUtc(restored) is not null || Schedule.ArchiveUtc(restored) is not null)
            {
                restored = restored.With(content: Schedule.Write(restored.Content, null, null));
                latest.Content = ContentItemJson.ContentText(restored.Content);
            }

            var (_, problems) = await CheckAsync(transaction, restored, ct);
            await ItemIndexes.UpdateAsync(transaction, [new(item, OwnNamesOnly(restored, problems), null)], ct);
            Record(new(transaction, item, latest, null), FactKinds.ItemDraftSaved);
            return new CommandResult.Done(restored, problems);
        }, ct);

    /// <summary>
    /// Removes an item of the recycle bin for good, with all versions. Its paths are kept as its own, so that they go on
    /// answering "gone" and no other item inherits links that were meant for it.
    /// </summary>
    public Task<CommandResult> PurgeAsync(string id, CancellationToken ct) =>
        _database.WriteAsync<CommandResult>(async (transaction, ct) =>
        {
            var key = ContentIds.Key(id);
            await transaction.LockAsync($"item:{key}", ct);
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
