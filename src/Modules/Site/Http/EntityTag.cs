using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>Entity tags from content.</summary>
internal static class EntityTag
{
    public static string Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return $"\"{Convert.ToHexStringLower(hash[..8])}\"";
    }

    /// <summary>Whether an If-None-Match header names the tag; weak or strong makes no difference there.</summary>
    public static bool Matches(StringValues header, string tag)
    {
        foreach (var value in header)
        {
            if (value is "*" || (value is not null && value.Contains(tag, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
