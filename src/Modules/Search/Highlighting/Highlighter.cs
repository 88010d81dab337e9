using System.Text;
using System.Text.Encodings.Web;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Querying;

namespace Zukunftswerkstatt.Search.Highlighting;

/// <summary>
/// Marks the words of a text that a query matched, in the form in which they stand there. Reads the text as indexing does, so what is
/// marked is what was matched. The result is encoded HTML with <c>mark</c> as its only element.
/// </summary>
internal sealed class Highlighter
{
    /// <summary>Characters of a text that are searched for fragments; a match farther down is not shown.</summary>
    internal const int MaxScan = 20_000;

    private readonly Language _language;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _stems;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _folded;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _parts;
    private readonly LanguageTools _tools;

    /// <summary>Everything a word can be matched by.</summary>
    private readonly string[] _wanted;

    /// <summary>By ASCII letter or digit: whether a match can begin with it. Most words of a text are passed over for their first letter.</summary>
    private readonly bool[] _begins = new bool[128];

    public Highlighter(ParsedQuery query, Language language, LanguageTools tools, Synonyms synonyms)
    {
        (_language, _tools) = (language, tools);
        var parts = new HashSet<string>(StringComparer.Ordinal);
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var folded = new HashSet<string>(StringComparer.Ordinal);
        var stops = new List<(string Stem, bool InPhrase)>();
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        foreach (var clause in query.Clauses)
        {
            if (clause.Excluded)
            {
                continue;
            }

            var scanner = new WordScanner(clause.Text);
            while (scanner.MoveNext())
            {
                language.Read(scanner.Word, ref forms);
                if (language.IsStopWord(forms.Exact))
                {
                    stops.Add((forms.Stem.ToString(), clause.Kind == ClauseKind.Phrase));
                    continue;
                }

                Add(forms);
                if (scanner.JoinsNext && JoinedWord.Read(scanner, language, ref forms))
                {
                    Add(forms);
                }
            }
        }

        // Stop words are marked only where they were asked for and nothing else was.
        if (stems.Count == 0)
        {
            stems.UnionWith(stops.Select(s => s.Stem));
        }

        IsEmpty = stems.Count == 0;
        _stems = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        _folded = folded.GetAlternateLookup<ReadOnlySpan<char>>();
        _parts = parts.GetAlternateLookup<ReadOnlySpan<char>>();
        _wanted = [.. stems.Concat(parts).Where(stem => stem.Length > 0)];
        foreach (var first in _wanted.Concat(folded.Where(stem => stem.Length > 0)).Select(stem => stem[0]).Where(char.IsAscii))
        {
            _begins[first] = true;
        }

        // Photographie is Fotografie, Cluster Kluster (Spelling.Respelt).
        _begins['p'] |= _begins['f'];
        _begins['c'] |= _begins['k'] || _begins['z'];

        void Add(in WordForms forms)
        {
            var stem = forms.Stem.ToString();
            stems.Add(stem);
            stems.UnionWith(tools.Derived(language, stem));
            stems.UnionWith(synonyms.Of(language, stem).Words);
            parts.UnionWith(tools.Parts(language, forms.Exact).Select(p => language.Stem(p).ToString()));
            folded.Add((forms.Folded.IsEmpty ? forms.Stem : forms.Folded).ToString());
        }
    }

    /// <summary>Whether there is nothing to mark.</summary>
    public bool IsEmpty { get; }

    public IReadOnlyList<string> Mark(string text, HighlightWish wish)
    {
        var scan = text.Length > MaxScan && wish.Fragments > 0 ? text.AsSpan(0, MaxScan) : text.AsSpan();
        var matches = IsEmpty ? [] : Matches(scan, loosely: false);

        // A text without the word may have been found by the parts of a compound.
        if (matches.Count == 0 && !IsEmpty)
        {
            matches = Matches(scan, loosely: true);
        }

        if (wish.Fragments <= 0)
        {
            return [Render(text, 0, text.Length, matches)];
        }

        return matches.Count == 0 ? [Beginning(text, wish.Length)] : Fragments(text, wish, matches);
    }

    private List<(int Start, int End)> Matches(ReadOnlySpan<char> text, bool loosely)
    {
        var matches = new List<(int Start, int End)>();
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        var scanner = new WordScanner(text);
        var inGroup = false;
        while (scanner.MoveNext())
        {
            if (!loosely && !MayBegin(scanner.Word[0]))
            {
                // No form of it is looked for, nor of what it may be joined to.
            }
            else if (scanner.JoinsNext && !inGroup && JoinedWord.Read(scanner, _language, ref forms, out var end) && IsMatch(forms, loosely))
            {
                matches.Add((scanner.Start, end));
                while (scanner.JoinsNext && scanner.MoveNext())
                {
                }
            }
            else
            {
                _language.Read(scanner.Word, ref forms);
                if (IsMatch(forms, loosely))
                {
                    matches.Add((scanner.Start, scanner.End));
                }
            }

            inGroup = scanner.JoinsNext;
        }

        return matches;
    }

