using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// Completes what was typed or imported before it is stored: 1. title and display text, 2. alias, 3. path, 4. localisation.
/// What is already there stays as it is.
/// </summary>
internal sealed class ItemPreparation(Patterns patterns)
{
    /// <summary>Culture of items that name none.</summary>
    private const string DefaultCulture = "de";

    /// <summary>
    /// The completed item and what is wrong with its title, alias and path. <paramref name="paths"/> and <paramref name="aliases"/>
    /// belong to the running transaction.
    /// </summary>
    public async Task<(ContentItem Item, List<ContentError> Errors)> PrepareAsync(
        PortalDbContext db, ContentTypeDefinition? type, ContentItem item, PathAllocator paths, AliasAllocator aliases, CancellationToken ct)
    {
        var errors = new List<ContentError>();
        if (type is null)
        {
            return (item, errors);
        }

        item = await TitleAsync(db, type, item, ct);
        item = await AliasAsync(db, type, item, aliases, errors, ct);
        item = await PathAsync(db, type, item, paths, errors, ct);
        return (Localise(type, item, errors), errors);
    }

    private async ValueTask<ContentItem> TitleAsync(PortalDbContext db, ContentTypeDefinition type, ContentItem item, CancellationToken ct)
    {
        if (type.PartOfKind("TitlePart") is not { } part)
        {
            return item;
        }

        var settings = part.Settings.Get<TitlePartSettings>();
        var title = item.Title ?? "";
        if (settings.Options is TitleOptions.GeneratedDisabled or TitleOptions.GeneratedHidden &&
            await RenderAsync(db, settings.Pattern, item, ct) is { Length: > 0 } generated)
        {
            return generated == title && generated == item.DisplayText ? item : item.With("TitlePart", "Title", generated, displayText: generated);
        }

        return title.Length > 0 && item.DisplayText != title ? item.With(displayText: title) : item;
    }

    private async ValueTask<ContentItem> AliasAsync(
        PortalDbContext db, ContentTypeDefinition type, ContentItem item, AliasAllocator aliases, List<ContentError> errors, CancellationToken ct)
    {
        if (type.PartOfKind("AliasPart") is not { } part)
        {
            return item;
        }

        var alias = item.Alias ?? "";
        if (alias.Length == 0)
        {
            alias = await RenderAsync(db, part.Settings.Get<AliasPartSettings>().Pattern, item, ct);
            if (alias.Length == 0)
            {
                return item;
            }

            alias = await aliases.UniqueAsync(alias, ContentIds.Key(item.ContentItemId), ct);
            return item.With("AliasPart", "Alias", alias);
        }

        if (alias.Length > AliasAllocator.Longest)
        {
            errors.Add(new("AliasPart", "Alias", new(
                $"Der Alias hat {alias.Length} Zeichen; erlaubt sind {AliasAllocator.Longest}.", $"The alias has {alias.Length} characters; {AliasAllocator.Longest} are allowed.")));
        }
        else if (!await aliases.TryTakeAsync(alias, ContentIds.Key(item.ContentItemId), ct))
        {
            errors.Add(new("AliasPart", "Alias", new($"Der Alias „{alias}“ ist schon vergeben.", $"The alias \"{alias}\" is already in use.")));
        }

        return item;
    }

    private async ValueTask<ContentItem> PathAsync(
        PortalDbContext db, ContentTypeDefinition type, ContentItem item, PathAllocator paths, List<ContentError> errors, CancellationToken ct)
    {
        if (type.PartOfKind("AutoroutePart") is not { } part)
        {
            return item;
        }

        var key = ContentIds.Key(item.ContentItemId);
        if (item.StoredPath is not { } typed)
        {
            if (item.IsRouteDisabled)
            {
                return item; // it gets one when it is switched on
            }

            var pattern = Clean(await RenderAsync(db, part.Settings.Get<AutoroutePartSettings>().Pattern, item, ct));
            return pattern.Length == 0 ? item : item.With("AutoroutePart", "Path", await paths.UniqueAsync(pattern, key, ct));
        }

        if (PathRules.Check(typed) is { } wrong)
        {
            errors.Add(new("AutoroutePart", "Path", wrong));
        }
        else if (!item.IsRouteDisabled && !await paths.TryTakeAsync(typed, key, ct))
        {
            errors.Add(new("AutoroutePart", "Path", new(
                $"Die Adresse „/{typed.Trim('/')}“ gehört schon einem anderen Eintrag.", "Your permalink is already in use.")));
        }

        return item;
    }

