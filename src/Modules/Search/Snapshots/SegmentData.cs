using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Faceting;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Suggestions;

namespace Zukunftswerkstatt.Search.Snapshots;

/// <summary>
/// What matching, counting and sorting read of a segment, preloaded into flat arrays. Made once in a segment's life, since
/// segments never change but for deletions, which are Lucene's business.
/// </summary>
internal sealed class SegmentData
{
    /// <summary>Bit sets kept; a reader's selections come again and again.</summary>
    internal const int MaxBitSets = 256;

    /// <summary>Circles kept; a reader turns pages and ticks filters within one.</summary>
    internal const int MaxCircles = 16;

    private readonly ConcurrentDictionary<int, ulong[]> _bitsByValue = new();

    private readonly ConcurrentDictionary<int, FacetLists> _listsByFacet = new();

    private readonly int _suggestionGroups;
    private readonly ConcurrentDictionary<Circle, ulong[]> _bitsByCircle = new();
    private SegmentNames? _names;
    private SegmentPoints? _points;

    private SegmentData(int documents, int numbers, int suggestionGroups)
    {
        _suggestionGroups = suggestionGroups;
        Modes = new byte[documents];
        Partitions = new byte[documents];
        ShownIn = new byte[documents];
        Lengths = new byte[documents];
        TitleLengths = new byte[documents];
        Importance = new byte[documents];
        Quality = new byte[documents];
        Dates = new uint[documents];
        TitleOrders = new int[documents];
        Numbers = new double[numbers][];
    }

    public byte[] Modes { get; }

    public byte[] Partitions { get; }

    public byte[] ShownIn { get; }

    public byte[] Lengths { get; }

    public byte[] TitleLengths { get; }

    public byte[] Importance { get; }

    public byte[] Quality { get; }

    /// <summary>Seconds since 1970, 0 for none.</summary>
    public uint[] Dates { get; }

    /// <summary>Places of the titles in their order; they mean something within the segment only.</summary>
    public int[] TitleOrders { get; }

    /// <summary>By number and document; NaN for none.</summary>
    public double[][] Numbers { get; }

    public FacetColumn Facets { get; private set; } = FacetColumn.Of([0], []);

    /// <summary>By partition: documents, sum of lengths, sum of title lengths, bits of the languages they are shown in. Deleted ones count until merged away.</summary>
    public PartitionStatistics[] Statistics { get; } = new PartitionStatistics[IndexFields.PartitionCount];

    /// <summary>The documents that have a facet value, deleted ones included. Not to be changed.</summary>
    public ulong[] Having(int value)
    {
        if (_bitsByValue.TryGetValue(value, out var bits))
        {
            return bits;
        }

        bits = new ulong[(Modes.Length + 63) / 64];
        Facets.Mark(value, bits);
        if (_bitsByValue.Count >= MaxBitSets)
        {
            _bitsByValue.Clear();
        }

        return _bitsByValue[value] = bits;
    }

    /// <summary>The documents that have any of some values of one facet, deleted ones included.</summary>
    /// <param name="facet">Number of the facet; may be none if there are no values.</param>
    /// <param name="values">Values of it.</param>
    /// <param name="all">Of the snapshot.</param>
    public ulong[] HavingAny(int facet, int[] values, FacetValues all)
    {
        // A list takes less room than a bit set below one document in 32.
        var any = new ulong[(Modes.Length + 63) / 64];
        var lists = values.Length == 0 ? null : _listsByFacet.GetOrAdd(facet, (key, segment) => new FacetLists(segment.Facets.Pairs(key, all.Facets), segment.Modes.Length / 32), this);
        foreach (var value in values)
        {
            if (lists!.IsCommon(value))
            {
                var bits = Having(value);
                for (var i = 0; i < any.Length; i++)
                {
                    any[i] |= bits[i];
                }
            }
            else
            {
                foreach (var document in lists.Of(value))
                {
                    any[document >> 6] |= 1UL << document;
                }
            }
        }

        return any;
    }

    /// <summary>What suggestions look at; loaded by the first that asks.</summary>
    /// <param name="reader">An open reader of this segment.</param>
    public SegmentNames Names(AtomicReader reader) => Volatile.Read(ref _names) ?? (_names = SegmentNames.Load(reader, _suggestionGroups));

    /// <summary>Where its documents lie; loaded by the first that asks.</summary>
    /// <param name="reader">An open reader of this segment.</param>
    public SegmentPoints Points(AtomicReader reader) => Volatile.Read(ref _points) ?? (_points = SegmentPoints.Load(reader));

    /// <summary>The documents in a circle, deleted ones included. Not to be changed.</summary>
    public ulong[] Within(Circle circle, AtomicReader reader)
    {
        if (_bitsByCircle.TryGetValue(circle, out var bits))
        {
            return bits;
        }

        if (_bitsByCircle.Count >= MaxCircles)
        {
            _bitsByCircle.Clear();
        }

        return _bitsByCircle[circle] = Points(reader).Within(circle);
    }

