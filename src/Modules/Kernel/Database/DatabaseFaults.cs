using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Zukunftswerkstatt.Kernel;

/// <summary>Says in words what a driver's exception means for whoever runs the portal.</summary>
internal sealed class DatabaseFaults(DatabaseOptions options, PortalPaths paths)
{
    private string Place => options.Provider == DatabaseProvider.PostgreSql
        ? "PostgreSQL"
        : new SqliteConnectionStringBuilder(options.ConnectionString).DataSource is { Length: > 0 } file ? file : paths.Database;

    /// <summary>The explanation, or <c>null</c> when the exception is not the database's fault but a bug.</summary>
    public LocalizedText? Explain(Exception e) => e switch
    {
        DbUpdateException { InnerException: { } inner } => Explain(inner),
        SqliteException { SqliteErrorCode: 26 or 11 } => new(
            $"Die Datenbank „{Place}“ ist beschädigt oder keine SQLite-Datei ({e.Message}). Bitte die letzte Sicherung zurückspielen; die Datei wurde nicht verändert.",
            $"The database \"{Place}\" is damaged or not an SQLite file ({e.Message}). Restore the last backup; the file was not changed."),
        SqliteException { SqliteErrorCode: 5 or 6 } => new(
            $"Die Datenbank „{Place}“ ist von einem anderen Programm gesperrt. Bitte das andere Programm beenden und es noch einmal versuchen.",
            $"The database \"{Place}\" is locked by another program. Stop that program and try again."),
        SqliteException { SqliteErrorCode: 13 } => new(
            $"Kein Platz mehr für die Datenbank „{Place}“ ({e.Message}). Bitte Platz schaffen; es wurde nichts halb geschrieben.",
            $"No space left for the database \"{Place}\" ({e.Message}). Free some space; nothing was written by halves."),
        SqliteException { SqliteErrorCode: 8 or 14 or 10 } => new(
            $"Die Datenbank „{Place}“ kann nicht geöffnet oder beschrieben werden ({e.Message}). Bitte Rechte und freien Platz prüfen.",
            $"The database \"{Place}\" cannot be opened or written ({e.Message}). Check permissions and free space."),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory } => new(
            $"PostgreSQL hat keinen Platz mehr ({e.Message}). Bitte auf dem Server Platz schaffen; es wurde nichts halb geschrieben.",
            $"PostgreSQL has no space left ({e.Message}). Free some space on the server; nothing was written by halves."),
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction } => new(
            $"PostgreSQL nimmt gerade keine Änderungen an ({e.Message}). Bitte später noch einmal versuchen.",
            $"PostgreSQL takes no changes at the moment ({e.Message}). Try again later."),
        PostgresException { SqlState: not ['2', '8', ..] and not ['3', 'D', ..] and not ['5', '7', ..] } => null,
        NpgsqlException => new(
            $"PostgreSQL ist nicht erreichbar oder weist die Anmeldung ab ({e.Message}). Bitte Portal:Database:ConnectionString und den Server prüfen.",
            $"PostgreSQL cannot be reached or refuses the login ({e.Message}). Check Portal:Database:ConnectionString and the server."),
        InvalidOperationException { InnerException: NpgsqlException inner } => Explain(inner), // EF Core's "likely due to a transient failure"
        _ => null,
    };
}
