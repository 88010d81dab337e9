using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>
/// Owns the index: its folder, the generation that is written, and the snapshot that is read. One thread writes; readers take the
/// snapshot and never wait.
/// </summary>
internal sealed partial class IndexStore : ISnapshots, IDisposable
{
    /// <summary>
    /// Written changes are forced to disk this long after the first; a crash costs their replay, nothing more. Not sooner, because Lucene
    /// makes publications wait while the disk writes.
    /// </summary>
    internal static readonly TimeSpan CommitInterval = TimeSpan.FromSeconds(5);

    /// <summary>Documents that must come in before it pays to make an index anew.</summary>
    private const int MinGrowth = 50;

    /// <summary>Documents beyond which an index is not made anew for its words.</summary>
    private const int MaxRemade = 10_000;

    private readonly string _path;
    private readonly CompiledSchema _schema;
    private readonly KnownWords _known;
    private readonly CancellationTokenSource _stopVerifying = new();
    private Task _verifying = Task.CompletedTask;
    private readonly ILogger<IndexStore> _logger;
    private readonly ITimer _committer;
    private readonly System.Threading.Lock _writing = new();

    // Taken after _writing, never before: a commit waits for the disk, and applying must not wait for a commit.
    private readonly System.Threading.Lock _committing = new();
    private IndexFolder? _folder;
    private IndexGeneration? _generation;
    private IndexSnapshot _snapshot;
    private volatile Exception? _failure;
    private bool _disposed;

