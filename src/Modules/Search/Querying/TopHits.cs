namespace Zukunftswerkstatt.Search.Querying;

/// <summary>Keeps the best of many documents: highest key first, then lowest document. A binary heap with the worst on top; most documents are compared with that alone.</summary>
internal sealed class TopHits(int capacity)
{
    private readonly List<(double Key, int Document)> _heap = new(Math.Min(capacity, 1024));

    public void Add(double key, int document)
    {
        var added = (key, document);
        if (_heap.Count < capacity)
        {
            _heap.Add(added);
            Up(_heap.Count - 1);
        }
        else if (capacity > 0 && IsWorse(_heap[0], added))
        {
            _heap[0] = added;
            Down();
        }
    }

    /// <summary>Empties the collection; best first.</summary>
    public List<(int Document, double Key)> Take()
    {
        _heap.Sort((a, b) => a.Key != b.Key ? b.Key.CompareTo(a.Key) : a.Document.CompareTo(b.Document));
        var list = _heap.ConvertAll(hit => (hit.Document, hit.Key));
        _heap.Clear();
        return list;
    }

    private static bool IsWorse((double Key, int Document) a, (double Key, int Document) b) => a.Key < b.Key || (a.Key == b.Key && a.Document > b.Document);

    private void Up(int at)
    {
        while (at > 0 && (at - 1) / 2 is var above && IsWorse(_heap[at], _heap[above]))
        {
            (_heap[at], _heap[above]) = (_heap[above], _heap[at]);
            at = above;
        }
    }

    private void Down()
    {
        var at = 0;
        while ((2 * at) + 1 is var worst && worst < _heap.Count)
        {
            worst += worst + 1 < _heap.Count && IsWorse(_heap[worst + 1], _heap[worst]) ? 1 : 0;
            if (!IsWorse(_heap[worst], _heap[at]))
            {
                return;
            }

            (_heap[at], _heap[worst]) = (_heap[worst], _heap[at]);
            at = worst;
        }
    }
}
