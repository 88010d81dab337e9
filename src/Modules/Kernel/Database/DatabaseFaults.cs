using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Zukunftswerkstatt.Kernel;

/// <summary>Says in words what a driver's exception means for whoever runs the portal, and remembers that there was one.</summary>
public sealed class DatabaseFaults
{
    private static readonly TimeSpan _lately = TimeSpan.FromMinutes(1);

    private readonly DatabaseOptions _options;
    private readonly PortalPaths _paths;
    private readonly TimeProvider _time;
    private long _last = long.MinValue;

    internal DatabaseFaults(DatabaseOptions options, PortalPaths paths, TimeProvider time) => (_options, _paths, _time) = (options, paths, time);

    /// <summary>
    /// Whether the database refused anything within the last minute. It may answer one question and not another: pages of a damaged
    /// file that are in memory are read as ever.
    /// </summary>
    public bool WereLately => Volatile.Read(ref _last) is var last && last != long.MinValue && _time.GetElapsedTime(last) < _lately;

    private string Place => _options.Provider == DatabaseProvider.PostgreSql
        ? "PostgreSQL"
        : new SqliteConnectionStringBuilder(_options.ConnectionString).DataSource is { Length: > 0 } file ? file : _paths.Database;

    /// <summary>The explanation, or <c>null</c> when the exception is not the database's fault but a bug.</summary>
    internal LocalizedText? Explain(Exception e)
    {
        var text = Words(e);
        if (text is not null)
        {
            Volatile.Write(ref _last, _time.GetTimestamp());
        }

        return text;
    }

    private LocalizedText? Words(Exception e) => e switch
    {
        DbUpdateException { InnerException: { } inner } => Words(inner),
        SqliteException { SqliteErrorCode: 26 or 11 } => new(
            $"Die Datenbank „{Place}“ ist beschädigt oder keine SQLite-Datei ({e.Message}). Bitte die letzte Sicherung zurückspielen; die Datei wurde nicht verändert.",
            $"The database \"{Place}\" is damaged or not an SQLite file ({e.Message}). Restore the last backup; the file was not changed."),
        SqliteException { SqliteErrorCode: 5 or 6 or 15 } => new(
            $"Die Datenbank „{Place}“ ist von einem anderen Programm gesperrt. Bitte das andere Programm beenden und es noch einmal versuchen.",
            $"The database \"{Place}\" is locked by another program. Stop that program and try again."),
        SqliteException { SqliteErrorCode: 13 } => new(
            $"Kein Platz mehr für die Datenbank „{Place}“ ({e.Message}). Bitte Platz schaffen; es wurde nichts halb geschrieben.",
            $"No space left for the database \"{Place}\" ({e.Message}). Free some space; nothing was written by halves."),
        SqliteException { SqliteErrorCode: 8 or 14 or 10 } => new(
            $"Die Datenbank „{Place}“ kann nicht geöffnet oder beschrieben werden ({e.Message}). Bitte Rechte und freien Platz prüfen.",
            $"The database \"{Place}\" cannot be opened or written ({e.Message}). Check permissions and free space."),
        SqliteException { SqliteErrorCode: 1 } when e.Message.Contains("no such table", StringComparison.Ordinal) => new(
            $"Die Datenbank „{Place}“ ist leer: Sie wurde gelöscht oder ersetzt, während das Portal lief. Bitte die Sicherung zurückspielen und das Portal neu starten.",
            $"The database \"{Place}\" is empty: it was deleted or replaced while the portal was running. Restore the backup and start the portal again."),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory } => new(
            $"PostgreSQL hat keinen Platz mehr ({e.Message}). Bitte auf dem Server Platz schaffen; es wurde nichts halb geschrieben.",
            $"PostgreSQL has no space left ({e.Message}). Free some space on the server; nothing was written by halves."),
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction } => new(
            $"PostgreSQL nimmt gerade keine Änderungen an ({e.Message}). Bitte später noch einmal versuchen.",
            $"PostgreSQL takes no changes at the moment ({e.Message}). Try again later."),
        PostgresException { SqlState: ['5', '8', ..] or ['X', 'X', ..] } => new(
            $"PostgreSQL meldet einen Schaden ({e.Message}). Bitte das Protokoll des Servers ansehen und wenn nötig die letzte Sicherung zurückspielen.",
            $"PostgreSQL reports damage ({e.Message}). Look at the server's log and restore the last backup if need be."),

        // Login, database, shutdown, too many connections, a database that takes none.
        PostgresException { SqlState: not (['2', '8', ..] or ['3', 'D', ..] or ['5', '7', ..] or ['5', '3', ..] or PostgresErrorCodes.ObjectNotInPrerequisiteState) } => null,
        NpgsqlException => new(
            $"PostgreSQL ist nicht erreichbar oder weist die Anmeldung ab ({e.Message}). Bitte Portal:Database:ConnectionString und den Server prüfen.",
            $"PostgreSQL cannot be reached or refuses the login ({e.Message}). Check Portal:Database:ConnectionString and the server."),
        InvalidOperationException { InnerException: NpgsqlException inner } => Words(inner), // EF Core's "likely due to a transient failure"
        _ => null,
    };
}
