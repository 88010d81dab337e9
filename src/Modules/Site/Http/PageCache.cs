using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>
/// The store behind ASP.NET's output cache, bounded in bytes. Eviction and storing take turns under one lock, and a page is stored only if
/// none of its tags was evicted since its request began: rendered before a change and stored after it, it would be stale for ever.
/// A page made of search results also carries the index's version and is not served with another. Readers do not lock.
/// </summary>
internal sealed class PageCache(long limit, Func<long> indexVersion, TimeProvider time) : IOutputCacheStore
{
    private const string BeganPrefix = "began:";

    // Evictions remembered for requests that are still rendering; older requests than the oldest of these are not stored.
    private const int RememberedEvictions = 4096;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _keysByTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _evictedAt = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, Entry Entry)> _order = new();
    private readonly Lock _turn = new();
    private long _moment;
    private long _oldestSafe;
    private long _bytes;

    /// <summary>Tag that a request carries from its beginning; names the moment it began and the index it found.</summary>
    public string Began() => string.Create(CultureInfo.InvariantCulture, $"{BeganPrefix}{Volatile.Read(ref _moment)}:{indexVersion()}");

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        if (!_entries.TryGetValue(key, out var entry) || entry.Until < time.GetTimestamp() || (entry.Index is { } index && index != indexVersion()))
        {
            return new((byte[]?)null);
        }

        entry.Used = true;
        return new(entry.Value);
    }

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        tags ??= [];
        var began = Array.Find(tags, tag => tag.StartsWith(BeganPrefix, StringComparison.Ordinal));
        if (began?.Split(':') is not [_, var moment, var version])
        {
            return ValueTask.CompletedTask;
        }

        var since = long.Parse(moment, CultureInfo.InvariantCulture);
        long? index = tags.Contains(CacheTags.Search) ? long.Parse(version, CultureInfo.InvariantCulture) : null;
        lock (_turn)
        {
            if (value.Length > limit / 16 || since < _oldestSafe || tags.Any(tag => _evictedAt.TryGetValue(tag, out var evicted) && evicted > since))
            {
                return ValueTask.CompletedTask;
            }

            Remove(key);
            var entry = new Entry(value, tags, index, time.GetTimestamp() + (long)(validFor.TotalSeconds * time.TimestampFrequency));
            _entries[key] = entry;
            _order.Enqueue((key, entry));
            _bytes += value.Length;
            foreach (var tag in tags)
            {
                if (!tag.StartsWith(BeganPrefix, StringComparison.Ordinal))
                {
                    (_keysByTag.TryGetValue(tag, out var keys) ? keys : _keysByTag[tag] = new(StringComparer.Ordinal)).Add(key);
                }
            }

            MakeRoom();
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        Evict([tag]);
        return ValueTask.CompletedTask;
    }

    /// <summary>Takes out every page with one of the tags, and keeps those from being stored that are rendering now.</summary>
    public void Evict(IReadOnlyCollection<string> tags)
    {
        lock (_turn)
        {
            _moment++;
            if (_evictedAt.Count + tags.Count > RememberedEvictions)
            {
                _evictedAt.Clear();
                _oldestSafe = _moment;
            }

            foreach (var tag in tags)
            {
                _evictedAt[tag] = _moment;
                if (_keysByTag.TryGetValue(tag, out var keys))
                {
                    foreach (var key in keys.ToArray())
                    {
                        Remove(key);
                    }
                }
            }
        }
    }

    /// <summary>Takes out everything, e.g. after a change of the theme.</summary>
    public void Clear()
    {
        lock (_turn)
        {
            _oldestSafe = ++_moment;
            _entries.Clear();
            _keysByTag.Clear();
            _evictedAt.Clear();
            _order.Clear();
            _bytes = 0;
        }
    }

    // The clock algorithm: what was read since the hand last came by gets another round. Turns of entries that are gone are skipped,
    // and swept out when they outnumber the living.
    private void MakeRoom()
    {
        while (_bytes > limit && _order.TryDequeue(out var turn))
        {
            if (!IsCurrent(turn))
            {
                continue;
            }

            if (turn.Entry.Used)
            {
                turn.Entry.Used = false;
                _order.Enqueue(turn);
            }
            else
            {
                Remove(turn.Key);
            }
        }

        if (_order.Count > 1024 + (2 * _entries.Count))
        {
            var living = _order.Where(IsCurrent).ToList();
            _order.Clear();
            living.ForEach(_order.Enqueue);
        }
    }

    private bool IsCurrent((string Key, Entry Entry) turn) => _entries.TryGetValue(turn.Key, out var entry) && ReferenceEquals(entry, turn.Entry);

    private void Remove(string key)
    {
        if (!_entries.TryRemove(key, out var entry))
        {
            return;
        }

        _bytes -= entry.Value.Length;
        foreach (var tag in entry.Tags)
        {
            if (_keysByTag.TryGetValue(tag, out var keys) && keys.Remove(key) && keys.Count == 0)
            {
                _keysByTag.Remove(tag);
            }
        }
    }

    private sealed class Entry(byte[] value, string[] tags, long? index, long until)
    {
        public byte[] Value => value;

        public string[] Tags => tags;

        /// <summary>Version of the index the page was made of; null for a page without search results.</summary>
        public long? Index => index;

        public long Until => until;

        public bool Used { get; set; }
    }
}
