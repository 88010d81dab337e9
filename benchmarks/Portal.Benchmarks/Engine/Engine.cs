using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>
/// The search engine alone, without database and pages, against Lucene 8 for Java over the same documents, terms and queries:
/// 1. make both indexes, 2. compare what they find, 3. measure in turns, 4. publish, 5. rows.
/// </summary>
internal static class Engine
{
    private const int Pairs = 5;
    private const double RunSeconds = 3;

    private const int Small = 10_000, Middle = 100_000, Large = 1_000_000;

    /// <param name="TextBytes">Texts of the documents.</param>
    /// <param name="Seconds">Making the portal's index.</param>
    /// <param name="Processor">Seconds of processor time of it.</param>
    /// <param name="Making">Seconds of processor time of that for making the documents out of generated content.</param>
    /// <param name="Peak">Resident megabytes at most.</param>
    /// <param name="JavaSeconds">Making Java's index of finished terms.</param>
    private sealed record Built(double TextBytes, double Seconds, double Processor, double Making, double Peak, double JavaSeconds);

    /// <summary>The portal and Java in turns; medians of the pairs.</summary>
    private sealed record Duel(double Ratio, EngineRun Portal, EngineRun Java)
    {
        public override string ToString() => $"{Portal.PerSecond:#,0} of {Java.PerSecond:#,0} queries/s; median {Portal.Median:0.000} against {Java.Median:0.000} ms, p99 {Portal.P99:0.0} against {Java.P99:0.0} ms";
    }

    private sealed record Measured(EngineFolder Folder, Built Built, Duel One, Duel Two, Duel About, Duel Profiled, Duel Facets, string Memory, double JavaResident, double Size, double JavaSize, string Segments, double Published, double PublishedP99);

    public static async Task MeasureAsync(Report report, int[] sizes)
    {
        if (!Directory.Exists(EngineFolder.Portal))
        {
            await ServerProcess.VerbAsync(EngineFolder.Portal, "generate", "--initiatives", "10", "--seed", "1");
        }

        var all = new Dictionary<int, Measured>();
        foreach (var size in sizes.Length > 0 ? sizes : [Small, Middle, Large])
        {
            var measured = all[size] = await MeasureAsync(new EngineFolder(size));
            Write(report, size, measured);
        }

        WriteGrowth(report, all);
    }

    private static async Task<Measured> MeasureAsync(EngineFolder folder)
    {
        var built = await BuildAsync(folder);
        Duel one, two, about, profiled, facets;
        string memory, segments;
        double javaResident;
        await using (var java = await EngineProcess.JavaAsync(folder))
        {
            await using (var portal = await EngineProcess.PortalAsync(folder))
            {
                segments = $"{portal.Ready} against {java.Ready}";
                await CheckAsync(folder, portal, java);
                one = await CompareAsync(portal, java, "exact", "exact", 1);
                two = await CompareAsync(portal, java, "exact", "exact", 2);
                about = await CompareAsync(portal, java, "exact", "about", 1);
                facets = await CompareAsync(portal, java, "facets", "facets", 1);
                memory = await portal.AskAsync("memory");
                javaResident = java.Resident;
            }

            await using var withProfile = await EngineProcess.PortalAsync(folder, profiled: true);
            profiled = await CompareAsync(withProfile, java, "exact", "exact", 1);
        }

        var published = await PublishAsync(folder);
        return new(folder, built, one, two, about, profiled, facets, memory, javaResident, Bytes(folder.Index), Bytes(folder.JavaIndex), segments, published[0], published[1]);
    }

    private static async Task<Built> BuildAsync(EngineFolder folder)
    {
        if (File.Exists(folder.Figures))
        {
            return JsonSerializer.Deserialize<Built>(await File.ReadAllTextAsync(folder.Figures))!;
        }

        Directory.Delete(folder.Path, recursive: true);
        Directory.CreateDirectory(folder.Path);
        var build = await EngineProcess.WorkAsync("build", folder);
        var text = await EngineProcess.WorkAsync("java-documents", folder);
        var java = await EngineProcess.JavaIndexAsync(folder);
        foreach (var file in Directory.GetFiles(folder.Path, "documents-*.gz"))
        {
            File.Delete(file);
        }

        var built = new Built(text[0], build[0], build[1], build[2], build[3], java);
        await File.WriteAllTextAsync(folder.Figures, JsonSerializer.Serialize(built));
        return built;
    }

    /// <summary>Both must find the same number of documents for every query.</summary>
    private static async Task CheckAsync(EngineFolder folder, EngineProcess portal, EngineProcess java)
    {
        var queries = await File.ReadAllLinesAsync(folder.Queries);
        var (ours, theirs) = ((await portal.AskAsync("hits")).Split(' '), (await java.AskAsync("hits")).Split(' '));
        var wrong = Enumerable.Range(0, queries.Length).Where(i => ours[i] != theirs[i] || ours[i] == "0").Select(i => $"{queries[i]}: {ours[i]}, Java {theirs[i]}").ToList();
        if (wrong.Count > 0)
        {
            throw new InvalidOperationException($"{wrong.Count} of {queries.Length} queries find nothing or not the same, e.g. {string.Join("; ", wrong.Take(10))}");
        }
    }

