using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>How long after a publish command the item is found, over the portal's own services in this process.</summary>
internal static class PublishToFound
{
    /// <summary>Median and 99th percentile in milliseconds.</summary>
    public static async Task<(double Median, double P99)> MeasureAsync(string data, int rounds)
    {
        var copy = Path.Combine(Folders.Work, "data-publish");
        if (Directory.Exists(copy))
        {
            Directory.Delete(copy, recursive: true);
        }

        Copy(data, copy);
        await using var app = await InProcess.StartAsync(copy);
        var times = await PublishAsync(app.Services, rounds);
        await app.StopAsync();
        times.Sort();
        return (times[times.Count / 2], times[(int)Math.Ceiling(times.Count * 0.99) - 1]);
    }

    private static async Task<List<double>> PublishAsync(IServiceProvider services, int rounds)
    {
        var commands = services.GetRequiredService<ContentCommands>();
        var searcher = services.GetRequiredService<ISearcher>();
        var model = (await services.GetRequiredService<IContentReader>().ListAsync(new ListQuery("Initiative", "de"), CancellationToken.None))[0];
        const int WarmUp = 20;
        var times = new List<double>(rounds);
        for (var i = 0; i < rounds + WarmUp; i++)
        {
            var word = "messwort" + i.ToString(CultureInfo.InvariantCulture).PadLeft(6, 'x');
            var content = JsonNode.Parse(model.Content.GetRawText())!.AsObject();
            content["TitlePart"] = new JsonObject { ["Title"] = $"Veröffentlicht mit {word}" };
            content.Remove("AutoroutePart");
            content.Remove("LocalizationPart");
            var start = Stopwatch.GetTimestamp();
            if (await commands.CreateAsync("Initiative", null, content, publish: true, Actor.System, CancellationToken.None) is not CommandResult.Done)
            {
                throw new InvalidOperationException("A published item was refused.");
            }

            while ((await searcher.SearchAsync(new SearchRequest { Text = word, Culture = "de" }, CancellationToken.None)).Total == 0)
            {
                await Task.Delay(1);
            }

            if (i >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return times;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
