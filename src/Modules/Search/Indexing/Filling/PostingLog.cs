using Lucene.Net.Index;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>
/// The terms of one field in the order in which documents have them; sorted by term once all are in, which takes two passes over an array where
/// Lucene's buffer looks every occurrence up in a hash table and appends to a chain of its own.
/// </summary>
/// <param name="table">Numbers the terms.</param>
/// <param name="options">What the index keeps of the field.</param>
internal sealed class PostingLog(TermTable table, IndexOptions options)
{
    /// <summary>Both a term's number and a document's fit below the times in an integer.</summary>
    public const int MaxNumber = 1 << TimesShift;

    private const int TimesShift = 24;
    private const int MaxTimes = (1 << (32 - TimesShift)) - 1;

    // Occurrences: the term's number and how often it counts; where it stands, if the index keeps that.
    private uint[] _terms = new uint[4096];
    private int[] _positions = [];
    private int _length;

    // Documents that have any, and where their occurrences end.
    private readonly List<(int Document, int End)> _documents = [];

    // Occurrences of each term.
    private int[] _counts = [];

    private int _position;

    public IndexOptions Options => options;

    public bool HasPositions => options == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;

    public int Occurrences => _length;

    public long SizeInBytes => (_length * (HasPositions ? 8L : 4L)) + (_documents.Count * 8L);

    /// <summary>Adds a term to a document; documents come in ascending order.</summary>
    /// <param name="document">Number in the segment.</param>
    /// <param name="term">Of the table.</param>
    /// <param name="times">How often it counts.</param>
    /// <param name="increment">Distance from the position of the document's term before; the first stands at this less one.</param>
    public void Add(int document, IndexTerm term, int times, int increment)
    {
        if (_documents.Count == 0 || _documents[^1].Document != document)
        {
            _documents.Add((document, _length));
            _position = -1;
        }

        _position += increment;
        for (var left = times; left > 0; left -= MaxTimes)
        {
            Append((uint)term.Number | ((uint)Math.Min(left, MaxTimes) << TimesShift));
        }

        _documents[^1] = (document, _length);
        if (term.Number >= _counts.Length)
        {
            Array.Resize(ref _counts, Math.Max(term.Number + 1, Math.Max(1024, _counts.Length * 2)));
        }

        _counts[term.Number] += ((times - 1) / MaxTimes) + 1;
    }

    public void Clear()
    {
        _length = 0;
        _documents.Clear();
        Array.Clear(_counts);
    }

    /// <summary>Occurrences by term, and by document within a term.</summary>
    /// <param name="room">Where they are written; what was there is gone.</param>
    public SortedPostings Sort(SortedPostings room)
    {
        // 1. The terms there are, and where each one's occurrences begin.
        var numbers = new List<int>();
        var next = room.Next(_counts.Length);
        var start = 0;
        for (var number = 0; number < _counts.Length; number++)
        {
            if (_counts[number] > 0)
            {
                numbers.Add(number);
                next[number] = start;
                start += _counts[number];
            }
        }

        // 2. Each occurrence to its term.
        room.Reserve(_length, HasPositions);
        var from = 0;
        foreach (var (document, end) in _documents)
        {
            for (var i = from; i < end; i++)
            {
                var at = next[_terms[i] & (MaxNumber - 1)]++;
                room.Documents[at] = (uint)document | (_terms[i] & ~(uint)(MaxNumber - 1));
                if (HasPositions)
                {
                    room.Positions[at] = _positions[i];
                }
            }

            from = end;
        }

        // 3. Terms in Lucene's order; each now ends where it was filled up to.
        var terms = TermOrder.Sort(table, numbers);
        room.Terms.Clear();
        foreach (var number in terms)
        {
            room.Terms.Add(new(table[number].Bytes, next[number] - _counts[number], next[number]));
        }

        return room;
    }

    private void Append(uint occurrence)
    {
        if (_length == _terms.Length)
        {
            Array.Resize(ref _terms, _length + (_length / 2));
        }

        if (HasPositions && _positions.Length < _terms.Length)
        {
            Array.Resize(ref _positions, _terms.Length);
        }

        if (HasPositions)
        {
            _positions[_length] = _position;
        }

        _terms[_length++] = occurrence;
    }

    /// <summary>Takes an entry of <see cref="SortedPostings.Documents"/> apart.</summary>
    internal static (int Document, int Times) Read(uint entry) => ((int)(entry & (MaxNumber - 1)), (int)(entry >> TimesShift));
}

/// <summary>The occurrences of a field's terms, those of one term together. Room that is used again for the next field.</summary>
internal sealed class SortedPostings
{
    private int[] _next = [];

    /// <summary>Terms in the order of their bytes, and where their occurrences lie.</summary>
    public List<(byte[] Term, int Start, int End)> Terms { get; } = [];

    /// <summary>Of each occurrence the document and how often it counts; a document may have several of one term, one after the other.</summary>
    public uint[] Documents { get; private set; } = [];

    /// <summary>Of each occurrence where it stands, in fields that keep it.</summary>
    public int[] Positions { get; private set; } = [];

    /// <summary>Where the next occurrence of each term comes, while they are sorted; of other fields before.</summary>
    public int[] Next(int terms)
    {
        if (_next.Length < terms)
        {
            _next = new int[terms];
        }

        return _next;
    }

    public void Reserve(int length, bool positions)
    {
        if (Documents.Length < length)
        {
            Documents = new uint[length];
        }

        if (positions && Positions.Length < length)
        {
            Positions = new int[Documents.Length];
        }
    }
}

/// <summary>The order of Lucene's terms: that of their bytes.</summary>
internal static class TermOrder
{
    /// <summary>Numbers of terms, sorted by the terms.</summary>
    public static int[] Sort(TermTable table, List<int> numbers)
    {
        // By the first eight bytes as one integer, then those that share them by all.
        int[] sorted = [.. numbers];
        ulong[] keys = [.. numbers.Select(number => Key(table[number].Bytes))];
        Array.Sort(keys, sorted);
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                sorted.AsSpan(start, end - start).Sort((a, b) => table[a].Bytes.AsSpan().SequenceCompareTo(table[b].Bytes));
            }

            start = end;
        }

        return sorted;
    }

    private static ulong Key(ReadOnlySpan<byte> bytes)
    {
        var key = 0UL;
        for (var i = 0; i < sizeof(ulong); i++)
        {
            key = (key << 8) | (i < bytes.Length ? bytes[i] : 0UL);
        }

        return key;
    }
}
