using System.Globalization;
using System.Threading.Channels;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>One index on disk and its writer. The cursor lies in the commit, so that index and cursor cannot disagree.</summary>
internal sealed class IndexGeneration : IDisposable
{
    /// <summary>Indexes up to this size are checked whole before they are used, which takes a fraction of a second.</summary>
    internal const long VerifiedAtOnce = 32_000_000;

    /// <summary>Name of the file that says that an index is not to be used.</summary>
    private const string DamagedMark = "damaged";

    private const string CursorKey = "cursor";
    private const string SchemaKey = "schema";
    private const string HashKey = "hash";

    /// <summary>
    /// Segments that an index is filled with before they are merged, about 250,000 initiatives. Nobody reads them yet, and a smaller one is merged once it serves
    /// (<see cref="Settle"/>).
    /// </summary>
    private const int MostUnmerged = 60;

    /// <summary>About 25 MB on each processor; beyond it the words are read anew.</summary>
    private const int MostTerms = 250_000;

    /// <summary>
    /// What <see cref="Settle"/> leaves, the largest as they are. Not left to the merge policy: it reckons with the smallest segment, and after one that happens to be
    /// tiny, the last one filled, it finds twenty-five segments few enough.
    /// </summary>
    internal const int MostSettled = 5;

    private const int BufferMegabytes = 48;

    private const int FirstAtOnce = 200;

    /// <summary>Merges that may wait for one another: a publication must not wait because a large one is running. The smallest runs first.</summary>
    private const int MostMerges = 16;

    /// <summary>Text whose words are learnt when an index is made as a whole, about 10,000 initiatives; it waits in memory meanwhile.</summary>
    internal const long LearningCharacters = 20_000_000;

    private readonly IndexFiles _files;
    private readonly NRTCachingDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly DocumentMaker _maker;
    private readonly LanguageTools _tools;
    private readonly CompiledSchema _schema;
    private long _cursor;
    private int _filled;
    private volatile bool _uncommitted;

