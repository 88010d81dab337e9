namespace Zukunftswerkstatt.Knowledge;

/// <summary>Collects texts and facet values of a document; empty ones are left out.</summary>
internal sealed class DocumentParts
{
    /// <summary>Up to so many values are compared one by one, which costs less than a set of them.</summary>
    private const int Few = 16;

    private readonly Dictionary<string, IReadOnlyList<string>> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _facets = new(StringComparer.Ordinal);

    public DocumentParts()
    {
    }

    /// <summary>Begins with the facets of another document.</summary>
    public DocumentParts(IReadOnlyDictionary<string, IReadOnlyList<string>> facets) => _facets = new(facets, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Texts => _texts;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets => _facets;

    public DocumentParts Text(string name, string? value) => Add(_texts, name, value);

    public DocumentParts Text(string name, IEnumerable<string?> values) => Add(_texts, name, values);

    public DocumentParts Facet(string name, string? value) => Add(_facets, name, value);

    public DocumentParts Facet(string name, IEnumerable<string?> values) => Add(_facets, name, values);

    private DocumentParts Add(Dictionary<string, IReadOnlyList<string>> target, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            target[name] = [value];
        }

        return this;
    }

    private DocumentParts Add(Dictionary<string, IReadOnlyList<string>> target, string name, IEnumerable<string?> values)
    {
        List<string>? known = null;
        HashSet<string>? set = null;
        foreach (var value in values)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            known ??= [];
            if (known.Count == Few)
            {
                set ??= new HashSet<string>(known, StringComparer.Ordinal);
            }

            if (set?.Add(value) ?? !known.Contains(value))
            {
                known.Add(value);
            }
        }

        if (known is not null)
        {
            target[name] = known;
        }

        return this;
    }
}
