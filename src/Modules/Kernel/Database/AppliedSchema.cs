using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Zukunftswerkstatt.Kernel;

/// <summary>
/// Whether the database is just as this program wants it, asked in plain SQL: EF Core would build its model and that of its history first,
/// a third of the time from the start to the first page. „No“ only says that EF Core has to look: there is no database, or an older, newer, damaged or distant one.
/// </summary>
internal sealed class AppliedSchema(DatabaseOptions options, string connectionString, string migrationsAssembly)
{
    /// <summary>Asks, and lets SQLite keep its log beside the file.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken ct)
    {
        // Opening a missing file would create it.
        if (options.Provider == DatabaseProvider.Sqlite && !File.Exists(new SqliteConnectionStringBuilder(connectionString).DataSource))
        {
            return false;
        }

        try
        {
            await using DbConnection connection = options.Provider == DatabaseProvider.Sqlite ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
            var applied = new HashSet<string>(StringComparer.Ordinal);
            await using (var rows = await command.ExecuteReaderAsync(ct))
            {
                while (await rows.ReadAsync(ct))
                {
                    applied.Add(rows.GetString(0));
                }
            }

            if (!applied.SetEquals(Known()))
            {
                return false;
            }

            if (options.Provider == DatabaseProvider.Sqlite)
            {
                command.CommandText = DatabaseMigrator.WriteAheadLog;
                await command.ExecuteNonQueryAsync(ct);
            }

            return true;
        }
        catch (DbException)
        {
            // EF Core meets the same trouble, and the migrator explains it.
            return false;
        }
    }

    /// <summary>As EF Core finds them.</summary>
    private IEnumerable<string> Known()
    {
        var context = options.Provider == DatabaseProvider.Sqlite ? typeof(SqlitePortalDbContext) : typeof(PostgreSqlPortalDbContext);
        return Assembly.Load(migrationsAssembly).GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id);
    }
}
