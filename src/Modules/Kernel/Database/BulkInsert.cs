using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Zukunftswerkstatt.Kernel;

/// <summary>
/// Inserts many rows with few statements, within the context's transaction. EF Core sends one command per row to SQLite, which
/// costs ten times what SQLite itself needs; imports live on this.
/// </summary>
public static class BulkInsert
{
    private const int ParametersPerStatement = 400;

    /// <summary>Inserts rows the context does not track. Instants are given as ticks.</summary>
    /// <param name="db">A context with a transaction.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="rows">Values in the order of the columns.</param>
    /// <param name="ct">Cancels between statements.</param>
    /// <exception cref="DbException">The database refuses a row; nothing of the statement was inserted.</exception>
    public static async Task InsertRowsAsync(
        this PortalDbContext db, string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var perStatement = Math.Max(1, ParametersPerStatement / columns.Count);
        var full = rows.Count / perStatement * perStatement;
        if (full > 0)
        {
            await using var command = CreateCommand(db, table, columns, perStatement);
            for (var at = 0; at < full; at += perStatement)
            {
                await ExecuteAsync(command, columns.Count, rows, at, perStatement, ct);
            }
        }

        if (full < rows.Count)
        {
            await using var command = CreateCommand(db, table, columns, rows.Count - full);
            await ExecuteAsync(command, columns.Count, rows, full, rows.Count - full, ct);
        }
    }

    private static DbCommand CreateCommand(PortalDbContext db, string table, IReadOnlyList<string> columns, int rows)
    {
        var sql = new StringBuilder($"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ");
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < rows * columns.Count; i++)
        {
            sql.Append(i % columns.Count > 0 ? ", " : i == 0 ? "(" : "), (").Append(CultureInfo.InvariantCulture, $"@p{i}");
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

#pragma warning disable CA2100 // Names of tables and columns are constants of the portal's own code.
        command.CommandText = sql.Append(')').ToString();
#pragma warning restore CA2100
        return command;
    }

    private static async Task ExecuteAsync(DbCommand command, int columns, IReadOnlyList<object?[]> rows, int from, int count, CancellationToken ct)
    {
        for (var i = 0; i < count * columns; i++)
        {
            command.Parameters[i].Value = rows[from + (i / columns)][i % columns] ?? DBNull.Value;
        }

        await command.ExecuteNonQueryAsync(ct);
    }
}
