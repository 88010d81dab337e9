namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>
/// Light German stemming after J. Savoy, <em>Light Stemming Approaches for the French, Portuguese, German and Hungarian
/// Languages</em>, SAC 2006: only endings of case, number and comparison go, so different words seldom meet.
/// Besides, the feminine plural -innen goes, so that Bürger*innen and Bürger meet, and of a double s at the end one is left.
/// </summary>
internal static class GermanStemmer
{
    /// <summary>Length of the stem of a lower-case word without umlauts.</summary>
    public static int Stem(ReadOnlySpan<char> word)
    {
        if (word.Length > 8 && word.EndsWith("innen"))
        {
            word = word[..^5];
        }

        var length = Comparison(word[..Ending(word)]);

        // Bus and Busse, Ergebnis and Ergebnisse.
        return length > 3 && word[length - 1] == 's' && word[length - 2] == 's' ? length - 1 : length;
    }

    private static int Ending(ReadOnlySpan<char> w)
    {
        var n = w.Length;
        if (n > 5 && w.EndsWith("ern"))
        {
            return n - 3;
        }

        if (n > 4 && w[n - 2] == 'e' && w[n - 1] is 'm' or 'n' or 'r' or 's')
        {
            return n - 2;
        }

        if (n > 3 && w[n - 1] == 'e')
        {
            return n - 1;
        }

        return n > 3 && w[n - 1] == 's' && TakesEnding(w[n - 2]) ? n - 1 : n;
    }

    private static int Comparison(ReadOnlySpan<char> w)
    {
        var n = w.Length;
        if (n > 5 && w.EndsWith("est"))
        {
            return n - 3;
        }

        if (n > 4 && w[n - 2] == 'e' && w[n - 1] is 'r' or 'n')
        {
            return n - 2;
        }

        return n > 4 && w[n - 2] == 's' && w[n - 1] == 't' && TakesEnding(w[n - 3]) ? n - 2 : n;
    }

    private static bool TakesEnding(char c) => c is 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 't';
}
