using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// Reads and writes Orchard's JSON of a content item. The well-known root members are case-sensitive; every other root member
/// that is an object or an array is content, other scalars are dropped, as Orchard does.
/// </summary>
public static class ContentItemJson
{
    private static readonly HashSet<string> _wellKnown = new(StringComparer.Ordinal)
    {
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published",
        "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author",
    };

    /// <summary>Escapes only what JSON demands, so that umlauts stay readable in exports.</summary>
    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads an item.</summary>
    /// <exception cref="JsonException">
    /// The element is not an object, a well-known member has a wrong kind, or it cannot be stored (see <see cref="ContentJson"/>); the message says what.
    /// </exception>
    public static ContentItem Read(JsonElement json)
    {
        try
        {
            return ReadItem(json);
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair in an escape.
            throw new JsonException(e.Message, e);
        }
    }

    private static ContentItem ReadItem(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A content item must be a JSON object.");
        }

        return new ContentItem
        {
            ContentItemId = Text(json, "ContentItemId") ?? "",
            ContentItemVersionId = Text(json, "ContentItemVersionId") ?? "",
            ContentType = Text(json, "ContentType") ?? "",
            DisplayText = Text(json, "DisplayText") ?? "",
            Latest = Flag(json, "Latest"),
            Published = Flag(json, "Published"),
            ModifiedUtc = Instant(json, "ModifiedUtc"),
            PublishedUtc = Instant(json, "PublishedUtc"),
            CreatedUtc = Instant(json, "CreatedUtc"),
            Owner = Text(json, "Owner"),
            Author = Text(json, "Author"),
            Content = Parts(json),
        };
    }

    /// <summary>Reads a nested item, whose members never fail: what is wrong is left out.</summary>
    internal static ContentItem ReadNested(JsonElement json)
    {
        string? Lenient(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return new ContentItem
        {
            ContentItemId = Lenient("ContentItemId") ?? "",
            ContentType = Lenient("ContentType") ?? "",
            DisplayText = Lenient("DisplayText") ?? "",
            Content = json,
        };
    }

    /// <summary>Writes an item with all well-known members, nulls included, in Orchard's order, then the content verbatim.</summary>
    public static void Write(Utf8JsonWriter writer, ContentItem item)
    {
        writer.WriteStartObject();
        writer.WriteString("ContentItemId", item.ContentItemId);
        writer.WriteString("ContentItemVersionId", item.ContentItemVersionId);
        writer.WriteString("ContentType", item.ContentType);
        writer.WriteString("DisplayText", item.DisplayText);
        writer.WriteBoolean("Latest", item.Latest);
        writer.WriteBoolean("Published", item.Published);
        WriteInstant(writer, "ModifiedUtc", item.ModifiedUtc);
        WriteInstant(writer, "PublishedUtc", item.PublishedUtc);
        WriteInstant(writer, "CreatedUtc", item.CreatedUtc);
        writer.WriteString("Owner", item.Owner);
        writer.WriteString("Author", item.Author);
        foreach (var part in item.Content.EnumerateObject())
        {
            part.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>The content alone, as text: what the store keeps beside the columns.</summary>
    public static string ContentText(JsonElement content)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            content.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static JsonElement Parts(JsonElement json)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            foreach (var member in json.EnumerateObject())
            {
                if (!_wellKnown.Contains(member.Name) && member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        var utf8 = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        return ContentJson.Check(utf8) is { } wrong ? throw new JsonException(wrong.En) : JsonElement.Parse(utf8, TolerantJson.Document);
    }

    private static void WriteInstant(Utf8JsonWriter writer, string name, DateTime? value)
    {
        if (value is { } instant)
        {
            writer.WriteString(name, instant);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { } text =>
            StorableText.IsStorable(text) ? text : throw new JsonException($"{name} contains the character U+0000."),
        JsonValueKind.Null => null,
        _ => throw new JsonException($"{name} must be text, but is {value.GetRawText()[..Math.Min(40, value.GetRawText().Length)]}."),
    };

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
        _ => throw new JsonException($"{name} must be true or false."),
    };

    private static DateTime? Instant(JsonElement json, string name) => Text(json, name) switch
    {
        null or "" => null,
        var text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value) => value,
        var text => throw new JsonException($"{name} is not a date: {text}"),
    };
}
