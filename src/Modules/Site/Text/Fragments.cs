using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Text;

/// <summary>
/// Markdown rendered and cleaned once. Derived data: the key is a hash of the text and of how it is rendered, so that nothing has to be evicted
/// when content changes. Bounded by two generations: the older one is dropped when the younger is full; what is used moves to the younger.
/// </summary>
internal sealed class Fragments(int bytesPerGeneration = 12 * 1024 * 1024)
{
    private const int EntryOverhead = 160;

    private readonly Lock _turn = new();
    private volatile ConcurrentDictionary<Key, SafeHtml> _young = new();
    private volatile ConcurrentDictionary<Key, SafeHtml> _old = new();
    private long _bytes;

    /// <summary>See <see cref="MarkdownRenderer.Render"/>; null for a text that is not there or blank.</summary>
    public SafeHtml? Render(string? markdown, int topLevel = 3, string idPrefix = "")
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return null;
        }

        var key = new Key(HashOf(markdown), topLevel, idPrefix);
        if (_young.TryGetValue(key, out var html))
        {
            return html;
        }

        if (!_old.TryGetValue(key, out html))
        {
            html = MarkdownRenderer.Render(markdown, topLevel, idPrefix);
        }

        Keep(key, html);
        return html;
    }

    private void Keep(Key key, SafeHtml html)
    {
        if (_young.TryAdd(key, html) && Interlocked.Add(ref _bytes, EntryOverhead + (2 * html.Value.Length)) > bytesPerGeneration)
        {
            lock (_turn)
            {
                if (Volatile.Read(ref _bytes) > bytesPerGeneration)
                {
                    _old = _young;
                    _young = new();
                    Volatile.Write(ref _bytes, 0);
                }
            }
        }
    }

    private static UInt128 HashOf(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }

    private readonly record struct Key(UInt128 Hash, int TopLevel, string IdPrefix);
}
