using System.Collections.Frozen;
using System.Text.Json;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>What is wrong with a field's JSON. <paramref name="json"/> is <c>null</c> when the item does not have the field.</summary>
internal delegate IEnumerable<LocalizedText> FieldRule(FieldDefinition field, JsonElement? json);

/// <summary>The rules of the seventeen fields, by kind. A kind that is not listed is kept and not judged.</summary>
internal static class FieldRules
{
    public static readonly FrozenDictionary<string, FieldRule> ByKind = new Dictionary<string, FieldRule>
    {
        ["TextField"] = TextRules.Text,
        ["HtmlField"] = TextRules.Html,
        ["MarkdownField"] = TextRules.Markdown,
        ["MultiTextField"] = TextRules.MultiText,
        ["BooleanField"] = ValueRules.Boolean,
        ["NumericField"] = ValueRules.Numeric,
        ["DateField"] = ValueRules.Date,
        ["DateTimeField"] = ValueRules.DateAndTime,
        ["TimeField"] = ValueRules.Time,
        ["GeoPointField"] = ValueRules.GeoPoint,
        ["LinkField"] = LinkRules.Link,
        ["YoutubeField"] = LinkRules.Youtube,
        ["MediaField"] = LinkRules.Media,
        ["ContentPickerField"] = PickerRules.ContentPicker,
        ["LocalizationSetContentPickerField"] = PickerRules.LocalizationSets,
        ["TaxonomyField"] = PickerRules.Taxonomy,
        ["UserPickerField"] = PickerRules.Users,
    }.ToFrozenDictionary();

    public static LocalizedText Missing(FieldDefinition field) =>
        new($"„{field.DisplayName}“ fehlt; bitte ausfüllen.", $"\"{field.DisplayName}\" is missing; please fill it in.");

    public static LocalizedText WrongKind(FieldDefinition field, string member, string de, string en) =>
        new($"„{field.DisplayName}“: {member} muss {de} sein.", $"\"{field.DisplayName}\": {member} must be {en}.");

    public static LocalizedText OneOnly(FieldDefinition field, int count) =>
        new($"„{field.DisplayName}“ erlaubt einen Wert, angegeben sind {count}.", $"\"{field.DisplayName}\" allows one value, {count} are given.");

    /// <summary>The member as text; <c>null</c> when absent or null. Any other kind is reported into <paramref name="wrong"/>.</summary>
    public static string? Text(JsonElement? json, string member, FieldDefinition field, out LocalizedText? wrong)
    {
        wrong = null;
        switch (json?.Member(member))
        {
            case null or { ValueKind: JsonValueKind.Null }:
                return null;
            case { ValueKind: JsonValueKind.String } text:
                return text.GetString();
            default:
                wrong = WrongKind(field, member, "ein Text", "a text");
                return null;
        }
    }

    /// <summary>The member as list of texts; empty when absent or null. Any other kind is reported into <paramref name="wrong"/>.</summary>
    public static IReadOnlyList<string> Texts(JsonElement? json, string member, FieldDefinition field, out LocalizedText? wrong)
    {
        wrong = null;
        switch (json?.Member(member))
        {
            case null or { ValueKind: JsonValueKind.Null }:
                return [];
            case { ValueKind: JsonValueKind.Array } array when array.EnumerateArray().All(value => value.ValueKind is JsonValueKind.String):
                return [.. array.EnumerateArray().Select(value => value.GetString()!)];
            default:
                wrong = WrongKind(field, member, "eine Liste von Texten", "a list of texts");
                return [];
        }
    }
}
