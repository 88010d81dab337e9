using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Portal.Tests.Content;

namespace Zukunftswerkstatt.Portal.Tests.Kernel;

public sealed class FaultTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_and_is_not_touched()
    {
        await using var database = await TestDatabase.CreateAsync("Sqlite");
        var file = Path.Combine(database.Folder, "portal.db");
        var bytes = new byte[20_000];
        new Random(1).NextBytes(bytes);
        await File.WriteAllBytesAsync(file, bytes);
        var stop = await Assert.ThrowsAsync<StartupException>(() => TestPortal.OpenAsync(database));
        Assert.Contains(file, stop.Text.De, StringComparison.Ordinal);
        Assert.Contains("Sicherung", stop.Text.De, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_damaged_database_is_named_by_readers_and_commands()
    {
        var database = await TestDatabase.CreateAsync("Sqlite");
        await using (var before = await ContentPortal.OpenAsync(database))
        {
            for (var i = 0; i < 200; i++)
            {
                await before.PublishedAsync($"Artikel {i}", null, $$"""{ "X": { "Y": "{{new string('z', 500)}}" } }""");
            }
        }

        SqliteConnection.ClearAllPools();
        var file = Path.Combine(database.Folder, "portal.db");
        var bytes = await File.ReadAllBytesAsync(file);
        Array.Fill(bytes, (byte)0xAA, 30 * 4096, bytes.Length - (30 * 4096));
        await File.WriteAllBytesAsync(file, bytes);

        await using var portal = await TestPortal.OpenAsync(database, owner: true);
        var read = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await foreach (var _ in portal.Reader().AllPublishedAsync(null, _ct))
            {
            }
        });
        Assert.Contains("beschädigt", read.Text.De, StringComparison.Ordinal);
        var write = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                await portal.Commands().CreateAsync("Note", $"{i}", [], true, ContentPortal.Editor, _ct);
            }
        });
        Assert.Contains("damaged", write.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_stops_the_start()
    {
        await using var database = await TestDatabase.CreateAsync("Sqlite");
        var file = Path.Combine(database.Folder, "a-file");
        await File.WriteAllTextAsync(file, "");
        var stop = await Assert.ThrowsAsync<StartupException>(() =>
            TestPortal.OpenAsync(database, null, new Dictionary<string, string?> { ["Portal:DataPath"] = Path.Combine(file, "data") }));
        Assert.Contains("Portal:DataPath", stop.Text.De, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_database_is_readable_refuses_commands_and_works_again_afterwards()
    {
        var database = await TestDatabase.CreateAsync("Sqlite");
        await using var portal = await TestPortal.OpenAsync(
            database, null, new Dictionary<string, string?> { ["Portal:Database:ConnectionString"] = $"{database.ConnectionString};Default Timeout=1" }, owner: true);
        var facts = await portal.Get<FactLog>().LastAsync(_ct);
        await using (var other = new SqliteConnection($"{database.ConnectionString};Pooling=False"))
        {
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();
            var refused = await Assert.ThrowsAsync<StoreException>(() => WriteAsync(portal, "a"));
            Assert.Contains("gesperrt", refused.Text.De, StringComparison.Ordinal);
            Assert.Equal(facts, await portal.Get<FactLog>().LastAsync(_ct));
        }

        await WriteAsync(portal, "b");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_database_of_a_newer_program_stops_the_start(string kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var portal = await TestPortal.OpenAsync(database, owner: true);
        await using (var db = await portal.Get<PortalDatabase>().OpenAsync(_ct))
        {
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_Future', '99.0')""", _ct);
        }

        var stop = await Assert.ThrowsAsync<StartupException>(() => TestPortal.OpenAsync(database));
        Assert.Contains("99990101000000_Future", stop.Text.De, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_refuses_the_command_and_leaves_nothing_half_written()
    {
        var disk = new Disk();
        await using var portal = await TestPortal.StartAsync(
            "Sqlite", services => services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(disk)));
        disk.Full = true;
        var refused = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await WriteAsync(portal, $"document-{i}");
            }
        });
        Assert.Contains("Kein Platz", refused.Text.De, StringComparison.Ordinal);
        await using (var db = await portal.Get<PortalDatabase>().OpenAsync(_ct))
        {
            Assert.Equal(await db.Set<FactRow>().CountAsync(fact => fact.Key.StartsWith("document-")), await db.Set<DocumentRow>().CountAsync(row => row.Name.StartsWith("document-")));
        }

        disk.Full = false;
        SqliteConnection.ClearAllPools();
        await WriteAsync(portal, "after");
    }

    [Fact]
    public async Task An_unreachable_server_stops_the_start_with_the_key_to_look_at()
    {
        await using var database = await TestDatabase.CreateAsync("Sqlite");
        var stop = await Assert.ThrowsAsync<StartupException>(() => TestPortal.OpenAsync(database, null, new Dictionary<string, string?>
        {
            ["Portal:Database:Provider"] = "PostgreSql",
            ["Portal:Database:ConnectionString"] = "Host=127.0.0.1;Port=1;Database=x;Username=x",
        }));
        Assert.Contains("Portal:Database:ConnectionString", stop.Text.De, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Oracle", "x", "Portal:Database:Provider"), InlineData("7", "x", "Portal:Database:Provider")]
    [InlineData("PostgreSql", "", "Portal:Database:ConnectionString"), InlineData("PostgreSql", "nonsense", "Portal:Database:ConnectionString")]
    [InlineData("Sqlite", "nonsense", "Portal:Database:ConnectionString")]
    public async Task Wrong_settings_stop_the_start_with_their_key(string provider, string connectionString, string key)
    {
        await using var database = await TestDatabase.CreateAsync("Sqlite");
        var stop = await Assert.ThrowsAsync<StartupException>(() => TestPortal.OpenAsync(
            database, null, new Dictionary<string, string?> { ["Portal:Database:Provider"] = provider, ["Portal:Database:ConnectionString"] = connectionString }));
        Assert.Contains(key, stop.Text.De, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_portals_that_start_at_once_on_an_empty_folder_both_start()
    {
        var database = await TestDatabase.CreateAsync("Sqlite");
        var portals = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => TestPortal.OpenAsync(database, owner: i == 0))));
        foreach (var portal in portals.Reverse())
        {
            await portal.DisposeAsync();
        }
    }

    private static Task<int> WriteAsync(TestPortal portal, string name) => portal.Get<PortalDatabase>().WriteAsync(async (transaction, ct) =>
    {
        await transaction.WriteDocumentAsync(name, $"\"{new string('x', 3000)}\"", ct);
        transaction.Add("test", name);
        return 0;
    }, _ct);

    /// <summary>SQLite's own limit of pages stands for the disk: the error is the same.</summary>
    private sealed class Disk : DbConnectionInterceptor
    {
        public bool Full { get; set; }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Full ? "PRAGMA max_page_count = 120" : "PRAGMA max_page_count = 1000000";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
