using System.Text;
using Zukunftswerkstatt.Search.Querying;
using Zukunftswerkstatt.Search.Suggestions;

namespace Zukunftswerkstatt.Search;

/// <summary>
/// Some thousand names that do not lie in the index, to be found by the beginnings of their words. Immutable and packed: about thirty bytes a name.
/// </summary>
public sealed class NameList
{
    private const int MostWords = 4096;
    private const double RankStep = 1e12;

    private readonly Func<int, string> _name;
    private readonly float[] _weights;
    private readonly WordList _words;
    private readonly int[] _starts;
    private readonly int[] _entries;

    /// <param name="weights">One for each name; where two names answer equally well, the heavier comes first. Less than 10¹².</param>
    /// <param name="name">The name of an index; kept and asked again, so that the names themselves are not.</param>
    public NameList(IReadOnlyList<float> weights, Func<int, string> name)
    {
        (_name, _weights) = (name, [.. weights]);
        var pairs = new List<(string Word, int Entry)>(_weights.Length * 2);
        for (var i = 0; i < _weights.Length; i++)
        {
            pairs.AddRange(NameQuery.Fold(name(i)).Distinct(StringComparer.Ordinal).Select(word => (word, i)));
        }

        // In the order of UTF-8, which that of UTF-16 is not for rare signs.
        var sorted = pairs.Select(pair => (Bytes: Encoding.UTF8.GetBytes(pair.Word), pair.Entry)).ToList();
        sorted.Sort((a, b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes) is var order and not 0 ? order : a.Entry.CompareTo(b.Entry));
        var words = new WordListBuilder();
        var starts = new List<int>();
        _entries = new int[sorted.Count];
        for (var i = 0; i < sorted.Count; i++)
        {
            if (i == 0 || !sorted[i].Bytes.AsSpan().SequenceEqual(sorted[i - 1].Bytes))
            {
                words.Add(sorted[i].Bytes);
                starts.Add(i);
            }

            _entries[i] = sorted[i].Entry;
        }

        starts.Add(sorted.Count);
        (_words, _starts) = (words.Finish(), [.. starts]);
    }

    /// <summary>Indexes of the names that answer, best first.</summary>
    /// <param name="query">What was typed.</param>
    /// <param name="edits">Letters that may be wrong in a word that is long enough.</param>
    /// <param name="limit">Most indexes.</param>
    public IReadOnlyList<int> Find(NameQuery query, int edits, int limit)
    {
        var all = Any(query.Words[0], edits);
        foreach (var word in query.Words.Skip(1))
        {
            var some = Any(word, edits);
            for (var i = 0; i < all.Length; i++)
            {
                all[i] &= some[i];
            }
        }

        var top = new TopHits(limit);
        foreach (var entry in Bits.Of(all, all.Length))
        {
            top.Add(_weights[entry] - (RankStep * query.Rank(_name(entry))), entry);
        }

        return [.. top.Take().Select(hit => hit.Document)];
    }

    /// <summary>The names that have a word.</summary>
    private ulong[] Any(string word, int edits)
    {
        var any = new ulong[(_weights.Length + 63) / 64];
        var text = Encoding.UTF8.GetBytes(word);
        edits = Math.Min(edits, NameQuery.Forgiven(word));
        if (edits == 0)
        {
            var (from, to) = _words.Range(text);
            Mark(from, to, any);
            return any;
        }

        var near = new List<int>();
        _words.Begin(text, edits, MostWords, near);
        foreach (var found in near)
        {
            Mark(found, found + 1, any);
        }

        return any;
    }

    private void Mark(int from, int to, ulong[] bits)
    {
        foreach (var entry in _entries.AsSpan(_starts[from].._starts[to]))
        {
            bits[entry >> 6] |= 1UL << entry;
        }
    }
}
