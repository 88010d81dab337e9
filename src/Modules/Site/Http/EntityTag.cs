using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>
/// Entity tags from content. Weak ones (RFC 9110, 8.8.1), since a plain answer and a packed one share theirs: they say the same and differ in their bytes.
/// </summary>
internal static class EntityTag
{
    private const string Weak = "W/";

    private const ulong First = 0x9E37_79B9_7F4A_7C15;
    private const ulong Second = 0xD6E8_FEB8_6659_FD93;

    /// <summary>
    /// A quick mix of eight bytes at a time. It only has to tell a page from its own earlier versions; a cryptographic hash
    /// would cost as much as rendering a tenth of the page.
    /// </summary>
    public static string Of(ReadOnlySpan<byte> content)
    {
        var state = First ^ (ulong)content.Length;
        while (content.Length >= sizeof(ulong))
        {
            state = Mix(state, BinaryPrimitives.ReadUInt64LittleEndian(content));
            content = content[sizeof(ulong)..];
        }

        ulong rest = 1;
        foreach (var value in content)
        {
            rest = (rest << 8) | value;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Weak}\"{Mix(Mix(state, rest), First):x16}\"");
    }

    /// <param name="hash">Another for every content.</param>
    public static string Of(string hash) => $"{Weak}\"{hash}\"";

    /// <summary>Whether an If-None-Match header names the tag; weak or strong makes no difference there.</summary>
    public static bool Matches(StringValues header, string tag)
    {
        var quoted = tag.AsSpan(Weak.Length);
        foreach (var value in header)
        {
            if (value is "*" || (value is not null && value.AsSpan().Contains(quoted, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static ulong Mix(ulong state, ulong value)
    {
        var high = Math.BigMul(state ^ value, Second, out var low);
        return high ^ low ^ First;
    }
}
