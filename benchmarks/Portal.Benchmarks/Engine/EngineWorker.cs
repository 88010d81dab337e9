using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Querying;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>
/// The portal's engine in a process of its own, so that time and memory are its own: <c>build</c> makes an index of generated documents,
/// <c>search</c> answers commands on standard input as <c>LuceneEngine.java</c> does, <c>publish</c> changes single documents.
/// </summary>
internal static class EngineWorker
{
    private static readonly CompiledSchema _schema = new([KnowledgeSearchSchema.Create()]);
    private static readonly Synonyms _synonyms = Synonyms.Of(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "synonyms.txt")));

    public static async Task RunAsync(string verb, EngineFolder folder)
    {
        Console.WriteLine(verb switch
        {
            "build" => await BuildAsync(folder),
            "java-documents" => await WriteForJavaAsync(folder),
            "publish" => await PublishAsync(folder),
            "search" => await AnswerAsync(folder),
            _ => throw new InvalidOperationException($"There is no \"{verb}\"."),
        });
    }

    private static IndexStore Open(string path)
    {
        var store = new IndexStore(path, _schema, new KnownWords(_synonyms.Words, []), TimeProvider.System, NullLogger<IndexStore>.Instance);
        store.Open();
        return store;
    }

    /// <summary>Seconds, seconds of processor time, of it for making the documents, resident megabytes at most.</summary>
    private static async Task<string> BuildAsync(EngineFolder folder)
    {
        await using var app = await InProcess.StartAsync(EngineFolder.Portal);
        var documents = await GeneratedDocuments.CreateAsync(app.Services);

        // What making the documents takes, on a sample.
        const int Sample = 2_000;
        var count = documents.All(Sample).Sum(batch => batch.Count());
        var (start, processor) = (Stopwatch.GetTimestamp(), Processor());
        count += documents.All(Sample).Sum(batch => batch.Count());
        var making = (Processor() - processor) * folder.Initiatives / Sample;

        using var store = Open(folder.Index);
        (start, processor) = (Stopwatch.GetTimestamp(), Processor());
        await store.RebuildAsync(1, documents.All(folder.Initiatives).ToAsyncEnumerable(), CancellationToken.None);
        var result = string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} {Processor() - processor:0.0} {making:0.0} {Status("VmHWM"):0}");
        await store.Settling;
        await app.StopAsync();
        return count > 0 ? result : throw new InvalidOperationException("Nothing was generated.");
    }

    /// <summary>Bytes of text in the documents.</summary>
    private static async Task<string> WriteForJavaAsync(EngineFolder folder)
    {
        await using var app = await InProcess.StartAsync(EngineFolder.Portal);
        var documents = await GeneratedDocuments.CreateAsync(app.Services);
        using var store = Open(folder.Index);
        using var lease = store.Lease();
        var size = await JavaDocuments.WriteAsync(folder.Path, documents.All(folder.Initiatives), _schema, lease.Snapshot.Tools);

        // The same queries at every size, from the texts of the first initiatives.
        var texts = documents.All(EngineFolder.QuerySample).SelectMany(batch => batch).Where(d => d.Mode == SearchNames.Initiatives)
            .Select(d => string.Join(' ', d.Texts.Where(t => t.Key is SearchNames.Title or SearchNames.Body).SelectMany(t => t.Value)));
        var queries = QueryWords.Choose(texts, EngineFolder.QueryCount);
        await File.WriteAllLinesAsync(folder.Queries, queries);
        await File.WriteAllLinesAsync(folder.JavaQueries, queries.Select(q => JavaQuery.Of(lease.Snapshot, _synonyms, q)));
        await app.StopAsync();
        return size.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Median and 99th percentile in milliseconds of putting a changed document in and finding it.</summary>
    private static async Task<string> PublishAsync(EngineFolder folder)
    {
        const int Rounds = 200;
        const int WarmUp = 20;
        await using var app = await InProcess.StartAsync(EngineFolder.Portal);
        var documents = await GeneratedDocuments.CreateAsync(app.Services);
        using var store = Open(folder.IndexCopy);
        await store.Settling;
        var searcher = new Searcher(store, _synonyms, TimeProvider.System);
        var times = new List<double>();
        var random = new Random(1);
        for (var i = 0; i < Rounds + WarmUp; i++)
        {
            var index = random.Next(folder.Initiatives);
            var document = documents.Of(index, index + 1).First(d => d.Mode == SearchNames.Initiatives);
            var word = "messwort" + i.ToString(CultureInfo.InvariantCulture).PadLeft(6, 'x');
            document = document with { Texts = new Dictionary<string, IReadOnlyList<string>>(document.Texts) { [SearchNames.Title] = [$"{document.Texts[SearchNames.Title][0]} {word}"] } };
            var start = Stopwatch.GetTimestamp();
            store.Apply([(document.ItemId, [document])], i + 2);
            var found = await searcher.SearchAsync(new SearchRequest { Text = word, Culture = "de" }, CancellationToken.None);
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (found.Hits is not [var hit] || hit.Id != document.Id)
            {
                throw new InvalidOperationException($"{document.Id} was not found after it was put in.");
            }

            if (i >= WarmUp)
            {
                times.Add(time);
            }
        }

        await app.StopAsync();
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{times[Rounds / 2]:0.00} {times[(int)Math.Ceiling(Rounds * 0.99) - 1]:0.00}");
    }

    /// <summary><c>hits</c>: of every query. <c>run how threads rounds</c>: all queries in random order. <c>memory</c>: managed, resident without files, resident files in megabytes.</summary>
    private static async Task<string> AnswerAsync(EngineFolder folder)
    {
        using var store = Open(folder.Index);
        await store.Settling;
        var searcher = new Searcher(store, _synonyms, TimeProvider.System);
        string[] queries = await File.ReadAllLinesAsync(folder.Queries);
        using (var lease = store.Lease())
        {
            Console.WriteLine($"ready {lease.Snapshot.Segments.Length} segments");
        }

        FacetWish[] facets = [.. _schema.Declared.Facets.Select(f => new FacetWish(f.Name))];
        while (Console.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            Console.WriteLine(words[0] switch
            {
                "hits" => string.Join(' ', queries.Select(q => Search(q, []))),
                "run" => Run(words[1] == "facets" ? facets : [], int.Parse(words[2], CultureInfo.InvariantCulture), int.Parse(words[3], CultureInfo.InvariantCulture)),
                _ => string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} {Status("RssAnon"):0} {Status("RssFile"):0}"),
            });
        }

        return "";

        int Search(string text, IReadOnlyList<FacetWish> wishes)
        {
            // Completes at once.
            var result = searcher.SearchAsync(new SearchRequest { Text = text, Culture = "de", FacetWishes = wishes }, CancellationToken.None);
            return result.IsCompletedSuccessfully ? result.Result.Total : throw new InvalidOperationException("A search has to complete at once.");
        }

        string Run(IReadOnlyList<FacetWish> wishes, int threads, int rounds)
        {
            string[] order = [.. Enumerable.Repeat(queries, rounds).SelectMany(q => q)];
            new Random(rounds).Shuffle(order);
            var times = new long[order.Length];
            var next = -1;
            var start = Stopwatch.GetTimestamp();
            var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work)).ToList();
            workers.ForEach(w => w.Start());
            workers.ForEach(w => w.Join());
            var all = Nanoseconds(start);
            Array.Sort(times);
            return string.Create(CultureInfo.InvariantCulture, $"{all} {times.Length} {times[times.Length / 2]} {times[(int)Math.Ceiling(times.Length * 0.99) - 1]}");

            void Work()
            {
                for (var i = Interlocked.Increment(ref next); i < order.Length; i = Interlocked.Increment(ref next))
                {
                    var begin = Stopwatch.GetTimestamp();
                    Search(order[i], wishes);
                    times[i] = Nanoseconds(begin);
                }
            }
        }

        static long Nanoseconds(long since) => (long)Stopwatch.GetElapsedTime(since).TotalNanoseconds;
    }

    private static double Processor() => Environment.CpuUsage.TotalTime.TotalSeconds;

    /// <summary>A figure of this process in megabytes.</summary>
    private static double Status(string name) =>
        double.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith(name, StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1000;
}
