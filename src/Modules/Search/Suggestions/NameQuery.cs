using System.Text;
using Zukunftswerkstatt.Search.Analysis;

namespace Zukunftswerkstatt.Search;

/// <summary>
/// The beginning of a name as somebody types it: words without regard to case, umlauts and signs, each of which a name's word must begin with.
/// </summary>
public sealed class NameQuery
{
    /// <summary>Characters that are read; the rest is passed over.</summary>
    public const int MaxLength = 100;

    /// <summary>Words that are read.</summary>
    public const int MaxWords = 6;

    /// <summary>Letters that are ever forgiven in one word.</summary>
    public const int MaxEdits = 2;

    private NameQuery(string[] words)
    {
        Words = words;
        Folded = string.Join(' ', words);
        LongestFirst = [.. words.OrderByDescending(word => word.Length)];
    }

    /// <summary>Folded, in the order in which they were typed.</summary>
    internal IReadOnlyList<string> Words { get; }

    /// <summary>The same, those first that hardly any name has.</summary>
    internal IReadOnlyList<string> LongestFirst { get; }

    /// <summary>All of them with spaces between.</summary>
    internal string Folded { get; }

    /// <summary>Reads any text; null when no word is in it.</summary>
    public static NameQuery? Of(string? text)
    {
        text ??= "";
        if (text.Length > MaxLength)
        {
            text = text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        }

        var words = Fold(text).Take(MaxWords).ToArray();
        return words.Length == 0 ? null : new NameQuery(words);
    }

    /// <summary>Whether any word is long enough for so many letters to be wrong: none up to three letters, one up to seven, two beyond.</summary>
    public bool Forgives(int edits) => Words.Any(word => Forgiven(word) >= edits);

    /// <summary>Letters that may be wrong in a word.</summary>
    internal static int Forgiven(string word) => word.Length <= 3 ? 0 : word.Length <= 7 ? 1 : MaxEdits;

    /// <summary>The words of a name as they are compared.</summary>
    internal static List<string> Fold(string name)
    {
        var words = new List<string>();
        Span<char> folded = stackalloc char[Spelling.MaxLength];
        var scanner = new WordScanner(name.Normalized());
        while (scanner.MoveNext())
        {
            if (Spelling.Folded(scanner.Word, folded, digraphs: true) is var length and > 0)
            {
                words.Add(folded[..length].ToString());
            }
        }

        return words;
    }

    /// <summary>How well a name answers, 0 best: it is the query, begins with it in whole words, begins with it, or has it somewhere.</summary>
    internal int Rank(string name)
    {
        var folded = new StringBuilder(name.Length + 8).AppendJoin(' ', Fold(name)).ToString();
        return !folded.StartsWith(Folded, StringComparison.Ordinal) ? 3
            : folded.Length == Folded.Length ? 0
            : folded[Folded.Length] == ' ' ? 1 : 2;
    }
}
