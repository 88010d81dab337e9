using System.Text.Json;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// Finds the items an item refers to. Told by the shape of the fields' JSON, not by the definitions, so that
/// references of types that were changed or never defined here are kept as well.
/// </summary>
internal static class References
{
    /// <summary>Field path and target id (lower case), each pair once.</summary>
    public static HashSet<(string Field, string TargetId)> Of(JsonElement content)
    {
        var found = new HashSet<(string, string)>();
        Walk(content, "", found, 0);
        return found;
    }

    private static void Walk(JsonElement json, string path, HashSet<(string, string)> found, int depth)
    {
        if (depth > TolerantJson.MaxDepth)
        {
            return;
        }

        foreach (var member in json.EnumerateObject())
        {
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    Walk(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", found, depth + 1);
                    break;
                case JsonValueKind.Array when Is(member, "ContentItemIds") || Is(member, "TermContentItemIds"):
                    foreach (var id in member.Value.EnumerateArray())
                    {
                        if (id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= ContentIds.MaxLength } target)
                        {
                            found.Add((Short(path), ContentIds.Key(target)));
                        }
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var item in member.Value.EnumerateArray())
                    {
                        if (item.ValueKind == JsonValueKind.Object)
                        {
                            Walk(item, path, found, depth + 1);
                        }
                    }

                    break;
                case JsonValueKind.String when Is(member, "ListContentItemId") && member.Value.GetString() is { Length: > 0 and <= ContentIds.MaxLength } list:
                    found.Add((Short(path), ContentIds.Key(list)));
                    break;
            }
        }
    }

    private static bool Is(JsonProperty member, string name) => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase);

    private static string Short(string path) => path.Length > 512 ? path[..512] : path;
}
