namespace Zukunftswerkstatt.Site.Display;

/// <summary>Dates as they are written in running text: „22. Mai 2019“, "22 May 2019".</summary>
internal static class Dates
{
    public static string Day(Language language, DateTime date) =>
        date.ToString(language.Pick("d. MMMM yyyy", "d MMMM yyyy"), language.Culture);

    public static string WeekdayAndDay(Language language, DateTime date) =>
        date.ToString(language.Pick("dddd, d. MMMM yyyy", "dddd d MMMM yyyy"), language.Culture);

    public static string Month(Language language, DateTime date) => date.ToString("MMMM yyyy", language.Culture);

    /// <summary>A date in the precision in which it is known: <c>day</c>, <c>month</c> or <c>year</c>.</summary>
    public static string Known(Language language, DateTime date, string? precision) => precision switch
    {
        "year" => date.ToString("yyyy", language.Culture),
        "month" => Month(language, date),
        _ => Day(language, date),
    };

    /// <summary>„Juni 2018 bis Mai 2019“, „seit März 2020“, „2018“.</summary>
    public static string Period(Language language, DateTime start, DateTime? end, string? precision, bool ongoing)
    {
        var from = Known(language, start, precision);
        if (end is null)
        {
            return ongoing ? language.Pick($"seit {from}", $"since {from}") : language.Pick($"ab {from}", $"from {from}");
        }

        var to = Known(language, end.Value, precision);
        return from == to ? from : language.Pick($"{from} bis {to}", $"{from} to {to}");
    }

    /// <summary>„10 bis 11.30 Uhr“, "10:00 to 11:30".</summary>
    public static string Times(Language language, DateTime start, DateTime end)
    {
        if (language.IsEnglish)
        {
            return start == end ? $"{start:HH\\:mm}" : $"{start:HH\\:mm} to {end:HH\\:mm}";
        }

        return start == end ? $"{Clock(start)} Uhr" : $"{Clock(start)} bis {Clock(end)} Uhr";
    }

    private static string Clock(DateTime time) => time.Minute == 0 ? $"{time.Hour}" : $"{time.Hour}.{time.Minute:00}";
}
