using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// The only way to change content. Each command is one transaction: 1. load the item, 2. refuse if somebody saved since,
/// 3. complete and check, 4. write version, paths, references and fact. One use case per file.
/// </summary>
/// <remarks>
/// <c>expectedVersionId</c> is the id of the version the caller saw; <c>null</c> means "whatever is latest" and is for
/// machines that do not edit what they read.
/// </remarks>
public sealed partial class ContentCommands
{
    private readonly PortalDatabase _database;
    private readonly DefinitionStore _definitions;
    private readonly ItemPreparation _preparation;
    private readonly ReferenceChecks _references;
    private readonly TimeProvider _time;

    internal ContentCommands(
        PortalDatabase database, DefinitionStore definitions, ItemPreparation preparation, ReferenceChecks references, TimeProvider time)
    {
        _database = database;
        _definitions = definitions;
        _preparation = preparation;
        _references = references;
        _time = time;
    }

    /// <summary>What a command works on, once it is known to be there and not stale.</summary>
    private sealed record Subject(WriteTransaction Transaction, ItemRow Item, VersionRow Latest, VersionRow? Published);

    /// <summary>Records that the item changed. Commands that change nothing must not call it: no stamp, no fact, no wake-up.</summary>
    private static void Record(Subject subject, string factKind)
    {
        subject.Item.Stamp++;
        subject.Transaction.Add(factKind, subject.Item.ItemId, subject.Item.ContentType);
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    private Task<CommandResult> ChangeAsync(
        string id, string? expectedVersionId, Func<Subject, CancellationToken, Task<CommandResult>> change, CancellationToken ct) =>
        _database.WriteAsync<CommandResult>(async (transaction, ct) =>
        {
            // The same item on two nodes: the second waits here and then sees what the first did.
            var key = ContentIds.Key(id);
            await transaction.LockAsync($"item:{key}", ct);
            var rows = await transaction.Db.Set<VersionRow>().Where(row => row.ItemId == key && (row.Latest || row.Published)).ToListAsync(ct);
            var item = await transaction.Db.Set<ItemRow>().FindAsync([key], ct);
            if (item is null || item.DeletedUtc is not null || rows.Find(row => row.Latest) is not { } latest)
            {
                return new CommandResult.NotFound();
            }

            if (expectedVersionId is not null && expectedVersionId != latest.VersionId)
            {
                return new CommandResult.Stale(latest.ToItem());
            }

            return await change(new(transaction, item, latest, rows.Find(row => row.Published)), ct);
        }, ct);

    /// <summary>Completes an item and lists everything wrong with it.</summary>
    private async Task<(ContentItem Item, List<ContentError> Errors)> CheckAsync(WriteTransaction transaction, ContentItem item, CancellationToken ct)
    {
        var db = transaction.Db;
        var definitions = _definitions.Current;
        var type = definitions.Types.GetValueOrDefault(item.ContentType);
        var (prepared, errors) = await _preparation.PrepareAsync(db, type, item, new PathAllocator(db), new AliasAllocator(db), ct);
        if (type is not null)
        {
            errors.AddRange(ContentValidator.Validate(definitions, type, prepared));
            errors.AddRange(await _references.MissingAsync(db, definitions, type, prepared, ct));
            errors.AddRange(await ReferenceChecks.LocalizationAsync(transaction, prepared, ct));
        }

        return (prepared, errors);
    }

    private static Task UpdateIndexesAsync(Subject subject, VersionRow? latest, VersionRow? published, CancellationToken ct) =>
        ItemIndexes.UpdateAsync(subject.Transaction, [new(subject.Item, latest?.ToItem(), published?.ToItem())], ct);

    private ContentItem NextVersion(ContentItem previous, JsonElement content, Actor actor)
    {
        var next = new ContentItem
        {
            ContentItemId = previous.ContentItemId,
            ContentItemVersionId = ContentIds.New(),
            ContentType = previous.ContentType,
            DisplayText = previous.DisplayText,
            CreatedUtc = previous.CreatedUtc,
            ModifiedUtc = Now,
            PublishedUtc = previous.PublishedUtc,
            Owner = previous.Owner,
            Author = actor.UserName,
            Content = content,
        };

        // A title somebody emptied is empty: the one before must not come back.
        return next.Title is { } typed ? next.With(displayText: typed) : next;
    }

    private static CommandResult.Invalid Unstorable(LocalizedText wrong) => new([new("", "", wrong)]);
}
