using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Faceting;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Querying;

namespace Zukunftswerkstatt.Search.Snapshots;

/// <summary>The index at one moment: what one search reads from beginning to end. Immutable; closed when its last reader lets go.</summary>
internal sealed class IndexSnapshot
{
    private static long _made;

    /// <param name="reader">Closed with the snapshot.</param>
    /// <param name="cache">What is loaded of segments.</param>
    /// <param name="tools">What the index has learnt of its languages.</param>
    /// <param name="path">Folder of the index.</param>
    /// <param name="before">The snapshot before, whose untouched segments are taken over with their enumerators.</param>
    public IndexSnapshot(DirectoryReader reader, SegmentCache cache, LanguageTools tools, string path, IndexSnapshot? before = null)
    {
        Schema = cache.Schema;
        Tools = tools;
        Path = path;
        Reader = reader;
        var known = before?.Segments.ToDictionary(s => s.Reader) ?? [];
        Segments = [.. reader.Leaves.Select(leaf =>
            known.TryGetValue(leaf.AtomicReader, out var segment) && segment.Base == leaf.DocBase
                ? segment
                : new Segment(leaf.AtomicReader, leaf.DocBase, cache.Get(leaf.AtomicReader)))];
        Values = cache.Vocabulary.View();
        Partitions = new PartitionWeights[IndexFields.PartitionCount];
        for (var partition = 0; partition < Partitions.Length; partition++)
        {
            Partitions[partition] = new PartitionWeights(
                Segments.Aggregate(default(PartitionStatistics), (sum, s) => sum.Plus(s.Data.Statistics[partition])));
        }
    }

    /// <summary>Unique in this process.</summary>
    public long Version { get; } = Interlocked.Increment(ref _made);

    /// <summary>The schema the index was made with, which is the portal's own but while a new index is being made.</summary>
    public CompiledSchema Schema { get; }

    /// <summary>What the index has learnt of its languages.</summary>
    public LanguageTools Tools { get; }

    /// <summary>Folder of the index; empty before there is one.</summary>
    public string Path { get; }

    public DirectoryReader Reader { get; }

    public Segment[] Segments { get; }

    public FacetValues Values { get; }

    public PartitionWeights[] Partitions { get; }

    /// <summary>Counts of requests without words and selections, by language and modes; filled by the first such request.</summary>
    public ConcurrentDictionary<(int Language, uint Modes), UnfilteredCounts> Unfiltered { get; } = new();

    public Segment SegmentOf(int document)
    {
        var (low, high) = (0, Segments.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Segments[middle].Base <= document ? (middle, high) : (low, middle - 1);
        }

        return Segments[low];
    }
}

/// <summary>Counts over everything that is shown in a language and belongs to the modes, and the newest of it.</summary>
internal sealed record UnfilteredCounts(int Total, int[] ModeCounts, int[] FacetCounts, IReadOnlyList<(int Document, double Score)> Newest)
{
    /// <summary>Documents kept in <see cref="Newest"/>.</summary>
    public const int Kept = 500;
}

/// <summary>One segment of a snapshot.</summary>
internal sealed class Segment(AtomicReader reader, int documentBase, SegmentData data)
{
    private readonly ConcurrentStack<TermsEnum>[] _stems = Bags<TermsEnum>();
    private readonly ConcurrentStack<TermsEnum>[] _forms = Bags<TermsEnum>();
    private readonly ConcurrentStack<TermsEnum>[] _titleKeys = Bags<TermsEnum>();
    private readonly ConcurrentStack<DocsEnum>[] _lists = Bags<DocsEnum>();

    public AtomicReader Reader { get; } = reader;

    public int Base { get; } = documentBase;

    public SegmentData Data { get; } = data;

    /// <summary>Null when nothing is deleted.</summary>
    public IBits? Live { get; } = reader.LiveDocs;

    // Lucene's enumerators are dear to make and good for any number of uses by one reader at a time.

    /// <summary>An enumerator over a partition's stems or forms, to be given back; null when the segment has none.</summary>
    public TermsEnum? Rent(int partition, bool forms) =>
        (forms ? _forms : _stems)[partition].TryPop(out var terms)
            ? terms
            : Reader.GetTerms(forms ? IndexFields.Forms(partition) : IndexFields.Stems(partition))?.GetEnumerator();

    public void Return(int partition, bool forms, TermsEnum? terms)
    {
        if (terms is not null)
        {
            (forms ? _forms : _stems)[partition].Push(terms);
        }
    }

    /// <summary>The same over the title keys of a partition.</summary>
    public TermsEnum? RentTitleKeys(int partition) =>
        _titleKeys[partition].TryPop(out var terms) ? terms : Reader.GetTerms(IndexFields.TitleKey(partition))?.GetEnumerator();

    public void ReturnTitleKeys(int partition, TermsEnum terms) => _titleKeys[partition].Push(terms);

    /// <summary>A used posting list of a partition for Lucene to use again.</summary>
    public DocsEnum? RentList(int partition) => _lists[partition].TryPop(out var list) ? list : null;

    public void ReturnList(int partition, DocsEnum? list)
    {
        if (list is not null)
        {
            _lists[partition].Push(list);
        }
    }

    private static ConcurrentStack<T>[] Bags<T>() => [.. Enumerable.Range(0, IndexFields.PartitionCount).Select(_ => new ConcurrentStack<T>())];
}

/// <summary>What BM25 divides by, tabulated for every quantised length.</summary>
internal sealed class PartitionWeights
{
    public PartitionWeights(PartitionStatistics statistics)
    {
        Documents = statistics.Documents;
        ShownIn = statistics.ShownIn;
        Modes = statistics.Modes;
        var length = Math.Max(1, statistics.Length / Math.Max(1, statistics.Documents));
        for (var q = 0; q < 256; q++)
        {
            var restored = DocumentMeta.Restore((byte)q);
            LengthNorm[q] = (float)(Ranking.K1 * (1 - Ranking.B + (Ranking.B * restored / length)));
TitleNorm[q] = (float)(Ranking.MainTitle / (1 + Math.Round(restored)));
        }
    }

    public int Documents { get; }

    /// <summary>Bits of the languages in whose lists some of its documents stand.</summary>
    public int ShownIn { get; }

    /// <summary>Bits of the modes of its documents.</summary>
    public uint Modes { get; }

    /// <summary>k1 · (1 − b + b · length / average).</summary>
    public float[] LengthNorm { get; } = new float[256];

    /// <summary>What a word earns for standing in the main part of a title of that length: the share of the title that it is.</summary>
    public float[] TitleNorm { get; } = new float[256];
}
