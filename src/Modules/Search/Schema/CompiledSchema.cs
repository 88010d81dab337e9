using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zukunftswerkstatt.Search.Suggestions;

namespace Zukunftswerkstatt.Search;

/// <summary>All registered schemas as one, with the numbers the index uses in place of names.</summary>
internal sealed class CompiledSchema
{
    /// <summary>Raise it when analysis or layout of the index changes: existing indexes are then rebuilt.</summary>
    internal const int FormatVersion = 8;

    private readonly Dictionary<string, int> _modes;
    private readonly Dictionary<string, int> _facets;
    private readonly Dictionary<string, int> _numbers;
    private readonly Dictionary<string, TextField> _texts;

    public CompiledSchema(IEnumerable<SearchSchema> schemas)
    {
        var all = schemas.ToArray();
        var merged = new SearchSchema
        {
            Modes = [.. all.SelectMany(s => s.Modes)],
            Texts = [.. all.SelectMany(s => s.Texts)],
            Facets = [.. all.SelectMany(s => s.Facets)],
            Numbers = [.. all.SelectMany(s => s.Numbers)],
            SuggestionGroups = [.. all.SelectMany(s => s.SuggestionGroups)],
            Version = all.Sum(s => s.Version),
        };
        var errors = merged.Check(_ => true);
        if (errors.Count > 0 || merged.Modes.Count > 16 || merged.Facets.Count > 31 || merged.SuggestionGroups.Count > NameTerms.MaxGroups)
        {
            throw new InvalidOperationException(errors.Count > 0 ? string.Join(' ', errors) : "At most 16 search modes, 31 facets and 16 groups of suggestions can be declared.");
        }

        Declared = merged;
        _modes = Numbered(merged.Modes, m => m.Name);
        _facets = Numbered(merged.Facets, f => f.Name);
        _numbers = Numbered(merged.Numbers, n => n.Name);
        _texts = merged.Texts.ToDictionary(t => t.Name, StringComparer.Ordinal);
        DefaultModes = Mask(merged.Modes.Where(m => m.Default).Select(m => m.Name));
        Json = JsonSerializer.Serialize(merged);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormatVersion.ToString(CultureInfo.InvariantCulture) + Json)));
    }

    public SearchSchema Declared { get; }

    /// <summary>Changes whenever an index made with another schema could not be read with this one.</summary>
    public string Hash { get; }

    /// <summary>The schema itself; kept in the index, so that an index of an older schema can be read until the new one is made.</summary>
    public string Json { get; }

    /// <summary>Bit per mode.</summary>
    public uint DefaultModes { get; }

    public static CompiledSchema FromJson(string json) => new([JsonSerializer.Deserialize<SearchSchema>(json)!]);

    public int Mode(string name) => _modes.GetValueOrDefault(name, -1);

    public int Facet(string name) => _facets.GetValueOrDefault(name, -1);

    public int Number(string name) => _numbers.GetValueOrDefault(name, -1);

    public int SuggestionGroup(string name)
    {
        for (var i = 0; i < Declared.SuggestionGroups.Count; i++)
        {
            if (Declared.SuggestionGroups[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    public TextField? Text(string name) => _texts.GetValueOrDefault(name);

    public uint Mask(IEnumerable<string> modes)
    {
        var mask = 0u;
        foreach (var name in modes)
        {
            if (_modes.TryGetValue(name, out var mode))
            {
                mask |= 1u << mode;
            }
        }

        return mask;
    }

    private static Dictionary<string, int> Numbered<T>(IEnumerable<T> items, Func<T, string> name) =>
        items.Select((item, i) => (Name: name(item), i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
}
