using System.Text.Json;

namespace Zukunftswerkstatt.Regions;

/// <summary>Reads GeoJSON (RFC 7946): a FeatureCollection, or one Feature, with polygons.</summary>
internal static class GeoJsonReader
{
    public static bool Recognises(string type) => type is "FeatureCollection" or "Feature";

    public static void Read(JsonElement root, OutlineContent content)
    {
        if (root.GetProperty("type").ValueEquals("Feature"))
        {
            ReadFeature("Feature 1", root, content);
            return;
        }

        if (!root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
        {
            content.Fail(null, OutlineMessages.NoFeatures("features"));
            return;
        }

        var number = 0;
        foreach (var feature in features.EnumerateArray())
        {
            ReadFeature($"Feature {++number}", feature, content);
            if (content.IsFull)
            {
                return;
            }
        }
    }

    private static void ReadFeature(string where, JsonElement feature, OutlineContent content)
    {
        if (feature.ValueKind != JsonValueKind.Object)
        {
            content.Fail(where, OutlineMessages.NoObject);
            return;
        }

        content.Add(where, feature, named =>
        {
            var geometry = feature.TryGetProperty("geometry", out var given) ? given : default;
            return Polygons(named, geometry, "coordinates", content, (ring, ringWhere) => Ring(ringWhere, ring, content));
        });
    }

    /// <summary>The polygons of a geometry of either format: they differ in what a ring is made of.</summary>
    public static IReadOnlyList<IReadOnlyList<GridPoint[]>>? Polygons(
        string where, JsonElement geometry, string member, OutlineContent content, Func<JsonElement, string, GridPoint[]?> ring)
    {
        if (geometry.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            content.Fail(where, OutlineMessages.NoGeometry);
            return null;
        }

        var type = geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("type", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
        if (type is not ("Polygon" or "MultiPolygon"))
        {
            content.Fail(where, OutlineMessages.NoPolygon(type));
            return null;
        }

        if (!geometry.TryGetProperty(member, out var all) || all.ValueKind != JsonValueKind.Array)
        {
            content.Fail(where, OutlineMessages.NoArray(member));
            return null;
        }

        var polygons = new List<IReadOnlyList<GridPoint[]>>();
        foreach (var polygon in type == "Polygon" ? [all] : all.EnumerateArray().ToArray())
        {
            if (polygon.ValueKind != JsonValueKind.Array)
            {
                content.Fail(where, OutlineMessages.NoArray(member));
                return null;
            }

            var rings = new List<GridPoint[]>();
            foreach (var part in polygon.EnumerateArray())
            {
                if (part.ValueKind != JsonValueKind.Array)
                {
                    content.Fail(where, OutlineMessages.NoArray(member));
                    return null;
                }

                if (ring(part, where) is not { } points)
                {
                    return null;
                }

                rings.Add(points);
            }

            polygons.Add(rings);
        }

        return polygons;
    }

    private static GridPoint[]? Ring(string where, JsonElement ring, OutlineContent content)
    {
        var length = ring.GetArrayLength();
        if (!content.Count(length))
        {
            return null;
        }

        var points = new GridPoint[length];
        var at = 0;
        foreach (var position in ring.EnumerateArray())
        {
            if (!TryPair(position, out var east, out var north))
            {
                content.Fail(where, OutlineMessages.NoPosition(at + 1));
                return null;
            }

            if (content.Point(where, east, north) is not { } point)
            {
                return null;
            }

            points[at++] = point;
        }

        if (length < 4 || points[0] != points[^1])
        {
            content.Fail(where, OutlineMessages.OpenRing);
            return null;
        }

        return points[..^1];
    }

    /// <summary>The first two numbers of an array; a height may follow.</summary>
    public static bool TryPair(JsonElement position, out double first, out double second)
    {
        (first, second) = (0, 0);
        return position.ValueKind == JsonValueKind.Array && position.GetArrayLength() >= 2
            && position[0].ValueKind == JsonValueKind.Number && position[1].ValueKind == JsonValueKind.Number
            && position[0].TryGetDouble(out first) && position[1].TryGetDouble(out second) && double.IsFinite(first) && double.IsFinite(second);
    }
}
