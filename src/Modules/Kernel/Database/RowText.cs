using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Zukunftswerkstatt.Kernel;

/// <summary>Texts of a row for whoever parses them and needs no <see cref="string"/>.</summary>
public static class RowText
{
    /// <summary>
    /// The text of a column as UTF-8, without a copy where the driver allows it. Valid until the reader moves on or another column is
    /// read; empty for <c>NULL</c> on SQLite, an exception on PostgreSQL.
    /// </summary>
    public static ReadOnlySpan<byte> Utf8(this DbDataReader row, int column) => row is SqliteDataReader { Handle: { } statement }
        ? raw.sqlite3_column_blob(statement, column)
        : row.GetFieldValue<byte[]>(column);
}
