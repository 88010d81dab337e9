using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// A value read out of a few published items and kept until a fact says that one of them changed. Readers never lock; two that come
/// after a change may both read, and the value of the one that began before the change is not kept.
/// </summary>
internal sealed class StoreSnapshot<T>(Func<CancellationToken, Task<IReadOnlyList<ContentItem>>> load, Func<IReadOnlyList<ContentItem>, T> read)
    where T : class
{
    private volatile Loaded? _loaded;
    private int _changes;

    public ValueTask<T> GetAsync(CancellationToken ct) => _loaded is { } loaded ? new(loaded.Value) : new(RefreshAsync(ct));

    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _loaded = null;
    }

    /// <summary>
    /// Looks into the store now, and parses only when an item has another version. The indexer calls it per batch: it must not
    /// depend on which projection saw a fact first.
    /// </summary>
    public async Task<T> RefreshAsync(CancellationToken ct)
    {
        var changes = Volatile.Read(ref _changes);
        var items = await load(ct);
        var versions = string.Join('|', items.Select(i => i.ContentItemVersionId));
        var known = _loaded;
        var loaded = known?.Versions == versions ? known : new Loaded(versions, read(items));
        if (Volatile.Read(ref _changes) == changes)
        {
            _loaded = loaded;
        }

        return loaded.Value;
    }

    private sealed record Loaded(string Versions, T Value);
}
