using Zukunftswerkstatt.Benchmarks;

// 1. content → 2. each bound asked for (all without arguments): check the answers, measure → 3. table in benchmarks/README.md.
var measures = new Dictionary<string, Func<Report, Task>>
{
    ["a"] = Measures.CachedPageAsync,
    ["b"] = Measures.UncachedPageAsync,
    ["c"] = Measures.SearchPageAsync,
    ["d"] = Measures.PublishToFoundAsync,
    ["e"] = Measures.ImportAsync,
    ["f"] = Measures.StartAsync,
    ["g"] = Measures.MemoryAsync,
};
if (args.FirstOrDefault(arg => !measures.ContainsKey(arg)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no bound \"{unknown}\"; use {string.Join(", ", measures.Keys)}.");
    return 2;
}

var report = new Report(TimeProvider.System);
foreach (var key in args.Length == 0 ? [.. measures.Keys] : args)
{
    await measures[key](report);
}

return 0;
