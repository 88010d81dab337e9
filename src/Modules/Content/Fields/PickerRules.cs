using System.Text.Json;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>ContentPickerField, LocalizationSetContentPickerField, TaxonomyField, UserPickerField. Whether the picked things exist is asked of the store elsewhere.</summary>
internal static class PickerRules
{
    public static IEnumerable<LocalizedText> ContentPicker(FieldDefinition field, JsonElement? json)
    {
        var settings = field.Settings.Get<ContentPickerFieldSettings>();
        return Ids(field, json, "ContentItemIds", settings.Required, settings.Multiple);
    }

    public static IEnumerable<LocalizedText> LocalizationSets(FieldDefinition field, JsonElement? json)
    {
        var settings = field.Settings.Get<LocalizationSetContentPickerFieldSettings>();
        return Ids(field, json, "LocalizationSets", settings.Required, settings.Multiple);
    }

    public static IEnumerable<LocalizedText> Taxonomy(FieldDefinition field, JsonElement? json)
    {
        var settings = field.Settings.Get<TaxonomyFieldSettings>();
        return Ids(field, json, "TermContentItemIds", settings.Required, !settings.Unique);
    }

    public static IEnumerable<LocalizedText> Users(FieldDefinition field, JsonElement? json)
    {
        var settings = field.Settings.Get<UserPickerFieldSettings>();
        return Ids(field, json, "UserIds", settings.Required, settings.Multiple);
    }

    private static IEnumerable<LocalizedText> Ids(FieldDefinition field, JsonElement? json, string member, bool required, bool multiple)
    {
        var ids = FieldRules.Texts(json, member, field, out var wrong);
        if (wrong is not null)
        {
            yield return wrong;
            yield break;
        }

        if (required && ids.Count == 0)
        {
            yield return FieldRules.Missing(field);
        }

        if (!multiple && ids.Count > 1)
        {
            yield return FieldRules.OneOnly(field, ids.Count);
        }
    }
}
