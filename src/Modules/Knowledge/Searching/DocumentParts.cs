namespace Zukunftswerkstatt.Knowledge;

/// <summary>Collects texts and facet values of a document; empty ones are left out.</summary>
internal sealed class DocumentParts
{
    private readonly Dictionary<string, IReadOnlyList<string>> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _facets = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Texts => _texts;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets => _facets;

    public DocumentParts Text(string name, params IEnumerable<string?> values) => Add(_texts, name, values);

    public DocumentParts Facet(string name, params IEnumerable<string?> values) => Add(_facets, name, values);

    private DocumentParts Add(Dictionary<string, IReadOnlyList<string>> target, string name, IEnumerable<string?> values)
    {
        var known = values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!).Distinct(StringComparer.Ordinal).ToArray();
        if (known.Length > 0)
        {
            target[name] = known;
        }

        return this;
    }
}
