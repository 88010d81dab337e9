using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Zukunftswerkstatt.Kernel;

/// <summary>
/// Prepared read-only queries for the request path, on pooled connections of their own. EF Core's query pipeline costs more
/// than SQLite's answer; a page makes five such queries. Anything that is not on a request path reads through EF Core.
/// </summary>
public sealed partial class ReadSessions : IDisposable
{
    /// <summary>More at once would not be faster, and PostgreSQL's connections are counted.</summary>
    private const int AtOnce = 32;

    private readonly ConcurrentBag<Session> _idle = [];
    private readonly SemaphoreSlim _places;

    // Whoever holds a place for a state must not wait for another one, since all of them could: a place of its own for the latest state.
    private readonly SemaphoreSlim _aside = new(1);
    private readonly AsyncLocal<OneState?> _state = new();
    private readonly Lazy<DbDataSource> _source;
    private readonly string _begin;
    private readonly DatabaseFaults _faults;

    private volatile bool _disposed;

    internal ReadSessions(DatabaseOptions options, string connectionString, DatabaseFaults faults)
    {
        _faults = faults;
        _begin = options.Provider == DatabaseProvider.Sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

        // SQLite answers on the caller's thread and every connection has a cache of its own: more than the processors keep busy only cost memory.
        var atOnce = options.Provider == DatabaseProvider.Sqlite ? Math.Clamp(Environment.ProcessorCount * 2, 4, AtOnce) : AtOnce;
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            var pool = new NpgsqlConnectionStringBuilder(connectionString);
            atOnce = Math.Min(atOnce, pool.MaxPoolSize);
            pool.MaxPoolSize = atOnce + 1;
            connectionString = pool.ToString();
        }

        _places = new(atOnce);
        _source = new(() => options.Provider == DatabaseProvider.Sqlite
            ? SqliteFactory.Instance.CreateDataSource(connectionString)
            : NpgsqlDataSource.Create(connectionString));
    }

    /// <summary>
    /// Until the result is disposed, everything that this flow of control asks is answered from one state of the store: a page never mixes
    /// what was before a publication with what came after. It is also what makes a query cheap, since SQLite takes its locks once instead of
    /// every time. Keep it short: a connection is held meanwhile.
    /// </summary>
    public OneState BeginOneState() => new(this);

    /// <summary>
    /// All rows of <paramref name="sql"/>, whose parameters are named <c>@p0</c>, <c>@p1</c>, …
    /// The SQL must be a constant: each distinct text keeps a prepared statement per connection.
    /// A text that no row can hold (see <see cref="StorableText"/>) finds nothing.
    /// </summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public ValueTask<List<T>> QueryAsync<T>(string sql, object[] arguments, Func<DbDataReader, T> map, CancellationToken ct) =>
        ExplainedAsync(_state.Value, sql, arguments, map, ct);

    /// <summary>
    /// The same, always from the store as it is now, within <see cref="BeginOneState"/> too: for what is kept longer than the state.
    /// </summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public ValueTask<List<T>> QueryLatestAsync<T>(string sql, object[] arguments, Func<DbDataReader, T> map, CancellationToken ct) =>
        ExplainedAsync(null, sql, arguments, map, ct);

    private async ValueTask<List<T>> ExplainedAsync<T>(OneState? state, string sql, object[] arguments, Func<DbDataReader, T> map, CancellationToken ct)
    {
        foreach (var argument in arguments)
        {
            if (argument is string text && !StorableText.IsStorable(text))
            {
                return [];
            }
        }

        try
        {
            return state is not null
                ? await state.QueryAsync(sql, arguments, map, ct)
                : await QueryAloneAsync(sql, arguments, map, ct);
        }
        catch (DbException e) when (_faults.Explain(e) is { } text)
        {
            throw new StoreException(text, e);
        }
    }

    private async ValueTask<List<T>> QueryAloneAsync<T>(string sql, object[] arguments, Func<DbDataReader, T> map, CancellationToken ct)
    {
        var place = _state.Value is null ? _places : _aside;
        await place.WaitAsync(ct);
        try
        {
            var (session, rows) = await FirstQueryAsync(begin: null, sql, arguments, map, ct);
            Return(session);
            return rows;
        }
        finally
        {
            place.Release();
        }
    }

    // On an idle connection, or on a new one when the server was restarted while that lay idle.
    private async ValueTask<(Session Session, List<T> Rows)> FirstQueryAsync<T>(string? begin, string sql, object[] arguments, Func<DbDataReader, T> map, CancellationToken ct)
    {
        while (true)
        {
            var used = _idle.TryTake(out var idle);
            var session = idle ?? await OpenAsync(ct);
            try
            {
                if (begin is not null)
                {
                    await session.BeginAsync(begin, ct);
                }

                return (session, await session.QueryAsync(sql, arguments, map, ct));
            }
            catch (Exception e)
            {
                var stale = e is DbException && used && session.IsBroken;
                session.Dispose();
                if (!stale)
                {
                    throw;
                }
            }
        }
    }

    private void Return(Session session)
    {
        if (_disposed)
        {
            session.Dispose();
        }
        else
        {
            _idle.Add(session);
        }
    }

    /// <summary>The statements asked so far on idle connections; a test looks at the plan of each.</summary>
    internal IReadOnlyCollection<string> Statements => [.. _idle.SelectMany(session => session.Statements).Distinct()];

    private async ValueTask<Session> OpenAsync(CancellationToken ct) => new(await _source.Value.OpenConnectionAsync(ct));

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }

        if (_source.IsValueCreated)
        {
            _source.Value.Dispose();
        }

        _places.Dispose();
        _aside.Dispose();
    }
}
