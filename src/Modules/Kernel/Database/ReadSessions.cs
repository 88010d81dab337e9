using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Zukunftswerkstatt.Kernel;

/// <summary>
/// Prepared read-only queries for the request path, on pooled connections of their own. EF Core's query pipeline costs more
/// than SQLite's answer; a page makes five such queries. Anything that is not on a request path reads through EF Core.
/// </summary>
public sealed class ReadSessions : IDisposable
{
    /// <summary>More at once would not be faster, and PostgreSQL's connections are counted.</summary>
    private const int AtOnce = 32;

    private readonly ConcurrentBag<Session> _idle = [];
    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Lazy<DbDataSource> _source;
    private readonly DatabaseFaults _faults;

    private volatile bool _disposed;

    internal ReadSessions(DatabaseOptions options, string connectionString, DatabaseFaults faults)
    {
        _faults = faults;
        _source = new(() => options.Provider == DatabaseProvider.Sqlite
            ? SqliteFactory.Instance.CreateDataSource(connectionString)
            : NpgsqlDataSource.Create(connectionString));
    }

    /// <summary>
    /// All rows of <paramref name="sql"/>, whose parameters are named <c>@p0</c>, <c>@p1</c>, …
    /// The SQL must be a constant: each distinct text keeps a prepared statement per connection.
    /// A text that no row can hold (see <see cref="StorableText"/>) finds nothing.
    /// </summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public async ValueTask<List<T>> QueryAsync<T>(string sql, object[] arguments, Func<DbDataReader, T> map, CancellationToken ct)
    {
        foreach (var argument in arguments)
        {
            if (argument is string text && !StorableText.IsStorable(text))
            {
                return [];
            }
        }

        await _places.WaitAsync(ct);
        try
        {
            while (true)
            {
                var used = _idle.TryTake(out var idle);
                var session = idle ?? await OpenAsync(ct);
                var healthy = false;
                try
                {
                    var rows = await session.QueryAsync(sql, arguments, map, ct);
                    healthy = true;
                    return rows;
                }
                catch (DbException) when (used && session.IsBroken)
                {
                    // The server was restarted while the connection lay idle: ask again on another one.
                }
                finally
                {
                    Return(session, healthy);
                }
            }
        }
        catch (DbException e) when (_faults.Explain(e) is { } text)
        {
            throw new StoreException(text, e);
        }
        finally
        {
            _places.Release();
        }
    }

    private void Return(Session session, bool healthy)
    {
        if (healthy && !_disposed)
        {
            _idle.Add(session);
        }
        else
        {
            session.Dispose();
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
    }

    private sealed class Session(DbConnection connection) : IDisposable
    {
        private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

        public IEnumerable<string> Statements => _commands.Keys;

        public bool IsBroken => connection.State != ConnectionState.Open;

        public async ValueTask<List<T>> QueryAsync<T>(string sql, object[] arguments, Func<DbDataReader, T> map, CancellationToken ct)
        {
            var rows = new List<T>();
            await using var reader = await Command(sql, arguments).ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                rows.Add(map(reader));
            }

            return rows;
        }

        private DbCommand Command(string sql, object[] arguments)
        {
            if (!_commands.TryGetValue(sql, out var command))
            {
                command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of the portal's own code.
                command.CommandText = sql;
#pragma warning restore CA2100
                for (var i = 0; i < arguments.Length; i++)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = $"@p{i}";
                    parameter.Value = arguments[i];
                    command.Parameters.Add(parameter);
                }

                command.Prepare();
                _commands.Add(sql, command);
            }

            for (var i = 0; i < arguments.Length; i++)
            {
                command.Parameters[i].Value = arguments[i];
            }

            return command;
        }

        public void Dispose()
        {
            foreach (var command in _commands.Values)
            {
                command.Dispose();
            }

            connection.Dispose();
        }
    }
}
