namespace Zukunftswerkstatt.Content;

public sealed partial class ContentCommands
{
    /// <summary>Sets when the latest version is published and when the item is taken off the site; <c>null</c> clears a date.</summary>
    public Task<CommandResult> ScheduleAsync(
        string id, string? expectedVersionId, DateTime? publishUtc, DateTime? archiveUtc, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, expectedVersionId, (subject, ct) =>
        {
            var latest = subject.Latest.ToItem();
            return AppendDraftAsync(subject, NextVersion(latest, ContentJson.Write(Schedule.Write(latest.Content, publishUtc, archiveUtc)), actor), ct);
        }, ct);
}
