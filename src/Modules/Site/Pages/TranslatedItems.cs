using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Pages;

/// <summary>Items as a page of a language shows them, so that its links lead to their addresses in that language and nowhere by a detour.</summary>
internal sealed class TranslatedItems(IContentReader content)
{
    /// <summary>The items in their order, each once and in the page's language where it exists in it. One query, none when nothing is to be looked up.</summary>
    public async Task<IReadOnlyList<ContentItem>> InAsync(Language language, IReadOnlyCollection<ContentItem> items, CancellationToken ct)
    {
        var versions = await VersionsAsync(language, items, ct);
        return [.. items.Select(item => versions.GetValueOrDefault(SetOf(item) ?? "", item)).DistinctBy(item => ContentIds.Key(item.ContentItemId))];
    }

    /// <summary>The published items by id in lower case, each in the page's language where it exists in it. One query more than reading them.</summary>
    public async Task<IReadOnlyDictionary<string, ContentItem>> GetManyAsync(Language language, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var items = await content.GetManyAsync(ids, ct);
        var versions = await VersionsAsync(language, [.. items.Values], ct);
        return versions.Count == 0 ? items
            : items.ToDictionary(entry => entry.Key, entry => versions.GetValueOrDefault(SetOf(entry.Value) ?? "", entry.Value), StringComparer.OrdinalIgnoreCase);
    }

    // Versions in the language by localisation set; those that are among the items need no query.
    private async Task<Dictionary<string, ContentItem>> VersionsAsync(Language language, IReadOnlyCollection<ContentItem> items, CancellationToken ct)
    {
        var versions = new Dictionary<string, ContentItem>(StringComparer.Ordinal);
        List<string>? missing = null;
        foreach (var item in items)
        {
            if (ItemParts.ForeignLang(item, language) is not null && SetOf(item) is { } set)
            {
                (missing ??= []).Add(set);
            }
        }

        if (missing is null)
        {
            return versions;
        }

        Add(items.Where(item => ItemParts.ForeignLang(item, language) is null));
        missing.RemoveAll(versions.ContainsKey);
        if (missing.Count > 0)
        {
            Add(await content.LocalizationsAsync(missing, language.Code, ct));
        }

        return versions;

        void Add(IEnumerable<ContentItem> found)
        {
            foreach (var item in found)
            {
                if (SetOf(item) is { } set)
                {
                    versions[set] = item;
                }
            }
        }
    }

    private static string? SetOf(ContentItem item) => item.LocalizationSet is { Length: > 0 } set ? set : null;
}
