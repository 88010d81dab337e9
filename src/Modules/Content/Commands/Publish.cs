using System.Text.Json.Nodes;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

public sealed partial class ContentCommands
{
    /// <summary>
    /// Publishes the latest version as it is, if it keeps the rules of its type. The path it had before becomes a permanent redirect.
    /// Publishing what is already published changes nothing but the date.
    /// </summary>
    public Task<CommandResult> PublishAsync(string id, string? expectedVersionId, CancellationToken ct) =>
        ChangeAsync(id, expectedVersionId, (subject, ct) => PublishLatestAsync(subject, subject.Latest.ToItem(), ct), ct);

    /// <summary>Stores a new version and publishes it in the same transaction; nothing is stored if it breaks a rule.</summary>
    public Task<CommandResult> SaveAndPublishAsync(string id, string? expectedVersionId, JsonObject content, Actor actor, CancellationToken ct) =>
        ContentJson.Read(content, out var wrong) is { } json
            ? ChangeAsync(id, expectedVersionId, (subject, ct) => PublishLatestAsync(subject, NextVersion(subject.Latest.ToItem(), json, actor), ct), ct)
            : Task.FromResult<CommandResult>(Unstorable(wrong!));

    private async Task<CommandResult> PublishLatestAsync(Subject subject, ContentItem version, CancellationToken ct)
    {
        var db = subject.Transaction.Db;
        if (Schedule.PublishUtc(version) is not null)
        {
            // The wish has come true; kept, it would publish the next draft by itself.
            version = version.With(content: Schedule.Write(version.Content, null, Schedule.ArchiveUtc(version)));
        }

        var (prepared, errors) = await CheckAsync(subject.Transaction, version, ct);
        if (errors.Count > 0)
        {
            return new CommandResult.Invalid(errors);
        }

        var sameVersion = version.ContentItemVersionId == subject.Latest.VersionId;
        if (subject.Published is not null && !(sameVersion && subject.Published == subject.Latest))
        {
            subject.Published.Published = false;
        }

        if (!sameVersion)
        {
            subject.Latest.Latest = false;
        }

        await db.SaveChangesAsync(ct);
        var row = subject.Latest;
        if (sameVersion)
        {
            var completed = prepared.ToRow();
            (row.Content, row.DisplayText, row.SortText, row.Culture, row.LocalizationSet) =
                (completed.Content, completed.DisplayText, completed.SortText, completed.Culture, completed.LocalizationSet);
        }
        else
        {
            row = prepared.ToRow();
            row.Latest = true;
            db.Add(row);
        }

        row.Published = true;
        row.PublishedUtc = Now;
        await UpdateIndexesAsync(subject, row, row, ct);
        await HomeRoute.PublishedAsync(subject.Transaction, row.ToItem(), ct);
        Record(subject, FactKinds.ItemPublished);
        return new CommandResult.Done(row.ToItem(), []);
    }
}
