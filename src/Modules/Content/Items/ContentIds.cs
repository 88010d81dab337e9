using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>Orchard's ids: a random GUID in 26 characters of Crockford's base 32, lower case.</summary>
public static class ContentIds
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Longest id that is stored; other systems have longer ones than ours.</summary>
    public const int MaxLength = 64;

    /// <summary>A fresh id.</summary>
    public static string New()
    {
        Span<byte> guid = stackalloc byte[16];
        Guid.NewGuid().TryWriteBytes(guid);
        return string.Create(26, new UInt128(BitConverter.ToUInt64(guid), BitConverter.ToUInt64(guid[8..])), static (text, bits) =>
        {
            for (var i = text.Length - 1; i >= 0; i--)
            {
                text[i] = Alphabet[(int)(bits & 31)];
                bits >>= 5;
            }
        });
    }

    /// <summary>The form in which ids are stored and compared: lower case. What cannot be an id becomes empty, which no item is called.</summary>
    public static string Key(string id) => id.Length <= MaxLength && StorableText.IsStorable(id) ? id.ToLowerInvariant() : "";
}
