using System.Globalization;
using System.Text.Json;

namespace Zukunftswerkstatt.Content;

/// <summary>How the values of fields are read, by the rules and by everybody else: what a rule accepts a reader understands.</summary>
internal static class FieldValues
{
    private static readonly string[] _instants =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mmK",
    ];

    /// <summary>A number, or a number in a string, as recipe expressions give it.</summary>
    public static decimal? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>True or false, also in a string.</summary>
    public static bool? Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
        _ => null,
    };

    /// <summary>An ISO 8601 date or instant as UTC; without an offset it is UTC already.</summary>
    public static DateTime? Instant(string? text) =>
        Usual(text) ?? (DateTime.TryParseExact(
            text, _instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value)
            ? value
            : null);

    /// <summary>The one form that editor and imports write, a tenth of the work of trying all: 2018-09-01T00:00:00Z. Else <c>null</c>.</summary>
    private static DateTime? Usual(string? text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _, 'T', _, _, ':', _, _, ':', _, _, 'Z']
        && Digits(text, 0, 4) is var year and > 0 && Digits(text, 5, 2) is var month and > 0 and <= 12
        && Digits(text, 8, 2) is var day && day > 0 && day <= DateTime.DaysInMonth(year, month)
        && Digits(text, 11, 2) is var hour and >= 0 and < 24 && Digits(text, 14, 2) is var minute and >= 0 and < 60 && Digits(text, 17, 2) is var second and >= 0 and < 60
            ? new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc)
            : null;

    // -1 when one of them is none.
    private static int Digits(string text, int from, int count)
    {
        var value = 0;
        foreach (var c in text.AsSpan(from, count))
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            value = (value * 10) + (c - '0');
        }

        return value;
    }
}
