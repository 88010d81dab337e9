using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Search.Faceting;

/// <summary>
/// Numbers every facet value of an index once, whatever segment it is in, so that segments keep their numbers for life and
/// opening a new one never touches the old (in place of Lucene's global ordinals, which are rebuilt on every reopening).
/// Grows only; readers hold immutable views.
/// </summary>
internal sealed class FacetVocabulary(CompiledSchema schema)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(int Facet, string Code), int> _byCode = new();
    private readonly List<FacetValue> _values = [];
    private FacetValues? _view;

    /// <summary>Number of an indexed term (facet, separator, path); ancestors must be numbered before, which the term order of a segment ensures.</summary>
    public int Intern(string term)
    {
        lock (_lock)
        {
            if (_ids.TryGetValue(term, out var id))
            {
                return id;
            }

            var facet = term[0] - '0';
            var path = term[2..];
            var (code, parentPath) = Split(schema.Declared.Facets[facet], path);
            var parent = parentPath is null ? -1 : _ids.GetValueOrDefault($"{term[0]}{IndexFields.FacetSeparator}{parentPath}", -1);
            id = _values.Count;
            _values.Add(new FacetValue(facet, code, parent, parent < 0 ? 0 : _values[parent].Level + 1));
            _ids.Add(term, id);
            _byCode.TryAdd((facet, code), id);
            return id;
        }
    }

    public FacetValues View()
    {
        lock (_lock)
        {
            return _view?.Count == _values.Count ? _view : _view = new FacetValues([.. _values], schema.Declared.Facets.Count, _byCode);
        }
    }

    private static (string Code, string? Parent) Split(FacetField facet, string path)
    {
        switch (facet.Shape)
        {
            case FacetShape.Path:
                var slash = path.LastIndexOf('/');
                return slash < 0 ? (path, null) : (path[(slash + 1)..], path[..slash]);

            case FacetShape.Prefix:
                var level = facet.Levels.LastOrDefault(l => l < path.Length);
                return (path, level == 0 ? null : path[..level]);

            default:
                return (path, null);
        }
    }
}

/// <param name="Facet">Number of the facet.</param>
/// <param name="Code">The value.</param>
/// <param name="Parent">Number of the value above, or -1.</param>
/// <param name="Level">0 on the top level.</param>
internal readonly record struct FacetValue(int Facet, string Code, int Parent, int Level);

/// <summary>All facet values of a snapshot.</summary>
internal sealed class FacetValues
{
    private readonly ConcurrentDictionary<(int Facet, string Code), int> _byCode;
    private readonly FacetValue[] _values;
    private readonly byte[] _facets;
    private readonly List<int>[] _roots;
    private readonly Dictionary<int, List<int>> _children = [];

    public FacetValues(FacetValue[] values, int facets, ConcurrentDictionary<(int Facet, string Code), int> byCode)
    {
        _values = values;
        _byCode = byCode;
        _facets = Array.ConvertAll(values, v => (byte)v.Facet);

        // One pass: this runs whenever a publication brings a new value.
        var roots = new List<int>[facets];
        for (var facet = 0; facet < facets; facet++)
        {
            roots[facet] = [];
        }

        for (var value = 0; value < values.Length; value++)
        {
            if (values[value].Parent is var parent and >= 0)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_children, parent, out _) ??= []).Add(value);
            }
            else
            {
                roots[values[value].Facet].Add(value);
            }
        }

        _roots = roots;
    }

    public int Count => _values.Length;

    /// <summary>Facet by value.</summary>
    public ReadOnlySpan<byte> Facets => _facets;

    public FacetValue this[int value] => _values[value];

    public ReadOnlySpan<int> Roots(int facet) => CollectionsMarshal.AsSpan(_roots[facet]);

    public ReadOnlySpan<int> Children(int value) => _children.TryGetValue(value, out var children) ? CollectionsMarshal.AsSpan(children) : [];

    /// <summary>Number of a code, -1 when no document ever had it.</summary>
    public int Find(int facet, string code) => _byCode.TryGetValue((facet, code), out var id) && id < _values.Length ? id : -1;
}
