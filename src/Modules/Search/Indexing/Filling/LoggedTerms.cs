using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>A <see cref="PostingLog"/> as Lucene reads a field's terms: from the first to the last, once, when it writes a segment.</summary>
/// <param name="log">The field.</param>
/// <param name="room">Shared by the fields of a segment, which are read one after the other.</param>
internal sealed class LoggedTerms(PostingLog log, SortedPostings room) : Terms
{
    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    // Unknown, which Lucene allows; what it writes it counts itself.
    public override long Count => -1;

    public override long SumTotalTermFreq => -1;

    public override long SumDocFreq => -1;

    public override int DocCount => -1;

    public override bool HasFreqs => log.Options != IndexOptions.DOCS_ONLY;

    public override bool HasOffsets => false;

    public override bool HasPositions => log.HasPositions;

    public override bool HasPayloads => false;

    public override TermsEnum GetEnumerator() => new Enumerator(log.Sort(room), log.HasPositions);

    private sealed class Enumerator(SortedPostings postings, bool positions) : TermsEnum
    {
        private readonly BytesRef _term = new();
        private int _index = -1;

        public override BytesRef Term => _term;

        public override long Ord => throw new NotSupportedException();

        public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

        public override int DocFreq
        {
            get
            {
                var documents = new Postings(postings, _index);
                var count = 0;
                while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                {
                    count++;
                }

                return count;
            }
        }

        // Unknown.
        public override long TotalTermFreq => -1;

        public override bool MoveNext()
        {
            if (++_index >= postings.Terms.Count)
            {
                return false;
            }

            var term = postings.Terms[_index].Term;
            (_term.Bytes, _term.Offset, _term.Length) = (term, 0, term.Length);
            return true;
        }

        [Obsolete("Lucene's older form.")]
        public override BytesRef? Next() => MoveNext() ? _term : null;

        public override SeekStatus SeekCeil(BytesRef text) => throw new NotSupportedException("The terms are read from the first to the last.");

        public override void SeekExact(long ord) => throw new NotSupportedException("The terms are read from the first to the last.");

        public override DocsEnum Docs(IBits liveDocs, DocsEnum reuse, DocsFlags flags) => new Postings(postings, _index);

        public override DocsAndPositionsEnum? DocsAndPositions(IBits liveDocs, DocsAndPositionsEnum reuse, DocsAndPositionsFlags flags) =>
            positions ? new Postings(postings, _index) : null;
    }

    /// <summary>The documents of a term.</summary>
    private sealed class Postings(SortedPostings postings, int term) : DocsAndPositionsEnum
    {
        private readonly int _end = postings.Terms[term].End;
        private int _next = postings.Terms[term].Start;
        private int _document = -1;
        private int _frequency;

        // The entry that positions are read from, and how often it was.
        private int _entry;
        private int _given;

        public override int DocID => _document;

        public override int Freq => _frequency;

        public override int StartOffset => -1;

        public override int EndOffset => -1;

        public override int NextDoc()
        {
            if (_next == _end)
            {
                return _document = NO_MORE_DOCS;
            }

            (_entry, _given) = (_next, 0);
            (_document, _frequency) = PostingLog.Read(postings.Documents[_next++]);
            while (_next < _end && PostingLog.Read(postings.Documents[_next]) is var (document, times) && document == _document)
            {
                _frequency += times;
                _next++;
            }

            return _document;
        }

        public override int NextPosition()
        {
            if (_given == PostingLog.Read(postings.Documents[_entry]).Times)
            {
                _entry++;
                _given = 0;
            }

            _given++;
            return postings.Positions[_entry];
        }

        public override BytesRef? GetPayload() => null;

        public override int Advance(int target)
        {
            while (NextDoc() < target)
            {
            }

            return _document;
        }

        public override long GetCost() => _end - postings.Terms[term].Start;
    }
}
