using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Events;

/// <summary>An event as iCalendar (RFC 5545).</summary>
internal static class EventCalendar
{
    /// <summary>
    /// The UID is the item's permanent id, so that a changed event replaces the entry in a calendar and a cancelled one is struck out.
    /// Where the time of day is not known, it is an all-day entry; its end is exclusive, as the format wants it.
    /// </summary>
    /// <param name="item">A published event.</param>
    /// <param name="page">Absolute address of its page.</param>
    /// <param name="host">Makes the UID unique in the world.</param>
    /// <returns>Nothing for an event without a begin.</returns>
    public static string? Write(ContentItem item, string page, string host)
    {
        const string part = "Event";
        if (EventDates.Of(item, DateTime.MinValue) is not { } when)
        {
            return null;
        }

        var zone = EventTimes.Zone(item.Text(part, "TimeZone")).Id;
        var changed = DateTime.SpecifyKind(item.ModifiedUtc ?? item.PublishedUtc ?? DateTime.UnixEpoch, DateTimeKind.Utc);
        var entry = new CalendarEvent
        {
            Uid = $"{ContentIds.Key(item.ContentItemId)}@{host}",
            DtStamp = new CalDateTime(Whole(changed)),
            LastModified = new CalDateTime(Whole(changed)),
            Summary = item.DisplayText,
            Description = item.Text(part, "Summary"),
            Location = item.Flag(part, "Online") == true
                ? "Online"
                : string.Join(", ", new[] { item.Text(part, "Venue"), item.Text(part, "Street"), item.Text(part, "City") }.Where(t => !string.IsNullOrWhiteSpace(t))),
            Url = new Uri(page),
            Status = when.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Sequence = when.Cancelled ? 1 : 0,
            Start = when.DateOnly ? new CalDateTime(DateOnly.FromDateTime(when.Start)) : new CalDateTime(when.Start, zone),
            End = when.DateOnly ? new CalDateTime(DateOnly.FromDateTime(when.End).AddDays(1)) : new CalDateTime(when.End, zone),
        };
        var calendar = new Calendar { ProductId = "-//Zukunftswerkstatt//Veranstaltungen//DE", Method = CalendarMethods.Publish };
        if (!when.DateOnly)
        {
            // Without a begin, the rules would start only in recent years and say nothing about an older event.
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone, when.Start.AddYears(-1), includeHistoricalData: false));
        }

        calendar.Events.Add(entry);
        return new CalendarSerializer().SerializeToString(calendar);
    }

    private static DateTime Whole(DateTime time) => new(time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second, DateTimeKind.Utc);
}
