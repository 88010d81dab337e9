using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>The checks that need the store: do picked items, terms and localisation sets exist and are they allowed; is a language taken.</summary>
internal sealed class ReferenceChecks
{
    private const int IdsPerQuery = 500;

    // Parsed once per version of a taxonomy: every initiative names seven of them.
    private readonly ConcurrentDictionary<string, TaxonomyTerms> _taxonomies = new();

    public async Task<IReadOnlyList<ContentError>> MissingAsync(
        PortalDbContext db, ContentDefinitions definitions, ContentTypeDefinition type, ContentItem item, CancellationToken ct)
    {
        var errors = new List<ContentError>();
        await ItemsAsync(db, [.. PickedItems.Of(definitions, type, item)], errors, ct);
        foreach (var picked in PickedItems.Terms(definitions, type, item).GroupBy(term => term.Settings.TaxonomyContentItemId))
        {
            await TermsAsync(db, picked.Key, picked, errors, ct);
        }

        foreach (var picked in PickedItems.Sets(definitions, type, item))
        {
            if (!await db.Set<VersionRow>().AnyAsync(row => row.LocalizationSet == picked.Set && row.Latest, ct))
            {
                errors.Add(Missing(picked.Part, picked.Field, picked.Label, picked.Set));
            }
        }

        return errors;
    }

    public static async Task<IReadOnlyList<ContentError>> LocalizationAsync(WriteTransaction transaction, ContentItem item, CancellationToken ct)
    {
        if (item.LocalizationSet is not { Length: > 0 } set || item.Culture is not { Length: > 0 } culture)
        {
            return [];
        }

        // Two translators beginning the same language at once: the second one is told.
        await transaction.LockAsync($"localization-set:{set}", ct);
        var key = ContentIds.Key(item.ContentItemId);
        var taken = await transaction.Db.Set<VersionRow>().AsNoTracking()
            .AnyAsync(row => row.LocalizationSet == set && row.Culture == culture && row.ItemId != key && (row.Latest || row.Published), ct);
        return taken
            ? [new("LocalizationPart", "Culture", new(
                $"Eine Fassung in der Sprache „{culture}“ gibt es für diesen Eintrag schon.", $"There already is a version of this item in \"{culture}\"."))]
            : [];
    }

    private static async Task ItemsAsync(PortalDbContext db, List<Pick> picks, List<ContentError> errors, CancellationToken ct)
    {
        var types = new Dictionary<string, string>();
        foreach (var chunk in picks.Select(pick => ContentIds.Key(pick.TargetId)).Distinct().Chunk(IdsPerQuery))
        {
            // Asked for by key alone: with "not deleted" in the condition, SQLite reads the index of deletions, which is the whole table.
            foreach (var row in await db.Set<ItemRow>().AsNoTracking().Where(row => chunk.Contains(row.ItemId))
                .Select(row => new { row.ItemId, row.ContentType, row.DeletedUtc }).ToListAsync(ct))
            {
                if (row.DeletedUtc is null)
                {
                    types[row.ItemId] = row.ContentType;
                }
            }
        }

        foreach (var pick in picks)
        {
            if (!types.TryGetValue(ContentIds.Key(pick.TargetId), out var found))
            {
                errors.Add(Missing(pick.Part, pick.Field, pick.Label, pick.TargetId));
            }
            else if (pick.AllowedTypes.Count > 0 && !pick.AllowedTypes.Contains(found, StringComparer.OrdinalIgnoreCase))
            {
                errors.Add(new(pick.Part, pick.Field, new(
                    $"„{pick.Label}“ verweist auf einen Eintrag vom Typ {found}; erlaubt sind: {string.Join(", ", pick.AllowedTypes)}.",
                    $"\"{pick.Label}\" refers to an item of type {found}; allowed are: {string.Join(", ", pick.AllowedTypes)}.")));
            }
        }
    }

    private async Task TermsAsync(PortalDbContext db, string? taxonomyId, IEnumerable<PickedTerm> picked, List<ContentError> errors, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(taxonomyId))
        {
            // A field that names no taxonomy is the administrator's mistake, not the editor's.
            return;
        }

        var terms = await TaxonomyAsync(db, taxonomyId, ct);
        foreach (var term in picked)
        {
            if (terms is null || !terms.Contains(term.TermId))
            {
                errors.Add(Missing(term.Part, term.Field, term.Label, term.TermId));
            }
            else if (term.Settings.LeavesOnly && !terms.IsLeaf(term.TermId))
            {
                errors.Add(new(term.Part, term.Field, new(
                    $"„{term.Label}“ verlangt einen Begriff der untersten Ebene.", $"\"{term.Label}\" asks for a term of the lowest level.")));
            }
        }
    }

    private async Task<TaxonomyTerms?> TaxonomyAsync(PortalDbContext db, string taxonomyId, CancellationToken ct)
    {
        var key = ContentIds.Key(taxonomyId);
        var latest = db.Set<VersionRow>().AsNoTracking().Where(row => row.ItemId == key && row.Latest);
        if (await latest.Select(row => row.VersionId).FirstOrDefaultAsync(ct) is not { } version)
        {
            return null;
        }

        if (_taxonomies.TryGetValue(key, out var known) && known.VersionId == version)
        {
            return known;
        }

        return _taxonomies[key] = new TaxonomyTerms((await latest.FirstAsync(ct)).ToItem());
    }

    private static ContentError Missing(string part, string field, string label, string id) => new(part, field, new(
        $"„{label}“ verweist auf {id}; diesen Eintrag gibt es nicht (mehr). Bitte neu auswählen.",
        $"\"{label}\" refers to {id}, which does not exist (any more). Please choose again."));
}