    /// <param name="path">An empty folder or an index that <see cref="Inspect"/> found usable.</param>
    /// <param name="schema">The portal's schema.</param>
    /// <param name="tools">What it has learnt of its languages.</param>
    /// <param name="cursor">Of its last commit.</param>
    /// <param name="mergeFailed">Told of failures in the background.</param>
    /// <param name="filling">Whether it is made as a whole: large segments, written once.</param>
    public IndexGeneration(
        string path, CompiledSchema schema, LanguageTools tools, long cursor, Action<Exception> mergeFailed, bool filling = false)
    {
        Path = path;
        _cursor = cursor;
        _schema = schema;
        _tools = tools;
        _maker = new DocumentMaker(schema, tools, filling: false);
        Segments = new SegmentCache(schema);

        _files = new IndexFiles(path);
        _directory = new NRTCachingDirectory(_files, maxMergeSizeMB: 4, maxCachedMB: 24);
        _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            OpenMode = OpenMode.CREATE_OR_APPEND,
            RAMBufferSizeMB = BufferMegabytes,
            UseCompoundFile = !filling,
            MergedSegmentWarmer = new SegmentCache.Warmer(Segments),
            MergeScheduler = new ReportingMergeScheduler(mergeFailed, filling ? ConcurrentMergeScheduler.DEFAULT_MAX_MERGE_COUNT : MostMerges),

            // Fewer segments than Lucene's ten a tier, since every search looks every word up in every segment; a low floor, so that the small
            // segments of single publications are not merged into the same middling one over and over.
            Codec = filling ? new FillingCodec() : Codec.Default,
            MergePolicy = new TieredMergePolicy { SegmentsPerTier = 5, MaxMergeAtOnce = 5, FloorSegmentMB = 0.25, MaxCFSSegmentSizeMB = 4 },
        });
    }

    /// <summary>What a processor collects in memory before it writes a segment.</summary>
    public long SegmentBytes { get; init; } = 64_000_000;

    public string Path { get; }

    public SegmentCache Segments { get; }

    /// <summary>Last fact applied, committed or not.</summary>
    public long Cursor => Volatile.Read(ref _cursor);

    /// <summary>Whether anything waits for <see cref="Commit"/>.</summary>
    public bool Uncommitted => _uncommitted;

    public LanguageTools Tools => _tools;

    /// <summary>Checks every byte of an index against its checksums; reads files instead of mapping them, so that nothing of it stays in memory.</summary>
    /// <exception cref="Exception">It is damaged; damaged bytes make Lucene throw nearly anything before a checksum is reached.</exception>
    public static void Verify(string path, CancellationToken ct)
    {
        using var directory = new NIOFSDirectory(path);
        using var reader = DirectoryReader.Open(directory);
        foreach (var leaf in reader.Leaves)
        {
            ct.ThrowIfCancellationRequested();
            leaf.AtomicReader.CheckIntegrity();
        }
    }

    /// <summary>Reads what an index on disk is. A small one is checked whole, a large one as far as Lucene does when it opens files.</summary>
    public static IndexCondition Inspect(string path, CompiledSchema schema, KnownWords known)
    {
        try
        {
            if (File.Exists(System.IO.Path.Combine(path, DamagedMark)))
            {
                return new IndexCondition.Unusable("it was found to be damaged");
            }

            if (!IsLarge(path))
            {
                Verify(path, CancellationToken.None);
            }

            using var directory = new NIOFSDirectory(path);
            using var reader = DirectoryReader.Open(directory);
            var data = reader.IndexCommit.UserData;
            if (!data.TryGetValue(HashKey, out var hash) || !data.TryGetValue(SchemaKey, out var json)
                || !data.TryGetValue(CursorKey, out var cursor) || !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var fact))
            {
                return new IndexCondition.Unusable("it has no cursor");
            }

            if (hash == schema.Hash)
            {
                return new IndexCondition.Usable(fact, LanguageTools.Read(path, known));
            }

            // Same format and another schema: still good for reading.
            var older = CompiledSchema.FromJson(json);
            return older.Hash == hash ? new IndexCondition.Outdated(older, LanguageTools.Read(path, known)) : new IndexCondition.Unusable("it was made by another version");
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

        foreach (var document in documents)
        {
            _tools.Learn(document);
        }

        // One call for all, so that no reader sees the item without its passages. Made lazily, since the maker's buffers are shared.
        _writer.UpdateDocuments(item, documents.Select(_maker.Make));
    }

    public static bool IsLarge(string path) => System.IO.Directory.EnumerateFiles(path).Sum(f => new FileInfo(f).Length) > VerifiedAtOnce;

    public static void MarkDamaged(string path) => File.WriteAllBytes(System.IO.Path.Combine(path, DamagedMark), []);

    /// <summary>
    /// Fills an empty index on all processors. The first documents wait until their words are learnt, so that their compounds are split with
    /// what all of them know.
    /// </summary>
    public async Task<long> FillAsync(IAsyncEnumerable<IEnumerable<SearchDocument>> batches, CancellationToken ct)
    {
        var making = new Queue<Task<List<SearchDocument>>>();
        var first = new List<SearchDocument>();
        var learnt = 0L;
        var queue = Channel.CreateBounded<IEnumerable<SearchDocument>>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task<long>[] workers = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() => AddAsync(queue.Reader, stop), CancellationToken.None))];
        try
        {
            await foreach (var batch in batches.WithCancellation(stop.Token))
            {
                if (learnt >= LearningCharacters)
                {
                    await queue.Writer.WriteAsync(batch, stop.Token);
                    continue;
                }

                // One thread learns; the next documents are made meanwhile by another.
                making.Enqueue(Task.Run(batch.ToList, stop.Token));
                if (making.Count == Environment.ProcessorCount)
                {
                    Learn(await making.Dequeue());
                }

                if (learnt >= LearningCharacters)
                {
                    await EnqueueFirstAsync();
                }
            }

            await EnqueueFirstAsync();
        }
        finally
        {
            queue.Writer.Complete();
            await Task.WhenAll(workers);
        }

        _tools.DocumentsWhenMade = _tools.Documents;
        return workers.Sum(w => w.Result);

        void Learn(List<SearchDocument> documents)
        {
            foreach (var document in documents)
            {
                _tools.Learn(document);
                learnt += document.Texts.Values.Sum(v => v.Sum(t => (long)t.Length));
            }

            first.AddRange(documents);
        }

        async Task EnqueueFirstAsync()
        {
            while (making.TryDequeue(out var documents))
            {
                Learn(await documents);
            }

            foreach (var part in first.Chunk(FirstAtOnce))
            {
                await queue.Writer.WriteAsync(part, stop.Token);
            }

            first.Clear();
        }
    }

    private async Task<long> AddAsync(ChannelReader<IEnumerable<SearchDocument>> queue, CancellationTokenSource stop)
    {
        var count = 0L;
        try
        {
            var maker = new DocumentMaker(_schema, _tools, filling: true);
            using var segment = new SegmentBuffer(maker.Terms);
            await foreach (var batch in queue.ReadAllAsync(stop.Token))
            {
                foreach (var document in batch)
                {
                    segment.Add(maker.Make(document));
                    count++;
                    if (segment.SizeInBytes >= SegmentBytes)
                    {
                        Write(segment, maker);
                    }
                }
            }

            Write(segment, maker);
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }

        return count;
    }

    private void Write(SegmentBuffer segment, DocumentMaker maker)
    {
        if (segment.NumDocs == 0)
        {
            return;
        }

        _writer.AddIndexes(segment);
        if (Interlocked.Increment(ref _filled) % MostUnmerged == 0)
        {
            _writer.MaybeMerge();
        }

        segment.Clear();
        if (maker.Terms.Count > MostTerms)
        {
            maker.Forget();
        }
    }

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
        _tools.WriteIfGrown(Path);
        _writer.Commit();
    }

    /// <summary>Merges what an index was filled with into few segments. Returns when that is done or has failed, or when the generation is closed.</summary>
    public void Settle()
    {
        try
        {
            _writer.ForceMerge(MostSettled);
        }
        catch (Exception e) when (e is ObjectDisposedException or IOException)
        {
            // Closed before or meanwhile, or told of already by the merge that failed; the next start tries again.
        }
    }

    /// <summary>The index as it is now, written or not; null when it is what <paramref name="present"/> shows.</summary>
    public IndexSnapshot? Refresh(IndexSnapshot? present)
    {
        if (present?.Path != Path || present.Schema != _schema)
        {
            return new IndexSnapshot(DirectoryReader.Open(_writer, applyAllDeletes: true), Segments, _tools, Path);
        }

        var reader = DirectoryReader.OpenIfChanged(present.Reader, _writer, applyAllDeletes: true);
        return reader is null ? null : new IndexSnapshot(reader, Segments, _tools, Path, present);
    }

    /// <summary>Closes without committing; what was not committed will be applied again.</summary>
    public void Dispose()
    {
        _writer.Rollback();
        _directory.Dispose();
        _files.Dispose();
    }

    /// <summary>A failed merge (a full disk) changes nothing; Lucene would let the exception end the process.</summary>
    private sealed class ReportingMergeScheduler : ConcurrentMergeScheduler
    {
        private readonly Action<Exception> _failed;
        private readonly int _most;

        /// <param name="failed">Told of failures.</param>
        /// <param name="most">Merges, running and waiting, beyond which whoever writes is made to wait.</param>
        public ReportingMergeScheduler(Action<Exception> failed, int most)
        {
            (_failed, _most) = (failed, most);
            SetMaxMergesAndThreads(most, DEFAULT_MAX_THREAD_COUNT);
        }

        protected override void HandleMergeException(Exception exc) => _failed(exc);

        public override object Clone() => new ReportingMergeScheduler(_failed, _most);
    }
}

/// <summary>What is in an index folder.</summary>
internal abstract record IndexCondition
{
    private IndexCondition()
    {
    }

    /// <summary>Whole and made with the present schema.</summary>
    public sealed record Usable(long Cursor, LanguageTools Tools) : IndexCondition;

    /// <summary>Whole, but made with another schema; good for reading until a new one is made.</summary>
    public sealed record Outdated(CompiledSchema Schema, LanguageTools Tools) : IndexCondition;

    /// <summary>Damaged, or of another format.</summary>
    public sealed record Unusable(string Reason) : IndexCondition;
}
