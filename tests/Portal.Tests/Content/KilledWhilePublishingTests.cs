using System.Diagnostics;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal.Tests.Content;

public sealed class KilledWhilePublishingTests
{
    private const string Place = "PORTAL_TEST_KILL";
    private const int Rounds = 20;
    private const int Writers = 3;

    private static readonly CancellationToken _ct = CancellationToken.None;

    /// <summary>Every round starts this very program again, has it publish through <see cref="Publish_until_killed"/> and kills it hard.</summary>
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_half_written(string kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var portal = await ContentPortal.OpenAsync(database);
        var acknowledged = Path.Combine(database.Folder, "acknowledged.txt");
        var random = new Random(7);
        for (var round = 1; round <= (kind == "Sqlite" ? Rounds : 3); round++)
        {
            var before = Lines(acknowledged).Count;
            using var child = Start(database);
            var enough = before + random.Next(5, 40); // somewhere in the work of some writer
            await Eventually.HoldsAsync(() =>
            {
                Assert.False(child.HasExited, "The child ended by itself.");
                return Lines(acknowledged).Count >= enough;
            });
            child.Kill(entireProcessTree: true);
            await child.WaitForExitAsync();
        }

        await portal.AssertConsistentAsync();
        var facts = (await portal.Get<FactLog>().ReadAsync(0, 1_000_000, _ct)).Where(fact => fact.Kind == FactKinds.ItemPublished).Select(fact => fact.Key).ToHashSet();
        var versions = (await portal.RowsAsync<VersionRow>()).ToDictionary(row => row.VersionId);
        foreach (var line in Lines(acknowledged))
        {
            var (id, version) = (line.Split(' ')[0], line.Split(' ')[1]);
            Assert.Contains(version, versions);
            Assert.NotNull(await portal.Reader().GetAsync(id, _ct));
            Assert.Contains(id, facts);
        }

        // A published row without its fact would never be found by search.
        Assert.All(versions.Values.Where(row => row.Published), row => Assert.Contains(row.ItemId, facts));
        await database.DisposeAsync();
    }

    [Fact(Explicit = true)]
    public async Task Publish_until_killed()
    {
        if (Environment.GetEnvironmentVariable(Place)?.Split('|') is not [var provider, var connectionString, var folder])
        {
            return;
        }

        await using var portal = await ContentPortal.OpenAsync(TestDatabase.Existing(provider, connectionString, folder));
        await using var acknowledged = new FileStream(Path.Combine(folder, "acknowledged.txt"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 1);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            while (true)
            {
                var item = await portal.PublishedAsync("Immer derselbe Titel");
                await AcknowledgeAsync(item);
                await AcknowledgeAsync(await portal.RepublishAsync(item, "Umgezogen", $"umgezogen/{item.ContentItemId}"));
            }

            async Task AcknowledgeAsync(ContentItem item)
            {
                var line = System.Text.Encoding.ASCII.GetBytes($"{item.ContentItemId} {item.ContentItemVersionId}\n");
                lock (acknowledged)
                {
                    acknowledged.Write(line);
                    acknowledged.Flush();
                }

                await Task.Yield();
            }
        })));
    }

    private static Process Start(TestDatabase database)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(KilledWhilePublishingTests).Assembly.Location, "-explicit", "only", "-method", $"{typeof(KilledWhilePublishingTests).FullName}.{nameof(Publish_until_killed)}" },
            Environment = { [Place] = $"{database.Provider}|{database.ConnectionString}|{database.Folder}" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var child = Process.Start(start)!;
        child.OutputDataReceived += (_, _) => { };
        child.ErrorDataReceived += (_, _) => { };
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        return child;
    }

    /// <summary>Whole lines only: the last one may be cut.</summary>
    private static List<string> Lines(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var text = reader.ReadToEnd();
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
