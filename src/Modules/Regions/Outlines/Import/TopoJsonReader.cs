using System.Text.Json;

namespace Zukunftswerkstatt.Regions;

/// <summary>Reads TopoJSON (github.com/topojson/topojson-specification): 1. the shared lines, 2. the objects, whose rings are chains of such lines.</summary>
internal static class TopoJsonReader
{
    public static bool Recognises(string type) => type == "Topology";

    public static void Read(JsonElement root, OutlineContent content)
    {
        if (!root.TryGetProperty("objects", out var objects) || objects.ValueKind != JsonValueKind.Object || !objects.EnumerateObject().Any())
        {
            content.Fail(null, OutlineMessages.NoFeatures("objects"));
            return;
        }

        if (!root.TryGetProperty("arcs", out var given) || given.ValueKind != JsonValueKind.Array)
        {
            content.Fail(null, OutlineMessages.NoFeatures("arcs"));
            return;
        }

        // 1.
        var transform = Transform(root, content);
        var arcs = new List<GridPoint[]>();
        foreach (var arc in given.EnumerateArray())
        {
            if (content.IsFull || Arc($"arcs[{arcs.Count}]", arc, transform, content) is not { } points)
            {
                return;
            }

            arcs.Add(points);
        }

        // 2.
        foreach (var named in objects.EnumerateObject())
        {
            if (named.Value.ValueKind != JsonValueKind.Object)
            {
                content.Fail(named.Name, OutlineMessages.NoObject);
                continue;
            }

            var several = named.Value.TryGetProperty("geometries", out var geometries) && geometries.ValueKind == JsonValueKind.Array;
            var number = 0;
            foreach (var geometry in several ? geometries.EnumerateArray().ToArray() : [named.Value])
            {
                ReadGeometry($"{named.Name}[{number++}]", geometry, arcs, content);
                if (content.IsFull)
                {
                    return;
                }
            }
        }
    }

    private static void ReadGeometry(string where, JsonElement geometry, List<GridPoint[]> arcs, OutlineContent content)
    {
        if (geometry.ValueKind != JsonValueKind.Object)
        {
            content.Fail(where, OutlineMessages.NoObject);
            return;
        }

        content.Add(where, geometry, named =>
        {
            var empty = geometry.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Null;
            return GeoJsonReader.Polygons(named, empty ? default : geometry, "arcs", content, (ring, ringWhere) => Ring(ringWhere, ring, arcs, content));
        });
    }

    // Scale and translation of whole numbers that are steps; null when the lines are positions as they are.
    private static (double ScaleX, double ScaleY, double MoveX, double MoveY)? Transform(JsonElement root, OutlineContent content)
    {
        if (!root.TryGetProperty("transform", out var transform))
        {
            return null;
        }

        double moveX = 0, moveY = 0;
        if (transform.ValueKind == JsonValueKind.Object && transform.TryGetProperty("scale", out var scale) && GeoJsonReader.TryPair(scale, out var scaleX, out var scaleY)
            && transform.TryGetProperty("translate", out var translate) && GeoJsonReader.TryPair(translate, out moveX, out moveY))
        {
            return (scaleX, scaleY, moveX, moveY);
        }

        content.Fail(null, OutlineMessages.BadTransform);
        return null;
    }

    private static GridPoint[]? Arc(string where, JsonElement arc, (double ScaleX, double ScaleY, double MoveX, double MoveY)? transform, OutlineContent content)
    {
        if (arc.ValueKind != JsonValueKind.Array)
        {
            content.Fail(where, OutlineMessages.NoArray("arcs"));
            return null;
        }

        var length = arc.GetArrayLength();
        if (!content.Count(length))
        {
            return null;
        }

        var points = new GridPoint[length];
        var (at, x, y) = (0, 0.0, 0.0);
        foreach (var position in arc.EnumerateArray())
        {
            if (!GeoJsonReader.TryPair(position, out var first, out var second))
            {
                content.Fail(where, OutlineMessages.NoPosition(at + 1));
                return null;
            }

            (x, y) = transform is null ? (first, second) : (x + first, y + second);
            var point = transform is { } t ? content.Point(where, (x * t.ScaleX) + t.MoveX, (y * t.ScaleY) + t.MoveY) : content.Point(where, x, y);
            if (point is null)
            {
                return null;
            }

            points[at++] = point.Value;
        }

        return points;
    }

    private static GridPoint[]? Ring(string where, JsonElement ring, List<GridPoint[]> arcs, OutlineContent content)
    {
        var points = new List<GridPoint>();
        foreach (var index in ring.EnumerateArray())
        {
            // ~i is line i backwards.
            if (index.ValueKind != JsonValueKind.Number || !index.TryGetInt32(out var number) || (number < 0 ? ~number : number) >= arcs.Count)
            {
                content.Fail(where, OutlineMessages.NoArc(index.GetRawText(), arcs.Count));
                return null;
            }

            var arc = arcs[number < 0 ? ~number : number];
            if (!content.Count(arc.Length))
            {
                return null;
            }

            var next = number < 0 ? [.. arc.Reverse()] : arc;
            if (points.Count > 0 && next.Length > 0 && points[^1] != next[0])
            {
                content.Fail(where, OutlineMessages.ArcsApart(index.GetRawText()));
                return null;
            }

            points.AddRange(next);
        }

        if (points.Count < 3 || points[0] != points[^1])
        {
            content.Fail(where, OutlineMessages.OpenRing);
            return null;
        }

        return [.. points];
    }
}
