using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Zukunftswerkstatt.Kernel;

/// <summary>
/// Prepared read-only queries for the request path, on pooled connections of their own. EF Core's query pipeline costs more
/// than SQLite's answer; a page makes five such queries. Anything that is not on a request path reads through EF Core.
/// </summary>
public sealed class ReadSessions(DatabaseOptions options, string connectionString) : IDisposable
{
    private readonly ConcurrentBag<Session> _idle = [];
    private readonly Lazy<DbDataSource> _source = new(() => options.Provider == DatabaseProvider.Sqlite
        ? SqliteFactory.Instance.CreateDataSource(connectionString)
        : NpgsqlDataSource.Create(connectionString));

    private volatile bool _disposed;

    /// <summary>
    /// All rows of <paramref name="sql"/>, whose parameters are named <c>@p0</c>, <c>@p1</c>, …
    /// The SQL must be a constant: each distinct text keeps a prepared statement per connection.
    /// </summary>
    public async ValueTask<List<T>> QueryAsync<T>(string sql, object[] arguments, Func<DbDataReader, T> map, CancellationToken ct)
    {
        var session = _idle.TryTake(out var idle) ? idle : await OpenAsync(ct);
        var healthy = false;
        try
        {
            var command = session.Command(sql, arguments);
            var rows = new List<T>();
            await using (var reader = await command.ExecuteReaderAsync(ct))
            {
                while (await reader.ReadAsync(ct))
                {
                    rows.Add(map(reader));
                }
            }

            healthy = true;
            return rows;
        }
        finally
        {
            if (healthy && !_disposed)
            {
                _idle.Add(session);
            }
            else
            {
                await session.DisposeAsync();
            }
        }
    }

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
    }

    private sealed class Session(DbConnection connection) : IDisposable, IAsyncDisposable
    {
        private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

        public DbCommand Command(string sql, object[] arguments)
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

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
