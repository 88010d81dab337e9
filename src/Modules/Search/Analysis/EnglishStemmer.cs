using System.Buffers;

namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>
/// Light English stemming: plurals after D. Harman, <em>How Effective Is Suffixing?</em>, JASIS 1991, and the endings -ing and -ed
/// of words long enough to lose them.
/// </summary>
internal static class EnglishStemmer
{
    private static readonly SearchValues<char> _vowels = SearchValues.Create("aeiouy");

    /// <summary>Stems a lower-case word in place and gives its new length.</summary>
    public static int Stem(Span<char> word, int length)
    {
        length = Plural(word, length);
        var w = word[..length];
        if (length > 5 && w.EndsWith("ing") && w[..^3].ContainsAny(_vowels))
        {
            length = Undouble(word, length - 3);
        }
        else if (length > 4 && w.EndsWith("ed") && w[..^2].ContainsAny(_vowels))
        {
            length = Undouble(word, length - 2);
        }

        // house, houses and housing meet in hous.
        return length > 3 && word[length - 1] == 'e' ? length - 1 : length;
    }

    private static int Plural(Span<char> word, int n)
    {
        if (n < 4 || word[n - 1] != 's' || word[n - 2] is 'u' or 's')
        {
            return n;
        }

        if (word[n - 2] == 'e' && word[n - 3] == 'i' && n > 4)
        {
            word[n - 3] = 'y';
            return n - 2;
        }

        // buses, boxes, churches
        return n > 4 && word[n - 2] == 'e' && (word[n - 3] is 's' or 'x' or 'z' || (word[n - 3] == 'h' && word[n - 4] is 'c' or 's')) ? n - 2 : n - 1;
    }

    private static int Undouble(ReadOnlySpan<char> word, int n) =>
        n > 3 && word[n - 1] == word[n - 2] && word[n - 1] is not ('l' or 's' or 'z' or 'e' or 'o') ? n - 1 : n;
}
