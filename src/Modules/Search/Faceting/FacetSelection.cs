namespace Zukunftswerkstatt.Search.Faceting;

/// <summary>The selected values of a request as bits: a document passes when it has a selected value of every selected facet.</summary>
internal sealed class FacetSelection
{
    private readonly uint[] _bitByValue;

    private FacetSelection(uint[] bitByValue, uint required, HashSet<int> selected)
    {
        (_bitByValue, Required, Selected) = (bitByValue, required, selected);
    }

    /// <summary>Bit per selected facet.</summary>
    public uint Required { get; }

    public HashSet<int> Selected { get; }

    /// <summary>Bit of its facet for every selected value, else 0.</summary>
    public ReadOnlySpan<uint> BitByValue => _bitByValue;

    /// <summary>Null when nothing is selected.</summary>
    public static FacetSelection? Of(SearchRequest request, CompiledSchema schema, FacetValues values)
    {
        uint required = 0;
        HashSet<int>? selected = null;
        foreach (var (name, codes) in request.Facets)
        {
            if (codes.Count == 0)
            {
                continue;
            }

            var facet = schema.Facet(name);
            required |= facet < 0 ? 1u << 31 : 1u << facet;
            selected ??= [];
            foreach (var code in codes)
            {
                if (facet >= 0 && values.Find(facet, code) is var value and >= 0)
                {
                    selected.Add(value);
                }
            }
        }

        if (selected is null)
        {
            return null;
        }

        // A selected descendant replaces its selected ancestors.
        foreach (var value in selected.ToArray())
        {
            for (var parent = values[value].Parent; parent >= 0; parent = values[parent].Parent)
            {
                selected.Remove(parent);
            }
        }

        var bits = new uint[values.Count];
        foreach (var value in selected)
        {
            bits[value] = 1u << values[value].Facet;
        }

        return new FacetSelection(bits, required, selected);
    }
}
