using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

public sealed partial class ContentCommands
{
    /// <summary>
    /// Does what is due for an item, in one transaction, and looks at the dates again inside it: another node may have been faster, or
    /// an editor may have changed them. <see cref="CommandResult.Invalid"/> is what kept it from being published; the wish is then
    /// cleared, or it would fail every minute, and the draft keeps its problems for the editor to see.
    /// </summary>
    internal Task<CommandResult> RunScheduleAsync(string id, CancellationToken ct) =>
        ChangeAsync(id, null, async (subject, ct) =>
        {
            var latest = subject.Latest.ToItem();
            if (Schedule.ArchiveUtc(latest) <= Now)
            {
                // Also when both are due: the newer wish is to be off the site.
                if (subject.Published is { } published)
                {
                    published.Published = false;
                    Record(subject, FactKinds.ItemUnpublished);
                }

                return await AppendDraftAsync(subject with { Published = null }, WithoutDue(latest), ct);
            }

            if (Schedule.PublishUtc(latest) <= Now && await PublishLatestAsync(subject, latest, ct) is CommandResult.Invalid invalid)
            {
                await AppendDraftAsync(subject, WithoutDue(latest), ct);
                return invalid;
            }

            return new CommandResult.Done(subject.Latest.ToItem(), []);
        }, ct);

    private ContentItem WithoutDue(ContentItem latest)
    {
        DateTime? Later(DateTime? date) => date > Now ? date : null;
        return NextVersion(
            latest,
            ContentJson.Write(Schedule.Write(latest.Content, Later(Schedule.PublishUtc(latest)), Later(Schedule.ArchiveUtc(latest)))),
            Actor.System);
    }
}
