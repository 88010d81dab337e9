using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>
/// Facts → tags → cached pages taken out. The cache lives in memory, so the cursor begins at the end of the log: there was nothing to evict before.
/// </summary>
internal sealed class PageCacheEviction : IProjection
{
    private readonly PageCache _cache;
    private readonly FactLog _log;
    private long? _cursor;

    public PageCacheEviction(PageCache cache, FactLog log, Theme theme)
    {
        _cache = cache;
        _log = log;
        theme.Changed += cache.Clear;
    }

    public string Name => "page-cache";

    public async Task<long> ReadCursorAsync(CancellationToken ct) => _cursor ??= await _log.LastAsync(ct);

    public Task ApplyAsync(IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            switch (fact.Kind)
            {
                case FactKinds.ItemPublished or FactKinds.ItemUnpublished or FactKinds.ItemRemoved:
                    tags.Add(CacheTags.Item(fact.Key));
                    tags.Add(CacheTags.Search);
                    if (fact.Type is { } type)
                    {
                        tags.Add(CacheTags.Type(type));
                    }

                    break;
                case FactKinds.RegionsChanged:
                    tags.Add(CacheTags.Regions);
                    tags.Add(CacheTags.Search);
                    break;
                case FactKinds.DefinitionsChanged:
                    _cache.Clear();
                    break;
            }
        }

        if (tags.Count > 0)
        {
            _cache.Evict(tags);
        }

        _cursor = facts[^1].Id;
        return Task.CompletedTask;
    }
}
