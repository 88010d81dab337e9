using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Zukunftswerkstatt.Content;

public sealed partial class ContentCommands
{
    /// <summary>A copy of the latest version as a new draft, with a path of its own, outside the localisation set and without a schedule.</summary>
    public async Task<CommandResult> CloneAsync(string id, Actor actor, CancellationToken ct)
    {
        var key = ContentIds.Key(id);
        if (await _database.ReadAsync((db, token) => db.Set<VersionRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ItemId == key && row.Latest, token), ct) is not { } latest)
        {
            return new CommandResult.NotFound();
        }

        var source = latest.ToItem();
        var content = JsonObject.Create(source.Content) ?? [];
        (content["AutoroutePart"] as JsonObject)?.Remove("Path");
        (content["AliasPart"] as JsonObject)?.Remove("Alias");
        (content["LocalizationPart"] as JsonObject)?.Remove("LocalizationSet");
        content = Schedule.Write(ContentJson.Write(content), null, null);
        return await CreateAsync(source.ContentType, source.DisplayText, ContentJson.Write(content), publish: false, actor, ct);
    }
}
