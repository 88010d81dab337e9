using System.Globalization;
using System.Text;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// Brings names and what people type to a common form: lower case, words separated by one blank, ß as ss.
/// Umlauts have two forms, since „burgstaedt“ and „burgstadt“ both mean „Burgstädt“, while „Neuenhagen“ has no umlaut.
/// </summary>
internal static class NameFolding
{
    /// <summary>ä → a, é → e.</summary>
    public static string Plain(string text) => Fold(text, withE: false);

    /// <summary>ä → ae, é → e.</summary>
    public static string WithE(string text) => Fold(text, withE: true);

    private static string Fold(string text, bool withE)
    {
        var result = new StringBuilder(text.Length + 4);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormC))
        {
            switch (c)
            {
                case 'ä' or 'ö' or 'ü':
                    result.Append(c switch { 'ä' => 'a', 'ö' => 'o', _ => 'u' });
                    if (withE)
                    {
                        result.Append('e');
                    }

                    break;
                case 'ß':
                    result.Append("ss");
                    break;
                case 'ł':
                    result.Append('l');
                    break;
                case < (char)128 when char.IsAsciiLetterOrDigit(c):
                    result.Append(c);
                    break;
                case < (char)128:
                    Separate(result);
                    break;
                default:
                    AppendBase(result, c);
                    break;
            }
        }

        return result.ToString().TrimEnd();
    }

    private static void AppendBase(StringBuilder result, char c)
    {
        if (!char.IsLetterOrDigit(c))
        {
            Separate(result);
            return;
        }

        // Surrogates are not letters by themselves, so c can be decomposed alone.
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                result.Append(part);
            }
        }
    }

    private static void Separate(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] != ' ')
        {
            result.Append(' ');
        }
    }
}