    public static SegmentData Load(AtomicReader reader, CompiledSchema schema, FacetVocabulary vocabulary)
    {
        var documents = reader.MaxDoc;
        var data = new SegmentData(documents, schema.Declared.Numbers.Count, schema.Declared.SuggestionGroups.Count);
        var meta = reader.GetNumericDocValues(IndexFields.Meta);
        var dates = reader.GetNumericDocValues(IndexFields.Date);
        var titles = reader.GetSortedDocValues(IndexFields.Title);
        for (var doc = 0; doc < documents; doc++)
        {
            var m = DocumentMeta.Unpack(meta?.Get(doc) ?? 0);
            data.Modes[doc] = m.Mode;
            data.Partitions[doc] = m.Partition;
            data.ShownIn[doc] = m.ShownIn;
            data.Lengths[doc] = m.Length;
            data.TitleLengths[doc] = m.TitleLength;
            data.Importance[doc] = m.Importance;
            data.Quality[doc] = m.Quality;
            data.TitleOrders[doc] = titles?.GetOrd(doc) ?? 0;
            data.Dates[doc] = (uint)Math.Clamp(dates?.Get(doc) ?? 0, 0, uint.MaxValue);
            ref var statistics = ref data.Statistics[m.Partition];
            statistics = statistics.Plus(m);
        }

        for (var number = 0; number < data.Numbers.Length; number++)
        {
            data.Numbers[number] = LoadNumber(reader, IndexFields.Number(number));
        }

        data.Facets = LoadFacets(reader, vocabulary);
        return data;
    }

    private static double[] LoadNumber(AtomicReader reader, string field)
    {
        var numbers = new double[reader.MaxDoc];
        Array.Fill(numbers, double.NaN);
        if (reader.GetNumericDocValues(field) is { } values && reader.GetDocsWithField(field) is { } present)
        {
            for (var doc = 0; doc < numbers.Length; doc++)
            {
                if (present.Get(doc))
                {
                    numbers[doc] = BitConverter.Int64BitsToDouble(values.Get(doc));
                }
            }
        }

        return numbers;
    }

    private static FacetColumn LoadFacets(AtomicReader reader, FacetVocabulary vocabulary)
    {
        var starts = new int[reader.MaxDoc + 1];
        if (reader.GetSortedSetDocValues(IndexFields.Facets) is not { } sets)
        {
            return FacetColumn.Of(starts, []);
        }

        var ids = new int[sets.ValueCount];
        var term = new BytesRef();
        for (var ord = 0; ord < ids.Length; ord++)
        {
            sets.LookupOrd(ord, term);
            ids[ord] = vocabulary.Intern(term.Utf8ToString());
        }

        var values = new List<int>(reader.MaxDoc * 16);
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            sets.SetDocument(doc);
            for (var ord = sets.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = sets.NextOrd())
            {
                values.Add(ids[ord]);
            }

            starts[doc + 1] = values.Count;
        }

        return FacetColumn.Of(starts, [.. values]);
    }
}

/// <summary>Sums over the documents of a partition.</summary>
/// <param name="Documents">Their number.</param>
/// <param name="Length">Sum of lengths.</param>
/// <param name="TitleLength">Sum of title lengths.</param>
/// <param name="ShownIn">Bits of the languages that show any of them.</param>
/// <param name="HiddenIn">Bits of the languages that do not show all of them.</param>
/// <param name="Modes">Bits of their modes.</param>
internal readonly record struct PartitionStatistics(int Documents, double Length, double TitleLength, int ShownIn, int HiddenIn, uint Modes)
{
    public PartitionStatistics Plus(DocumentMeta meta) => new(
        Documents + 1,
        Length + DocumentMeta.Restore(meta.Length),
        TitleLength + DocumentMeta.Restore(meta.TitleLength),
        ShownIn | meta.ShownIn,
        HiddenIn | (byte)~meta.ShownIn,
        Modes | (1u << meta.Mode));

    public PartitionStatistics Plus(PartitionStatistics other) => new(
        Documents + other.Documents,
        Length + other.Length,
        TitleLength + other.TitleLength,
        ShownIn | other.ShownIn,
        HiddenIn | other.HiddenIn,
        Modes | other.Modes);
}

/// <summary>Segment data by segment, for as long as any reader holds the segment. One for each index folder.</summary>
internal sealed class SegmentCache(CompiledSchema schema)
{
    private readonly ConditionalWeakTable<object, SegmentData> _bySegment = [];

    public CompiledSchema Schema { get; } = schema;

    public FacetVocabulary Vocabulary { get; } = new(schema);

    public SegmentData Get(AtomicReader reader) =>
        _bySegment.GetValue(((SegmentReader)reader).CoreCacheKey, _ => SegmentData.Load(reader, Schema, Vocabulary));

    /// <summary>Loads a merged segment before readers see it, so that no reopening waits for it.</summary>
    public sealed class Warmer(SegmentCache cache) : IndexWriter.IndexReaderWarmer
    {
        public override void Warm(AtomicReader reader) => cache.Get(reader).Names(reader);
    }
}
