using System.Globalization;
using System.Text;

namespace Zukunftswerkstatt.Regions;

/// <summary>Rings of grid points, without the repeated first point; areas lie to the right of them, so that two neighbours run along their common border in opposite directions.</summary>
internal static class Rings
{
    /// <summary>Without repeated points and without spikes; empty when nothing with an area is left.</summary>
    public static GridPoint[] Clean(IReadOnlyList<GridPoint> ring)
    {
        var kept = new List<GridPoint>(ring.Count);
        foreach (var point in ring)
        {
            if (kept.Count > 1 && kept[^2] == point)
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (kept.Count == 0 || kept[^1] != point)
            {
                kept.Add(point);
            }
        }

        var (first, last) = (0, kept.Count - 1);
        while (last - first > 1 && (kept[last] == kept[first] || kept[last - 1] == kept[first] || kept[last] == kept[first + 1]))
        {
            if (kept[last] != kept[first] && kept[last] == kept[first + 1])
            {
                first++;
            }
            else
            {
                last--;
            }
        }

        return last - first < 2 ? [] : [.. kept.GetRange(first, last - first + 1)];
    }

    /// <summary>Twice the area in square hectometres; positive when the ring runs clockwise on the screen.</summary>
    public static long DoubleArea(ReadOnlySpan<GridPoint> ring)
    {
        var sum = 0L;
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            sum += (long)a.X * b.Y - (long)b.X * a.Y;
        }

        return sum;
    }

    /// <summary>As an SVG path of whole numbers, which is also how rings are stored.</summary>
    /// <param name="rings">Rings, or open lines.</param>
    /// <param name="closed">Whether each ends where it began.</param>
    /// <param name="origin">What is to lie at 0, 0.</param>
    public static string Write(IEnumerable<IReadOnlyList<GridPoint>> rings, bool closed = true, GridPoint origin = default)
    {
        var path = new StringBuilder(4096);
        foreach (var ring in rings)
        {
            var at = origin;
            for (var i = 0; i < ring.Count; i++)
            {
                path.Append(i switch { 0 => "M", 1 => "l", _ => " " });
                path.Append(CultureInfo.InvariantCulture, $"{ring[i].X - at.X} {ring[i].Y - at.Y}");
                at = ring[i];
            }

            path.Append(closed ? "Z" : "");
        }

        return path.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote of closed rings with the origin at 0, 0.</summary>
    public static IReadOnlyList<GridPoint[]> Read(string path)
    {
        var rings = new List<GridPoint[]>();
        foreach (var ring in path.Split('Z', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = Array.ConvertAll(ring[1..].Split(' ', 'l'), number => int.Parse(number, CultureInfo.InvariantCulture));
            var points = new GridPoint[numbers.Length / 2];
            var at = default(GridPoint);
            for (var i = 0; i < points.Length; i++)
            {
                points[i] = at = new GridPoint(at.X + numbers[2 * i], at.Y + numbers[(2 * i) + 1]);
            }

            rings.Add(points);
        }

        return rings;
    }
}
