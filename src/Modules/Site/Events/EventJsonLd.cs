using System.Globalization;
using System.Text.Json.Nodes;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Events;

/// <summary>schema.org/Event.</summary>
internal static class EventJsonLd
{
    public static string? Of(ContentItem item, EventDates? when, IReadOnlyList<ContentItem> organisers)
    {
        if (when is null)
        {
            return null;
        }

        const string part = "Event";
        var online = item.Flag(part, "Online") == true;
        return JsonLd.Write(new JsonObject
        {
            ["@type"] = "Event",
            ["name"] = item.DisplayText,
            ["description"] = item.Text(part, "Summary"),
            ["startDate"] = Text(when.Start, when.DateOnly),
            ["endDate"] = Text(when.End, when.DateOnly),
            ["eventStatus"] = when.Cancelled ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled",
            ["eventAttendanceMode"] = online ? "https://schema.org/OnlineEventAttendanceMode" : "https://schema.org/OfflineEventAttendanceMode",
            ["location"] = online
                ? new JsonObject { ["@type"] = "VirtualLocation", ["url"] = ItemParts.WebAddress(item.Link(part, "OnlineLink").Url) }
                : new JsonObject { ["@type"] = "Place", ["name"] = item.Text(part, "Venue") ?? item.Text(part, "City"), ["address"] = item.Text(part, "City") },
            ["organizer"] = new JsonArray([.. organisers.Select(o => new JsonObject { ["@type"] = "Organization", ["name"] = o.DisplayText })]),
            ["inLanguage"] = ItemParts.LangOf(item),
        });
    }

    private static string Text(DateTime time, bool dateOnly) => time.ToString(dateOnly ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
