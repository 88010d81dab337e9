using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>The checks that need the store: do picked items exist and are they of an allowed type; is a language taken.</summary>
internal static class ReferenceChecks
{
    public static async Task<IReadOnlyList<ContentError>> MissingAsync(
        PortalDbContext db, ContentDefinitions definitions, ContentTypeDefinition type, ContentItem item, CancellationToken ct)
    {
        var picks = PickedItems.Of(definitions, type, item).ToList();
        if (picks.Count == 0)
        {
            return [];
        }

        var keys = picks.Select(pick => ContentIds.Key(pick.TargetId)).Distinct().ToArray();
        var types = new Dictionary<string, string>();
        foreach (var chunk in keys.Chunk(500))
        {
            foreach (var row in await db.Set<ItemRow>().AsNoTracking().Where(row => chunk.Contains(row.ItemId) && row.DeletedUtc == null)
                .Select(row => new { row.ItemId, row.ContentType }).ToListAsync(ct))
            {
                types[row.ItemId] = row.ContentType;
            }
        }

        var errors = new List<ContentError>();
        foreach (var pick in picks)
        {
            if (!types.TryGetValue(ContentIds.Key(pick.TargetId), out var found))
            {
                errors.Add(new(pick.Part, pick.Field, new(
                    $"„{pick.Label}“ verweist auf {pick.TargetId}; diesen Eintrag gibt es nicht (mehr). Bitte neu auswählen.",
                    $"\"{pick.Label}\" refers to {pick.TargetId}, which does not exist (any more). Please choose again.")));
            }
            else if (pick.AllowedTypes.Count > 0 && !pick.AllowedTypes.Contains(found))
            {
                errors.Add(new(pick.Part, pick.Field, new(
                    $"„{pick.Label}“ verweist auf einen Eintrag vom Typ {found}; erlaubt sind: {string.Join(", ", pick.AllowedTypes)}.",
                    $"\"{pick.Label}\" refers to an item of type {found}; allowed are: {string.Join(", ", pick.AllowedTypes)}.")));
            }
        }

        return errors;
    }

    public static async Task<IReadOnlyList<ContentError>> LocalizationAsync(PortalDbContext db, ContentItem item, CancellationToken ct)
    {
        if (item.LocalizationSet is not { Length: > 0 } set || item.Culture is not { Length: > 0 } culture)
        {
            return [];
        }

        var key = ContentIds.Key(item.ContentItemId);
        var taken = await db.Set<VersionRow>().AsNoTracking()
            .AnyAsync(row => row.LocalizationSet == set && row.Culture == culture && row.ItemId != key && (row.Latest || row.Published), ct);
        return taken
            ? [new("LocalizationPart", "Culture", new(
                $"Eine Fassung in der Sprache „{culture}“ gibt es für diesen Eintrag schon.", $"There already is a version of this item in \"{culture}\"."))]
            : [];
    }
}
