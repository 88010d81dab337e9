using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>The terms of one field of one document, collected before Lucene reads them as a token stream. Reused from document to document.</summary>
internal sealed class TermBuffer : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _position;
    private readonly List<(int Start, int Length, int Times, int Increment)> _terms = [];
    private char[] _chars = new char[4096];
    private int _used;
    private int _index;
    private int _repeated;

    public TermBuffer()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
    }

    public int Count => _terms.Count;

    public void Clear()
    {
        _terms.Clear();
        _used = 0;
    }

    /// <param name="mark">See <see cref="IndexFields"/>; <c>\0</c> for none.</param>
    /// <param name="text">The term.</param>
    /// <param name="times">How often it counts.</param>
    /// <param name="increment">Distance from the position of the term before.</param>
    public void Add(char mark, ReadOnlySpan<char> text, int times, int increment)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_used + text.Length + 1 > _chars.Length)
        {
            Array.Resize(ref _chars, _chars.Length * 2);
        }

        var start = _used;
        if (mark != '\0')
        {
            _chars[_used++] = mark;
        }

        text.CopyTo(_chars.AsSpan(_used));
        _used += text.Length;
        _terms.Add((start, _used - start, times, increment));
    }

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

        var (start, length, times, increment) = _terms[_index];
        _term.CopyBuffer(_chars, start, length);
        _position.PositionIncrement = _repeated == 0 ? increment : 0;
        if (++_repeated >= times)
        {
            _index++;
            _repeated = 0;
        }

        return true;
    }
}
