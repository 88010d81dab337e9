using System.Buffers;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// Markdown that is nothing but paragraphs of words, or one list of them, with bold words perhaps, as most texts are: looking takes a
/// hundredth of the time of parsing. Whatever could mean anything else is left to the parser.
/// </summary>
internal static class PlainMarkdown
{
    // Signs that mean nothing to Markdown, wherever they stand in a line but at its beginning; and the asterisk, which is looked at.
    private static readonly SearchValues<char> _simple = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäöüßÄÖÜáàâéèêôóç0123456789 \n.,;:?!()%/-–—„“”‚‘’'\"€§*");

    /// <summary>The words, or <c>null</c> when it takes the parser to tell.</summary>
    public static string? Read(ReadOnlySpan<char> markdown)
    {
        if (markdown.ContainsAnyExcept(_simple) || markdown.StartsWith('\n') || markdown.EndsWith('\n') || markdown.Contains("\n\n\n", StringComparison.Ordinal))
        {
            return null;
        }

        var room = ArrayPool<char>.Shared.Rent(markdown.Length);
        try
        {
            var plain = new Plain(room);
            return Read(markdown, ref plain) ? plain.ToString() : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(room);
        }
    }

    private static bool Read(ReadOnlySpan<char> markdown, ref Plain plain)
    {
        var marker = Marker(markdown);
        var isList = marker.Length > 0;
        foreach (var range in markdown.Split('\n'))
        {
            var line = markdown[range];
            if (isList)
            {
                // Any number goes on with a list, but another sign begins a new one.
                if (Marker(line) is not { Length: > 0 } own || own[^2] != marker[^2])
                {
                    return false;
                }

                line = line[own.Length..];
            }
            else if (line.IsEmpty)
            {
                continue;
            }

            if (line.IsEmpty || StartsBlock(line) || line[^1] == ' ' || !plain.Add(line))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"- " or "12. " or "12) " at the beginning, else nothing. No number of a list has more than nine digits.</summary>
    private static ReadOnlySpan<char> Marker(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is >= 0 and <= 9 && line.Length > digits + 1 && line[digits + 1] == ' ' && (digits == 0 ? line[0] == '-' : line[digits] is '.' or ')') ? line[..(digits + 2)] : [];
    }

    // A list (1. or 1), -), a rule, the underline of a heading, or an indented line.
    private static bool StartsBlock(ReadOnlySpan<char> line) =>
        line[0] is '-' or ' ' || (char.IsAsciiDigit(line[0]) && line.TrimStart("0123456789") is ['.' or ')', ..]);

    /// <summary>The lines so far, without the signs of bold words.</summary>
    private ref struct Plain(Span<char> room)
    {
        private readonly Span<char> _room = room;
        private int _length;

        public bool Add(ReadOnlySpan<char> line)
        {
            if (_length > 0)
            {
                _room[_length++] = '\n';
            }

            var bold = false;
            for (var from = 0; ;)
            {
                var sign = line[from..].IndexOf('*');
                var words = sign < 0 ? line[from..] : line.Slice(from, sign);
                words.CopyTo(_room[_length..]);
                _length += words.Length;
                if (sign < 0)
                {
                    return !bold;
                }

                from += sign;
                if (!(bold ? Closes(line, from) : Opens(line, from)))
                {
                    return false;
                }

                bold = !bold;
                from += 2;
            }
        }

        public override readonly string ToString() => new(_room[.._length]);

        // Only where Markdown's rules leave no doubt: words begin after a space, and they end before one or before the end of a sentence.
        private static bool Opens(ReadOnlySpan<char> line, int at) =>
            (at == 0 || line[at - 1] == ' ') && line[at..] is ['*', '*', var next, ..] && char.IsLetterOrDigit(next);

        private static bool Closes(ReadOnlySpan<char> line, int at) =>
            char.IsLetterOrDigit(line[at - 1]) && line[at..] is ['*', '*'] or ['*', '*', ' ' or '.' or ',' or ';' or ':' or '?' or '!' or ')', ..];
    }
}
