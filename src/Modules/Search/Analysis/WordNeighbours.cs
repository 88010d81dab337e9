using System.Collections.Concurrent;
using System.Text;
using Zukunftswerkstatt.Search.Suggestions;

namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>
/// Finds the words of a growing vocabulary that are spelt nearly like another, without looking at each: most lie in a packed list that is made
/// anew when a tenth has come on top; what is newer is looked at one by one. One thread adds, any number read.
/// </summary>
/// <param name="all">All words there are; may grow while it is read.</param>
internal sealed class WordNeighbours(Func<IEnumerable<string>> all)
{
    /// <summary>Words found at most.</summary>
    private const int Most = 64;

    private const int FewNew = 500;

    private readonly Lock _packing = new();
    private volatile ConcurrentQueue<string> _new = new();
    private volatile WordList? _packed;

    /// <summary>To be called when the word is in the vocabulary already: whoever packs from now on finds it there or here.</summary>
    public void Add(string exact) => _new.Enqueue(exact);

    /// <summary>Words that differ by at most so many letters, the word itself among them if it is known; some may come twice.</summary>
    public IEnumerable<string> Near(string exact, int edits)
    {
        var packed = _packed is { } known && _new.Count <= FewNew + (known.Count / 10) ? known : Pack();
        var found = new List<int>();
        packed.Near(Encoding.UTF8.GetBytes(exact), edits, Most, found);
        return found.Select(i => Encoding.UTF8.GetString(packed[i]))
            .Concat(_new.Where(word => Math.Abs(word.Length - exact.Length) <= edits && NearWords.Distance(exact, word, edits) <= edits));
    }

    private WordList Pack()
    {
        lock (_packing)
        {
            if (_packed is { } known && _new.Count <= FewNew + (known.Count / 10))
            {
                return known; // somebody else did it meanwhile
            }

            _new = new();
            var builder = new WordListBuilder();
            foreach (var word in all().Order(StringComparer.Ordinal))
            {
                builder.Add(word);
            }

            return _packed = builder.Finish();
        }
    }
}
