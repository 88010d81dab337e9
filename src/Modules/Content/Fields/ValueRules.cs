using System.Globalization;
using System.Text.Json;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>BooleanField, NumericField, DateField, DateTimeField, TimeField, GeoPointField.</summary>
internal static class ValueRules
{
    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de");
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en");

    public static IEnumerable<LocalizedText> Boolean(FieldDefinition field, JsonElement? json) => json?.Member("Value") switch
    {
        null or { ValueKind: JsonValueKind.Null } => field.Settings.Get<BooleanFieldSettings>().Required ? [FieldRules.Missing(field)] : [],
        { } value when FieldValues.Flag(value) is not null => [],
        _ => [FieldRules.WrongKind(field, "Value", "true oder false", "true or false")],
    };

    public static IEnumerable<LocalizedText> Numeric(FieldDefinition field, JsonElement? json)
    {
        var settings = field.Settings.Get<NumericFieldSettings>();
        switch (json?.Member("Value"))
        {
            case null or { ValueKind: JsonValueKind.Null }:
                return settings.Required ? [FieldRules.Missing(field)] : [];
            case { } value when FieldValues.Number(value) is { } number:
                return Bounds(field, settings, number);
            default:
                return [FieldRules.WrongKind(field, "Value", "eine Zahl", "a number")];
        }
    }

    private static IEnumerable<LocalizedText> Bounds(FieldDefinition field, NumericFieldSettings settings, decimal number)
    {
        if (settings.Minimum is { } min && number < min)
        {
            yield return new(
                string.Create(_german, $"„{field.DisplayName}“ ist {number}; mindestens {min} ist nötig."),
                string.Create(_english, $"\"{field.DisplayName}\" is {number}; at least {min} is needed."));
        }

        if (settings.Maximum is { } max && number > max)
        {
            yield return new(
                string.Create(_german, $"„{field.DisplayName}“ ist {number}; höchstens {max} ist erlaubt."),
                string.Create(_english, $"\"{field.DisplayName}\" is {number}; at most {max} is allowed."));
        }

        if (decimal.Round(number, Math.Clamp(settings.Scale, 0, 28)) != number)
        {
            yield return new(
                string.Create(_german, $"„{field.DisplayName}“ ist {number}; erlaubt sind {settings.Scale} Nachkommastellen."),
                string.Create(_english, $"\"{field.DisplayName}\" is {number}; {settings.Scale} decimals are allowed."));
        }
    }

    public static IEnumerable<LocalizedText> Date(FieldDefinition field, JsonElement? json) =>
        Instant(field, json, field.Settings.Get<DateFieldSettings>().Required, "ein Datum wie 2026-01-31", "a date like 2026-01-31");

    public static IEnumerable<LocalizedText> DateAndTime(FieldDefinition field, JsonElement? json) =>
        Instant(field, json, field.Settings.Get<DateTimeFieldSettings>().Required, "ein Zeitpunkt wie 2026-01-31T10:00:00Z", "an instant like 2026-01-31T10:00:00Z");

    private static IEnumerable<LocalizedText> Instant(FieldDefinition field, JsonElement? json, bool required, string de, string en)
    {
        var text = FieldRules.Text(json, "Value", field, out var wrong);
        if (wrong is not null)
        {
            return [wrong];
        }

        if (string.IsNullOrEmpty(text))
        {
            return required ? [FieldRules.Missing(field)] : [];
        }

        return FieldValues.Instant(text) is null ? [FieldRules.WrongKind(field, "Value", de, en)] : [];
    }

    public static IEnumerable<LocalizedText> Time(FieldDefinition field, JsonElement? json)
    {
        var text = FieldRules.Text(json, "Value", field, out var wrong);
        if (wrong is not null)
        {
            return [wrong];
        }

        if (string.IsNullOrEmpty(text))
        {
            return field.Settings.Get<TimeFieldSettings>().Required ? [FieldRules.Missing(field)] : [];
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero && time < TimeSpan.FromDays(1)
            ? []
            : [FieldRules.WrongKind(field, "Value", "eine Uhrzeit wie 10:30:00", "a time like 10:30:00")];
    }

    public static IEnumerable<LocalizedText> GeoPoint(FieldDefinition field, JsonElement? json)
    {
        var latitude = Coordinate(json, "Latitude");
        var longitude = Coordinate(json, "Longitude");
        return (latitude, longitude) switch
        {
            (null, null) => field.Settings.Get<GeoPointFieldSettings>().Required ? [FieldRules.Missing(field)] : [],
            ( >= -90 and <= 90, >= -180 and <= 180) => [],
            _ => [new(
                $"„{field.DisplayName}“: Breite muss zwischen −90 und 90, Länge zwischen −180 und 180 liegen.",
                $"\"{field.DisplayName}\": latitude must lie between −90 and 90, longitude between −180 and 180.")],
        };
    }

    private static double? Coordinate(JsonElement? json, string member) => json?.Member(member) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } value => value.GetDouble(),
        _ => double.NaN,
    };
}
