using System.Buffers;
using Zukunftswerkstatt.Search.Analysis;

namespace Zukunftswerkstatt.Search.Querying;

/// <summary>What a clause asks for.</summary>
internal enum ClauseKind
{
    /// <summary>One word, or words joined by signs.</summary>
    Word,

    /// <summary>Words in this order.</summary>
    Phrase,
}

/// <summary>A part of a query.</summary>
/// <param name="Kind">Word or phrase.</param>
/// <param name="Text">As the reader wrote it, without quotation marks and minus.</param>
/// <param name="Excluded">Documents with it are not wanted.</param>
internal sealed record QueryClause(ClauseKind Kind, string Text, bool Excluded);

/// <param name="Text">What was read: at most <see cref="SearchRequest.MaxTextLength"/> characters, composed.</param>
/// <param name="Clauses">At most <see cref="SearchRequest.MaxClauses"/>.</param>
/// <param name="Cut">Whether something was left out.</param>
internal sealed record ParsedQuery(string Text, IReadOnlyList<QueryClause> Clauses, bool Cut);

/// <summary>
/// Reads what people write: words, "phrases", -without. Nothing is an error: a quotation mark without its partner, a lone
/// minus and every other sign are passed over.
/// </summary>
internal static class QueryParser
{
    private static readonly SearchValues<char> _quotationMarks = SearchValues.Create("\"„“”«»");

    public static ParsedQuery Parse(string text)
    {
        var cut = text.Length > SearchRequest.MaxTextLength;
        if (cut)
        {
            var length = SearchRequest.MaxTextLength;
            text = text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
        }

        text = text.Normalized();
        var clauses = new List<QueryClause>();
        var position = 0;
        while (position < text.Length)
        {
            // 1. The next phrase, if there is one.
            var open = text.AsSpan(position).IndexOfAny(_quotationMarks) is var o and >= 0 ? position + o : text.Length;
            var close = open + 1 < text.Length && text.AsSpan(open + 1).IndexOfAny(_quotationMarks) is var c and >= 0 ? open + 1 + c : -1;

            // 2. Words before it.
            AddWords(clauses, text, position, open);
            if (close < 0)
            {
                // No partner: what follows are words.
                position = open + 1;
                continue;
            }

            // 3. The phrase itself.
            var inside = text[(open + 1)..close];
            if (new WordScanner(inside).MoveNext())
            {
                clauses.Add(new QueryClause(ClauseKind.Phrase, inside.Trim(), IsMinus(text, open - 1)));
            }

            position = close + 1;
        }

        cut |= clauses.Count > SearchRequest.MaxClauses;
        return new ParsedQuery(text, clauses.Count > SearchRequest.MaxClauses ? clauses.GetRange(0, SearchRequest.MaxClauses) : clauses, cut);
    }

    private static void AddWords(List<QueryClause> clauses, string text, int from, int to)
    {
        var scanner = new WordScanner(text.AsSpan(0, to)[from..]);
        while (scanner.MoveNext())
        {
            var start = from + scanner.Start;
            while (scanner.JoinsNext && scanner.MoveNext())
            {
            }

            clauses.Add(new QueryClause(ClauseKind.Word, text[start..(from + scanner.End)], IsMinus(text, start - 1)));
        }
    }

    /// <summary>A minus excludes only at the beginning of a word: E-Mail and 2018 - 2019 exclude nothing.</summary>
    private static bool IsMinus(string text, int index) =>
        index >= 0 && text[index] is '-' or '\u2212' && (index == 0 || char.IsWhiteSpace(text[index - 1]) || text[index - 1] == '(');
}
