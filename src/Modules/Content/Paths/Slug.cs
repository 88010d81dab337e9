using System.Globalization;
using System.Text;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>Addresses and sort keys from titles. Any text will do, broken Unicode included.</summary>
public static class Slug
{
    private const int MaxSortText = 200;

    /// <summary>
    /// The title as part of an address: lower case ASCII letters, digits and single hyphens. German letters are written out
    /// (ä→ae, ö→oe, ü→ue, ß→ss), accents of other languages dropped. Empty when nothing is left.
    /// </summary>
    public static string From(string? title)
    {
        if (string.IsNullOrEmpty(title))
        {
            return "";
        }

        var slug = new StringBuilder(title.Length + 8);
        foreach (var c in WriteOut(Whole(title).Normalize(NormalizationForm.FormC)).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>The form in which paths are stored and compared: lower case, composed characters, without outer slashes.</summary>
    public static string PathKey(string path)
    {
        var key = path.Trim('/').ToLowerInvariant();
        return Ascii.IsValid(key) || !StorableText.IsStorable(key) ? key : key.Normalize(NormalizationForm.FormC);
    }

    /// <summary>A title folded for sorting as German dictionaries do: ä as a, ß as ss, case and accents ignored (DIN 5007-1).</summary>
    public static string SortText(string title)
    {
        var folded = new StringBuilder(title.Length);
        foreach (var c in Whole(title).Normalize(NormalizationForm.FormD))
        {
            if (c is 'ß' or 'ẞ')
            {
                folded.Append("ss");
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return Cut(folded.Replace('\0', ' ').ToString(), MaxSortText);
    }

    /// <summary>The beginning of a text, without cutting a surrogate pair.</summary>
    internal static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>Normalising fails on half a surrogate pair.</summary>
    private static string Whole(string text) => StorableText.IsStorable(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string WriteOut(string title)
    {
        var text = new StringBuilder(title.Length + 8);
        foreach (var c in title)
        {
            text.Append(c switch
            {
                'ä' or 'Ä' => "ae",
                'ö' or 'Ö' => "oe",
                'ü' or 'Ü' => "ue",
                'ß' or 'ẞ' => "ss",
                'æ' or 'Æ' => "ae",
                'ø' or 'Ø' => "o",
                'œ' or 'Œ' => "oe",
                'ł' or 'Ł' => "l",
                'đ' or 'Đ' => "d",
                _ => c.ToString(),
            });
        }

        return text.ToString();
    }
}
