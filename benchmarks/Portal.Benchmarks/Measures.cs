using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>The bounds of the portal's speed, by letter. Each checks the portal's answers first and measures then.</summary>
internal static partial class Measures
{
    private const int Small = 10_000;
    private const int Large = 100_000;
    private const int Queries = 600;

    private static readonly Dictionary<int, Corpus> _corpora = [];

    /// <summary>A portal with so many generated initiatives, made once and kept.</summary>
    private static async Task<Corpus> CorpusAsync(int initiatives)
    {
        if (_corpora.TryGetValue(initiatives, out var known))
        {
            return known;
        }

        var data = Path.Combine(Folders.Work, $"data-{initiatives}");
        string[] generate = ["generate", "--initiatives", initiatives.ToString(CultureInfo.InvariantCulture), "--seed", "1"];
        try
        {
            await ServerProcess.VerbAsync(data, generate);
        }
        catch (InvalidOperationException) when (Directory.Exists(data))
        {
            // Kept from a program with another schema.
            Delete(data);
            await ServerProcess.VerbAsync(data, generate);
        }

        await using var portal = ServerProcess.Portal(data);
        await portal.CaughtUpAsync();
        await portal.SettledAsync(SearchFolder(data));
        return _corpora[initiatives] = new Corpus(data);
    }

    private static string SearchFolder(string data) => Path.Combine(data, "search");

    public static async Task CachedPageAsync(Report report)
    {
        var corpus = await CorpusAsync(Small);
        await using var portal = ServerProcess.Portal(corpus.Data);
        await portal.CaughtUpAsync();
        var path = corpus.InitiativePaths()[Small / 2];
        var result = await Wrk.CompareAsync(portal, [path], await PageAsync(portal, path));
        report.Add("a", "cached initiative page ÷ bare Kestrel", result.Ratio, "≥ 0.80", result.Ratio >= 0.80, Describe(result));
    }

    public static async Task UncachedPageAsync(Report report)
    {
        var small = await UncachedAsync(Small);
        report.Add("b", "uncached initiative pages, 10,000 initiatives ÷ bare Kestrel", small.Ratio, "≥ 0.05", small.Ratio >= 0.05, Describe(small));
    }

    public static async Task UncachedGrowthAsync(Report report)
    {
        var small = await UncachedAsync(Small);
        var large = await UncachedAsync(Large);
        var growth = large.Ratio / small.Ratio;
        report.Add("b2", "the same at 100,000 initiatives ÷ at 10,000", growth, "≥ 1 (± 5 %)", growth >= 0.95, Describe(large));
    }

    private static async Task<Comparison> UncachedAsync(int initiatives)
    {
        var corpus = await CorpusAsync(initiatives);
        var paths = corpus.InitiativePaths();
        await using var portal = ServerProcess.Portal(corpus.Data, pageCache: false);
        await portal.CaughtUpAsync();
        var body = await PageAsync(portal, paths[paths.Count / 2]);
        return await Wrk.CompareAsync(portal, paths, body);
    }

    public static async Task SearchPageAsync(Report report)
    {
        var corpus = await CorpusAsync(Large);
        await using var portal = ServerProcess.Portal(corpus.Data, pageCache: false);
        await portal.CaughtUpAsync();
        var paths = corpus.SearchPaths(Queries);
        var hits = new List<int>();
        byte[] body = [];
        foreach (var path in paths)
        {
            var page = await portal.GetAsync(path);
            hits.Add(Hits(Encoding.UTF8.GetString(page), path));
            body = page.Length > body.Length ? page : body;
        }

        hits.Sort();
        var result = await Wrk.CompareAsync(portal, paths, body, rounds: 3, seconds: 10);
        var spread = $"{paths.Count} queries with {hits[0]} to {hits[^1]} hits, median {hits[hits.Count / 2]}";
        report.Add("c", "search page with all facets, 100,000 initiatives ÷ bare Kestrel", result.Ratio, "≥ 0.012", result.Ratio >= 0.012, $"{Describe(result)}; {spread}");
        var tail = result.P99 / result.MedianTime;
        report.Add("c2", "its 99th percentile ÷ its median", tail, "≤ 5", tail <= 5, $"{result.P99:0.0} ms ÷ {result.MedianTime:0.0} ms");
    }

