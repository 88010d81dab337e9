using System.Text.Json;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>LinkField, YoutubeField, MediaField.</summary>
internal static class LinkRules
{
    private static readonly string[] _schemes = ["http", "https", "mailto", "tel"];
    private static readonly string[] _videoHosts = ["www.youtube.com", "youtube.com", "m.youtube.com", "youtu.be", "www.youtube-nocookie.com"];

    public static IEnumerable<LocalizedText> Link(FieldDefinition field, JsonElement? json)
    {
        var settings = field.Settings.Get<LinkFieldSettings>();
        var url = FieldRules.Text(json, "Url", field, out var wrongUrl);
        var text = FieldRules.Text(json, "Text", field, out var wrongText);
        if ((wrongUrl ?? wrongText) is { } wrong)
        {
            yield return wrong;
            yield break;
        }

        if (string.IsNullOrWhiteSpace(url))
        {
            if (settings.Required)
            {
                yield return FieldRules.Missing(field);
            }

            yield break;
        }

        if (!IsSafe(url))
        {
            yield return new(
                $"„{field.DisplayName}“: „{url}“ ist keine erlaubte Adresse. Erlaubt sind Adressen mit https://, http://, mailto:, tel: und Pfade dieses Portals.",
                $"\"{field.DisplayName}\": \"{url}\" is not an allowed address. Use https://, http://, mailto:, tel: or a path of this portal.");
        }

        if (settings.LinkTextMode == LinkTextMode.Required && string.IsNullOrWhiteSpace(text))
        {
            yield return new($"„{field.DisplayName}“: Der Text des Links fehlt.", $"\"{field.DisplayName}\": the text of the link is missing.");
        }
    }

    /// <summary>Whether a link cannot carry script: a known scheme, or a path of this site.</summary>
    private static bool IsSafe(string url)
    {
        // Browsers take a backslash for a slash: /\host leaves the site.
        if (url.Any(char.IsControl) || url.Contains('\\', StringComparison.Ordinal))
        {
            return false;
        }

        if (url.StartsWith("~/", StringComparison.Ordinal) || url.StartsWith('#') || (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)))
        {
            return true;
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var uri)
            ? _schemes.Contains(uri.Scheme)
            : !url.Contains(':', StringComparison.Ordinal) && !url.StartsWith("//", StringComparison.Ordinal);
    }

    public static IEnumerable<LocalizedText> Youtube(FieldDefinition field, JsonElement? json)
    {
        var address = FieldRules.Text(json, "RawAddress", field, out var wrong);
        if (wrong is not null)
        {
            return [wrong];
        }

        if (string.IsNullOrWhiteSpace(address))
        {
            return field.Settings.Get<YoutubeFieldSettings>().Required ? [FieldRules.Missing(field)] : [];
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && _videoHosts.Contains(uri.Host)
            ? []
            : [FieldRules.WrongKind(field, "RawAddress", "die Adresse eines Videos bei YouTube", "the address of a video on YouTube")];
    }

    public static IEnumerable<LocalizedText> Media(FieldDefinition field, JsonElement? json)
    {
        var settings = field.Settings.Get<MediaFieldSettings>();
        var paths = FieldRules.Texts(json, "Paths", field, out var wrong);
        if (wrong is not null)
        {
            yield return wrong;
            yield break;
        }

        if (settings.Required && paths.Count == 0)
        {
            yield return FieldRules.Missing(field);
        }

        if (!settings.Multiple && paths.Count > 1)
        {
            yield return FieldRules.OneOnly(field, paths.Count);
        }

        foreach (var path in paths)
        {
            if (path.Split('/', '\\').Contains("..") || path.StartsWith("//", StringComparison.Ordinal) || path.Any(char.IsControl))
            {
                yield return new($"„{field.DisplayName}“: „{path}“ ist kein Pfad der Medienbibliothek.", $"\"{field.DisplayName}\": \"{path}\" is not a path of the media library.");
            }
            else if (settings.AllowedExtensions.Count > 0 && !settings.AllowedExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            {
                yield return new(
                    $"„{field.DisplayName}“: „{path}“ hat keine der erlaubten Endungen ({string.Join(", ", settings.AllowedExtensions)}).",
                    $"\"{field.DisplayName}\": \"{path}\" does not end in one of {string.Join(", ", settings.AllowedExtensions)}.");
            }
        }
    }
}
