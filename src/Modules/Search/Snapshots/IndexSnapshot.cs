using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Faceting;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Search.Snapshots;

/// <summary>The index at one moment: what one search reads from beginning to end. Immutable; closed when its last reader lets go.</summary>
internal sealed class IndexSnapshot
{
    private static long _made;

    public IndexSnapshot(DirectoryReader reader, SegmentCache cache, string path)
    {
        Schema = cache.Schema;
        Path = path;
        Reader = reader;
        Segments = [.. reader.Leaves.Select(leaf => new Segment(leaf.AtomicReader, leaf.DocBase, cache.Get(leaf.AtomicReader)))];
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

    /// <summary>Folder of the index.</summary>
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

/// <summary>Counts over everything that is shown in a language and belongs to the modes.</summary>
internal sealed record UnfilteredCounts(int Total, int[] ModeCounts, int[] FacetCounts);

/// <summary>One segment of a snapshot.</summary>
internal sealed class Segment(AtomicReader reader, int documentBase, SegmentData data)
{
    private readonly ConcurrentBag<TermsEnum>[] _terms = [.. Enumerable.Range(0, IndexFields.PartitionCount).Select(_ => new ConcurrentBag<TermsEnum>())];

    public AtomicReader Reader { get; } = reader;

    public int Base { get; } = documentBase;

    public SegmentData Data { get; } = data;

    /// <summary>Null when nothing is deleted.</summary>
    public IBits? Live { get; } = reader.LiveDocs;

    /// <summary>An enumerator over a partition's words, to be given back; null when the segment has none.</summary>
    public TermsEnum? RentTerms(int partition) =>
        _terms[partition].TryTake(out var terms) ? terms : Reader.GetTerms(IndexFields.Words(partition))?.GetEnumerator();

    public void ReturnTerms(int partition, TermsEnum terms) => _terms[partition].Add(terms);
}

/// <summary>What BM25 divides by, tabulated for every quantised length.</summary>
internal sealed class PartitionWeights
{
    public PartitionWeights(PartitionStatistics statistics)
    {
        Documents = statistics.Documents;
        ShownIn = statistics.ShownIn;
        var length = Math.Max(1, statistics.Length / Math.Max(1, statistics.Documents));
        var title = Math.Max(1, statistics.TitleLength / Math.Max(1, statistics.Documents));
        for (var q = 0; q < 256; q++)
        {
            var restored = DocumentMeta.Restore((byte)q);
            LengthNorm[q] = (float)(Ranking.K1 * (1 - Ranking.B + (Ranking.B * restored / length)));
            TitleNorm[q] = (float)((Ranking.K1 + 1) / (1 + (Ranking.K1 * (1 - Ranking.TitleB + (Ranking.TitleB * restored / title)))));
        }
    }

    public int Documents { get; }

    /// <summary>Bits of the languages in whose lists some of its documents stand.</summary>
    public int ShownIn { get; }

    /// <summary>k1 · (1 − b + b · length / average).</summary>
    public float[] LengthNorm { get; } = new float[256];

    /// <summary>Weight of a single occurrence in a title of that length.</summary>
    public float[] TitleNorm { get; } = new float[256];
}

/// <summary>The constants of the ranking, in one place to be tuned.</summary>
internal static class Ranking
{
    /// <summary>BM25: how soon repetition stops to matter.</summary>
    public const double K1 = 1.6;

    /// <summary>BM25: how much long documents are held back.</summary>
    public const double B = 0.6;

    /// <summary>The same for titles.</summary>
    public const double TitleB = 0.5;

    /// <summary>A word in the title counts this much on top.</summary>
    public const float Title = 1.0f;

    /// <summary>A word in another name counts this much on top.</summary>
    public const float Alias = 0.5f;

    /// <summary>The very form asked for counts this much on top of its stem.</summary>
    public const float Exact = 0.3f;

    /// <summary>Frequency of a word that is the same but for umlauts (Forderung for Förderung), against the word itself.</summary>
    public const float Folded = 0.5f;

    /// <summary>Neighbouring words of the query that are neighbours in the document, on top.</summary>
    public const float Proximity = 0.6f;

    /// <summary>Words farther apart than this get no proximity.</summary>
    public const int ProximityReach = 8;

    /// <summary>Best hits whose proximity is looked at; a fixed number, so that pages agree with each other.</summary>
    public const int ProximityWindow = 200;

    /// <summary>The query is the very title.</summary>
    public const double OwnTitle = 1000;
}
