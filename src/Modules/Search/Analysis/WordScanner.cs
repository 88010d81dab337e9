using System.Globalization;
using System.Text;

namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>
/// Finds the words of a text, without allocating. A word is a run of letters, digits and marks; invisible characters
/// (soft hyphen, bidi marks) and apostrophes inside do not end it. Words joined by a hyphen, a gender sign or the
/// middle dot of easy language (<c>E-Mail</c>, <c>Bürger*innen</c>, <c>Landes·amt</c>) say so, so that they can also be read as one.
/// </summary>
internal ref struct WordScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    /// <summary>Offset of the current word.</summary>
    public int Start { get; private set; }

    /// <summary>Offset behind the current word.</summary>
    public int End { get; private set; }

    /// <summary>Whether the next word follows behind a joining sign.</summary>
    public bool JoinsNext { get; private set; }

    public readonly ReadOnlySpan<char> Word => _text[Start..End];

    public bool MoveNext()
    {
        var i = _next;
        while (i < _text.Length && WordLength(i) == 0)
        {
            i++;
        }

        if (i >= _text.Length)
        {
            _next = i;
            return false;
        }

        Start = i;
        while (i < _text.Length)
        {
            var length = WordLength(i);
            if (length == 0)
            {
                // An apostrophe or invisible character belongs to the word only when the word goes on behind it.
                if (!IsIgnoredInside(_text[i]) || i + 1 >= _text.Length || WordLength(i + 1) == 0)
                {
                    break;
                }

                length = 1;
            }

            i += length;
        }

        End = i;
        JoinsNext = i + 1 < _text.Length && IsJoiner(_text[i]) && WordLength(i + 1) > 0;
        _next = i;
        return true;
    }

    /// <summary>Length of the word character at an offset, 0 when there is none.</summary>
    private readonly int WordLength(int index)
    {
        var c = _text[index];
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        }

        if (char.IsSurrogate(c))
        {
            return Rune.TryGetRuneAt(_text, index, out var rune) && Rune.IsLetterOrDigit(rune) ? 2 : 0;
        }

        return char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? 1 : 0;
    }

    internal static bool IsIgnoredInside(char c) =>
        c is '\'' or '\u2019' or '\u02BC' || (c > '\u007F' && char.GetUnicodeCategory(c) == UnicodeCategory.Format);

    private static bool IsJoiner(char c) => c is '-' or '\u2010' or '\u2011' or '*' or ':' or '_' or '\u00B7' or '\u2022';
}

file static class RuneAt
{
    extension(Rune)
    {
        public static bool TryGetRuneAt(ReadOnlySpan<char> text, int index, out Rune rune) =>
            Rune.DecodeFromUtf16(text[index..], out rune, out _) == System.Buffers.OperationStatus.Done;
    }
}
