using System.Runtime.InteropServices;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// Fewer points by Visvalingam and Whyatt, Line generalisation by repeated elimination of points (1993): the point whose triangle with
/// its neighbours is smallest goes first. Points where three lines meet stay and every line between two of them is treated once, so
/// that neighbours keep their common border: 1. which points are such, 2. the weight of every other, 3. the heaviest are kept.
/// </summary>
internal static class OutlineSimplifier
{
    private const int LeastCorners = 3;

    /// <summary>The same features with at most <paramref name="most"/> points besides those where lines meet and three for every feature.</summary>
    public static IReadOnlyList<OutlineFeature> Simplify(IReadOnlyList<OutlineFeature> features, int most)
    {
        var rings = features.SelectMany(feature => feature.Rings).ToList();
        var meeting = Meeting(rings); // 1.
        var weights = new Dictionary<GridPoint, double>();
        foreach (var ring in rings)
        {
            Weigh(ring, meeting, weights); // 2.
        }

        foreach (var feature in features)
        {
            KeepCorners(feature.Rings.MaxBy(ring => Math.Abs(Rings.DoubleArea(ring)))!, weights);
        }

        // 3.
        var sorted = weights.Values.ToArray();
        Array.Sort(sorted, (a, b) => b.CompareTo(a));
        var least = sorted.Length > most ? sorted[most] : -1;
        return [.. features.Select(feature => feature with
        {
            Rings = [.. feature.Rings.Select(ring => Rings.Clean([.. ring.Where(point => !weights.TryGetValue(point, out var weight) || weight > least || double.IsPositiveInfinity(weight))]))
                .Where(ring => ring.Length > 0)],
        })];
    }

    private static HashSet<GridPoint> Meeting(IEnumerable<GridPoint[]> rings)
    {
        var neighbours = new Dictionary<GridPoint, (GridPoint First, GridPoint Second)>();
        var meeting = new HashSet<GridPoint>();
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var (before, after) = (ring[(i + ring.Length - 1) % ring.Length], ring[(i + 1) % ring.Length]);
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(neighbours, ring[i], out var exists);
                if (!exists)
                {
                    known = (before, after);
                }
                else if ((before != known.First && before != known.Second) || (after != known.First && after != known.Second))
                {
                    meeting.Add(ring[i]);
                }
            }
        }

        return meeting;
    }

    private static void Weigh(GridPoint[] ring, HashSet<GridPoint> meeting, Dictionary<GridPoint, double> weights)
    {
        var start = Array.FindIndex(ring, meeting.Contains);
        if (start < 0)
        {
            // Alone, or around and within one other: the same point whoever begins.
            start = Array.IndexOf(ring, ring.MinBy(point => (point.X, point.Y)));
        }

        for (var from = 0; from < ring.Length;)
        {
            var line = new List<GridPoint> { ring[(start + from) % ring.Length] };
            do
            {
                from++;
                line.Add(ring[(start + from) % ring.Length]);
            }
            while (from < ring.Length && !meeting.Contains(line[^1]));

            if (line.Count > 2 && !weights.ContainsKey(line[1]))
            {
                WeighLine(line, weights);
            }

            if (!meeting.Contains(line[0]))
            {
                // The beginning of a closed line is no more than its heaviest point.
                weights.TryAdd(line[0], line.Skip(1).SkipLast(1).Max(point => weights.GetValueOrDefault(point)));
            }
        }
    }

    private static void WeighLine(List<GridPoint> line, Dictionary<GridPoint, double> weights)
    {
        var (before, after) = (new int[line.Count], new int[line.Count]);
        var turn = new int[line.Count];
        var queue = new PriorityQueue<(int At, int Turn), (double Area, int At)>();
        for (var i = 0; i < line.Count; i++)
        {
            (before[i], after[i]) = (i - 1, i + 1);
        }

        for (var i = 1; i + 1 < line.Count; i++)
        {
            Queue(i);
        }

        var least = 0.0;
        while (queue.TryDequeue(out var next, out var priority))
        {
            var at = next.At;
            if (next.Turn != turn[at])
            {
                continue;
            }

            // A point never weighs less than one that went before it.
            least = Math.Max(least, priority.Area);
            weights[line[at]] = least;
            turn[at]++;
            after[before[at]] = after[at];
            before[after[at]] = before[at];
            Queue(before[at]);
            Queue(after[at]);
        }

        void Queue(int at)
        {
            if (at > 0 && at + 1 < line.Count)
            {
                turn[at]++;
                queue.Enqueue((at, turn[at]), (Area(line[before[at]], line[at], line[after[at]]), at));
            }
        }
    }

    private static double Area(GridPoint a, GridPoint b, GridPoint c) =>
        Math.Abs((((double)b.X - a.X) * ((double)c.Y - a.Y)) - (((double)c.X - a.X) * ((double)b.Y - a.Y))) / 2;

    // However few points there may be, every feature stays an area.
    private static void KeepCorners(GridPoint[] ring, Dictionary<GridPoint, double> weights)
    {
        foreach (var point in ring.OrderByDescending(point => weights.GetValueOrDefault(point, double.PositiveInfinity)).Take(LeastCorners))
        {
            if (weights.ContainsKey(point))
            {
                weights[point] = double.PositiveInfinity;
            }
        }
    }
}
