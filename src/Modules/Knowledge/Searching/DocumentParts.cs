namespace Zukunftswerkstatt.Knowledge;

/// <summary>Collects texts and facet values of a document; empty ones are left out.</summary>
internal sealed class DocumentParts
{
    /// <summary>Up to so many values are compared one by one, which costs less than a set of them.</summary>
    private const int Few = 16;

    /// <summary>Room for those of an initiative, which has most.</summary>
    private const int UsualTexts = 7, UsualFacets = 24;

    private readonly Dictionary<string, IReadOnlyList<string>> _texts = new(UsualTexts, StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _facets = new(UsualFacets, StringComparer.Ordinal);

    public DocumentParts()
    {
    }

    /// <summary>Begins with the facets of another document.</summary>
    public DocumentParts(IReadOnlyDictionary<string, IReadOnlyList<string>> facets)
    {
        foreach (var (name, values) in facets)
        {
            _facets.Add(name, values);
        }
    }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Texts => _texts;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets => _facets;

    public DocumentParts Text(string name, string? value) => Add(_texts, name, value);

    public DocumentParts Text(string name, IEnumerable<string?> values) => Add(_texts, name, values);

    public DocumentParts Facet(string name, string? value) => Add(_facets, name, value);

    public DocumentParts Facet(string name, IEnumerable<string?> values) => Add(_facets, name, values);

    /// <summary>Values that are known to be distinct and not empty; they are shared, not copied.</summary>
    public DocumentParts SharedText(string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            _texts[name] = values;
        }

        return this;
    }

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
        string? first = null;
        List<string>? known = null;
        HashSet<string>? set = null;
        foreach (var value in values)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            if (known is null)
            {
                if (first is null)
                {
                    first = value;
                    continue;
                }

                if (first == value)
                {
                    continue;
                }

                known = [first];
            }

            if (known.Count == Few)
            {
                set ??= new HashSet<string>(known, StringComparer.Ordinal);
            }

            if (set?.Add(value) ?? !known.Contains(value))
            {
                known.Add(value);
            }
        }

        if (first is not null)
        {
            // Most have one value, which needs no list that can grow.
            target[name] = known ?? (IReadOnlyList<string>)[first];
        }

        return this;
    }
}
