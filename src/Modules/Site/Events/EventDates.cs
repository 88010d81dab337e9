using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Events;

/// <summary>When an event takes place, on the clocks of its place.</summary>
internal sealed record EventDates(DateTime Start, DateTime End, bool DateOnly, bool Past, bool Cancelled)
{
    /// <summary>Nothing when the event has no begin.</summary>
    public static EventDates? Of(ContentItem item, DateTime today)
    {
        if (item.Date("Event", "Start") is not { } begin)
        {
            return null;
        }

        var zone = item.Text("Event", "TimeZone");
        var dateOnly = item.Flag("Event", "DateOnly") == true;
        var start = EventTimes.Local(begin, zone, dateOnly);
        var end = item.Date("Event", "End") is { } finish && finish > begin ? EventTimes.Local(finish, zone, dateOnly) : start;
        return new EventDates(start, end, dateOnly, end.Date < today || item.Text("Event", "Status") == "past", item.Text("Event", "Status") == "cancelled");
    }

    public string Days(Language language) => Start.Date == End.Date
        ? Dates.WeekdayAndDay(language, Start)
        : language.Pick($"{Dates.Day(language, Start)} bis {Dates.Day(language, End)}", $"{Dates.Day(language, Start)} to {Dates.Day(language, End)}");

    public string Hours(Language language) => Dates.Times(language, Start, End);

    public string State(Language language) => Cancelled ? Labels.EventStatus(language, "cancelled") : Labels.EventStatus(language, Past ? "past" : "planned");
}
