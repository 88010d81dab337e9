using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Faults;

/// <summary>Twenty times <c>kill -9</c> to the serving portal and to an import of 5,000 items beside it.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Items = 5_000;
    private const int ItemsPerStep = 50;
    private const int Rounds = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Kill_9_during_an_import_loses_nothing_that_was_committed_and_search_agrees_with_the_store()
    {
        await using (var first = PortalProcess.Start(_folder))
        {
            await first.ListeningAsync();
        }

        var own = Committed();
        var recipe = WriteRecipe();
        for (var round = 0; round < Rounds; round++)
        {
            await using var server = PortalProcess.Start(_folder);
            await server.ListeningAsync();
            await using var import = PortalProcess.Start(_folder, "import", recipe);
            var acknowledged = await UntilMoreThanAsync(own + (round * Items / (Rounds + 1)), import);
            await import.KillAsync();
            await server.KillAsync();

            var kept = Committed();
            Assert.True(kept >= acknowledged, $"Round {round}: {acknowledged} items were committed, {kept} are left.");
            Assert.True((kept - own) % ItemsPerStep == 0, $"Round {round}: {kept - own} items are left, which are not whole steps of {ItemsPerStep}.");
        }

        await using (var last = PortalProcess.Start(_folder, "import", recipe))
        {
            Assert.True(await last.ExitAsync() == 0, last.Output);
        }

        var all = Committed();
        Assert.True(all == own + Items, $"{all - own} of {Items} items are there after the last import.");
        await SearchAgreesAsync();
    }

    private async Task SearchAgreesAsync()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Portal:DataPath"] = _folder });
        builder.Services.AddPortal(builder.Configuration);
        using var host = builder.Build();
        var services = host.Services;
        await services.GetRequiredService<DefinitionStore>().LoadAsync(CancellationToken.None);
        await host.StartAsync();
        await services.GetRequiredService<ProjectionRunner>().CatchUpAsync(CancellationToken.None);
        var searcher = services.GetRequiredService<ISearcher>();
        var missing = new List<int>();
        for (var number = 0; number < Items; number++)
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

    private static string Title(int number) => $"Vorhaben Nummer {number.ToString(CultureInfo.InvariantCulture)} im Ort";

    private string WriteRecipe()
    {
        var steps = Enumerable.Range(0, Items / ItemsPerStep).Select(step => new
        {
            name = "content",
            data = Enumerable.Range(step * ItemsPerStep, ItemsPerStep).Select(number => new Dictionary<string, object>
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
        var path = Path.Combine(_folder, "killed.recipe.json");
        File.WriteAllText(path, JsonSerializer.Serialize(new { name = "Killed", steps }));
        return path;
    }

    /// <summary>Waits until more items are committed than given, or the import has ended; the number that was seen.</summary>
    private async Task<long> UntilMoreThanAsync(long count, PortalProcess import)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await pause.WaitForNextTickAsync())
        {
            if (Committed() is var committed && committed > count)
            {
                return committed;
            }

            Assert.False(import.HasExited, import.Output);
        }

        throw new InvalidOperationException("The timer ended.");
    }

    private long Committed()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "portal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM "ContentVersions" WHERE "Published" AND "ContentType" = 'Initiative'""";
        return (long)command.ExecuteScalar()!;
    }
}
