using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zukunftswerkstatt.Content;

/// <summary>Merges an imported version into the stored version of the same id: members deeply, arrays replaced, nulls ignored.</summary>
internal static class ItemMerge
{
    /// <summary>The stored version with everything the imported one says; the flags are the imported ones.</summary>
    public static ContentItem Into(ContentItem stored, ContentItem imported)
    {
        var content = JsonObject.Create(stored.Content)!;
        Merge(content, imported.Content);
        return new ContentItem
        {
            ContentItemId = stored.ContentItemId,
            ContentItemVersionId = stored.ContentItemVersionId,
            ContentType = imported.ContentType,
            DisplayText = imported.DisplayText is { Length: > 0 } text ? text : stored.DisplayText,
            Latest = imported.Latest,
            Published = imported.Published,
            ModifiedUtc = imported.ModifiedUtc ?? stored.ModifiedUtc,
            PublishedUtc = imported.PublishedUtc ?? stored.PublishedUtc,
            CreatedUtc = imported.CreatedUtc ?? stored.CreatedUtc,
            Owner = imported.Owner is { Length: > 0 } owner ? owner : stored.Owner,
            Author = imported.Author is { Length: > 0 } author ? author : stored.Author,
            Content = JsonSerializer.SerializeToElement(content),
        };
    }

    /// <summary>Whether two versions say the same, whatever their flags.</summary>
    public static bool Same(ContentItem a, ContentItem b) =>
        a.ContentType == b.ContentType && a.DisplayText == b.DisplayText && a.Owner == b.Owner && a.Author == b.Author &&
        a.ModifiedUtc == b.ModifiedUtc && a.PublishedUtc == b.PublishedUtc && a.CreatedUtc == b.CreatedUtc &&
        JsonElement.DeepEquals(a.Content, b.Content);

    private static void Merge(JsonObject target, JsonElement source)
    {
        foreach (var member in source.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object && target[member.Name] is JsonObject into)
            {
                Merge(into, member.Value);
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                target[member.Name] = DefinitionMerge.Copy(member.Value);
            }
        }
    }
}