    // Spelling changes no first letter else but those beyond ASCII.
    private bool MayBegin(char first) => !char.IsAscii(first) || _begins[char.ToLowerInvariant(first)];

    private bool IsMatch(in WordForms forms, bool loosely)
    {
        if (_stems.Contains(forms.Stem) || _folded.Contains(forms.Folded.IsEmpty ? forms.Stem : forms.Folded))
        {
            return true;
        }

        // The stem of a part stands in the word; looking whether it does costs less than splitting the word.
        if (!loosely || !ContainsAny(forms.Exact, _wanted))
        {
            return false;
        }

        foreach (var part in _tools.Parts(_language, forms.Exact))
        {
            var stem = _language.Stem(part);
            if (_stems.Contains(stem) || _parts.Contains(stem))
            {
                return true;
            }
        }

        return _parts.Contains(forms.Stem);
    }

    private static bool ContainsAny(ReadOnlySpan<char> word, string[] stems)
    {
        foreach (var stem in stems)
        {
            if (word.Contains(stem, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Greedy: the window with most different matches first, then others that do not overlap it; given in reading order.</summary>
    private static IReadOnlyList<string> Fragments(string text, HighlightWish wish, List<(int Start, int End)> matches)
    {
        var length = Math.Max(wish.Length, 20);
        var windows = new List<(int Weight, int First, int Last)>();
        var last = 0;
        for (var first = 0; first < matches.Count; first++)
        {
            last = Math.Max(last, first);
            while (last + 1 < matches.Count && matches[last + 1].End - matches[first].Start <= length * 3 / 4 && InOneLine(text, matches[first].Start, matches[last + 1].Start))
            {
                last++;
            }

            windows.Add((last - first + 1, first, last));
        }

        var chosen = new List<(int Start, int End)>();
        foreach (var (_, first, end) in windows.OrderByDescending(w => w.Weight).ThenBy(w => w.First))
        {
            var fragment = Around(text, matches[first].Start, matches[end].End, length);
            if (chosen.TrueForAll(c => fragment.End <= c.Start || fragment.Start >= c.End))
            {
                chosen.Add(fragment);
            }

            if (chosen.Count == wish.Fragments)
            {
                break;
            }
        }

        chosen.Sort();
        return [.. chosen.Select(c => Render(text, c.Start, c.End, matches))];
    }

    /// <summary>
    /// A stretch of about the given length around a match, from word to word, preferably from the beginning of a sentence. It stays within the
    /// match's line: a line is a value of a field, or a paragraph of it, and two of them make no sentence.
    /// </summary>
    private static (int Start, int End) Around(string text, int from, int to, int length)
    {
        var lineStart = text.AsSpan(0, from).LastIndexOf('\n') + 1;
        var lineEnd = text.IndexOf('\n', to) is var end and >= 0 ? end : text.Length;
        var room = Math.Max(0, length - (to - from));
        var start = Math.Max(lineStart, from - (room / 3));
        if (start > lineStart)
        {
            var sentence = text.AsSpan(start, from - start).LastIndexOf(". ");
            var space = text.AsSpan(start, from - start).IndexOf(' ');
            start = sentence >= 0 ? start + sentence + 2 : space >= 0 ? start + space + 1 : from;
        }

        return (start, start + length >= lineEnd ? lineEnd : WordEnd(text, to, Math.Max(to, start + length)));
    }

    private static bool InOneLine(string text, int from, int to) => !text.AsSpan(from, to - from).Contains('\n');

    private static string Beginning(string text, int length) => Render(text, 0, WordEnd(text, 0, Math.Max(length, 20)), []);

    private static int WordEnd(string text, int from, int to)
    {
        if (to >= text.Length)
        {
            return text.Length;
        }

        var space = text.AsSpan(from, to - from).LastIndexOf(' ');
        to = space > 0 ? from + space : to;
        return to > from && char.IsHighSurrogate(text[to - 1]) ? to - 1 : to;
    }

    private static string Render(string text, int start, int end, List<(int Start, int End)> matches)
    {
        var html = new StringBuilder(end - start + 64);
        if (start > 0 && text[start - 1] != '\n')
        {
            html.Append("… ");
        }

        var at = start;
        foreach (var match in matches)
        {
            if (match.Start < at || match.End > end)
            {
                continue;
            }

            Encode(at, match.Start);
            html.Append("<mark>");
            Encode(match.Start, match.End);
            html.Append("</mark>");
            at = match.End;
        }

        Encode(at, end);
        if (end < text.Length && text[end] != '\n')
        {
            html.Append(" …");
        }

        return html.ToString();

        // The default encoder writes ä as a character reference: twice the bytes, and nothing gained in a UTF-8 page.
        void Encode(int from, int to) => html.Append(_encoder.Encode(text[from..to]));
    }

    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
}
