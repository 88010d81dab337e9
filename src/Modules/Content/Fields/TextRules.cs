using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using System.Text.RegularExpressions;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>TextField, HtmlField, MarkdownField, MultiTextField.</summary>
internal static class TextRules
{
    /// <summary>Longest text of any field; longer ones are pasted by mistake or in bad faith.</summary>
    public const int MaxLength = 200_000;

    private static readonly TimeSpan _patternTimeout = TimeSpan.FromMilliseconds(100);

    public static IEnumerable<LocalizedText> Text(FieldDefinition field, JsonElement? json)
    {
        var settings = field.Settings.Get<TextFieldSettings>();
        var text = FieldRules.Text(json, "Text", field, out var wrong) ?? "";
        foreach (var error in Length(field, text, settings.Required, wrong))
        {
            yield return error;
        }

        if (text.Length == 0)
        {
            yield break;
        }

        var length = new StringInfo(text).LengthInTextElements;
        if (settings.MaxLength is { } max && length > max)
        {
            yield return new($"„{field.DisplayName}“ hat {length} Zeichen; erlaubt sind {max}.", $"\"{field.DisplayName}\" has {length} characters; {max} are allowed.");
        }

        if (settings.MinLength is { } min && length < min)
        {
            yield return new($"„{field.DisplayName}“ hat {length} Zeichen; nötig sind {min}.", $"\"{field.DisplayName}\" has {length} characters; {min} are needed.");
        }

        var options = field.Settings.Get<TextFieldPredefinedListEditorSettings>().Options;
        if (options.Count > 0 && !options.Any(option => option.Value == text))
        {
            yield return Choice(field, text, options);
        }

        var rules = field.Settings.Get<PortalTextSettings>();
        if (rules.Pattern is { Length: > 0 } pattern && !Matches(text, pattern))
        {
            yield return new($"„{field.DisplayName}“: „{Short(text)}“ hat nicht die verlangte Form.", $"\"{field.DisplayName}\": \"{Short(text)}\" does not have the required form.");
        }

        if (rules.Kind == "Email" && !MailAddress.TryCreate(text, out _))
        {
            yield return new($"„{field.DisplayName}“: „{Short(text)}“ ist keine E-Mail-Adresse.", $"\"{field.DisplayName}\": \"{Short(text)}\" is not an e-mail address.");
        }
    }

    public static IEnumerable<LocalizedText> Html(FieldDefinition field, JsonElement? json) =>
        Length(field, FieldRules.Text(json, "Html", field, out var wrong) ?? "", field.Settings.Get<HtmlFieldSettings>().Required, wrong);

    public static IEnumerable<LocalizedText> Markdown(FieldDefinition field, JsonElement? json) =>
        Length(field, FieldRules.Text(json, "Markdown", field, out var wrong) ?? "", field.Settings.Get<MarkdownFieldSettings>().Required, wrong);

    public static IEnumerable<LocalizedText> MultiText(FieldDefinition field, JsonElement? json)
    {
        var settings = field.Settings.Get<MultiTextFieldSettings>();
        var values = FieldRules.Texts(json, "Values", field, out var wrong);
        if (wrong is not null)
        {
            yield return wrong;
            yield break;
        }

        if (settings.Required && values.Count == 0)
        {
            yield return FieldRules.Missing(field);
        }

        foreach (var value in values.Where(value => settings.Options.Count > 0 && !settings.Options.Any(option => option.Value == value)))
        {
            yield return Choice(field, value, settings.Options);
        }
    }

    private static IEnumerable<LocalizedText> Length(FieldDefinition field, string text, bool required, LocalizedText? wrong)
    {
        if (wrong is not null)
        {
            yield return wrong;
        }
        else if (required && string.IsNullOrWhiteSpace(text))
        {
            yield return FieldRules.Missing(field);
        }
        else if (text.Length > MaxLength)
        {
            yield return new($"„{field.DisplayName}“ hat {text.Length} Zeichen; mehr als {MaxLength} werden nicht gespeichert.", $"\"{field.DisplayName}\" has {text.Length} characters; more than {MaxLength} are not stored.");
        }
    }

    private static LocalizedText Choice(FieldDefinition field, string value, IReadOnlyList<ListOption> options)
    {
        var allowed = string.Join(", ", options.Select(option => option.Value));
        return new($"„{field.DisplayName}“: „{Short(value)}“ steht nicht zur Wahl; möglich sind {allowed}.", $"\"{field.DisplayName}\": \"{Short(value)}\" is not a choice; use one of {allowed}.");
    }

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, _patternTimeout);
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or RegexParseException)
        {
            // The pattern is the administrator's mistake, not the editor's.
            return true;
        }
    }

    private static string Short(string text) => text.Length > 60 ? Slug.Cut(text, 60) + "…" : text;
}
