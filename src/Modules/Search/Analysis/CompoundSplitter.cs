using System.Collections.Concurrent;

namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>
/// Splits German compounds into words that the portal's texts know, after P. Koehn and K. Knight, <em>Empirical Methods for Compound
/// Splitting</em>, EACL 2003: of all ways to cover a word with known words, the one whose frequencies have the highest geometric mean, and
/// the whole word among them. Beyond the paper, the last part must be a noun, prefixes and endings are no parts, and a verb's stem
/// counts as a part (Mitfahr|bank).
/// </summary>
internal sealed class CompoundSplitter(Vocabulary words)
{
    /// <summary>Shorter words are not looked at.</summary>
    internal const int MinLength = 7;

    private const int MinPart = 3;
    private const int MaxParts = 4;

    /// <summary>A part of three letters is believed only if so many documents have it: short words stand in every long one.</summary>
    internal const int ShortPartDocuments = 3;

    /// <summary>How much the frequency of the whole word speaks against splitting it; 1 in the paper, whose aim is translation. A search gains from parts even of common compounds.</summary>
    private const double WholeWeight = 0.5;

    private const int MaxRemembered = 200_000;

    /// <summary>Signs between the parts that belong to neither.</summary>
    private static readonly string[] _links = ["", "s", "es", "n", "en", "er", "e", "ens", "ns"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _noPart = (
        "ab an auf aus bei dar ein einer eines emp ent empor er fort ge her hin hinter los mit nach nieder ueber um un unter ver vor wider wieder zer zu zurueck zusammen zwischen "
        + "durch gegen ohne miss aussen innen bevor davon dazu hervor voran voraus vorbei "
        + "schaft schafft heit keit ung ungs ungen lich lichen lichkeit isch ische ischen bar sam haft tion tionen ation ationen ismus itaet itaeten enden ende ends erung erungen "
        + "ling linge chen lein tum ion ionen ions iert ieren iert ierung igkeit keiten heiten enz anz ent ant erin innen ten ter den der sten ster endes ender ends "
        + "ste eur ell nis nisse sel los gen lage lagen stellen stellung stand gang gangs halt halts").Split(' ').ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>No part at the end or in the middle; these begin words.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _noHead =
        "mehr selbst allein alt neu nah".Split(' ').ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ConcurrentDictionary<string, string[]> _remembered = new(StringComparer.Ordinal);
    private int _wordsThen;
    private int _rememberedCount;

    /// <summary>The parts in precise spelling, without what links them; empty when the word is whole.</summary>
    /// <param name="exact">Precise spelling.</param>
    public string[] Split(ReadOnlySpan<char> exact)
    {
        if (exact.Length < MinLength || words.Count == 0)
        {
            return [];
        }

        // What was learnt since may change any split; a few words more change hardly any.
        if (words.Count > _wordsThen + (_wordsThen / 64) || _rememberedCount > MaxRemembered)
        {
            _remembered.Clear();
            (_wordsThen, _rememberedCount) = (words.Count, 0);
        }

        var known = _remembered.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(exact, out var parts))
        {
            known[exact] = parts = Find(exact);
            _rememberedCount++;
        }

        return parts;
    }

    /// <summary>Dynamic programming: best sum of logarithms for every end and number of parts.</summary>
    private string[] Find(ReadOnlySpan<char> exact)
    {
        var n = exact.Length;
        var best = new (double Sum, int From, string? Part)[MaxParts + 1, n + 1];
        for (var from = 0; from <= n - MinPart; from++)
        {
            if (from > 0 && !IsReached(best, from))
            {
                continue;
            }

            for (var end = from + MinPart; end <= n; end++)
            {
                if ((end < n && n - end < MinPart) || (from == 0 && end == n))
                {
                    continue;
                }

                var (part, documents) = end == n ? Head(exact[from..]) : Modifier(exact[from..end], first: from == 0);
                if (part is null)
                {
                    continue;
                }

                var gain = Math.Log(documents + 1);
                for (var parts = from == 0 ? 1 : 2; parts <= (from == 0 ? 1 : MaxParts); parts++)
                {
                    if (parts > 1 && best[parts - 1, from].Part is null)
                    {
                        continue;
                    }

                    var sum = (parts > 1 ? best[parts - 1, from].Sum : 0) + gain;
                    if (best[parts, end].Part is null || sum > best[parts, end].Sum)
                    {
                        best[parts, end] = (sum, from, part);
                    }
                }
            }
        }

        var whole = words.Find(exact).Documents;
        var (mean, chosen) = (WholeWeight * Math.Log(whole + 1), 0);
        for (var parts = 2; parts <= MaxParts; parts++)
        {
            if (best[parts, n].Part is not null && best[parts, n].Sum / parts > mean)
            {
                (mean, chosen) = (best[parts, n].Sum / parts, parts);
            }
        }

        if (chosen == 0)
        {
            return [];
        }

        var result = new string[chosen];
        for (var (parts, end) = (chosen, n); parts > 0; parts--)
        {
            result[parts - 1] = best[parts, end].Part!;
            end = best[parts, end].From;
        }

        return result;
    }

    private static bool IsReached((double Sum, int From, string? Part)[,] best, int position)
    {
        for (var parts = 1; parts < MaxParts; parts++)
        {
            if (best[parts, position].Part is not null)
            {
                return true;
            }
        }

        return false;
    }

    private (string? Part, int Documents) Head(ReadOnlySpan<char> part)
    {
        if (_noPart.Contains(part) || _noHead.Contains(part) || words.Find(part) is not { Documents: > 0, IsNoun: true } word)
        {
            return default;
        }

        return part.Length == MinPart && word.Documents < ShortPartDocuments ? default : (part.ToString(), word.Documents);
    }

    /// <summary>A part that others follow, with or without the sign that links them.</summary>
    private (string? Part, int Documents) Modifier(ReadOnlySpan<char> part, bool first)
    {
        if (_noPart.Contains(part) || (!first && _noHead.Contains(part)))
        {
            return default;
        }

        var (best, documents) = ((string?)null, 0);
        foreach (var link in _links)
        {
            if (part.Length - link.Length < MinPart || !part.EndsWith(link))
            {
                continue;
            }

            var stem = part[..^link.Length];
            if (_noPart.Contains(stem) || (Language.German.IsStopWord(stem) && !_noHead.Contains(stem)))
            {
                continue;
            }

            var word = words.Find(stem);
            if (word.Documents > documents && (stem.Length > MinPart || word.Documents >= ShortPartDocuments) && (stem.Length > MinPart || link.Length == 0))
            {
                (best, documents) = (stem.ToString(), word.Documents);
            }
        }

        // Schul|standort, Mitfahr|bank, Wohn|raum: a noun without its e, a verb without its ending.
        if (best is null && part.Length > MinPart)
        {
            Span<char> longer = stackalloc char[part.Length + 2];
            part.CopyTo(longer);
            longer[^2] = 'e';
            longer[^1] = 'n';
            foreach (var length in (ReadOnlySpan<int>)[part.Length + 1, part.Length + 2])
            {
                if (words.Find(longer[..length]) is { Documents: > 0 } word && word.Documents > documents)
                {
                    (best, documents) = (longer[..length].ToString(), word.Documents);
                }
            }
        }

        return (best, documents);
    }
}
