using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zukunftswerkstatt.Content;

/// <summary>The dates of PublishLaterPart and ArchiveLaterPart.</summary>
internal static class Schedule
{
    public static DateTime? PublishUtc(ContentItem? item) => Read(item, "PublishLaterPart", "ScheduledPublishUtc");

    public static DateTime? ArchiveUtc(ContentItem? item) => Read(item, "ArchiveLaterPart", "ScheduledArchiveUtc");

    /// <summary>The content with the dates set; <c>null</c> clears one.</summary>
    public static JsonObject Write(JsonElement content, DateTime? publishUtc, DateTime? archiveUtc)
    {
        var json = JsonObject.Create(content) ?? [];
        Set(json, "PublishLaterPart", "ScheduledPublishUtc", publishUtc);
        Set(json, "ArchiveLaterPart", "ScheduledArchiveUtc", archiveUtc);
        return json;
    }

    private static void Set(JsonObject content, string part, string member, DateTime? value)
    {
        if (value is { } instant)
        {
            content[part] = new JsonObject { [member] = instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) };
        }
        else if (content[part] is JsonObject existing)
        {
            existing.Remove(member);
        }
    }

    private static DateTime? Read(ContentItem? item, string part, string member) =>
        item?.Part(part)?.Member(member) is { ValueKind: JsonValueKind.String } text &&
        DateTime.TryParse(text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;
}
