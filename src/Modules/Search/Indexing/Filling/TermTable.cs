using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>A term in UTF-8 and its number in the <see cref="TermTable"/> it is from. Equal terms of one table are the same object.</summary>
internal sealed class IndexTerm(byte[] bytes, int number)
{
    /// <summary>Must not be changed.</summary>
    public byte[] Bytes => bytes;

    public int Number => number;
}

/// <summary>Numbers terms from 0, so that what is said of a term lies in an array. Not thread-safe.</summary>
internal sealed class TermTable
{
    private const int OnStack = 256;

    private readonly Dictionary<byte[], IndexTerm> _terms;
    private readonly Dictionary<byte[], IndexTerm>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly List<IndexTerm> _byNumber = [];

    public TermTable()
    {
        _terms = new(Utf8Comparer.Instance);
        _lookup = _terms.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public int Count => _byNumber.Count;

    public IndexTerm this[int number] => _byNumber[number];

    /// <param name="utf8">The term.</param>
    public IndexTerm Find(ReadOnlySpan<byte> utf8)
    {
        if (!_lookup.TryGetValue(utf8, out var term))
        {
            _byNumber.Add(term = new IndexTerm(utf8.ToArray(), _byNumber.Count));
            _terms.Add(term.Bytes, term);
        }

        return term;
    }

    /// <param name="mark">See <see cref="IndexFields"/>; ASCII, <c>\0</c> for none.</param>
    /// <param name="text">What follows it.</param>
    public IndexTerm Find(char mark, ReadOnlySpan<char> text)
    {
        var marked = mark == '\0' ? 0 : 1;
        var most = marked + Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> utf8 = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        if (marked > 0)
        {
            utf8[0] = (byte)mark;
        }

        return Find(utf8[..(marked + Encoding.UTF8.GetBytes(text, utf8[marked..]))]);
    }

    /// <summary>Forgets all terms and begins again with 0.</summary>
    public void Clear()
    {
        _terms.Clear();
        _byNumber.Clear();
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static Utf8Comparer Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
