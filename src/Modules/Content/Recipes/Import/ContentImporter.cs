using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// Imports content items by Orchard's rules, in batches within one transaction: 1. read, 2. load what is stored, 3. skip what is
/// the same, merge what is there, complete and check what is new, 4. write versions, indexes and facts.
/// </summary>
internal sealed class ContentImporter(DefinitionStore definitions, ItemPreparation preparation, TimeProvider time)
{
    private const int BatchSize = 500;
    private const int MaxId = 64;
    private const int MaxType = 255;

    /// <param name="context">The step; its transaction, counts and progress are used.</param>
    /// <param name="items">The items as written.</param>
    /// <param name="ct">Looked at between batches.</param>
    /// <exception cref="RecipeException">An item cannot be stored; the text names it.</exception>
    public async Task ImportAsync(RecipeStepContext context, IReadOnlyList<JsonElement> items, CancellationToken ct)
    {
        var import = new Import(context, definitions.Current, new PathAllocator(context.Transaction.Db), new AliasAllocator(context.Transaction.Db));
        for (var at = 0; at < items.Count; at += BatchSize)
        {
            ct.ThrowIfCancellationRequested();
            var batch = new List<ContentItem>(BatchSize);
            for (var i = at; i < Math.Min(at + BatchSize, items.Count); i++)
            {
                var item = Read(items[i], i);
                if (import.SeenVersions.Add(item.ContentItemVersionId))
                {
                    batch.Add(item);
                }
                else
                {
                    context.Count(StepCounts.Skipped);
                }
            }

            await ImportAsync(import, batch, ct);
            context.Progress(Math.Min(at + BatchSize, items.Count), items.Count);
        }

        await NoteMissingAsync(import, ct);
    }

    private async Task ImportAsync(Import import, List<ContentItem> imported, CancellationToken ct)
    {
        var batch = await ImportBatch.LoadAsync(import.Context.Transaction.Db, imported, ct);
        await import.Paths.PreloadAsync(imported.Select(item => item.Path).OfType<string>(), ct);
        await import.Aliases.PreloadAsync(imported.Select(item => item.Alias).Where(alias => !string.IsNullOrEmpty(alias))!, ct);
        foreach (var item in imported)
        {
            var stored = batch.Find(item.ContentItemVersionId);
            if (stored is not null && ContentIds.Key(stored.Item.ContentItemId) != ContentIds.Key(item.ContentItemId))
            {
                throw new RecipeException(new(
                    $"Die Versionskennung {item.ContentItemVersionId} gehört schon zum Eintrag {stored.Item.ContentItemId}.",
                    $"The version id {item.ContentItemVersionId} already belongs to the item {stored.Item.ContentItemId}."), item.ContentItemId);
            }

            var next = stored is null ? Complete(item) : ItemMerge.Into(stored.Item, item);
            if (stored is not null && ItemMerge.Same(next, stored.Item))
            {
                import.Context.Count(StepCounts.Unchanged);
                continue;
            }

            batch.Plan(await PrepareAsync(import, next, ct), stored);
            import.Context.Count(StepCounts.Written);
        }

        await batch.WriteAsync(import.Context.Transaction, ct);
    }

    private static ContentItem Read(JsonElement json, int index)
    {
        var place = $"Eintrag {index + 1}";
        try
        {
            var item = ContentItemJson.Read(json);
            place = item.ContentItemId.Length > 0 ? item.ContentItemId : place;
            if (item.ContentItemId.Length == 0)
            {
                throw new RecipeException(new(
                    "ContentItemId fehlt: Ohne sie legte jeder Import den Eintrag neu an.", "ContentItemId is missing: without it each import would create the item anew."), place);
            }

            if (item.ContentType.Length == 0)
            {
                throw new RecipeException(new("ContentType fehlt.", "ContentType is missing."), place);
            }

            if (item.ContentItemId.Length > MaxId || item.ContentItemVersionId.Length > MaxId || item.ContentType.Length > MaxType)
            {
                throw new RecipeException(new(
                    $"Kennungen haben höchstens {MaxId} Zeichen, Namen von Inhaltstypen {MaxType}.", $"Ids have at most {MaxId} characters, names of content types {MaxType}."), place);
            }

            return item.ContentItemVersionId.Length > 0 ? item : item.WithVersion(ContentIds.New());
        }
        catch (JsonException e)
        {
            throw new RecipeException(new(e.Message, e.Message), place, e);
        }
    }

    /// <summary>Dates, owner and author that the import leaves open. What it says is kept.</summary>
    private ContentItem Complete(ContentItem item)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new ContentItem
        {
            ContentItemId = item.ContentItemId,
            ContentItemVersionId = item.ContentItemVersionId,
            ContentType = item.ContentType,
            DisplayText = item.DisplayText,
            Latest = item.Latest,
            Published = item.Published,
            CreatedUtc = item.CreatedUtc ?? now,
            ModifiedUtc = item.ModifiedUtc ?? now,
            PublishedUtc = item.PublishedUtc ?? (item.Published ? now : null),
            Owner = item.Owner is { Length: > 0 } owner ? owner : Actor.System.UserId,
            Author = item.Author is { Length: > 0 } author ? author : Actor.System.UserName,
            Content = item.Content,
        };
    }

    private async Task<ContentItem> PrepareAsync(Import import, ContentItem item, CancellationToken ct)
    {
        // A version that is neither published nor latest is history: it claims no path and need not keep today's rules.
        if (!(item.Latest || item.Published) || !import.Definitions.Types.TryGetValue(item.ContentType, out var type))
        {
            return item;
        }

        var (prepared, errors) = await preparation.PrepareAsync(import.Context.Transaction.Db, type, item, import.Paths, import.Aliases, ct);
        if (item.Published)
        {
            errors.AddRange(ContentValidator.Validate(import.Definitions, type, prepared));
        }

        if (errors.Count > 0)
        {
            throw new RecipeException(
                new(string.Join(' ', errors.Select(error => $"{error.Part}.{error.Field}: {error.Message.De}")),
                    string.Join(' ', errors.Select(error => $"{error.Part}.{error.Field}: {error.Message.En}"))),
                $"{item.ContentType} {item.ContentItemId}{(item.DisplayText.Length > 0 ? $" „{item.DisplayText}“" : "")}");
        }

        import.Picked.UnionWith(PickedItems.Of(import.Definitions, type, prepared).Select(pick => ContentIds.Key(pick.TargetId)));
        return prepared;
    }

    /// <summary>References may point ahead, to later steps or files; so missing ones are said, not refused.</summary>
    private static async Task NoteMissingAsync(Import import, CancellationToken ct)
    {
        var missing = 0;
        foreach (var chunk in import.Picked.Chunk(BatchSize))
        {
            missing += chunk.Length - await import.Context.Transaction.Db.Set<ItemRow>().CountAsync(row => chunk.Contains(row.ItemId), ct);
        }

        if (missing > 0)
        {
            import.Context.Note = new(
                $"{missing} Einträge, auf die verwiesen wird, gibt es noch nicht.", $"{missing} items that are referred to do not exist yet.");
        }
    }

    /// <summary>What lasts over the batches of a step.</summary>
    private sealed record Import(RecipeStepContext Context, ContentDefinitions Definitions, PathAllocator Paths, AliasAllocator Aliases)
    {
        public HashSet<string> SeenVersions { get; } = new(StringComparer.OrdinalIgnoreCase);

        public HashSet<string> Picked { get; } = [];
    }
}
