using System.Text;

namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>Reads words joined by signs as one word: E-Mail as Email.</summary>
internal static class JoinedWord
{
    /// <summary>
    /// Joins the group of words that begins with the scanner's current one. False when it is longer than a word may be, or only digits.
    /// The scanner is a copy; the caller's does not move.
    /// </summary>
    public static bool Read(WordScanner scanner, Language language, ref WordForms forms) =>
        Read(scanner, language, ref forms, out _);

    /// <param name="scanner">At the group's first word.</param>
    /// <param name="language">Reads the joined word.</param>
    /// <param name="forms">Receives its forms.</param>
    /// <param name="end">Offset behind the group.</param>
    public static bool Read(WordScanner scanner, Language language, ref WordForms forms, out int end)
    {
        Span<char> joined = stackalloc char[Spelling.MaxLength];
        var length = Read(scanner, joined, out end);
        if (length > 0)
        {
            language.Read(joined[..length], ref forms);
        }

        return length > 0;
    }

    /// <summary>The joined word as written: its length, or 0 when it is longer than a word may be, or only digits.</summary>
    /// <param name="scanner">At the group's first word.</param>
    /// <param name="joined">Receives it; <see cref="Spelling.MaxLength"/> characters.</param>
    /// <param name="end">Offset behind the group.</param>
    public static int Read(WordScanner scanner, Span<char> joined, out int end)
    {
        var length = 0;
        var letters = false;
        while (true)
        {
            end = scanner.End;
            var word = scanner.Word;
            if (length + word.Length > joined.Length)
            {
                return 0;
            }

            word.CopyTo(joined[length..]);
            length += word.Length;
            letters |= char.IsLetter(word[0]);
            if (!scanner.JoinsNext || !scanner.MoveNext())
            {
                return letters ? length : 0;
            }
        }
    }

    /// <summary>Composed form, so that ü typed as u and ¨ is ü; text with broken surrogates stays as it is.</summary>
    public static string Normalized(this string text)
    {
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
