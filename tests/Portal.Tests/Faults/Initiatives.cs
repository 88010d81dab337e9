using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Faults;

/// <summary>A recipe of numbered initiatives, and the question whether store and search both have them.</summary>
internal static class Initiatives
{
    public static string Title(int number) => $"Vorhaben Nummer {number.ToString(CultureInfo.InvariantCulture)} im Ort";

    /// <summary>Writes the recipe; the file's path.</summary>
    public static string WriteRecipe(string path, int items, int perStep)
    {
        var steps = Enumerable.Range(0, items / perStep).Select(step => new
        {
            name = "content",
            data = Enumerable.Range(step * perStep, perStep).Select(number => new Dictionary<string, object>
            {
                ["ContentItemId"] = $"4kill{number:d21}",
                ["ContentItemVersionId"] = $"4vers{number:d21}",
                ["ContentType"] = "Initiative",
                ["DisplayText"] = Title(number),
                ["Latest"] = true,
                ["Published"] = true,
                ["CreatedUtc"] = "2026-01-01T00:00:00Z",
                ["PublishedUtc"] = "2026-01-01T00:00:00Z",
                ["TitlePart"] = new { Title = Title(number) },
                ["Initiative"] = new
                {
                    Summary = new { Text = "Eine Kurzfassung." },
                    Start = new { Value = "2026-01-01T00:00:00Z" },
                    Goals = new { TermContentItemIds = new[] { "term" } },
                    Kinds = new { TermContentItemIds = new[] { "term" } },
                    Scopes = new { TermContentItemIds = new[] { "term" } },
                },
                ["LocalizationPart"] = new { Culture = "de", LocalizationSet = $"set{number}" },
            }),
        });
        File.WriteAllText(path, JsonSerializer.Serialize(new { name = "Numbered", steps }));
        return path;
    }

    /// <summary>
    /// Opens the data folder of a portal that was stopped or killed, lets the projections go on from where they were, and looks for
    /// every initiative of the recipe, and for as many in the search as in the store.
    /// </summary>
    public static async Task AssertSearchAgreesAsync(string folder, int items)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Portal:DataPath"] = folder });
        builder.Services.AddPortal(builder.Configuration);
        using var host = builder.Build();
        var services = host.Services;
        await services.GetRequiredService<DefinitionStore>().LoadAsync(CancellationToken.None);
        await host.StartAsync();
        await services.GetRequiredService<ProjectionRunner>().CatchUpAsync(CancellationToken.None);
        var searcher = services.GetRequiredService<ISearcher>();
        var missing = new List<int>();
        for (var number = 0; number < items; number++)
        {
            var found = await searcher.SearchAsync(new SearchRequest { Culture = "de", Modes = ["initiatives"], Text = $"\"{Title(number)}\"" }, CancellationToken.None);
            if (found.Total != 1)
            {
                missing.Add(number);
            }
        }

        Assert.True(missing.Count == 0, $"{missing.Count} items are not found exactly once, among them number {string.Join(", ", missing.Take(20))}.");
        var stored = await services.GetRequiredService<IContentReader>().CountAsync("Initiative", "de", CancellationToken.None);
        var listed = (await searcher.SearchAsync(new SearchRequest { Culture = "de", Modes = ["initiatives"] }, CancellationToken.None)).Total;
        Assert.True(listed == stored, $"The store has {stored} initiatives, the search lists {listed}.");
        await host.StopAsync();
    }
}
