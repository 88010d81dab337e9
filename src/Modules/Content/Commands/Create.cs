using System.Text.Json;
using System.Text.Json.Nodes;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

public sealed partial class ContentCommands
{
    /// <summary>
    /// Creates an item. As a draft it is stored with whatever is wrong with it; to be published it must be right.
    /// </summary>
    /// <param name="contentType">A defined type.</param>
    /// <param name="displayText">Title for types without TitlePart; otherwise TitlePart decides.</param>
    /// <param name="content">Parts by name.</param>
    /// <param name="publish">Whether to publish at once.</param>
    /// <param name="actor">Becomes owner and author.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public Task<CommandResult> CreateAsync(string contentType, string? displayText, JsonObject content, bool publish, Actor actor, CancellationToken ct)
    {
        if (ContentJson.Read(content, out var wrong) is not { } json)
        {
            return Task.FromResult<CommandResult>(Unstorable(wrong!));
        }

        if (displayText is not null && !StorableText.IsStorable(displayText))
        {
            return Task.FromResult<CommandResult>(Unstorable(new("Der Titel ist kein gültiger Unicode-Text.", "The title is not valid Unicode text.")));
        }

        return CreateAsync(contentType, displayText ?? "", json, publish, actor, ct);
    }

    private Task<CommandResult> CreateAsync(string contentType, string displayText, JsonElement content, bool publish, Actor actor, CancellationToken ct) =>
        _database.WriteAsync<CommandResult>(async (transaction, ct) =>
        {
            if (!_definitions.Current.Types.TryGetValue(contentType, out var type))
            {
                return new CommandResult.Invalid([new("", "ContentType", new(
                    $"Den Inhaltstyp „{contentType}“ gibt es nicht.", $"There is no content type \"{contentType}\"."))]);
            }

            var item = new ContentItem
            {
                ContentItemId = ContentIds.New(),
                ContentItemVersionId = ContentIds.New(),
                ContentType = type.Name,
                DisplayText = displayText,
                CreatedUtc = Now,
                ModifiedUtc = Now,
                PublishedUtc = publish ? Now : null,
                Owner = actor.UserId,
                Author = actor.UserName,
                Content = content,
            };
            var (prepared, errors) = await CheckAsync(transaction, item, ct);
            if (publish && errors.Count > 0)
            {
                return new CommandResult.Invalid(errors);
            }

            var row = prepared.ToRow();
            row.Latest = true;
            row.Published = publish;
            var itemRow = new ItemRow { ItemId = row.ItemId, ContentType = type.Name, Stamp = 1 };
            transaction.Db.AddRange(itemRow, row);
            var stored = row.ToItem();
            await ItemIndexes.UpdateAsync(transaction, [new(itemRow, OwnNamesOnly(stored, errors), publish ? stored : null)], ct);
            if (publish)
            {
                await HomeRoute.PublishedAsync(transaction, stored, ct);
            }

            transaction.Add(publish ? FactKinds.ItemPublished : FactKinds.ItemDraftSaved, row.ItemId, type.Name);
            return new CommandResult.Done(stored, errors);
        }, ct);
}
