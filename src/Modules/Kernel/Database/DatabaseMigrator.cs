using Microsoft.EntityFrameworkCore;

namespace Zukunftswerkstatt.Kernel;

/// <summary>Brings the database to the schema of this program, at start and under a lock that other nodes respect.</summary>
public sealed class DatabaseMigrator
{
    /// <summary>Readers and the writer do not wait for each other. EF Core sets it only for files that it creates itself; a backup may have lost it.</summary>
    internal const string WriteAheadLog = "PRAGMA journal_mode = WAL";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(100);

    private readonly AppliedSchema _schema;
    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly DatabaseOptions _options;
    private readonly PortalPaths _paths;
    private readonly DatabaseFaults _faults;
    private readonly TimeProvider _time;

    internal DatabaseMigrator(
        AppliedSchema schema, IDbContextFactory<PortalDbContext> contexts, DatabaseOptions options, PortalPaths paths, DatabaseFaults faults, TimeProvider time)
    {
        (_schema, _contexts, _options, _paths, _faults, _time) = (schema, contexts, options, paths, faults, time);
    }

    /// <summary>Creates or migrates the database.</summary>
    /// <exception cref="StartupException">It cannot be reached, is damaged, locked or from a newer program.</exception>
    public async Task MigrateAsync(CancellationToken ct)
    {
        _paths.EnsureWritable();
        if (await _schema.IsCurrentAsync(ct))
        {
            return;
        }

        try
        {
            await using var db = await _contexts.CreateDbContextAsync(ct);
            var known = db.Database.GetMigrations().ToHashSet();
            var applied = await db.Database.CanConnectAsync(ct) ? await AppliedAsync(db, ct) : [];
            if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
            {
                throw new StartupException(new(
                    $"Die Datenbank wurde von einer neueren Fassung des Portals angelegt (Schema {newer}). Bitte diese Fassung starten oder eine Sicherung zurückspielen.",
                    $"The database was made by a newer version of the portal (schema {newer}). Start that version or restore a backup."));
            }

            if (_options.Provider == DatabaseProvider.Sqlite)
            {
                await db.Database.ExecuteSqlRawAsync(WriteAheadLog, ct);
            }

            if (applied.Count == known.Count)
            {
                return;
            }

            if (_options.Provider == DatabaseProvider.Sqlite)
            {
                await MigrateSqliteAsync(db, ct);
            }
            else
            {
                await db.Database.MigrateAsync(ct);
            }
        }
        catch (Exception e) when (_faults.Explain(e) is { } text)
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
        await using var turn = await TakeTurnAsync(ct);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await db.Database.MigrateAsync(ct);
    }

    private async Task<FileStream> TakeTurnAsync(CancellationToken ct)
    {
        var path = Path.Combine(_paths.Data, "migration.lock");
        for (var waited = TimeSpan.Zero; ; waited += _step)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (waited < _patience)
            {
                await Task.Delay(_step, _time, ct);
            }
            catch (IOException e)
            {
                throw new StartupException(new(
                    $"Ein anderer Prozess richtet die Datenbank in „{_paths.Data}“ gerade ein ({e.Message}). Bitte warten und neu starten.",
                    $"Another process is setting up the database in \"{_paths.Data}\" ({e.Message}). Wait and start again."), e);
            }
        }
    }
}
