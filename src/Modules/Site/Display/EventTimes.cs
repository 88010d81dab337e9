namespace Zukunftswerkstatt.Site.Display;

/// <summary>Instants of events as the clock on the wall showed them.</summary>
internal static class EventTimes
{
    /// <summary>
    /// The local time of an event. Where only the day is known, editors and imports store it as midnight UTC: it is the date that
    /// counts, not the instant.
    /// </summary>
    public static DateTime Local(DateTime utc, string? timeZone, bool dateOnly) =>
        dateOnly ? utc.Date : TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone(timeZone));

    /// <summary>The event's time zone; Berlin for anything unknown.</summary>
    public static TimeZoneInfo Zone(string? id) =>
        id is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
}
