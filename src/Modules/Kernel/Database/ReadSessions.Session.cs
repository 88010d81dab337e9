using System.Data;
using System.Data.Common;

namespace Zukunftswerkstatt.Kernel;

public sealed partial class ReadSessions
{
    /// <summary>One connection with its prepared statements; used by one flow at a time.</summary>
    internal sealed class Session(DbConnection connection) : IDisposable
    {
        private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
        private bool _began;

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

        public Task BeginAsync(string begin, CancellationToken ct)
        {
            _began = true;
            return Command(begin, []).ExecuteNonQueryAsync(ct);
        }

        public async Task CommitAsync()
        {
            await Command("COMMIT", []).ExecuteNonQueryAsync(CancellationToken.None);
            _began = false;
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

        // The driver's pool hands a connection on as it is: within this transaction nobody could begin another one.
        private void RollBack()
        {
            try
            {
                using var rollback = connection.CreateCommand();
                rollback.CommandText = "ROLLBACK";
                rollback.ExecuteNonQuery();
            }
            catch (DbException)
            {
                // SQLite ends it by itself after some faults.
            }
        }

        public void Dispose()
        {
            foreach (var command in _commands.Values)
            {
                command.Dispose();
            }

            if (_began && !IsBroken)
            {
                RollBack();
            }

            connection.Dispose();
        }
    }
}
