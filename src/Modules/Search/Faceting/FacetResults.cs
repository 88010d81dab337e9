namespace Zukunftswerkstatt.Search.Faceting;

/// <summary>Counts by value → what a page shows of a facet.</summary>
internal static class FacetResults
{
    public static IReadOnlyList<FacetResult> Of(SearchRequest request, CompiledSchema schema, FacetValues values, FacetSelection? selection, ReadOnlySpan<int> counts)
    {
        var results = new List<FacetResult>(request.FacetWishes.Count);
        foreach (var wish in request.FacetWishes)
        {
            if (schema.Facet(wish.Name) is var facet and >= 0)
            {
                results.Add(One(wish, facet, request, values, selection, counts));
            }
        }

        return results;
    }

    private static FacetResult One(
        FacetWish wish, int facet, SearchRequest request, FacetValues values, FacetSelection? selection, ReadOnlySpan<int> counts)
    {
        var list = new List<FacetCount>();
        var opened = new HashSet<int>();
        if (selection is not null)
        {
            foreach (var value in selection.Selected)
            {
                for (var v = value; v >= 0 && values[v].Facet == facet; v = values[v].Parent)
                {
                    opened.Add(v);
                }
            }
        }

        var cut = AddLevel(values.Roots(facet), wish.Limit, opened, values, selection, counts, list);

        // Selected codes that no document ever had are shown too, so that a reader can take them away.
        if (request.Facets.TryGetValue(wish.Name, out var codes))
        {
            list.AddRange(codes.Where(c => values.Find(facet, c) < 0).Distinct(StringComparer.Ordinal)
                .Select(c => new FacetCount(c, 0, null, 0, Selected: true)));
        }

        return new FacetResult(wish.Name, list, cut) { Whole = wish.Whole ? Whole(values.Roots(facet), values, selection, counts, []) : [] };
    }

    private static List<FacetCount> Whole(ReadOnlySpan<int> level, FacetValues values, FacetSelection? selection, ReadOnlySpan<int> counts, List<FacetCount> list)
    {
        foreach (var id in level)
        {
            // Whatever has documents has them in its ancestors too.
            if (counts[id] > 0)
            {
                var value = values[id];
                list.Add(new FacetCount(value.Code, counts[id], value.Parent < 0 ? null : values[value.Parent].Code, value.Level, selection?.Selected.Contains(id) == true));
                Whole(values.Children(id), values, selection, counts, list);
            }
        }

        return list;
    }

    private static bool AddLevel(
        ReadOnlySpan<int> level, int limit, HashSet<int> opened, FacetValues values, FacetSelection? selection, ReadOnlySpan<int> counts, List<FacetCount> list)
    {
        var shown = new List<(int Count, int Value)>();
        foreach (var value in level)
        {
            if (counts[value] > 0 || opened.Contains(value))
            {
                shown.Add((counts[value], value));
            }
        }

        shown.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(values[a.Value].Code, values[b.Value].Code));
        var cut = false;
        for (var i = 0; i < shown.Count; i++)
        {
            var (count, id) = shown[i];
            if (i >= limit && !opened.Contains(id))
            {
                cut = true;
                continue;
            }

            var value = values[id];
            list.Add(new FacetCount(value.Code, count, value.Parent < 0 ? null : values[value.Parent].Code, value.Level, selection?.Selected.Contains(id) == true));
        }

        foreach (var (_, id) in shown)
        {
            if (opened.Contains(id))
            {
                cut |= AddLevel(values.Children(id), limit, opened, values, selection, counts, list);
            }
        }

        return cut;
    }
}
