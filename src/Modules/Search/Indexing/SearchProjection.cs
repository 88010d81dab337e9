using System.Runtime.CompilerServices;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>Keeps the index up to date with the facts: 1. which items changed, 2. which others show them, 3. their documents, 4. into the index, 5. all anew if a young index has grown much.</summary>
internal sealed class SearchProjection(IndexStore store, FactLog log, IEnumerable<ISearchDocumentSource> sources) : IProjection
{
    /// <summary>Items whose documents are asked for at once.</summary>
    internal const int ChunkSize = 200;

    public string Name => "search";

    public async Task<long> ReadCursorAsync(CancellationToken ct)
    {
        if (store.Open() is { } cursor)
        {
            return cursor;
        }

        return await RebuildAsync(ct);
    }

    public async Task ApplyAsync(IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        // The register of regions is part of any document.
        if (facts.Any(f => f.Kind == FactKinds.RegionsChanged))
        {
            var cursor = await RebuildAsync(ct);
            if (cursor >= facts[^1].Id)
            {
                return;
            }
        }

        // 1. Changed items.
        var items = facts.Where(f => f.Kind is FactKinds.ItemPublished or FactKinds.ItemUnpublished or FactKinds.ItemRemoved)
            .Select(f => f.Key).ToHashSet(StringComparer.Ordinal);

        // 2. Items that show them.
        if (items.Count > 0)
        {
            string[] changed = [.. items];
            foreach (var source in sources)
            {
                items.UnionWith(await source.AffectedAsync(changed, ct));
            }
        }

        // 3. Documents.
        var replaced = new List<(string, IReadOnlyList<SearchDocument>)>(items.Count);
        foreach (var chunk in items.Chunk(ChunkSize))
        {
            var documents = new List<SearchDocument>();
            foreach (var source in sources)
            {
                documents.AddRange(await source.DocumentsAsync(chunk, ct));
            }

            var byItem = documents.ToLookup(d => d.ItemId, StringComparer.Ordinal);
            replaced.AddRange(chunk.Select(id => (id, (IReadOnlyList<SearchDocument>)[.. byItem[id]])));
        }

        // 4. Index.
        store.Apply(replaced, facts[^1].Id);

        // 5. What a young portal says teaches how its compounds are made.
        if (store.HasOutgrownItsWords)
        {
            await RebuildAsync(ct);
        }
    }

    public void ThrowIfBroken() => store.ThrowIfBroken();

    private async Task<long> RebuildAsync(CancellationToken ct)
    {
        // The cursor is read before the documents: what changes meanwhile is applied once more, never missed.
        var cursor = await log.LastAsync(ct);
        await store.RebuildAsync(cursor, All(ct), ct);
        return cursor;
    }

    private async IAsyncEnumerable<IEnumerable<SearchDocument>> All([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var source in sources)
        {
            await foreach (var batch in source.AllAsync(ct))
            {
                yield return batch;
            }
        }
    }
}