    private static async Task<Duel> CompareAsync(EngineProcess portal, EngineProcess java, string how, string javaHow, int threads)
    {
        // Warm, and so many rounds as fill the time.
        var rounds = 0;
        foreach (var (engine, mode) in new[] { (portal, how), (java, javaHow) })
        {
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < 2 * RunSeconds)
            {
                var run = await engine.RunAsync(mode, threads, 1);
                rounds = Math.Max(1, (int)Math.Ceiling(RunSeconds * run.PerSecond / EngineFolder.QueryCount));
            }
        }

        var pairs = new List<(EngineRun Portal, EngineRun Java)>();
        for (var i = 0; i < Pairs; i++)
        {
            pairs.Add((await portal.RunAsync(how, threads, rounds), await java.RunAsync(javaHow, threads, rounds)));
        }

        return new Duel(Wrk.Median(pairs.Select(p => p.Portal.PerSecond / p.Java.PerSecond)), Medians(pairs.Select(p => p.Portal)), Medians(pairs.Select(p => p.Java)));

        static EngineRun Medians(IEnumerable<EngineRun> runs) =>
            new(Wrk.Median(runs.Select(r => r.PerSecond)), Wrk.Median(runs.Select(r => r.Median)), Wrk.Median(runs.Select(r => r.P99)));
    }

    /// <summary>In a copy, so that the next run finds the index as it was; Lucene's files never change, so links will do.</summary>
    private static async Task<double[]> PublishAsync(EngineFolder folder)
    {
        using (var copy = Process.Start("cp", ["-al", folder.Index, folder.IndexCopy]))
        {
            await copy.WaitForExitAsync();
        }

        try
        {
            return await EngineProcess.WorkAsync("publish", folder);
        }
        finally
        {
            Directory.Delete(folder.IndexCopy, recursive: true);
        }
    }

    private static void Write(Report report, int size, Measured m)
    {
        var name = $"{size:#,0} initiatives";
        var key = size switch { Small => "n1", Middle => "n2", Large => "n3", _ => $"n-{size}" };
        var what = $"engine ÷ Lucene 8.7 for Java, queries/s, one thread, {name}";
        var detail = $"{m.One}; two threads {m.Two.Ratio:0.00}: {m.Two}; with the profile-guided tier {m.Profiled.Ratio:0.00}; against Java that counts hits up to 1,000 only {m.About.Ratio:0.00} ({m.About.Java.PerSecond:#,0} queries/s); segments {m.Segments}";
        if (size == Middle)
        {
            report.Add(key, what, m.One.Ratio, "≥ 0.9", m.One.Ratio >= 0.9, detail);
        }
        else
        {
            report.State(key, what, m.One.Ratio, detail);
        }

        report.State($"{key}f", $"the same with all facets, {name}, 99th percentile in ms", m.Facets.Portal.P99, $"{m.Facets}; ratio {m.Facets.Ratio:0.00}");
        var memory = m.Memory.Split(' ');
        report.State($"{key}m", $"its memory after searching, {name}, MB managed", double.Parse(memory[0], CultureInfo.InvariantCulture), $"resident {memory[1]} MB and {memory[2]} MB of mapped files; Java {m.JavaResident:0} MB resident");
        report.State($"{key}s", $"its index ÷ text, {name}", m.Size / m.Built.TextBytes, $"{m.Size / 1e6:#,0} MB for {m.Built.TextBytes / 1e6:#,0} MB of text, with facets and what hits show; Java {m.JavaSize / 1e6:#,0} MB");
        report.State($"{key}b", $"its index made as a whole, {name}, s", m.Built.Seconds, $"{m.Built.Processor:0} s of processor time, {m.Built.Making:0} s of it for making the documents; at most {m.Built.Peak:0} MB resident; Java {m.Built.JavaSeconds:0} s, with the terms ready");
        report.State($"{key}p", $"a changed document found, {name}, 99th percentile in ms", m.PublishedP99, $"median {m.Published:0.00} ms of 200");
    }

    private static void WriteGrowth(Report report, Dictionary<int, Measured> all)
    {
        if (!all.TryGetValue(Large, out var large))
        {
            return;
        }

        if (all.TryGetValue(Middle, out var middle))
        {
            var growth = large.One.Portal.Median / middle.One.Portal.Median;
            report.Add("n4", "median time at 1,000,000 initiatives ÷ at 100,000", growth, "≤ 6", growth <= 6, $"{large.One.Portal.Median:0.000} ms ÷ {middle.One.Portal.Median:0.000} ms; Java {large.One.Java.Median / middle.One.Java.Median:0.0}");
            var size = large.Size / middle.Size / 10;
            report.Add("n5", "index for each initiative at 1,000,000 ÷ at 100,000", size, "0.85 to 1.15", size is >= 0.85 and <= 1.15, $"{large.Size / 1e6:#,0} MB and {middle.Size / 1e6:#,0} MB");
        }

        if (all.TryGetValue(Small, out var small))
        {
            var growth = large.PublishedP99 / small.PublishedP99;
            report.Add("n6", "a changed document found, 99th percentile at 1,000,000 ÷ at 10,000", growth, "≤ 1.5, or 50 ms", growth <= 1.5 || large.PublishedP99 <= 50, $"{large.PublishedP99:0.0} ms ÷ {small.PublishedP99:0.0} ms");
        }
    }

    private static double Bytes(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length);
}
