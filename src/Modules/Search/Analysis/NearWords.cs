namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>
/// Words of a vocabulary that differ from a mistyped one by few letters: none up to three letters, one up to seven, two beyond. Two
/// letters exchanged count once (F. J. Damerau, <em>A technique for computer detection and correction of spelling errors</em>, CACM 1964).
/// </summary>
internal static class NearWords
{
    /// <summary>Words given back.</summary>
    internal const int Most = 3;

    /// <summary>The nearest words, the commonest first; only those with the smallest distance.</summary>
    public static IReadOnlyList<(string Exact, string Written)> Find(Vocabulary vocabulary, string exact)
    {
        // Another number is no correction of a number, and texts teach no numbers anyway.
        var allowed = exact.Length <= 3 || !exact.Any(char.IsLetter) ? 0 : exact.Length <= 7 ? 1 : 2;
        if (allowed == 0)
        {
            return [];
        }

        // The word itself may be known although no document has it, as a synonym.
        var near = vocabulary.Near(exact, allowed).Where(n => n.Exact != exact).DistinctBy(n => n.Exact)
            .Select(n => (n.Exact, n.Word, Distance: Distance(exact, n.Exact, allowed))).ToList();
        var nearest = near.Count == 0 ? 0 : near.Min(n => n.Distance);
        return [.. near.Where(n => n.Distance == nearest)
            .OrderByDescending(n => n.Word.Documents).ThenBy(n => n.Exact, StringComparer.Ordinal).Take(Most).Select(n => (n.Exact, n.Word.Written))];
    }

    /// <summary>Insertions, deletions, substitutions and exchanges of neighbours; any number beyond <paramref name="limit"/> is given as one more.</summary>
    internal static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        Span<int> before = stackalloc int[Spelling.MaxLength + 1];
        Span<int> last = stackalloc int[Spelling.MaxLength + 1];
        Span<int> now = stackalloc int[Spelling.MaxLength + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var smallest = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                now[j] = cost;
                smallest = Math.Min(smallest, cost);
            }

            if (smallest > limit)
            {
                return limit + 1;
            }

            var unused = before;
            before = last;
            last = now;
            now = unused;
        }

        return Math.Min(last[b.Length], limit + 1);
    }
}
