using System.Buffers;
using System.Text;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>What a path may look like.</summary>
internal static class PathRules
{
    public const int MaxLength = 1024;

    /// <summary>PostgreSQL's index takes a third of a page per key; this leaves room for the rest of the row.</summary>
    private const int MaxBytes = 2400;

    /// <summary>Characters with a meaning of their own in addresses, as Orchard refuses them.</summary>
    private static readonly SearchValues<char> _forbidden = SearchValues.Create(":?#[]@!$&'()*+,.;=<>\\|%\"{}^`");

    /// <summary>First segments the portal answers itself; content there would never be seen.</summary>
    private static readonly HashSet<string> _reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "api", "admin", "connect", "health", "id", "media", "assets", "suche", "feed.atom", "sitemap.xml", "robots.txt", ".well-known",
    };

    /// <summary>What is wrong with a typed path, or <c>null</c>.</summary>
    public static LocalizedText? Check(string path)
    {
        var trimmed = path.Trim('/');
        if (trimmed.Length > MaxLength || Encoding.UTF8.GetByteCount(trimmed) > MaxBytes)
        {
            return new($"Der Pfad hat {trimmed.Length} Zeichen; erlaubt sind {MaxLength}.", $"The path has {trimmed.Length} characters; {MaxLength} are allowed.");
        }

        if (trimmed.AsSpan().IndexOfAny(_forbidden) is var at and >= 0)
        {
            return new($"Der Pfad enthält das Zeichen „{trimmed[at]}“, das in Adressen nicht erlaubt ist.", $"The path contains \"{trimmed[at]}\", which is not allowed in addresses.");
        }

        if (trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return new("Der Pfad enthält Leerzeichen; bitte durch Bindestriche ersetzen.", "The path contains spaces; please use hyphens.");
        }

        if (trimmed.Contains("//", StringComparison.Ordinal))
        {
            return new("Der Pfad enthält zwei Schrägstriche hintereinander.", "The path contains two slashes in a row.");
        }

        return _reserved.Contains(trimmed.Split('/')[0])
            ? new($"Adressen unter „/{trimmed.Split('/')[0]}“ sind für das Portal selbst reserviert.", $"Addresses below \"/{trimmed.Split('/')[0]}\" are reserved for the portal itself.")
            : null;
    }
}
