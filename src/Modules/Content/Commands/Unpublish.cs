using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

public sealed partial class ContentCommands
{
    /// <summary>Takes the published version off the site; the latest version stays as a draft. Its address answers "gone".</summary>
    public Task<CommandResult> UnpublishAsync(string id, string? expectedVersionId, CancellationToken ct) =>
        ChangeAsync(id, expectedVersionId, async (subject, ct) =>
        {
            if (subject.Published is not { } published)
            {
                return new CommandResult.Done(subject.Latest.ToItem(), []);
            }

            published.Published = false;
            subject.Latest.ModifiedUtc = Now;
            await subject.Transaction.Db.SaveChangesAsync(ct);
            await UpdateIndexesAsync(subject, subject.Latest, null, ct);
            subject.Transaction.Add(FactKinds.ItemUnpublished, subject.Item.ItemId, subject.Item.ContentType);
            return new CommandResult.Done(subject.Latest.ToItem(), []);
        }, ct);
}