    private static ContentItem Localise(ContentTypeDefinition type, ContentItem item, List<ContentError> errors)
    {
        if (type.PartOfKind("LocalizationPart") is null)
        {
            return item;
        }

        if (item.Culture?.Length > ContentRow.MaxCulture || item.LocalizationSet?.Length > ContentIds.MaxLength)
        {
            errors.Add(new("LocalizationPart", "Culture", new(
                $"Sprachen haben höchstens {ContentRow.MaxCulture} Zeichen, Kennungen von Sprachfassungen {ContentIds.MaxLength}.",
                $"Cultures have at most {ContentRow.MaxCulture} characters, localisation sets {ContentIds.MaxLength}.")));
        }

        if (string.IsNullOrEmpty(item.Culture))
        {
            item = item.With("LocalizationPart", "Culture", DefaultCulture);
        }

        return string.IsNullOrEmpty(item.LocalizationSet) ? item.With("LocalizationPart", "LocalizationSet", ContentIds.New()) : item;
    }

    private ValueTask<string> RenderAsync(PortalDbContext db, string? pattern, ContentItem item, CancellationToken ct) =>
        patterns.RenderAsync(pattern, item, async contained =>
        {
            if (contained.Part("ContainedPart")?.Member("ListContentItemId") is not { ValueKind: JsonValueKind.String } list)
            {
                return null;
            }

            var key = ContentIds.Key(list.GetString()!);
            return (await db.Set<VersionRow>().AsNoTracking().FirstOrDefaultAsync(row => row.ItemId == key && row.Latest, ct))?.ToItem();
        });

    /// <summary>A rendered pattern may contain anything; each segment becomes a slug.</summary>
    private static string Clean(string path) =>
        string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Slug.From).Where(segment => segment.Length > 0));
}

/// <summary>Copies of items with something changed.</summary>
internal static class ContentItemCopies
{
    /// <summary>The item with one member of a part set.</summary>
    public static ContentItem With(this ContentItem item, string part, string member, string value, string? displayText = null)
    {
        var content = JsonObject.Create(item.Content) ?? [];
        if (content[part] is not JsonObject target)
        {
            content[part] = target = [];
        }

        target[member] = value;
        return item.With(displayText, content);
    }

    /// <summary>The item as a version of another id.</summary>
    public static ContentItem WithVersion(this ContentItem item, string versionId) => new()
    {
        ContentItemId = item.ContentItemId,
        ContentItemVersionId = versionId,
        ContentType = item.ContentType,
        DisplayText = item.DisplayText,
        Latest = item.Latest,
        Published = item.Published,
        ModifiedUtc = item.ModifiedUtc,
        PublishedUtc = item.PublishedUtc,
        CreatedUtc = item.CreatedUtc,
        Owner = item.Owner,
        Author = item.Author,
        Content = item.Content,
    };

    /// <summary>The item with another display text or content.</summary>
    public static ContentItem With(this ContentItem item, string? displayText = null, JsonObject? content = null) => new()
    {
        ContentItemId = item.ContentItemId,
        ContentItemVersionId = item.ContentItemVersionId,
        ContentType = item.ContentType,
        DisplayText = displayText ?? item.DisplayText,
        Latest = item.Latest,
        Published = item.Published,
        ModifiedUtc = item.ModifiedUtc,
        PublishedUtc = item.PublishedUtc,
        CreatedUtc = item.CreatedUtc,
        Owner = item.Owner,
        Author = item.Author,
        Content = content is null ? item.Content : ContentJson.Write(content),
    };
}