    public static async Task PublishToFoundAsync(Report report)
    {
        var corpus = await CorpusAsync(Small);
        const int Rounds = 400;
        var times = await PublishToFound.MeasureAsync(corpus.Data, Rounds);
        var bare = BareCommit.Measure(Rounds);
        var (p50, p99) = (times[times.Count / 2], P99(times));
        report.Add("d", "publish → found by search, 99th percentile in ms", p99, "< 50", p99 < 50, $"median {p50:0.0} ms; {corpus.Items()} items; in process, from the call of the publish command to the first search that finds the item; SQLite alone, committing as much to the same disk: median {bare[Rounds / 2]:0.0}, p99 {P99(bare):0.0} ms");
    }

    public static async Task MunicipalityAsync(Report report)
    {
        const int WarmUp = 50;
        var corpus = await CorpusAsync(Large);
        await using var portal = ServerProcess.Portal(corpus.Data, pageCache: false);
        await portal.CaughtUpAsync();
        string[] paths = [.. corpus.MunicipalityPaths(500)];
        var times = new List<double>();
        foreach (var (i, path) in paths.Concat(paths.Take(WarmUp)).Index())
        {
            var start = Stopwatch.GetTimestamp();
            var page = Encoding.UTF8.GetString(await portal.GetAsync(path));
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (!page.Contains("/initiativen/", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{path} names no initiative.");
            }

            if (i >= WarmUp)
            {
                times.Add(time);
            }
        }

        times.Sort();
        report.Add("k", "„Meine Kommune“ uncached, 100,000 initiatives, 99th percentile in ms", P99(times), "≤ 50", P99(times) <= 50, $"median {times[times.Count / 2]:0.0} ms; {paths.Length} municipalities, one request after the other");
    }

    /// <summary>As after a change of the index's format: the content is there, the index is not.</summary>
    public static async Task RebuildAsync(Report report)
    {
        var corpus = await CorpusAsync(Large);
        var program = await ServerProcess.PublishAsync();
        var (seconds, processor, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < 3; i++)
        {
            Delete(SearchFolder(corpus.Data));
            var start = Stopwatch.GetTimestamp();
            await using var portal = ServerProcess.Portal(corpus.Data, program: program);
            await portal.CaughtUpAsync();
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            processor.Add(portal.ProcessorSeconds);
            memory.Add(portal.MostResidentMegabytes);
            await portal.SettledAsync(SearchFolder(corpus.Data));
        }

        var median = Wrk.Median(seconds);
        report.Add(
            "i", "full rebuild of the index, 100,000 initiatives, s", median, "≤ 60", median <= 60,
            $"published; from the start of the process until it answers; median of {seconds.Count}, {seconds.Min():0} to {seconds.Max():0} s; {Wrk.Median(processor):0} s of processor time, at most {memory.Max():0} MB resident");
    }

    public static async Task MatrixAsync(Report report)
    {
        var corpus = await CorpusAsync(Large);
        var times = await PublishToFound.MeasureMatrixAsync(corpus.Data, 20);
        report.State("x", "matrix for the first reader after a publication, 100,000 initiatives, median in ms", times[times.Count / 2], $"{times[0]:0} to {times[^1]:0} ms of {times.Count}, in process; kept until the next publication");
    }

    public static async Task ImportAsync(Report report)
    {
        var corpus = await CorpusAsync(Small);
        var file = Path.Combine(Folders.Work, "export.recipe.json");
        await ServerProcess.VerbAsync(corpus.Data, "export", file);
        var data = Path.Combine(Folders.Work, "data-import");
        var rates = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            Delete(data);
            var start = Stopwatch.GetTimestamp();
            var output = await ServerProcess.VerbAsync(data, "import", file);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var written = new Corpus(data).Items();
            if (written != corpus.Items())
            {
                throw new InvalidOperationException($"{written} items were imported of {corpus.Items()}: {output}");
            }

            rates.Add(written / seconds);
        }

        Delete(data);
        var rate = Wrk.Median(rates);
        report.Add("e", "import into SQLite, items/s", rate, "≥ 1,500", rate >= 1_500, $"{corpus.Items()} items, {new FileInfo(file).Length / 1_000_000} MB, whole process with start and scan of the file; median of 3");
    }

