using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Events;

namespace Zukunftswerkstatt.Portal.Tests.Site;

public class EventCalendarTests
{
    private const string Page = "https://portal.example/veranstaltungen/x";

    [Fact]
    public void An_event_keeps_its_uid_over_changes_and_is_in_its_time_zone()
    {
        var entry = Read(Event(new { Value = "2027-01-14T09:00:00Z" }, new { Value = "2027-01-14T10:30:00Z" }, false, "planned"));
        Assert.Equal("4abc@portal.example", entry.Uid);
        Assert.Equal("Europe/Berlin", entry.Start!.TzId);
        Assert.Equal(new DateTime(2027, 1, 14, 10, 0, 0), entry.Start.Value);
        Assert.Equal(new DateTime(2027, 1, 14, 11, 30, 0), entry.End!.Value);
        Assert.Equal("CONFIRMED", entry.Status);
        Assert.Equal(Page, entry.Url!.ToString());
    }

    [Fact]
    public void Where_only_the_day_is_known_the_entry_lasts_all_day_and_ends_before_the_next()
    {
        var entry = Read(Event(new { Value = "2019-05-22T00:00:00Z" }, new { Value = "2019-05-22T21:59:00Z" }, true, "past"));
        Assert.True(entry.IsAllDay);
        Assert.Equal(new DateOnly(2019, 5, 22), DateOnly.FromDateTime(entry.Start!.Value));
        Assert.Equal(new DateOnly(2019, 5, 23), DateOnly.FromDateTime(entry.End!.Value));
    }

    [Fact]
    public void A_cancelled_event_says_so() =>
        Assert.Equal("CANCELLED", Read(Event(new { Value = "2027-01-14T09:00:00Z" }, null, false, "cancelled")).Status);

    [Fact]
    public void The_rules_of_the_time_zone_reach_back_to_an_old_event()
    {
        var text = EventCalendar.Write(Event(new { Value = "2011-07-01T09:00:00Z" }, null, false, "past"), Page, "portal.example")!;
        Assert.Contains("TZID:Europe/Berlin", text, StringComparison.Ordinal);
        var years = text.Split('\n').SkipWhile(l => !l.StartsWith("BEGIN:DAYLIGHT", StringComparison.Ordinal)).First(l => l.StartsWith("DTSTART:", StringComparison.Ordinal));
        Assert.True(int.Parse(years["DTSTART:".Length..][..4], System.Globalization.CultureInfo.InvariantCulture) <= 2011, years);
    }

    [Fact]
    public void An_event_without_a_begin_has_no_calendar_entry() =>
        Assert.Null(EventCalendar.Write(Event(null, null, false, "planned"), Page, "portal.example"));

    private static Ical.Net.CalendarComponents.CalendarEvent Read(ContentItem item) =>
        Assert.Single(Ical.Net.Calendar.Load(EventCalendar.Write(item, Page, "portal.example")!)!.Events);

    private static ContentItem Event(object? start, object? end, bool dateOnly, string status) => ContentItemJson.Read(JsonSerializer.SerializeToElement(new
    {
        ContentItemId = "4ABC",
        ContentType = "Event",
        DisplayText = "Treffen; mit, Sonderzeichen",
        Event = new
        {
            Start = start,
            End = end,
            TimeZone = new { Text = "Europe/Berlin" },
            DateOnly = new { Value = dateOnly },
            Status = new { Text = status },
            City = new { Text = "Burgstädt" },
        },
    }));
}
