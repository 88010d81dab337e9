namespace Zukunftswerkstatt.Search.Querying;

/// <summary>Keeps the best of many documents: highest key first, then lowest document.</summary>
internal sealed class TopHits(int capacity)
{
    private readonly PriorityQueue<int, (double Key, int Document)> _heap = new(Math.Min(capacity, 1024) + 1, WorstFirst.Instance);
    private double _worst = double.NegativeInfinity;

    public void Add(double key, int document)
    {
        if (_heap.Count < capacity)
        {
            _heap.Enqueue(document, (key, document));
        }
        else if (capacity > 0 && key >= _worst)
        {
            _heap.EnqueueDequeue(document, (key, document));
        }
        else
        {
            return;
        }

        if (_heap.Count == capacity && _heap.TryPeek(out _, out var worst))
        {
            _worst = worst.Key;
        }
    }

    /// <summary>Empties the collection; best first.</summary>
    public List<(int Document, double Key)> Take()
    {
        var list = new List<(int, double)>(_heap.Count);
        while (_heap.TryDequeue(out var document, out var priority))
        {
            list.Add((document, priority.Key));
        }

        list.Reverse();
        _worst = double.NegativeInfinity;
        return list;
    }

    private sealed class WorstFirst : IComparer<(double Key, int Document)>
    {
        public static WorstFirst Instance { get; } = new();

        public int Compare((double Key, int Document) x, (double Key, int Document) y) =>
            x.Key != y.Key ? x.Key.CompareTo(y.Key) : y.Document.CompareTo(x.Document);
    }
}