    public static async Task StartAsync(Report report)
    {
        const int Starts = 7;
        var corpus = await CorpusAsync(Small);
        var published = await TimesAsync(await ServerProcess.PublishAsync());
        var built = await TimesAsync(null);
        var median = Wrk.Median(published);
        report.Add(
            "f", "process start → home page answered, s", median, "≤ 2", median <= 2,
            $"published; {corpus.Items()} items; median of {Starts}, {published.Min():0.00} to {published.Max():0.00} s; by dotnet run, without the time it takes to build: {Wrk.Median(built):0.00} s");

        async Task<List<double>> TimesAsync(string? program)
        {
            var times = new List<double>();
            for (var i = 0; i < Starts; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await using var portal = ServerProcess.Portal(corpus.Data, program: program);
                await portal.FirstPageAsync("/");
                times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            return times;
        }
    }

    public static async Task MemoryAsync(Report report)
    {
        var corpus = await CorpusAsync(Small);
        await using var portal = ServerProcess.Portal(corpus.Data);
        await portal.CaughtUpAsync();
        var pages = corpus.InitiativePaths();
        await Wrk.RunAsync(portal.Address, [pages[0]], 10);
        await Wrk.RunAsync(portal.Address, pages, 15);
        await Wrk.RunAsync(portal.Address, corpus.SearchPaths(Queries), 15);
        var memory = portal.ResidentMegabytes;
        report.Add("g", "resident memory after the loads of (a) to (c), MB", memory, "≤ 300", memory <= 300, $"{corpus.Items()} items, page cache on");
    }

    public static Task SuggestionsAsync(Report report) => SuggestionsAsync(report, "s", Large);

    public static Task FewSuggestionsAsync(Report report) => SuggestionsAsync(report, "s1", Small);

    private static async Task SuggestionsAsync(Report report, string key, int initiatives)
    {
        var corpus = await CorpusAsync(initiatives);
        var (median, p99, undisturbed, count) = await Typing.MeasureAsync(corpus.Data);
        report.Add(key, $"suggestions while typing, {initiatives:#,0} initiatives, 99th percentile in ms", p99, "< 10", p99 < 10, $"median {median:0.00} ms, 99th percentile of each text’s fastest of three rounds {undisturbed:0.00} ms; {count} beginnings of names, right and mistyped, one after the other in process");
    }

    private static async Task<byte[]> PageAsync(ServerProcess portal, string path)
    {
        var page = await portal.GetAsync(path);
        return Encoding.UTF8.GetString(page).Contains("frei erfunden", StringComparison.Ordinal)
            ? page
            : throw new InvalidOperationException($"{path} is not the page of a generated initiative.");
    }

    private static int Hits(string page, string path) => Title().Match(page) is { Success: true } match
        ? int.Parse(match.Groups[1].Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"{path} finds nothing.");

    private static double P99(List<double> sorted) => sorted[(int)Math.Ceiling(sorted.Count * 0.99) - 1];

    private static string Describe(Comparison result) => $"{result.Portal:#,0} of {result.Bare:#,0} requests/s; median {result.MedianTime:0.0}, p99 {result.P99:0.0} ms";

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"<title>[^<]*: ([0-9.]+) Treffer", RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
