using Microsoft.EntityFrameworkCore;

namespace Zukunftswerkstatt.Content;

public sealed partial class ContentCommands
{
    /// <summary>Makes an older version the latest draft again, as a new version with its content; nothing in between is lost.</summary>
    public Task<CommandResult> RestoreVersionAsync(string id, string versionId, string? expectedVersionId, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, expectedVersionId, async (subject, ct) =>
        {
            var old = await subject.Transaction.Db.Set<VersionRow>().AsNoTracking()
                .FirstOrDefaultAsync(row => row.VersionId == versionId && row.ItemId == subject.Item.ItemId, ct);
            if (old is null)
            {
                return new CommandResult.NotFound();
            }

            return await AppendDraftAsync(subject, NextVersion(subject.Latest.ToItem(), old.ToItem().Content, actor).With(displayText: old.DisplayText), ct);
        }, ct);
}
