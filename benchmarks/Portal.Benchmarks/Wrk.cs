using System.Diagnostics;
using System.Text.Json;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>What wrk counted.</summary>
internal sealed record Load(long Requests, long Microseconds, long Bytes, long Failed, long Median, long P99)
{
    public double PerSecond => Requests * 1e6 / Microseconds;
}

/// <summary>Runs wrk with eight connections over two threads, on the same processors as the server.</summary>
internal static class Wrk
{
    public static async Task<Load> RunAsync(Uri address, IReadOnlyList<string> paths, int seconds)
    {
        var list = Path.Combine(Folders.Work, "paths.txt");
        await File.WriteAllLinesAsync(list, paths);
        var start = new ProcessStartInfo("wrk", ["-t2", "-c8", $"-d{seconds}s", "--timeout", "30s", "-s", Folders.Load("random.lua"), address.OriginalString])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["PATHS"] = list;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(line => line.StartsWith("JSON ", StringComparison.Ordinal)) ?? throw new InvalidOperationException(output);
        var load = JsonSerializer.Deserialize<Load>(line[5..])!;
        return load is { Failed: 0, Requests: > 0 } ? load : throw new InvalidOperationException($"wrk saw failures: {line}");
    }

    /// <summary>The portal and bare Kestrel in turn, so that both meet the same state of the machine; medians of the pairs.</summary>
    public static async Task<Comparison> CompareAsync(ServerProcess portal, IReadOnlyList<string> paths, byte[] body, int rounds = 3, int seconds = 6)
    {
        await using var bare = await ServerProcess.BareAsync(body);
        await RunAsync(portal.Address, paths, seconds);
        await RunAsync(bare.Address, paths, seconds / 2);
        var pairs = new List<(Load Portal, Load Bare)>();
        for (var round = 0; round < rounds; round++)
        {
            pairs.Add((await RunAsync(portal.Address, paths, seconds), await RunAsync(bare.Address, paths, seconds / 2)));
        }

        return new Comparison(
            Median(pairs.Select(pair => pair.Portal.PerSecond / pair.Bare.PerSecond)),
            Median(pairs.Select(pair => pair.Portal.PerSecond)),
            Median(pairs.Select(pair => pair.Bare.PerSecond)),
            Median(pairs.Select(pair => pair.Portal.Median / 1000.0)),
            Median(pairs.Select(pair => pair.Portal.P99 / 1000.0)));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}

/// <summary>Medians over the rounds; times in milliseconds.</summary>
internal sealed record Comparison(double Ratio, double Portal, double Bare, double MedianTime, double P99);
