using Lucene.Net.Util;
using Xunit;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Portal.Tests.Search;

/// <summary>A commit runs beside the indexing of what comes next.</summary>
public sealed class CommitCursorTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("portal-commit-").FullName;
    private readonly CompiledSchema _schema = new([SearchIndex.Schema]);

    static CommitCursorTests() => InfoStream.Default = new FlushHook();

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void A_commit_does_not_claim_what_was_applied_while_it_was_being_written()
    {
        using (var generation = new IndexGeneration(_path, _schema, new LanguageTools(KnownWords.None), 0, _ => { }))
        {
            Apply(generation, "before", 1);

            // The moment between what goes into the commit and the commit itself.
            FlushHook.Set(() => Apply(generation, "meanwhile", 2));
            generation.Commit();
            Assert.Equal(2, generation.Cursor);
            Assert.True(generation.Uncommitted);
        }

        // What the process leaves when it is killed now.
        var cursor = Assert.IsType<IndexCondition.Usable>(IndexGeneration.Inspect(_path, _schema, KnownWords.None)).Cursor;
        using var again = new IndexGeneration(_path, _schema, new LanguageTools(KnownWords.None), cursor, _ => { });
        var snapshot = again.Refresh(null)!;
        Assert.True(snapshot.Reader.NumDocs >= cursor, $"The cursor says {cursor}, the index has {snapshot.Reader.NumDocs} documents.");
        Assert.Equal(1, cursor);
        snapshot.Reader.DecRef();
    }

    private static void Apply(IndexGeneration generation, string id, long cursor)
    {
        generation.Put(id, [SearchIndex.Document(id, "Dorfladen")]);
        generation.MoveTo(cursor);
    }

    /// <summary>Lucene tells its stream of messages what it does. This one runs an action, once, in the flush of the thread that asked for it.</summary>
    private sealed class FlushHook : InfoStream
    {
        [ThreadStatic]
        private static Action? _action;

        public static void Set(Action action) => _action = action;

        public override bool IsEnabled(string component) => _action is not null && component == "DWPT";

        public override void Message(string component, string message)
        {
            if (_action is { } action && message.StartsWith("flush postings", StringComparison.Ordinal))
            {
                _action = null;
                Task.Run(action).Wait();
            }
        }

        public override object Clone() => this;
    }
}
