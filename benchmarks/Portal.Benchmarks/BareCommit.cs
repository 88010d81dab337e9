using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>What the disk lets SQLite do: commits as large as that of a publication, with nothing else around them.</summary>
internal static class BareCommit
{
    /// <summary>Pages of 4 kB that publishing an initiative writes, most of them of indexes; counted by <c>strace</c>.</summary>
    private const int Pages = 55;

    /// <summary>Milliseconds of so many commits. Sorted.</summary>
    public static List<double> Measure(int rounds)
    {
        var file = Path.Combine(Folders.Work, "bare.db");
        Delete(file);
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE T (B)");
        var times = new List<double>(rounds);
        for (var i = 0; i < rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Execute(connection, $"INSERT INTO T VALUES (randomblob({Pages} * 4080))");
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        connection.Close();
        Delete(file);
        times.Sort();
        return times;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static void Delete(string file)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + suffix);
        }
    }
}
