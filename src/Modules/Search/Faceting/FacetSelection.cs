using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Faceting;

/// <summary>The selected values of a request: a document passes when it has a selected value of every selected facet and lies in the circle.</summary>
internal sealed class FacetSelection
{
    private readonly (int Facet, int[] Values)[] _facets;

    private readonly FacetValues _values;
    private readonly Circle? _circle;

    private FacetSelection((int Facet, int[] Values)[] facets, FacetValues values, Circle? circle)
    {
        (_facets, _values, _circle) = (facets, values, circle);
        Facets = [.. facets.Select(f => f.Facet), .. circle is null ? (int[])[] : [-1]];
        Selected = [.. facets.SelectMany(f => f.Values)];
    }

    /// <summary>Numbers of the selected facets, -1 for one that is not declared and for the circle, which comes last.</summary>
    public IReadOnlyList<int> Facets { get; }

    public HashSet<int> Selected { get; }

    /// <summary>Null when nothing is selected.</summary>
    public static FacetSelection? Of(SearchRequest request, CompiledSchema schema, FacetValues values)
    {
        var facets = new List<(int, int[])>();
        foreach (var (name, codes) in request.Facets)
        {
            if (codes.Count == 0)
            {
                continue;
            }

            var facet = schema.Facet(name);
            var selected = codes.Select(c => facet < 0 ? -1 : values.Find(facet, c)).Where(v => v >= 0).ToHashSet();

            // A selected descendant replaces its selected ancestors.
            foreach (var value in selected.ToArray())
            {
                for (var parent = values[value].Parent; parent >= 0; parent = values[parent].Parent)
                {
                    selected.Remove(parent);
                }
            }

            facets.Add((facet, [.. selected]));
        }

        return facets.Count == 0 && request.Around is null ? null : new FacetSelection([.. facets], values, request.Around);
    }

    /// <summary>The documents of a segment that satisfy each selected facet, in the order of <see cref="Facets"/>.</summary>
    public ulong[][] In(Segment segment)
    {
        var selected = Array.ConvertAll(_facets, facet => In(segment.Data, facet));
        return _circle is null ? selected : [.. selected, segment.Data.Within(_circle, segment.Reader)];
    }

    private ulong[] In(SegmentData segment, (int Facet, int[] Values) facet) =>
        facet.Values is [var only] ? segment.Having(only) : segment.HavingAny(facet.Facet, facet.Values, _values);
}
