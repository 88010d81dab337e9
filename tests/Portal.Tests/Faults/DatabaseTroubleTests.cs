using System.Net;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Zukunftswerkstatt.Portal.Tests.Faults;

/// <summary>A database that is locked, damaged or away, seen from a browser, a monitor and the command line.</summary>
public sealed class DatabaseTroubleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-trouble-").FullName;
    private readonly string _elsewhere = Directory.CreateTempSubdirectory("portal-trouble-files-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_elsewhere, recursive: true);
    }

    [Fact]
    public async Task A_damaged_database_is_said_on_every_page_to_the_monitor_and_on_the_command_line()
    {
        await using var server = PortalProcess.Start(_folder);
        using var http = new HttpClient { BaseAddress = await server.ListeningAsync() };
        await PortalHealth.ReadyAsync(http);
        await CheckpointAsync();
        var file = Path.Combine(_folder, "portal.db");
        await using (var bytes = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            var garbage = new byte[bytes.Length - 4096];
            Array.Fill(garbage, (byte)0xAA);
            bytes.Position = 4096;
            await bytes.WriteAsync(garbage);
        }

        for (var i = 0; i < 5; i++)
        {
            await AssertRefusedAsync(server, http, "/initiativen/zukunftswerkstatt-kommunen-und-wirtschaft", "de", "Wir kommen gerade nicht an unsere Inhalte.");
            await AssertRefusedAsync(server, http, "/en/initiatives/future-workshop-municipalities-and-business", "en", "We cannot get at our content just now.");
        }

        await Eventually.SampleAsync(() => PortalHealth.ReadAsync(http), health => health is { Status: 503, Database: "not answering" or "refusing" });
        Assert.Equal(1, server.Output.Split('\n').Count(line => line.Contains("Pages are answered with 503", StringComparison.Ordinal)));
        Assert.Contains("Restore the last backup", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The page /", server.Output, StringComparison.Ordinal);

        foreach (var arguments in new string[][] { [], ["export", Path.Combine(_elsewhere, "export.json")], ["import", Recipe()] })
        {
            await using var verb = PortalProcess.Start(_folder, arguments);
            Assert.Equal(1, await verb.ExitAsync());
            Assert.Contains("beschädigt", verb.Output, StringComparison.Ordinal);
            Assert.Contains("Sicherung", verb.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", verb.Output, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFiles(_elsewhere, "*export*"));
    }

    [Fact]
    public async Task A_locked_database_is_read_on_and_an_import_says_who_is_in_the_way()
    {
        var impatient = new Dictionary<string, string> { ["Portal__Database__ConnectionString"] = "Default Timeout=1" };
        await using var server = PortalProcess.Start(_folder);
        using var http = new HttpClient { BaseAddress = await server.ListeningAsync() };
        await PortalHealth.ReadyAsync(http);
        await using (var other = Open())
        {
            await ExecuteAsync(other, "BEGIN IMMEDIATE");
            await using var import = PortalProcess.Start(_folder, impatient, "import", Recipe());
            Assert.Equal(1, await import.ExitAsync());
            Assert.Contains("von einem anderen Programm gesperrt", import.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", import.Output, StringComparison.Ordinal);
            foreach (var path in new[] { "/", "/initiativen", "/en/imprint" })
            {
                using var page = await http.GetAsync(new Uri(path, UriKind.Relative));
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            }
        }

        await using var again = PortalProcess.Start(_folder, impatient, "import", Recipe());
        Assert.True(await again.ExitAsync() == 0, again.Output);
    }

    [Fact]
    public async Task A_database_server_that_is_away_is_said_with_503_and_is_found_again()
    {
        var database = await TestDatabase.CreateAsync("PostgreSql");
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        var server = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES")!);
        await using (var portal = PortalProcess.Start(database.Folder, new Dictionary<string, string>
        {
            ["Portal__Database__Provider"] = "PostgreSql",
            ["Portal__Database__ConnectionString"] = database.ConnectionString,
        }))
        {
            using var http = new HttpClient { BaseAddress = await portal.ListeningAsync() };
            await PortalHealth.ReadyAsync(http);
            await ExecuteAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
            await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
            await AssertRefusedAsync(portal, http, "/impressum", "de", "Wir kommen gerade nicht an unsere Inhalte.");
            await Eventually.SampleAsync(() => PortalHealth.ReadAsync(http), health => health is { Status: 503, Database: "not answering" });

            await ExecuteAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
            await Eventually.SampleAsync(
                async () =>
                {
                    using var page = await http.GetAsync(new Uri("/impressum", UriKind.Relative));
                    return page.StatusCode;
                },
                status => status == HttpStatusCode.OK);
        }

        await server.DisposeAsync();
        await database.DisposeAsync();

        async Task ExecuteAsync(string sql)
        {
            await using var command = server.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }

    private string Recipe() => Initiatives.WriteRecipe(Path.Combine(_elsewhere, "numbered.recipe.json"), 50, perStep: 50);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "portal.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private async Task CheckpointAsync()
    {
        await using var connection = Open();
        await ExecuteAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task AssertRefusedAsync(PortalProcess server, HttpClient http, string path, string language, string title)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{path} answered {answer.StatusCode}\n{server.Output}");
        Assert.Equal(TimeSpan.FromSeconds(60), answer.Headers.RetryAfter?.Delta);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
    }
}
