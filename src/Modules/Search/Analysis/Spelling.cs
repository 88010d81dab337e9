using System.Globalization;
using System.Text;

namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>
/// Two spellings of a word. The <em>precise</em> one writes ä as ae and ß as ss, so that Bürger and Buerger are the same
/// and Burger is another. The <em>folded</em> one writes ä and ae as a, so that all three are the same: it finds more, and is weighed less.
/// </summary>
internal static class Spelling
{
    /// <summary>Longer words are cut, in documents and queries alike.</summary>
    public const int MaxLength = 80;

    private static readonly char[] _base = BaseLetters();

    /// <summary>Writes the precise spelling and gives its length; <paramref name="folds"/> says whether the folded one may differ.</summary>
    public static int Precise(ReadOnlySpan<char> word, Span<char> target, out bool folds)
    {
        var n = 0;
        folds = false;
        foreach (var c in word)
        {
            if (n + 2 > MaxLength)
            {
                break;
            }

            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                folds |= MayFold(target[..n], c);
                target[n++] = c;
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                var lower = (char)(c | 0x20);
                folds |= MayFold(target[..n], lower);
                target[n++] = lower;
            }
            else if (Umlaut(c) is var vowel and not '\0')
            {
                target[n++] = vowel;
                target[n++] = 'e';
                folds = true;
            }
            else if (c == '\u0308' && n > 0 && target[n - 1] is 'a' or 'o' or 'u')
            {
                target[n++] = 'e';
                folds = true;
            }
            else
            {
                n = Other(c, target, n);
            }
        }

        folds |= n > 0 && target[n - 1] == 'c';
        return n;
    }

    /// <summary>
    /// Makes old and foreign spellings of a folded word the German ones, in place, and gives the new length: Photographie is Fotografie, Silicium
    /// Silizium, Potential Potenzial.
    /// </summary>
    public static int Respelt(Span<char> word, int length)
    {
        var n = 0;
        for (var i = 0; i < length; i++)
        {
            var (c, next) = (word[i], i + 1 < length ? word[i + 1] : '\0');
            if (c == 'p' && next == 'h')
            {
                word[n++] = 'f';
                i++;
            }
            else if (c == 'c' && next is not ('h' or 'k'))
            {
                word[n++] = next is 'e' or 'i' or 'y' ? 'z' : 'k';
            }
            else
            {
                word[n++] = c == 't' && next == 'i' && i + 3 < length && word[i + 2] is 'a' or 'e' && word[i + 3] == 'l' ? 'z' : c;
            }
        }

        return n;
    }

    /// <summary>Whether a letter makes what stands before it something that may be spelt in another way: ae, ph, tial, a c before anything but h and k.</summary>
    private static bool MayFold(ReadOnlySpan<char> before, char c) => !before.IsEmpty && (before[^1], c) switch
    {
        ('c', not ('h' or 'k')) => true,
        ('a' or 'o' or 'u', 'e') => true,
        ('p', 'h') => true,
        ('a' or 'e', 'l') => before.Length > 2 && before[^2] == 'i' && before[^3] == 't',
        _ => false,
    };

    /// <summary>Writes the folded spelling and gives its length.</summary>
    /// <param name="word">As found in the text.</param>
    /// <param name="target">At least <see cref="MaxLength"/> characters.</param>
    /// <param name="digraphs">Whether ae, oe and ue count as umlauts (German) or only real umlauts do.</param>
    public static int Folded(ReadOnlySpan<char> word, Span<char> target, bool digraphs)
    {
        var n = 0;
        var plain = false; // the last letter is a vowel written plainly, so an e behind it may spell an umlaut
        foreach (var c in word)
        {
            if (n + 2 > MaxLength)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                var lower = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;

                // neue, Bauer, Quelle: behind a vowel or q, ue is not an umlaut.
                if (digraphs && lower == 'e' && plain && !(n > 1 && target[n - 2] is 'a' or 'e' or 'i' or 'o' or 'u' or 'q'))
                {
                    plain = false;
                    continue;
                }

                target[n++] = lower;
                plain = lower is 'a' or 'o' or 'u';
            }
            else if (Umlaut(c) is var vowel and not '\0')
            {
                target[n++] = vowel;
                plain = false;
            }
            else
            {
                n = Other(c, target, n);
            }
        }

        return n;
    }

    private static char Umlaut(char c) => c switch
    {
        'ä' or 'Ä' or 'æ' or 'Æ' => 'a',
        'ö' or 'Ö' or 'ø' or 'Ø' or 'œ' or 'Œ' => 'o',
        'ü' or 'Ü' => 'u',
        _ => '\0',
    };

    private static int Other(char c, Span<char> target, int n)
    {
        if (c is 'ß' or 'ẞ')
        {
            target[n++] = 's';
            target[n++] = 's';
        }
        else if (c < _base.Length)
        {
            if (_base[c] != '\0')
            {
                target[n++] = _base[c];
            }
        }
        else if (!WordScanner.IsIgnoredInside(c) && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        {
            target[n++] = char.ToLowerInvariant(c);
        }

        return n;
    }

    /// <summary>é → e, Š → s, … up to Latin Extended B; signs that are ignored inside a word have none.</summary>
    private static char[] BaseLetters()
    {
        var table = new char[0x250];
        for (var c = '\u0080'; c < table.Length; c++)
        {
            if (char.IsLetterOrDigit(c))
            {
                table[c] = char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]);
            }
        }

        return table;
    }
}
