namespace Zukunftswerkstatt.Content;

/// <summary>The terms of one version of a taxonomy, at any level.</summary>
internal sealed class TaxonomyTerms
{
    private readonly Dictionary<string, bool> _hasChildren = [];

    public TaxonomyTerms(ContentItem taxonomy)
    {
        VersionId = taxonomy.ContentItemVersionId;
        Add(taxonomy.NestedTerms());
    }

    public string VersionId { get; }

    public bool Contains(string termId) => _hasChildren.ContainsKey(ContentIds.Key(termId));

    public bool IsLeaf(string termId) => !_hasChildren.GetValueOrDefault(ContentIds.Key(termId));

    private void Add(IReadOnlyList<ContentItem> terms)
    {
        foreach (var term in terms)
        {
            var nested = term.NestedTerms();
            _hasChildren[ContentIds.Key(term.ContentItemId)] = nested.Count > 0;
            Add(nested);
        }
    }
}