    public IndexStore(string path, CompiledSchema schema, KnownWords known, TimeProvider time, ILogger<IndexStore> logger)
    {
        (_path, _schema, _known, _logger) = (path, schema, known, logger);
        _snapshot = Nothing(schema);
        _committer = time.CreateTimer(_ => CommitNow(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Done once the index opened or made last is merged and readers see that, or once it is closed.</summary>
    internal Task Settling { get; private set; } = Task.CompletedTask;

    /// <summary>
    /// Opens the newest usable index and gives its cursor, or null when one must be made. A readable one of an older
    /// schema is served until then.
    /// </summary>
    public long? Open()
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            CloseGeneration();
            _folder ??= new IndexFolder(_path);
            foreach (var path in _folder.Generations())
            {
                switch (IndexGeneration.Inspect(path, _schema, _known))
                {
                    case IndexCondition.Usable usable:
                        Write(path, usable.Tools, usable.Cursor);
                        VerifyLater(path);

                        // It may have been stopped before it was merged.
                        SettleLater(_generation!);
                        return usable.Cursor;

                    case IndexCondition.Outdated outdated:
                        IndexOutdated(path);
                        ServeOnly(path, outdated);
                        break;

                    case IndexCondition.Unusable unusable:
                        IndexUnusable(path, unusable.Reason);
                        break;
                }
            }

            return null;
        }
    }

    /// <summary>Makes a new index beside the present one, which serves meanwhile, and replaces it.</summary>
    /// <param name="cursor">A fact that was committed before the first document was read.</param>
    /// <param name="documents">All of them, in batches.</param>
    /// <param name="ct">Stops it; the present index stays.</param>
    public async Task RebuildAsync(long cursor, IAsyncEnumerable<IEnumerable<SearchDocument>> documents, CancellationToken ct)
    {
        var folder = _folder ?? throw new InvalidOperationException("Open comes first.");
        var build = folder.Begin();
        long count;
        var tools = new LanguageTools(_known);
        using (var generation = new IndexGeneration(build, _schema, tools, 0, MergeFailed, filling: true))
        {
            count = await generation.FillAsync(documents, ct);
            generation.MoveTo(cursor);
            generation.Commit();
        }

        lock (_writing)
        {
            CloseGeneration();
            var path = folder.Finish(build);
            Write(path, tools, cursor);
            folder.KeepOnly(path);
            SettleLater(_generation!);
        }

        IndexRebuilt(count, cursor);
    }

    /// <summary>Replaces the documents of items and moves the cursor. Readers see all of it at once, when this returns.</summary>
    /// <exception cref="IOException">The disk is full or broken; open again and go on from the cursor it gives.</exception>
    public void Apply(IReadOnlyList<(string ItemId, IReadOnlyList<SearchDocument> Documents)> items, long cursor)
    {
        lock (_writing)
        {
            var generation = _generation ?? throw new InvalidOperationException("Open comes first.");
            ThrowIfBroken();
            try
            {
                foreach (var (itemId, documents) in items)
                {
                    generation.Put(itemId, documents);
                }

                MoveTo(generation, cursor);
                if (items.Count > 0)
                {
                    Publish(generation.Refresh(_snapshot));
                }
            }
            catch (Exception e)
            {
                _failure = e;
                ThrowIfBroken();
            }
        }
    }

    /// <summary>
    /// Whether so much was learnt since the index was made that it should be made anew, for its first documents were split with what little
    /// was known then. Only while that takes a moment; a large index was made with enough, and grows out of it at the next change of schema.
    /// </summary>
    public bool HasOutgrownItsWords =>
        _generation?.Tools is { } tools && tools.Documents > MinGrowth + (tools.DocumentsWhenMade * 3 / 2) && tools.Documents < MaxRemade;

    /// <summary>Says whether what was applied can still be kept.</summary>
    /// <exception cref="IOException">It cannot: open again and go on from the cursor it gives.</exception>
    public void ThrowIfBroken()
    {
        switch (_failure)
        {
            case null:
                return;
            case IOException or UnauthorizedAccessException:
                throw new IOException(
                    $"The search index in '{_path}' cannot be written: {_failure.Message} Free some space or mend the disk; searching goes on with what is indexed, and indexing goes on by itself.", _failure);
            case var other:
                throw new InvalidOperationException($"The search index in '{_path}' failed and is opened again: {other.Message}", other);
        }
    }

    public SnapshotLease Lease()
    {
        while (true)
        {
            var snapshot = Volatile.Read(ref _snapshot);
            if (snapshot.Reader.TryIncRef())
            {
                return new SnapshotLease(snapshot);
            }
        }
    }

    /// <summary>May be called twice, also at once: a host that is disposed synchronously disposes its services again. Nothing is written once it returns.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            _committer.Dispose();
            _stopVerifying.Cancel();
            _verifying.Wait();
            _stopVerifying.Dispose();
            CommitNow();
            CloseGeneration();
            _snapshot.Reader.DecRef();
            _folder?.Dispose();
        }
    }

    internal void CommitNow()
    {
        lock (_committing)
        {
            if (_failure is not null || _generation is not { Uncommitted: true } generation)
            {
                return;
            }

            try
            {
                generation.Commit();
            }
#pragma warning disable CA1031 // On a timer's thread it would end the process; the projection hears of it and opens the index again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                // Not tried again: a flush that failed has dropped its documents, and a later commit would claim them.
                _failure = e;
            }
        }
    }

    private void Write(string path, LanguageTools tools, long cursor)
    {
        _generation = new IndexGeneration(path, _schema, tools, cursor, MergeFailed);
        Publish(_generation.Refresh(present: null));
    }

    /// <summary>
    /// Has an index merged while it already answers, and lets readers see the result. Once it is checked: Lucene gives what it merges new checksums, of damaged
    /// bytes as of others.
    /// </summary>
    private void SettleLater(IndexGeneration generation) => Settling = _verifying.ContinueWith(
        _ => SettleNow(generation), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    private void SettleNow(IndexGeneration generation)
    {
        if (_failure is not null)
        {
            return;
        }

        generation.Settle();
        lock (_writing)
        {
            if (_generation != generation || _failure is not null)
            {
                return;
            }

            try
            {
                if (generation.Refresh(_snapshot) is { } merged)
                {
                    Publish(merged);
                    MoveTo(generation, generation.Cursor);
                }
            }
#pragma warning disable CA1031 // As in Apply; the projection hears of it and opens the index again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _failure = e;
            }
        }
    }

    private void MoveTo(IndexGeneration generation, long cursor)
    {
        var pending = generation.Uncommitted;
        generation.MoveTo(cursor);
        if (!pending)
        {
            _committer.Change(CommitInterval, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Checks a large index while it already answers. If it is damaged, the projection hears of it and makes a new one.</summary>
    private void VerifyLater(string path)
    {
        if (!IndexGeneration.IsLarge(path))
        {
            return;
        }

        var stop = _stopVerifying.Token;
        _verifying = Task.Run(
            () =>
            {
                try
                {
                    IndexGeneration.Verify(path, stop);
                }
                catch (Exception e) when (stop.IsCancellationRequested || e is OutOfMemoryException)
                {
                    // Checked at the next start.
                }
#pragma warning disable CA1031 // Damaged bytes make Lucene throw nearly anything.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    IndexUnusable(path, e.Message);
                    IndexGeneration.MarkDamaged(path);
                    _failure = new IOException(e.Message, e);
                }
            },
            CancellationToken.None);
    }

    private void ServeOnly(string path, IndexCondition.Outdated index)
    {
        using var directory = FSDirectory.Open(path);
        Publish(new IndexSnapshot(DirectoryReader.Open(directory), new SegmentCache(index.Schema), index.Tools, path));
    }

    private void Publish(IndexSnapshot? snapshot)
    {
        if (snapshot is not null)
        {
            Interlocked.Exchange(ref _snapshot, snapshot).Reader.DecRef();
        }
    }

    private void CloseGeneration()
    {
        lock (_committing)
        {
            var generation = _generation;
            (_generation, _failure) = (null, null);
            generation?.Dispose();
        }
    }

    /// <summary>Answers before there is an index.</summary>
    private static IndexSnapshot Nothing(CompiledSchema schema)
    {
        var directory = new RAMDirectory();
        new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())).Dispose();
        return new IndexSnapshot(DirectoryReader.Open(directory), new SegmentCache(schema), new LanguageTools(KnownWords.None), path: "");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Search index rebuilt with {Documents} documents at fact {Cursor}")]
    private partial void IndexRebuilt(long documents, long cursor);

    [LoggerMessage(Level = LogLevel.Information, Message = "Search index {Path} has an older schema and is read until a new one is made")]
    private partial void IndexOutdated(string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Search index {Path} cannot be used and is made anew: {Reason}")]
    private partial void IndexUnusable(string path, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Merging search index segments failed; the index stays as it was")]
    private partial void MergeFailed(Exception e);
}
