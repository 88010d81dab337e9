using System.Globalization;

namespace Zukunftswerkstatt.Site.Display;

/// <summary>When a project ran, as content states it: dates at midnight UTC, a precision, and whether it goes on.</summary>
internal sealed record Period(DateTime Start, DateTime? End, string? Precision, bool Ongoing);

/// <summary>Draws durations. A day that is not known is not pretended: the first and last month (or year) are dotted.</summary>
internal static class Durations
{
    private const double WideWidth = 654;
    private const double NarrowWidth = 333;
    private const double Inset = 12;

    public static DurationView Of(Language language, Period period, DateTime today, (DateTime Date, string Label)? mark)
    {
        var until = period.End ?? today;
        var since = period.Ongoing || period.End is null ? null : Elapsed(language, period.End.Value, today);
        var spoken = Dates.Period(language, period.Start, period.End, period.Precision, period.Ongoing);
        var imprecise = period.Precision is "month" or "year";
        var caption = Sentence(
            imprecise ? language.Pick(
                period.Precision == "year" ? "Gepunktete Enden: nur das Jahr ist bekannt." : "Gepunktete Enden: nur der Monat ist bekannt, nicht der Tag.",
                period.Precision == "year" ? "Dotted ends: only the year is known." : "Dotted ends: only the month is known, not the day.") : null,
            since is null ? null : language.Pick($"Das Ende liegt {since} zurück.", $"It ended {since} ago."),
            period is { Ongoing: false, End: null } ? language.Pick("Ein Ende ist nicht bekannt.", "No end is known.") : null);
        return new DurationView(
            Sentence(language.Pick($"Zeitachse von {period.Start.Year} bis heute, Laufzeit: {spoken}.", $"Time line from {period.Start.Year} until today, duration: {spoken}."), caption),
            caption,
            Draw(language, period, until, today, mark, WideWidth, 11),
            Draw(language, period, until, today, mark, NarrowWidth, 6),
            imprecise);
    }

    private static TimelineView Draw(
        Language language, Period period, DateTime until, DateTime today, (DateTime Date, string Label)? mark, double width, int mostTicks)
    {
        var first = period.Start.Year;
        var last = today > until ? today : until;
        var axis = width - Inset;
        var perYear = axis / Math.Max(1, (last - new DateTime(first, 1, 1)).TotalDays / 365.25);
        var step = Enumerable.Range(1, 100).First(n => (last.Year - first) / n < mostTicks);
        var (from, solidFrom) = (X(Floor(period.Start, period.Precision)), X(Next(period.Start, period.Precision)));
        var open = period.End is null;
        var (solidTo, to) = open ? (X(today), X(today)) : (X(Floor(until, period.Precision)), X(Next(until, period.Precision)));
        solidFrom = Math.Min(solidFrom, to);
        solidTo = period is { Ongoing: false, End: null } ? solidFrom : Math.Max(solidTo, solidFrom);
        var length = Length(language, period.Start, until, period.Precision);
        return new TimelineView
        {
            Width = Text(width),
            AxisEnd = Text(axis),
            Ticks = [.. Enumerable.Range(0, 200).Select(n => first + (n * step)).TakeWhile(year => year <= last.Year)
                .Select(year => new TickView(Text(X(new DateTime(year, 1, 1))), year.ToString(CultureInfo.InvariantCulture)))
                .Where(tick => double.Parse(tick.X, CultureInfo.InvariantCulture) < axis - 30)],
            Bar = new BarView(Text(solidFrom), Text(Math.Max(0, solidTo - solidFrom))),
            Imprecise = [.. new[] { (from, solidFrom), (solidTo, to) }.Where(end => end.Item2 - end.Item1 >= 0.5)
                .Select(end => new BarView(Text(end.Item1), Text(end.Item2 - end.Item1)))],
            BarLabel = length,
            BarLabelX = Text(Math.Min(from, axis - 120)),
            Today = Text(X(today)),
            Mark = mark is { } m && X(m.Date) is var x ? new MarkView(Text(x), Text(x < axis * 0.6 ? x + 11 : x - 11), x < axis * 0.6 ? "start" : "end", m.Label) : null,
        };

        double X(DateTime date) => Math.Clamp((date - new DateTime(first, 1, 1)).TotalDays / 365.25 * perYear, 0, axis);
    }

    private static DateTime Floor(DateTime date, string? precision) => precision switch
    {
        "year" => new DateTime(date.Year, 1, 1),
        "month" => new DateTime(date.Year, date.Month, 1),
        _ => date.Date,
    };

    private static DateTime Next(DateTime date, string? precision) => precision switch
    {
        "year" => Floor(date, precision).AddYears(1),
        "month" => Floor(date, precision).AddMonths(1),
        _ => date.Date,
    };

    private static string Length(Language language, DateTime start, DateTime end, string? precision)
    {
        if (precision == "year")
        {
            var span = end.Year - start.Year + 1;
            return language.Count(span, "Jahr", "Jahre", "year", "years");
        }

        var months = Math.Max(1, ((end.Year - start.Year) * 12) + end.Month - start.Month + (precision == "month" || end.Day >= start.Day ? 1 : 0));
        return months < 24
            ? language.Count(months, "Monat", "Monate", "month", "months")
            : language.Count((int)Math.Round(months / 12.0), "Jahr", "Jahre", "year", "years");
    }

    private static string? Elapsed(Language language, DateTime end, DateTime today)
    {
        var months = ((today.Year - end.Year) * 12) + today.Month - end.Month;
        return months switch
        {
            < 1 => null,
            < 24 => language.Count(months, "Monat", "Monate", "month", "months"),
            _ => language.Count(months / 12, "Jahr", "Jahre", "year", "years"),
        };
    }

    private static string Sentence(params ReadOnlySpan<string?> parts)
    {
        var text = "";
        foreach (var part in parts)
        {
            text = part is null or "" ? text : text.Length == 0 ? part : $"{text} {part}";
        }

        return text;
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
