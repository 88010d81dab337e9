using System.Text.Json.Nodes;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

public sealed partial class ContentCommands
{
    /// <summary>
    /// Stores a new draft version. Rules of the type do not stop it (see <see cref="CommandResult.Done.Problems"/>); only a path or
    /// alias that belongs to somebody else is put aside: it is reported and not reserved.
    /// </summary>
    public Task<CommandResult> SaveDraftAsync(string id, string? expectedVersionId, JsonObject content, Actor actor, CancellationToken ct) =>
        ContentJson.Read(content, out var wrong) is { } json
            ? ChangeAsync(id, expectedVersionId, (subject, ct) => AppendDraftAsync(subject, NextVersion(subject.Latest.ToItem(), json, actor), ct), ct)
            : Task.FromResult<CommandResult>(Unstorable(wrong!));

    /// <summary>A new draft that follows the latest version.</summary>
    private async Task<CommandResult> AppendDraftAsync(Subject subject, ContentItem version, CancellationToken ct)
    {
        var db = subject.Transaction.Db;
        var (prepared, problems) = await CheckAsync(subject.Transaction, version, ct);

        // Unique indexes allow one Latest, so the old one is demoted first.
        subject.Latest.Latest = false;
        await db.SaveChangesAsync(ct);
        var row = prepared.ToRow();
        row.Latest = true;
        db.Add(row);
        await ItemIndexes.UpdateAsync(subject.Transaction, [new(subject.Item, OwnNamesOnly(row.ToItem(), problems), subject.Published?.ToItem())], ct);
        Record(subject, FactKinds.ItemDraftSaved);
        return new CommandResult.Done(row.ToItem(), problems);
    }

    /// <summary>The item as it may be indexed: without a path or alias that belongs to somebody else.</summary>
    private static ContentItem OwnNamesOnly(ContentItem item, List<ContentError> problems)
    {
        var path = problems.Exists(problem => problem is { Part: "AutoroutePart", Field: "Path" });
        var alias = problems.Exists(problem => problem is { Part: "AliasPart", Field: "Alias" });
        if (!path && !alias)
        {
            return item;
        }

        var content = JsonObject.Create(item.Content) ?? [];
        if (path)
        {
            content.Remove("AutoroutePart");
        }

        if (alias)
        {
            content.Remove("AliasPart");
        }

        return item.With(content: content);
    }
}
