using System.Collections.Concurrent;
using System.IO.Compression;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>A finished answer: bytes, media type, quoted entity tag.</summary>
internal sealed record CachedPage(byte[] Body, string ContentType, string ETag)
{
    private byte[]? _packed;

    /// <summary>The bytes as gzip, made when the first reader asks for them: a tenth for a matrix, a third for a short page.</summary>
    public byte[] Packed => Volatile.Read(ref _packed) ?? (_packed = Pack());

    /// <summary>What it takes in the cache; the packed form is counted whether or not it was asked for.</summary>
    public int Size => Body.Length + (Body.Length / 3);

    private byte[] Pack()
    {
        using var target = new MemoryStream(Body.Length / 3);
        // Most pages of searches are packed once for a single reader: half the time of the usual level, for 4 per cent more bytes.
        using (var packer = new GZipStream(target, new ZLibCompressionOptions { CompressionLevel = 3 }))
        {
            packer.Write(Body);
        }

        return target.ToArray();
    }
}

/// <summary>What a request found when it began: a moment of the cache, and a version of the index.</summary>
internal readonly record struct CacheTicket(long Moment, long Index);

/// <summary>
/// Finished pages, bounded in bytes. Eviction and storing take turns under one lock, and a page is stored only if none of its tags was evicted
/// since its request began: rendered before a change and stored after it, it would be stale for ever. A page made of search results also carries
/// the index's version and is not served with another. Readers do not lock.
/// </summary>
/// <remarks>
/// Not ASP.NET's output cache: that buffers every response, cannot refuse a page at the moment of storing, and reaches half of what this does
/// for a page of 50 kB.
/// </remarks>
internal sealed class PageCache(long limit, Func<long> indexVersion, TimeProvider time)
{
    // Pages show today's date in places.
    private static readonly TimeSpan _life = TimeSpan.FromHours(1);

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

    /// <summary>To be taken before anything is read for a page.</summary>
    public CacheTicket Begin() => new(Volatile.Read(ref _moment), indexVersion());

    /// <summary>The page kept under the key, if it may still be served.</summary>
    public CachedPage? Find(string key)
    {
        if (!_entries.TryGetValue(key, out var entry) || entry.Until < time.GetTimestamp() || (entry.Index is { } index && index != indexVersion()))
        {
            return null;
        }

        entry.Used = true;
        return entry.Page;
    }

    /// <summary>Keeps the page, unless something it was made of has changed since the ticket was taken.</summary>
    public void Store(string key, CachedPage page, IReadOnlyCollection<string> tags, CacheTicket ticket)
    {
        lock (_turn)
        {
            if (page.Size > limit / 16 || ticket.Moment < _oldestSafe || tags.Any(tag => _evictedAt.TryGetValue(tag, out var evicted) && evicted > ticket.Moment))
            {
                return;
            }

            Remove(key);
            var entry = new Entry(page, [.. tags.Distinct()], tags.Contains(CacheTags.Search) ? ticket.Index : null, time.GetTimestamp() + (long)(_life.TotalSeconds * time.TimestampFrequency));
            _entries[key] = entry;
            _order.Enqueue((key, entry));
            _bytes += page.Size;
            foreach (var tag in entry.Tags)
            {
                (_keysByTag.TryGetValue(tag, out var keys) ? keys : _keysByTag[tag] = new(StringComparer.Ordinal)).Add(key);
            }

            MakeRoom();
        }
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

        _bytes -= entry.Page.Size;
        foreach (var tag in entry.Tags)
        {
            if (_keysByTag.TryGetValue(tag, out var keys) && keys.Remove(key) && keys.Count == 0)
            {
                _keysByTag.Remove(tag);
            }
        }
    }

    private sealed class Entry(CachedPage page, string[] tags, long? index, long until)
    {
        public CachedPage Page => page;

        public string[] Tags => tags;

        /// <summary>Version of the index the page was made of; null for a page without search results.</summary>
        public long? Index => index;

        public long Until => until;

        public bool Used { get; set; }
    }
}
