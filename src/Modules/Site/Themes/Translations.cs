using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Themes;

/// <summary>
/// Words of the interface in one language, from <c>translations/{de,en}.json</c>: flat keys, values with <c>{name}</c> placeholders,
/// or an object <c>{"one": …, "other": …}</c> chosen by the argument <c>n</c>.
/// </summary>
internal sealed class Translations
{
    private readonly FrozenDictionary<string, (string One, string Other)> _texts;
    private readonly bool _strict;

    private Translations(Language language, FrozenDictionary<string, (string, string)> texts, bool strict)
    {
        Language = language;
        _texts = texts;
        _strict = strict;
    }

    public Language Language { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The text; an unknown key comes back as itself, or fails when strict.</summary>
    public string this[string key] => Find(key).Other;

    /// <summary>True when there is such a key; for labels of vocabulary codes that may grow.</summary>
    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The text for a number; <c>{n}</c> is replaced by the number as people write it.</summary>
    public string Count(string key, long n)
    {
        var (one, other) = Find(key);
        return Fill(n == 1 ? one : other, "n", n.ToString("N0", Language.Culture));
    }

    /// <summary>The text with one placeholder filled.</summary>
    public string With(string key, string name, string value) => Fill(this[key], name, value);

    /// <summary>The text with placeholders filled.</summary>
    public string With(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = this[key];
        foreach (var (name, value) in values)
        {
            text = Fill(text, name, value);
        }

        return text;
    }

    public static Translations Read(Language language, string file, bool strict)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var texts = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            var text = entry.Value.ValueKind == JsonValueKind.Object
                ? (entry.Value.GetProperty("one").GetString()!, entry.Value.GetProperty("other").GetString()!)
                : (entry.Value.GetString()!, entry.Value.GetString()!);
            if (!texts.TryAdd(entry.Name, text))
            {
                throw new FormatException($"{file}: the key '{entry.Name}' appears twice.");
            }
        }

        return new Translations(language, texts.ToFrozenDictionary(StringComparer.Ordinal), strict);
    }

    internal static string Fill(string text, string name, string value) =>
        text.Replace(string.Create(CultureInfo.InvariantCulture, $"{{{name}}}"), value, StringComparison.Ordinal);

    private (string One, string Other) Find(string key)
    {
        if (_texts.TryGetValue(key, out var text))
        {
            return text;
        }

        return _strict ? throw new KeyNotFoundException($"No translation '{key}' in {Language.Code}.json.") : (key, key);
    }
}
