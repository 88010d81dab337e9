using System.Runtime.InteropServices;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>The terms of one field of one document, collected before Lucene reads them as a token stream. Reused from document to document.</summary>
internal sealed class TermBuffer : TokenStream
{
    private readonly TermAttribute _term = new();
    private readonly IPositionIncrementAttribute _position;
    private readonly List<(IndexTerm Term, int Times, int Increment)> _terms = [];
    private int _index;
    private int _repeated;

    public TermBuffer()
    {
        AddAttributeImpl(_term);
        _position = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>How often each counts, and its distance from the position of the one before.</summary>
    public ReadOnlySpan<(IndexTerm Term, int Times, int Increment)> Terms => CollectionsMarshal.AsSpan(_terms);

    public void Clear() => _terms.Clear();

    /// <param name="term">With its mark; see <see cref="IndexFields"/>.</param>
    /// <param name="times">How often it counts.</param>
    /// <param name="increment">Distance from the position of the term before.</param>
    public void Add(IndexTerm term, int times, int increment) => _terms.Add((term, times, increment));

    public override void Reset()
    {
        base.Reset();
        _index = 0;
        _repeated = 0;
    }

    public override sealed bool IncrementToken()
    {
        if (_index == _terms.Count)
        {
            return false;
        }

        var (term, times, increment) = _terms[_index];
        _term.Set(term.Bytes);
        _position.PositionIncrement = _repeated == 0 ? increment : 0;
        if (++_repeated >= times)
        {
            _index++;
            _repeated = 0;
        }

        return true;
    }

    /// <summary>Hands Lucene the bytes as they are, where its own attribute would encode the same word again and again.</summary>
    private sealed class TermAttribute : Lucene.Net.Util.Attribute, ITermToBytesRefAttribute
    {
        public BytesRef BytesRef { get; } = new();

        public void Set(byte[] term) => (BytesRef.Bytes, BytesRef.Offset, BytesRef.Length) = (term, 0, term.Length);

        /// <summary>The bytes are there already.</summary>
        public void FillBytesRef()
        {
        }

        public override void Clear() => Set([]);

        public override void CopyTo(IAttribute target) => ((TermAttribute)target).Set([.. BytesRef.Bytes.AsSpan(BytesRef.Offset, BytesRef.Length)]);
    }
}
