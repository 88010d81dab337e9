using System.Diagnostics.CodeAnalysis;
using System.Text;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Media;

/// <summary>A path of the media library that is safe on every file system: relative, with slashes, without anything that leads out or has a meaning of its own.</summary>
public sealed class MediaPath
{
    private const int MaxLength = 400;
    private const int MaxSegment = 120;

    /// <summary>What Orchard Core allows by default.</summary>
    private static readonly HashSet<string> _extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".gif", ".ico", ".svg", ".webp",
        ".pdf", ".doc", ".docx", ".ppt", ".pptx", ".pps", ".ppsx", ".odt", ".xls", ".xlsx", ".psd",
        ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".m4v", ".mov", ".wmv", ".avi", ".mpg", ".ogv", ".3gp", ".webm",
    };

    /// <summary>Device names of Windows: a data folder may be copied there.</summary>
    private static readonly HashSet<string> _reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => (string[])[$"COM{n}", $"LPT{n}"])], StringComparer.OrdinalIgnoreCase);

    private MediaPath(string value) => Value = value;

    /// <summary>The path, e.g. <c>bilder/rathaus.jpg</c>.</summary>
    public string Value { get; }

    /// <summary>Lower case, with its dot.</summary>
    public string Extension => Path.GetExtension(Value).ToLowerInvariant();

    /// <summary>Reads a path; one leading slash is tolerated.</summary>
    /// <param name="text">The path as given.</param>
    /// <param name="path">The path, when it is one.</param>
    /// <param name="wrong">What is wrong, when it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MediaPath? path, [NotNullWhen(false)] out LocalizedText? wrong)
    {
        path = null;
        var value = text ?? "";
        value = value.Any(char.IsSurrogate) ? "" : value.Normalize(NormalizationForm.FormC);
        value = value.StartsWith('/') ? value[1..] : value;
        if (value.Length is 0 or > MaxLength || !value.Split('/').All(IsSafe))
        {
            wrong = new($"„{text}“ ist kein erlaubter Pfad der Medienbibliothek.", $"\"{text}\" is not an allowed path of the media library.");
            return false;
        }

        if (!_extensions.Contains(Path.GetExtension(value)))
        {
            wrong = new(
                $"„{text}“: Dateien mit dieser Endung sind nicht erlaubt; möglich sind {string.Join(", ", _extensions)}.",
                $"\"{text}\": files with this extension are not allowed; use {string.Join(", ", _extensions)}.");
            return false;
        }

        wrong = null;
        path = new MediaPath(value);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsSafe(string segment) =>
        segment.Length is > 0 and <= MaxSegment
        && !segment.StartsWith('.') && !segment.EndsWith('.') && segment.Trim() == segment
        && !segment.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '%')
        && !_reserved.Contains(segment.Split('.')[0]);
}
