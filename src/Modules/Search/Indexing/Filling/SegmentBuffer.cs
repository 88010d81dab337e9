using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>
/// Documents of a segment to be, in memory: what Lucene's own buffer does for one document at a time, for many and at a fraction of the cost.
/// Lucene writes it as it merges any other reader into an index (<see cref="IndexWriter.AddIndexes(IndexReader[])"/>): once, each field from its
/// beginning to its end. Knows the kinds of fields that <see cref="DocumentMaker"/> makes and no others. Not thread-safe.
/// </summary>
/// <param name="table">The terms of the documents.</param>
internal sealed class SegmentBuffer(TermTable table) : AtomicReader
{
    private readonly Dictionary<string, PostingLog> _logs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Column> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<(string Field, byte[] Value)>> _stored = [];
    private readonly SortedPostings _room = new();
    private int _count;

    public override int MaxDoc => _count;

    public override int NumDocs => _count;

    public override IBits? LiveDocs => null;

    public override Fields Fields => new LoggedFields(this);

    public long SizeInBytes => _logs.Values.Sum(log => log.SizeInBytes) + _columns.Values.Sum(column => column.SizeInBytes);

    public override FieldInfos FieldInfos
    {
        get
        {
            var names = _logs.Keys.Concat(_columns.Keys).Concat(_stored.Values.SelectMany(stored => stored.Select(one => one.Field))).Distinct();
            return new FieldInfos([.. names.Select((name, number) => new FieldInfo(
                name,
                _logs.ContainsKey(name),
                number,
                storeTermVector: false,
                omitNorms: true,
                storePayloads: false,
                _logs.TryGetValue(name, out var log) ? log.Options : IndexOptions.NONE,
                _columns.TryGetValue(name, out var column) ? column.Type : DocValuesType.NONE,
                DocValuesType.NONE,
                attributes: null))]);
        }
    }

    /// <param name="document">Copied.</param>
    /// <exception cref="NotSupportedException">It has a field of another kind.</exception>
    public void Add(Document document)
    {
        foreach (var field in document)
        {
            var type = field.IndexableFieldType;
            if (type.DocValueType != DocValuesType.NONE)
            {
                Column(field.Name, type.DocValueType).Add(_count, field);
            }
            else if (type.IsIndexed)
            {
                AddTerms(Log(field.Name, type.IndexOptions), field);
            }
            else if (type.IsStored && field.GetBinaryValue() is { } stored)
            {
                if (!_stored.TryGetValue(_count, out var fields))
                {
                    _stored.Add(_count, fields = []);
                }

                fields.Add((field.Name, stored.Bytes.AsSpan(stored.Offset, stored.Length).ToArray()));
            }
            else
            {
                throw new NotSupportedException($"Field '{field.Name}' is of a kind that is not known here.");
            }
        }

        _count++;
    }

    /// <summary>Forgets the documents; their room is used again.</summary>
    public void Clear()
    {
        _count = 0;
        _stored.Clear();
        foreach (var log in _logs.Values)
        {
            log.Clear();
        }

        foreach (var column in _columns.Values)
        {
            column.Clear();
        }
    }

    public override NumericDocValues? GetNumericDocValues(string field) => (_columns.GetValueOrDefault(field) as NumericColumn)?.Values;

    public override BinaryDocValues? GetBinaryDocValues(string field) => (_columns.GetValueOrDefault(field) as BinaryColumn)?.Values;

    public override SortedDocValues? GetSortedDocValues(string field) => Terms(field, DocValuesType.SORTED)?.Sorted();

    public override SortedSetDocValues? GetSortedSetDocValues(string field) => Terms(field, DocValuesType.SORTED_SET)?.SortedSet();

    public override IBits? GetDocsWithField(string field) => _columns.GetValueOrDefault(field)?.WithValue(_count);

    public override NumericDocValues? GetNormValues(string field) => null;

    public override Fields? GetTermVectors(int docID) => null;

    public override void Document(int docID, StoredFieldVisitor visitor)
    {
        // Hardly any document has one.
        if (!_stored.TryGetValue(docID, out var fields))
        {
            return;
        }

        var infos = FieldInfos;
        foreach (var (field, value) in fields)
        {
            var info = infos.FieldInfo(field);
            if (visitor.NeedsField(info) == StoredFieldVisitor.Status.YES)
            {
                visitor.BinaryField(info, value);
            }
        }
    }

    public override void CheckIntegrity()
    {
    }

    protected override void DoClose()
    {
    }

    private TermColumn? Terms(string field, DocValuesType type) => _columns.GetValueOrDefault(field) is TermColumn column && column.Type == type ? column : null;

    private void AddTerms(PostingLog log, IIndexableField field)
    {
        if (field is Field indexed && indexed.GetTokenStreamValue() is TermBuffer buffer)
        {
            foreach (var (term, times, increment) in buffer.Terms)
            {
                log.Add(_count, term, times, increment);
            }
        }
        else
        {
            log.Add(_count, table.Find('\0', field.GetStringValue(CultureInfo.InvariantCulture)), 1, 1);
        }
    }

    private PostingLog Log(string field, IndexOptions options)
    {
        if (!_logs.TryGetValue(field, out var log))
        {
            _logs.Add(field, log = new PostingLog(table, options));
        }

        return log;
    }

    private Column Column(string field, DocValuesType type)
    {
        if (!_columns.TryGetValue(field, out var column))
        {
            _columns.Add(field, column = type switch
            {
                DocValuesType.NUMERIC => new NumericColumn(),
                DocValuesType.BINARY => new BinaryColumn(),
                _ => new TermColumn(table, type),
            });
        }

        return column;
    }

    private sealed class LoggedFields(SegmentBuffer buffer) : Fields
    {
        public override int Count => buffer._logs.Count(log => log.Value.Occurrences > 0);

        public override IEnumerator<string> GetEnumerator() =>
            buffer._logs.Where(log => log.Value.Occurrences > 0).Select(log => log.Key).Order(StringComparer.Ordinal).GetEnumerator();

        public override Terms? GetTerms(string field) => buffer._logs.TryGetValue(field, out var log) && log.Occurrences > 0 ? new LoggedTerms(log, buffer._room) : null;
    }
}
