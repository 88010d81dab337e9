using System.Runtime.InteropServices;

namespace Zukunftswerkstatt.Regions;

/// <summary>What adjoining outlines have in common: an edge that one ring runs forwards and another backwards is a border between the two, all other edges are the outer one.</summary>
internal static class Borders
{
    /// <summary>The outer rings and holes of all the rings together.</summary>
    public static List<GridPoint[]> Outside(IEnumerable<GridPoint[]> rings) => Ring(Split(rings).Outer);

    /// <summary>The borders between the rings, each once, as lines.</summary>
    public static List<List<GridPoint>> Inside(IEnumerable<GridPoint[]> rings) => Lines(Split(rings).Inner);

    /// <summary>Every edge once, as lines.</summary>
    public static List<List<GridPoint>> All(IEnumerable<GridPoint[]> rings)
    {
        var (inner, outer) = Split(rings);
        return Lines([.. inner, .. outer]);
    }

    private static (List<(GridPoint From, GridPoint To)> Inner, List<(GridPoint From, GridPoint To)> Outer) Split(IEnumerable<GridPoint[]> rings)
    {
        var edges = new HashSet<(GridPoint From, GridPoint To)>();
        var order = new List<(GridPoint From, GridPoint To)>();
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var edge = (ring[i], ring[(i + 1) % ring.Length]);
                if (edges.Add(edge))
                {
                    order.Add(edge);
                }
            }
        }

        var outer = order.Where(edge => !edges.Contains((edge.To, edge.From))).ToList();

        // Of the two directions the one met first.
        var seen = new HashSet<(GridPoint, GridPoint)>();
        var inner = order.Where(edge => edges.Contains((edge.To, edge.From)) && !seen.Contains((edge.To, edge.From)) && seen.Add(edge)).ToList();
        return (inner, outer);
    }

    // Directed edges in which every point has as many ways in as out: whoever walks on comes back.
    private static List<GridPoint[]> Ring(List<(GridPoint From, GridPoint To)> edges)
    {
        var next = new Dictionary<GridPoint, Stack<GridPoint>>();
        foreach (var (from, to) in edges)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(next, from, out _) ??= new()).Push(to);
        }

        var rings = new List<GridPoint[]>();
        foreach (var (start, _) in edges)
        {
            while (next[start].TryPop(out var point))
            {
                var ring = new List<GridPoint> { start };
                while (point != start && next.TryGetValue(point, out var ways) && ways.TryPop(out var further))
                {
                    ring.Add(point);
                    point = further;
                }

                if (Rings.Clean(ring) is { Length: > 0 } clean)
                {
                    rings.Add(clean);
                }
            }
        }

        return rings;
    }

    private static List<List<GridPoint>> Lines(List<(GridPoint From, GridPoint To)> edges)
    {
        var ways = new Dictionary<GridPoint, List<GridPoint>>();
        foreach (var (from, to) in edges)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(ways, from, out _) ??= []).Add(to);
            (CollectionsMarshal.GetValueRefOrAddDefault(ways, to, out _) ??= []).Add(from);
        }

        var lines = new List<List<GridPoint>>();

        // Ends and crossings first, so that only closed lines are left for any other point.
        foreach (var start in ways.Keys.OrderBy(point => ways[point].Count == 2).ToList())
        {
            while (ways[start].Count > 0)
            {
                var line = new List<GridPoint> { start };
                for (var point = start; ways[point] is [.., var to];)
                {
                    ways[point].RemoveAt(ways[point].Count - 1);
                    ways[to].Remove(point);
                    line.Add(to);
                    point = to;
                    if (ways[point].Count != 1)
                    {
                        break;
                    }
                }

                lines.Add(line);
            }
        }

        return lines;
    }
}
