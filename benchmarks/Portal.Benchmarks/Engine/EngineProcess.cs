using System.Diagnostics;
using System.Globalization;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>An engine that searches, the portal's or Java's, in a process of its own. One command and one answer a line.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private const string Jars = "/usr/share/java/lucene-core-8.7.0.jar:/usr/share/java/lucene-analyzers-common-8.7.0.jar:/usr/share/java/lucene-facet-8.7.0.jar";

    private readonly Process _process;

    private EngineProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        _process = Process.Start(start)!;
    }

    /// <summary>What it says when it can be asked: how many segments its index has.</summary>
    public string Ready { get; private set; } = "";

    /// <summary>The portal's engine with the portal's own settings of the runtime.</summary>
    /// <param name="folder">Its index.</param>
    /// <param name="profiled">With the profile-guided tier, which the portal leaves out to save memory (decision 8).</param>
    public static async Task<EngineProcess> PortalAsync(EngineFolder folder, bool profiled = false) => await StartedAsync(new(WorkerStart("search", folder, profiled)));

    public static async Task<EngineProcess> JavaAsync(EngineFolder folder) =>
        await StartedAsync(new(JavaStart("-Xmx1g", "search", folder.JavaIndex, folder.JavaQueries)));

    /// <summary>Runs a verb of <see cref="EngineWorker"/> to its end and returns the figures it printed.</summary>
    public static async Task<double[]> WorkAsync(string verb, EngineFolder folder) => await FiguresAsync(WorkerStart(verb, folder, profiled: false));

    /// <summary>Lets Java make its index; seconds.</summary>
    public static async Task<double> JavaIndexAsync(EngineFolder folder)
    {
        var start = Stopwatch.GetTimestamp();
        await FiguresAsync(JavaStart("-Xmx2g", ["index", folder.JavaIndex, .. Directory.GetFiles(folder.Path, "documents-*.gz")]));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public async Task<string> AskAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        return await LineAsync();
    }

    /// <summary>All queries in random order, so many times.</summary>
    public async Task<EngineRun> RunAsync(string how, int threads, int rounds)
    {
        var figures = (await AskAsync($"run {how} {threads} {rounds}")).Split(' ').Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return new EngineRun(figures[1] / (figures[0] / 1e9), figures[2] / 1e6, figures[3] / 1e6);
    }

    /// <summary>Resident memory in megabytes.</summary>
    public double Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<EngineProcess> StartedAsync(EngineProcess engine)
    {
        engine.Ready = (await engine.LineAsync()).Replace("ready ", "", StringComparison.Ordinal);
        return engine;
    }

    private async Task<string> LineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"An engine ended: {_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)}");

    private static async Task<double[]> FiguresAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? [.. output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(f => double.Parse(f, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}.");
    }

    private static ProcessStartInfo WorkerStart(string verb, EngineFolder folder, bool profiled)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(EngineProcess).Assembly.Location, EngineFolder.Worker, verb, folder.Initiatives.ToString(CultureInfo.InvariantCulture)]);
        start.Environment["DOTNET_TieredPGO"] = profiled ? "1" : "0";
        start.Environment["DOTNET_GCConserveMemory"] = "9";
        return start;
    }

    private static ProcessStartInfo JavaStart(string memory, params string[] args) =>
        new("java", [memory, "-cp", Jars, Path.Combine(Folders.Root, "benchmarks", "engine", "LuceneEngine.java"), .. args]);
}

/// <param name="PerSecond">Queries.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
internal sealed record EngineRun(double PerSecond, double Median, double P99);
