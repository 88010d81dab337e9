using System.Security.Cryptography;

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
}
