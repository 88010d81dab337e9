using System.Globalization;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>One index on disk and its writer. The cursor lies in the commit, so that index and cursor cannot disagree.</summary>
internal sealed class IndexGeneration : IDisposable
{
    private const string CursorKey = "cursor";
    private const string SchemaKey = "schema";
    private const string HashKey = "hash";

    private readonly FSDirectory _files;
    private readonly NRTCachingDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly DocumentMaker _maker;
    private readonly CompiledSchema _schema;
    private long _cursor;
    private volatile bool _uncommitted;

    /// <param name="path">An empty folder or an index that <see cref="Inspect"/> found usable.</param>
    /// <param name="schema">The portal's schema.</param>
    /// <param name="cursor">Of its last commit.</param>
    /// <param name="mergeFailed">Told of failures in the background.</param>
    public IndexGeneration(string path, CompiledSchema schema, long cursor, Action<Exception> mergeFailed)
    {
        Path = path;
        _cursor = cursor;
        _schema = schema;
        _maker = new DocumentMaker(schema);
        Segments = new SegmentCache(schema);
        _files = FSDirectory.Open(path);
        _directory = new NRTCachingDirectory(_files, maxMergeSizeMB: 4, maxCachedMB: 24);
        _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            OpenMode = OpenMode.CREATE_OR_APPEND,
            RAMBufferSizeMB = 48,
            MergedSegmentWarmer = new SegmentCache.Warmer(Segments),
            MergeScheduler = new ReportingMergeScheduler(mergeFailed),

            // Fewer segments than Lucene's ten a tier, since every search looks every word up in every segment; a low floor, so that the small
            // segments of single publications are not merged into the same middling one over and over.
            MergePolicy = new TieredMergePolicy { SegmentsPerTier = 5, MaxMergeAtOnce = 5, FloorSegmentMB = 0.25 },
        });
    }

    public string Path { get; }

    public SegmentCache Segments { get; }

    /// <summary>Last fact applied, committed or not.</summary>
    public long Cursor => Volatile.Read(ref _cursor);

    /// <summary>Whether anything waits for <see cref="Commit"/>.</summary>
    public bool Uncommitted => _uncommitted;

    /// <summary>Reads what an index on disk is, checking every byte of it against its checksums.</summary>
    public static IndexCondition Inspect(string path, CompiledSchema schema)
    {
        try
        {
            using var directory = FSDirectory.Open(path);
            using var reader = DirectoryReader.Open(directory);
            foreach (var leaf in reader.Leaves)
            {
                leaf.AtomicReader.CheckIntegrity();
            }

            var data = reader.IndexCommit.UserData;
            if (!data.TryGetValue(HashKey, out var hash) || !data.TryGetValue(SchemaKey, out var json)
                || !data.TryGetValue(CursorKey, out var cursor) || !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var fact))
            {
                return new IndexCondition.Unusable("it has no cursor");
            }

            if (hash == schema.Hash)
            {
                return new IndexCondition.Usable(fact);
            }

            // Same format and another schema: still good for reading.
            var older = CompiledSchema.FromJson(json);
            return older.Hash == hash ? new IndexCondition.Outdated(older) : new IndexCondition.Unusable("it was made by another version");
        }

        // Damaged bytes make Lucene throw nearly anything before a checksum is reached.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new IndexCondition.Unusable(e.Message);
        }
    }

    /// <summary>Replaces all documents of an item.</summary>
    public void Put(string itemId, IReadOnlyList<SearchDocument> documents)
    {
        var item = new Term(IndexFields.Item, itemId);
        if (documents.Count == 0)
        {
            _writer.DeleteDocuments(item);
            return;
        }

        // One call for all, so that no reader sees the item without its passages. Made lazily, since the maker's buffers are shared.
        _writer.UpdateDocuments(item, documents.Select(_maker.Make));
    }

    /// <summary>Adds a document to an index that has none of its item.</summary>
    public void Add(SearchDocument document) => _writer.AddDocument(_maker.Make(document));

    /// <summary>Says that everything up to a fact is in. Durable with the next commit.</summary>
    public void MoveTo(long cursor)
    {
        Volatile.Write(ref _cursor, cursor);
        _uncommitted = true;
    }

    /// <summary>Makes what was applied before the call durable. May run beside <see cref="Put"/>; after it failed, the generation must be opened anew.</summary>
    public void Commit()
    {
        // In this order: what is applied from here on may or may not get into the commit, so the commit must not claim it.
        _uncommitted = false;
        _writer.SetCommitData(new Dictionary<string, string>
        {
            [CursorKey] = Cursor.ToString(CultureInfo.InvariantCulture),
            [HashKey] = _schema.Hash,
            [SchemaKey] = _schema.Json,
        });
        _writer.Commit();
    }

    /// <summary>The index as it is now, written or not; null when it is what <paramref name="present"/> shows.</summary>
    public IndexSnapshot? Refresh(IndexSnapshot? present)
    {
        if (present?.Path != Path || present.Schema != _schema)
        {
            return new IndexSnapshot(DirectoryReader.Open(_writer, applyAllDeletes: true), Segments, Path);
        }

        var reader = DirectoryReader.OpenIfChanged(present.Reader, _writer, applyAllDeletes: true);
        return reader is null ? null : new IndexSnapshot(reader, Segments, Path, present);
    }

    /// <summary>Closes without committing; what was not committed will be applied again.</summary>
    public void Dispose()
    {
        _writer.Rollback();
        _directory.Dispose();
        _files.Dispose();
    }

    /// <summary>A failed merge (a full disk) changes nothing; Lucene would let the exception end the process.</summary>
    private sealed class ReportingMergeScheduler(Action<Exception> failed) : ConcurrentMergeScheduler
    {
        protected override void HandleMergeException(Exception exc) => failed(exc);

        public override object Clone() => new ReportingMergeScheduler(failed);
    }
}

/// <summary>What is in an index folder.</summary>
internal abstract record IndexCondition
{
    private IndexCondition()
    {
    }

    /// <summary>Whole and made with the present schema.</summary>
    public sealed record Usable(long Cursor) : IndexCondition;

    /// <summary>Whole, but made with another schema; good for reading until a new one is made.</summary>
    public sealed record Outdated(CompiledSchema Schema) : IndexCondition;

    /// <summary>Damaged, or of another format.</summary>
    public sealed record Unusable(string Reason) : IndexCondition;
}
