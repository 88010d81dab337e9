using System.Globalization;
using System.Text;

namespace Zukunftswerkstatt.Content;

/// <summary>Addresses and sort keys from titles.</summary>
public static class Slug
{
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
        foreach (var c in WriteOut(title.Normalize(NormalizationForm.FormC)).Normalize(NormalizationForm.FormD))
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

    /// <summary>The form in which paths are stored and compared: lower case, without outer slashes.</summary>
    public static string PathKey(string path) => path.Trim('/').ToLowerInvariant();

    /// <summary>A title folded for sorting as German dictionaries do: ä as a, ß as ss, case and accents ignored (DIN 5007-1).</summary>
    public static string SortText(string title)
    {
        var folded = new StringBuilder(title.Length);
        foreach (var c in title.Normalize(NormalizationForm.FormD))
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

        return folded.Length > 200 ? folded.ToString(0, 200) : folded.ToString();
    }

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
