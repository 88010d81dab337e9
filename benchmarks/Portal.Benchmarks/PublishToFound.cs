using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>How long a publication takes to be found and to be counted, over the portal's own services in this process.</summary>
internal static class PublishToFound
{
    /// <summary>Milliseconds of so many publications, from the command to the first search that finds the item.</summary>
    public static Task<List<double>> MeasureAsync(string data, int rounds) => MeasureAsync(data, rounds, warmUp: 20, (_, published) => Task.FromResult(published));

    /// <summary>Milliseconds that the matrix takes which the first reader after a publication asks for.</summary>
    public static Task<List<double>> MeasureMatrixAsync(string data, int rounds) => MeasureAsync(data, rounds, warmUp: 3, async (services, _) =>
    {
        var matrices = services.GetRequiredService<FactorMatrixReader>();
        var axis = (await matrices.AxesAsync(CancellationToken.None))[0];
        var start = Stopwatch.GetTimestamp();
        var matrix = await matrices.ReadAsync(axis, "de", CancellationToken.None);
        return matrix.Rows.Any(row => row.Total.Initiatives > 0) ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidOperationException("The matrix is empty.");
    });

    /// <summary>Publishes in a copy of the data. Sorted.</summary>
    private static async Task<List<double>> MeasureAsync(string data, int rounds, int warmUp, Func<IServiceProvider, double, Task<double>> measure)
    {
        var copy = Path.Combine(Folders.Work, "data-publish");
        Delete(copy);
        Copy(data, copy);
        var times = await MeasureCopyAsync(copy, rounds, warmUp, measure);

        // A pooled connection would go on reading the deleted file when the next measurement copies to the same place.
        SqliteConnection.ClearAllPools();
        Delete(copy);
        times.Sort();
        return times;
    }

    private static async Task<List<double>> MeasureCopyAsync(string copy, int rounds, int warmUp, Func<IServiceProvider, double, Task<double>> measure)
    {
        await using var app = await InProcess.StartAsync(copy);
        var commands = app.Services.GetRequiredService<ContentCommands>();
        var searcher = app.Services.GetRequiredService<ISearcher>();
        var model = (await app.Services.GetRequiredService<IContentReader>().ListAsync(new ListQuery("Initiative", "de"), CancellationToken.None))[0];
        var times = new List<double>(rounds);
        for (var i = 0; i < rounds + warmUp; i++)
        {
            var published = await PublishAsync(commands, searcher, model, (9_000_000_000 + i).ToString(CultureInfo.InvariantCulture));
            var time = await measure(app.Services, published);
            if (i >= warmUp)
            {
                times.Add(time);
            }
        }

        await app.StopAsync();
        return times;
    }

    private static async Task<double> PublishAsync(ContentCommands commands, ISearcher searcher, ContentItem model, string word)
    {
        var content = JsonNode.Parse(model.Content.GetRawText())!.AsObject();
        content["TitlePart"] = new JsonObject { ["Title"] = $"Veröffentlicht mit {word}" };
        content.Remove("AutoroutePart");
        content.Remove("LocalizationPart");
        var start = Stopwatch.GetTimestamp();
        if (await commands.CreateAsync("Initiative", null, content, publish: true, Actor.System, CancellationToken.None) is not CommandResult.Done done)
        {
            throw new InvalidOperationException("A published item was refused.");
        }

        // A number, since a word that is not there yet is looked for among mistyped ones, which would keep a processor busy meanwhile.
        while ((await searcher.SearchAsync(new SearchRequest { Text = word, Culture = "de" }, CancellationToken.None)).Hits.All(hit => hit.ItemId != done.Item.ContentItemId))
        {
            await Task.Delay(1);
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
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
