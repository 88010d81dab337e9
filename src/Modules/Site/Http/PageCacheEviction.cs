using System.Text.Json;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>
/// Facts → tags → cached pages taken out: pages that show the item, that list its type, that what it refers to is about.
/// The cache lives in memory, so the cursor begins at the end of the log: there was nothing to evict before.
/// </summary>
internal sealed class PageCacheEviction : IProjection
{
    // Beyond this an import is under way; looking at every item would cost more than rendering the pages anew.
    private const int MostFactsLookedAt = 100;

    private readonly PageCache _cache;
    private readonly FactLog _log;
    private readonly IContentReader _content;
    private readonly SecondEviction _second;
    private long? _cursor;

    public PageCacheEviction(PageCache cache, FactLog log, IContentReader content, SecondEviction second, Theme theme)
    {
        _cache = cache;
        _log = log;
        _content = content;
        _second = second;
        theme.Changed += cache.Clear;
    }

    public string Name => "page-cache";

    public async Task<long> ReadCursorAsync(CancellationToken ct) => _cursor ??= await _log.LastAsync(ct);

    public async Task ApplyAsync(IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        if (facts.Count > MostFactsLookedAt || facts.Any(fact => fact.Kind == FactKinds.DefinitionsChanged || fact.Type == "Taxonomy"))
        {
            _cache.Clear();
            _second.Everything();
        }
        else
        {
            var tags = await TagsAsync(facts, ct);
            _cache.Evict(tags);
            _second.Add(tags);
        }

        _cursor = facts[^1].Id;
    }

    private async Task<HashSet<string>> TagsAsync(IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            switch (fact.Kind)
            {
                case FactKinds.ItemPublished:
                    Add(fact);
                    if (await _content.GetAsync(fact.Key, ct) is { } item)
                    {
                        tags.UnionWith(PickedIds(item.Content).Select(CacheTags.About));
                        if (item.LocalizationSet is { Length: > 0 } set)
                        {
                            tags.Add(CacheTags.Translations(set));
                        }
                    }

                    break;
                case FactKinds.ItemUnpublished or FactKinds.ItemRemoved:
                    Add(fact);
                    break;
                case FactKinds.RegionsChanged or FactKinds.OutlinesChanged:
                    tags.Add(CacheTags.Regions);
                    tags.Add(CacheTags.Search);
                    break;
            }
        }

        return tags;

        void Add(Fact fact)
        {
            tags.Add(CacheTags.Item(fact.Key));
            tags.Add(CacheTags.Search);
            if (fact.Type is { } type)
            {
                tags.Add(CacheTags.Type(type));
            }
        }
    }

    // Content pickers wherever they are, in bags as well.
    private static IEnumerable<string> PickedIds(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member =>
            member.Name == "ContentItemIds" && member.Value.ValueKind == JsonValueKind.Array
                ? member.Value.EnumerateArray().Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!)
                : PickedIds(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(PickedIds),
        _ => [],
    };
}
