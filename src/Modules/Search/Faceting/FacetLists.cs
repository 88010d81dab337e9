namespace Zukunftswerkstatt.Search.Faceting;

/// <summary>
/// The documents of each value of one facet in one segment, for the values that few documents have: a hundred municipalities are had by
/// reading a hundred short lists instead of every document. Common values are left to bit sets. Immutable.
/// </summary>
internal sealed class FacetLists
{
    private readonly Dictionary<int, (int Start, int End)> _rare = [];
    private readonly HashSet<int> _common = [];
    private readonly int[] _documents;

    /// <param name="pairs">Every document and each of its values of the facet, in the order of the documents.</param>
    /// <param name="most">Documents that a value may have to be listed.</param>
    public FacetLists(List<(int Document, int Value)> pairs, int most)
    {
        var counts = new Dictionary<int, int>();
        foreach (var (_, value) in pairs)
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        var length = 0;
        foreach (var (value, count) in counts)
        {
            if (count > most)
            {
                _common.Add(value);
            }
            else
            {
                _rare.Add(value, (length, length));
                length += count;
            }
        }

        _documents = new int[length];
        foreach (var (document, value) in pairs)
        {
            if (_rare.TryGetValue(value, out var list))
            {
                _documents[list.End] = document;
                _rare[value] = (list.Start, list.End + 1);
            }
        }
    }

    /// <summary>Whether so many documents have the value that it is not listed.</summary>
    public bool IsCommon(int value) => _common.Contains(value);

    /// <summary>The documents of a value that is not common, ascending.</summary>
    public ReadOnlySpan<int> Of(int value) => _rare.TryGetValue(value, out var list) ? _documents.AsSpan(list.Start..list.End) : [];
}
