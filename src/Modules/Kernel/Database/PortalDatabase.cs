using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Zukunftswerkstatt.Kernel;

/// <summary>
/// The only way to write. One call is one transaction: 1. wait for the turn, 2. work, 3. append the facts in commit order,
/// 4. commit, 5. wake the projections. Nothing is visible before 4; after it, nothing can be lost.
/// </summary>
public sealed class PortalDatabase : IDisposable
{
    /// <summary>Key of the advisory lock that makes PostgreSQL's fact numbers follow commit order ("ZW" in ASCII, then 1).</summary>
    private const long FactLock = 0x5A57_0001;

    /// <summary>
    /// On PostgreSQL, where the loser of a race sees at once what the winner did. Losers take turns (<see cref="Losers"/>), so each of
    /// them can lose again only to transactions that are in their first attempt.
    /// </summary>
    private const int Attempts = 20;

    private const string Losers = "losers";

    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly DatabaseOptions _options;
    private readonly DatabaseFaults _faults;
    private readonly FactSignal _signal;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn;

    internal PortalDatabase(
        IDbContextFactory<PortalDbContext> contexts, DatabaseOptions options, DatabaseFaults faults, FactSignal signal, TimeProvider time)
    {
        (_contexts, _options, _faults, _signal, _time) = (contexts, options, faults, signal, time);

        // SQLite has one writer. Waiting here costs microseconds; waiting for SQLite's busy handler costs 150 ms a try.
        _turn = new(options.Provider == DatabaseProvider.Sqlite ? 1 : 16);
    }

    /// <summary>Reads through EF Core, for whatever is not on the request path (see <see cref="ReadSessions"/>).</summary>
    /// <exception cref="StoreException">The database cannot be read: locked, damaged, unreachable.</exception>
    public async Task<T> ReadAsync<T>(Func<PortalDbContext, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        try
        {
            await using var db = await OpenAsync(ct);
            return await work(db, ct);
        }
        catch (Exception e) when (_faults.Explain(e) is { } text)
        {
            throw new StoreException(text, e);
        }
    }

    internal Task<PortalDbContext> OpenAsync(CancellationToken ct) => _contexts.CreateDbContextAsync(ct);

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction. On PostgreSQL it is run again when another node got in between
    /// (unique key taken, row changed, deadlock), so it must begin by reading and keep nothing from the run before.
    /// </summary>
    /// <exception cref="StoreException">The database refuses: disk full, read-only, locked, damaged, unreachable. Nothing was written.</exception>
    public async Task<T> WriteAsync<T>(Func<WriteTransaction, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await WriteOnceAsync(work, again: attempt > 1, ct);
                }
                catch (Exception e) when (attempt < Attempts && IsConflict(e))
                {
                    // Somebody else committed first: look again.
                }
                catch (Exception e) when (_faults.Explain(e) is { } text)
                {
                    throw new StoreException(text, e);
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<T> WriteOnceAsync<T>(Func<WriteTransaction, CancellationToken, Task<T>> work, bool again, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var scope = new WriteTransaction(db, _options.Provider);
        if (again)
        {
            await scope.LockAsync(Losers, ct);
        }

        var result = await work(scope, ct);
        await db.SaveChangesAsync(ct);
        if (scope.Facts.Count > 0)
        {
            await AppendFactsAsync(db, scope, ct);
        }

        // Not cancellable: a commit under way is decided by the database, and whoever waits must learn how.
        await transaction.CommitAsync(CancellationToken.None);
        if (scope.Facts.Count > 0)
        {
            _signal.Set();
        }

        return result;
    }

    private async Task AppendFactsAsync(PortalDbContext db, WriteTransaction scope, CancellationToken ct)
    {
        if (_options.Provider == DatabaseProvider.PostgreSql)
        {
            // Identity order is not commit order: without the lock a reader can pass a number that is not visible yet, and lose it.
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({FactLock})", ct);
        }

        object now = _time.GetUtcNow().UtcDateTime.Ticks;
        await db.InsertRowsAsync(
            "Facts", ["Kind", "Key", "Type", "AtUtc"], [.. scope.Facts.Select(fact => (object?[])[fact.Kind, fact.Key, fact.Type, now])], ct);
        if (_options.Provider == DatabaseProvider.PostgreSql)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({FactSignal.Channel}, '')", ct);
        }
    }

    private static bool IsConflict(Exception e) => e switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => IsConflict(inner),
        PostgresException p => p.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        _ => false,
    };

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}

/// <summary>A transaction under way.</summary>
public sealed class WriteTransaction
{
    private readonly DatabaseProvider _provider;

    internal WriteTransaction(PortalDbContext db, DatabaseProvider provider) => (Db, _provider) = (db, provider);

    /// <summary>The context of the transaction; saved by the database when the work returns.</summary>
    public PortalDbContext Db { get; }

    internal List<(string Kind, string Key, string? Type)> Facts { get; } = [];

    /// <summary>Says what happened; written with the data, in the same commit.</summary>
    public void Add(string kind, string key, string? type = null) => Facts.Add((kind, key, type));

    /// <summary>
    /// Waits until no other transaction holds the name, and holds it until the commit. For what a unique index cannot say. Take locks
    /// before reading what they protect. SQLite has one writer and needs none.
    /// </summary>
    public Task LockAsync(string name, CancellationToken ct) => _provider == DatabaseProvider.PostgreSql
        ? Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", ct)
        : Task.CompletedTask;
}
