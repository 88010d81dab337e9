using System.Globalization;
using Zukunftswerkstatt.Benchmarks;

if (args is [EngineFolder.Worker, var verb, var size])
{
    await EngineWorker.RunAsync(verb, new EngineFolder(int.Parse(size, CultureInfo.InvariantCulture)));
    return 0;
}

// Behind "engine": the numbers of initiatives.
int[] sizes = [.. args.Where(arg => int.TryParse(arg, out _)).Select(int.Parse)];
args = [.. args.Where(arg => !int.TryParse(arg, out _))];

// 1. content → 2. each bound asked for (all without arguments): check the answers, measure → 3. table in benchmarks/README.md.
var measures = new Dictionary<string, Func<Report, Task>>
{
    ["a"] = Measures.CachedPageAsync,
    ["b"] = Measures.UncachedPageAsync,
    ["b2"] = Measures.UncachedGrowthAsync,
    ["c"] = Measures.SearchPageAsync,
    ["d"] = Measures.PublishToFoundAsync,
    ["e"] = Measures.ImportAsync,
    ["f"] = Measures.StartAsync,
    ["g"] = Measures.MemoryAsync,
    ["i"] = Measures.RebuildAsync,
    ["k"] = Measures.MunicipalityAsync,
    ["s"] = Measures.SuggestionsAsync,
    ["s1"] = Measures.FewSuggestionsAsync,
    ["x"] = Measures.MatrixAsync,
    ["relevance"] = Relevance.MeasureAsync,
    ["engine"] = report => Engine.MeasureAsync(report, sizes),
};
if (args.FirstOrDefault(arg => !measures.ContainsKey(arg)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no bound \"{unknown}\"; use {string.Join(", ", measures.Keys)}.");
    return 2;
}

var report = new Report(TimeProvider.System);
var failed = 0;
foreach (var key in args.Length == 0 ? [.. measures.Keys] : args)
{
    try
    {
        await measures[key](report);
    }
    catch (InvalidOperationException e)
    {
        // A server that ended or a wrong page: the other bounds can still be measured.
        await Console.Error.WriteLineAsync($"({key}) was not measured: {e}");
        failed = 1;
    }
}

return failed;
