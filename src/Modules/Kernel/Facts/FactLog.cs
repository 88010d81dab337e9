namespace Zukunftswerkstatt.Kernel;

/// <summary>Reads the append-only table of facts.</summary>
public sealed class FactLog(ReadSessions reads)
{
    /// <summary>The facts after <paramref name="cursor"/>, in commit order, at most <paramref name="limit"/>.</summary>
    public ValueTask<List<Fact>> ReadAsync(long cursor, int limit, CancellationToken ct) => reads.QueryAsync(
        """SELECT "Id", "Kind", "Key", "Type", "AtUtc" FROM "Facts" WHERE "Id" > @p0 ORDER BY "Id" LIMIT @p1""",
        [cursor, limit],
        row => new Fact(row.GetInt64(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), new DateTime(row.GetInt64(4), DateTimeKind.Utc)),
        ct);

    /// <summary>The id of the last committed fact; 0 when there is none.</summary>
    public async ValueTask<long> LastAsync(CancellationToken ct) =>
        (await reads.QueryAsync("""SELECT COALESCE(MAX("Id"), 0) FROM "Facts" """, [], row => row.GetInt64(0), ct))[0];
}
