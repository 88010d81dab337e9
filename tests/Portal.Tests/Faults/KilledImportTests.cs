using Microsoft.Data.Sqlite;
using Xunit;

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
        var recipe = Initiatives.WriteRecipe(Path.Combine(_folder, "killed.recipe.json"), Items, ItemsPerStep);
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
        await Initiatives.AssertSearchAgreesAsync(_folder, Items);
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
