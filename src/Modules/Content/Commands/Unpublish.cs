using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

public sealed partial class ContentCommands
{
    /// <summary>Takes the published version off the site; the latest version stays as a draft. Its address answers "gone".</summary>
    public Task<CommandResult> UnpublishAsync(string id, string? expectedVersionId, CancellationToken ct) =>
        ChangeAsync(id, expectedVersionId, UnpublishAsync, ct);

    private async Task<CommandResult> UnpublishAsync(Subject subject, CancellationToken ct)
    {
        if (subject.Published is not { } published)
        {
            return new CommandResult.Done(subject.Latest.ToItem(), []);
        }

        published.Published = false;
        subject.Latest.ModifiedUtc = Now;
        await subject.Transaction.Db.SaveChangesAsync(ct);
        await UpdateIndexesAsync(subject, subject.Latest, null, ct);
        Record(subject, FactKinds.ItemUnpublished);
        return new CommandResult.Done(subject.Latest.ToItem(), []);
    }
}
