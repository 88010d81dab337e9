using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>Doc values of one field, by document. Documents come in ascending order.</summary>
internal abstract class Column
{
    private int[] _documents = new int[1024];

    public abstract DocValuesType Type { get; }

    public abstract long SizeInBytes { get; }

    /// <summary>Documents that have a value.</summary>
    public int Count { get; private set; }

    public abstract void Add(int document, IIndexableField field);

    public virtual void Clear() => Count = 0;

    public IBits WithValue(int documents)
    {
        var bits = new FixedBitSet(documents);
        for (var i = 0; i < Count; i++)
        {
            bits.Set(_documents[i]);
        }

        return bits;
    }

    /// <summary>Numbers the documents that have a value from 0.</summary>
    protected int Next(int document)
    {
        if (Count == _documents.Length)
        {
            Array.Resize(ref _documents, Count + (Count / 2));
        }

        _documents[Count] = document;
        return Count++;
    }

    /// <summary>Number of a document among those that have a value, or negative.</summary>
    protected int Find(int document) =>
        // Most fields have one in every document.
        document < Count && _documents[document] == document ? document : Array.BinarySearch(_documents, 0, Count, document);

    protected bool IsLast(int document) => Count > 0 && _documents[Count - 1] == document;

    protected static T[] Room<T>(ref T[] values, int index)
    {
        if (index >= values.Length)
        {
            Array.Resize(ref values, Math.Max(index + 1, values.Length + (values.Length / 2)));
        }

        return values;
    }
}

/// <summary>Integers.</summary>
internal sealed class NumericColumn : Column
{
    private long[] _values = new long[1024];

    public override DocValuesType Type => DocValuesType.NUMERIC;

    public override long SizeInBytes => Count * 12L;

    public override void Add(int document, IIndexableField field)
    {
        var at = Next(document);
        Room(ref _values, at)[at] = field.GetInt64Value()!.Value;
    }

    public NumericDocValues Values => new Reader(this);

    private sealed class Reader(NumericColumn column) : NumericDocValues
    {
        public override long Get(int docID) => column.Find(docID) is var at and >= 0 ? column._values[at] : 0;
    }
}

/// <summary>Bytes, copied.</summary>
internal sealed class BinaryColumn : Column
{
    private int[] _ends = new int[1024];
    private byte[] _bytes = new byte[64 * 1024];
    private int _length;

    public override DocValuesType Type => DocValuesType.BINARY;

    public override long SizeInBytes => (Count * 8L) + _length;

    public override void Add(int document, IIndexableField field)
    {
        var value = field.GetBinaryValue();
        Room(ref _bytes, _length + value.Length);
        value.Bytes.AsSpan(value.Offset, value.Length).CopyTo(_bytes.AsSpan(_length));
        _length += value.Length;
        var at = Next(document);
        Room(ref _ends, at)[at] = _length;
    }

    public override void Clear()
    {
        base.Clear();
        _length = 0;
    }

    public BinaryDocValues Values => new Reader(this);

    private sealed class Reader(BinaryColumn column) : BinaryDocValues
    {
        public override void Get(int docID, BytesRef result)
        {
            var at = column.Find(docID);
            var start = at > 0 ? column._ends[at - 1] : 0;
            (result.Bytes, result.Offset, result.Length) = at < 0 ? ([], 0, 0) : (column._bytes, start, column._ends[at] - start);
        }
    }
}

/// <summary>Terms: one for each document, or several.</summary>
/// <param name="table">Numbers the terms.</param>
/// <param name="type">SORTED or SORTED_SET.</param>
internal sealed class TermColumn(TermTable table, DocValuesType type) : Column
{
    private int[] _ends = new int[1024];
    private int[] _terms = new int[4096];
    private int _length;

    public override DocValuesType Type => type;

    public override long SizeInBytes => (Count * 8L) + (_length * 4L);

    public override void Add(int document, IIndexableField field)
    {
        var value = field.GetBinaryValue();
        Room(ref _terms, _length)[_length++] = table.Find(value.Bytes.AsSpan(value.Offset, value.Length)).Number;
        var at = IsLast(document) ? Count - 1 : Next(document);
        Room(ref _ends, at)[at] = _length;
    }

    public override void Clear()
    {
        base.Clear();
        _length = 0;
    }

    public SortedDocValues Sorted()
    {
        var order = Order(out var ranks);
        return new SortedReader(this, order, ranks);
    }

    public SortedSetDocValues SortedSet()
    {
        var order = Order(out var ranks);
        return new SetReader(this, order, ranks);
    }

    /// <summary>The distinct terms in order, and the rank of each occurrence's.</summary>
    private byte[][] Order(out int[] ranks)
    {
        var seen = new bool[table.Count];
        var numbers = new List<int>();
        for (var i = 0; i < _length; i++)
        {
            if (!seen[_terms[i]])
            {
                seen[_terms[i]] = true;
                numbers.Add(_terms[i]);
            }
        }

        var order = TermOrder.Sort(table, numbers);
        var rank = new int[table.Count];
        for (var i = 0; i < order.Length; i++)
        {
            rank[order[i]] = i;
        }

        ranks = new int[_length];
        for (var i = 0; i < _length; i++)
        {
            ranks[i] = rank[_terms[i]];
        }

        return [.. order.Select(number => table[number].Bytes)];
    }

    private (int Start, int End) Range(int document)
    {
        var at = Find(document);
        return at < 0 ? (0, 0) : (at > 0 ? _ends[at - 1] : 0, _ends[at]);
    }

    private sealed class SortedReader(TermColumn column, byte[][] terms, int[] ranks) : SortedDocValues
    {
        public override int ValueCount => terms.Length;

        public override int GetOrd(int docID) => column.Range(docID) is var (start, end) && start < end ? ranks[start] : -1;

        public override void LookupOrd(int ord, BytesRef result) => (result.Bytes, result.Offset, result.Length) = (terms[ord], 0, terms[ord].Length);
    }

    private sealed class SetReader(TermColumn column, byte[][] terms, int[] ranks) : SortedSetDocValues
    {
        private int[] _ordinals = new int[64];
        private int _next;
        private int _count;

        public override long ValueCount => terms.Length;

        public override void SetDocument(int docID)
        {
            var (start, end) = column.Range(docID);
            (_next, _count) = (0, end - start);
            if (_ordinals.Length < _count)
            {
                _ordinals = new int[_count];
            }

            ranks.AsSpan(start, _count).CopyTo(_ordinals);
            _ordinals.AsSpan(0, _count).Sort();
        }

        public override long NextOrd()
        {
            // A value may come twice in a document.
            while (_next > 0 && _next < _count && _ordinals[_next] == _ordinals[_next - 1])
            {
                _next++;
            }

            return _next < _count ? _ordinals[_next++] : NO_MORE_ORDS;
        }

        public override void LookupOrd(long ord, BytesRef result) => (result.Bytes, result.Offset, result.Length) = (terms[ord], 0, terms[ord].Length);
    }
}
