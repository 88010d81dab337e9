using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Zukunftswerkstatt.Portal.Tests;

/// <summary>A fresh database for one test, dropped afterwards. Every store test runs on both kinds.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? _server;

    private TestDatabase(string provider, string connectionString, string folder, string? server)
    {
        (Provider, ConnectionString, Folder, _server) = (provider, connectionString, folder, server);
    }

    /// <summary>Value of <c>Portal:Database:Provider</c>.</summary>
    public string Provider { get; }

    /// <summary>Value of <c>Portal:Database:ConnectionString</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>A data folder of its own.</summary>
    public string Folder { get; }

    /// <summary>A database another process created; whoever created it drops it.</summary>
    public static TestDatabase Existing(string provider, string connectionString, string folder) => new(provider, connectionString, folder, null);

    /// <summary>Both kinds of databases, for <c>[MemberData]</c>.</summary>
    public static TheoryData<string> Kinds => ["Sqlite", "PostgreSql"];

    /// <summary>Creates a database of the kind. PostgreSQL's server is named by PORTAL_TEST_POSTGRES, which tests/run sets.</summary>
    public static async Task<TestDatabase> CreateAsync(string kind)
    {
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        if (kind == "Sqlite")
        {
            return new(kind, $"Data Source={Path.Combine(folder, "portal.db")}", folder, null);
        }

        var server = Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES")
            ?? throw new InvalidOperationException("PORTAL_TEST_POSTGRES is not set; tests/run starts a PostgreSQL server and sets it.");
        var name = $"portal_test_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return new(kind, new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ToString(), folder, server);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is null)
        {
            SqliteConnection.ClearAllPools();
        }
        else
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
            await ExecuteAsync(_server, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(ConnectionString).Database} WITH (FORCE)");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
