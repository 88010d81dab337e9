using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Zukunftswerkstatt.Kernel;

/// <summary>Brings the database to the schema of this program, at start and under a lock that other nodes respect.</summary>
public sealed class DatabaseMigrator(IDbContextFactory<PortalDbContext> contexts, DatabaseOptions options, PortalPaths paths)
{
    /// <summary>Creates or migrates the database.</summary>
    /// <exception cref="StartupException">It cannot be reached, is damaged, locked or from a newer program.</exception>
    public async Task MigrateAsync(CancellationToken ct)
    {
        paths.EnsureWritable();
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var known = db.Database.GetMigrations().ToHashSet();
            var applied = await db.Database.CanConnectAsync(ct) ? await AppliedAsync(db, ct) : [];
            if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
            {
                throw new StartupException(new(
                    $"Die Datenbank wurde von einer neueren Fassung des Portals angelegt (Schema {newer}). Bitte diese Fassung starten oder eine Sicherung zurückspielen.",
                    $"The database was made by a newer version of the portal (schema {newer}). Start that version or restore a backup."));
            }

            if (applied.Count == known.Count)
            {
                return;
            }

            if (options.Provider == DatabaseProvider.Sqlite)
            {
                await MigrateSqliteAsync(db, ct);
            }
            else
            {
                await db.Database.MigrateAsync(ct);
            }
        }
        catch (Exception e) when (Explain(e) is { } text)
        {
            throw new StartupException(text, e);
        }
    }

    private static async Task<List<string>> AppliedAsync(PortalDbContext db, CancellationToken ct) =>
        [.. await db.Database.GetAppliedMigrationsAsync(ct)];

    private async Task MigrateSqliteAsync(PortalDbContext db, CancellationToken ct)
    {
        // EF Core's own lock on SQLite is a table that a killed process leaves behind, and every later start waits for it forever.
        // The operating system drops a file lock with the process that held it.
        await using var mutex = new FileStream(
            Path.Combine(paths.Data, "migration.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await db.Database.MigrateAsync(ct);
    }

    private LocalizedText? Explain(Exception e)
    {
        var place = options.Provider == DatabaseProvider.Sqlite ? paths.Database : "PostgreSQL";
        return e switch
        {
            SqliteException { SqliteErrorCode: 26 or 11 } => new(
                $"Die Datenbank „{place}“ ist beschädigt oder keine SQLite-Datei ({e.Message}). Bitte die letzte Sicherung zurückspielen; die Datei wurde nicht verändert.",
                $"The database \"{place}\" is damaged or not an SQLite file ({e.Message}). Restore the last backup; the file was not changed."),
            SqliteException { SqliteErrorCode: 5 or 6 } => new(
                $"Die Datenbank „{place}“ ist von einem anderen Programm gesperrt. Bitte das andere Programm beenden.",
                $"The database \"{place}\" is locked by another program. Stop that program."),
            SqliteException { SqliteErrorCode: 8 or 14 or 10 or 13 } => new(
                $"Die Datenbank „{place}“ kann nicht geöffnet oder beschrieben werden ({e.Message}). Bitte Rechte und freien Platz prüfen.",
                $"The database \"{place}\" cannot be opened or written ({e.Message}). Check permissions and free space."),
            IOException => new(
                $"Ein anderer Prozess richtet die Datenbank in „{paths.Data}“ gerade ein. Bitte warten und neu starten.",
                $"Another process is setting up the database in \"{paths.Data}\". Wait and start again."),
            NpgsqlException or DbException { InnerException: NpgsqlException } => new(
                $"PostgreSQL ist nicht erreichbar oder weist die Anmeldung ab ({e.Message}). Bitte Portal:Database:ConnectionString und den Server prüfen.",
                $"PostgreSQL cannot be reached or refuses the login ({e.Message}). Check Portal:Database:ConnectionString and the server."),
            _ => null,
        };
    }
}
