using System.Data.Common;

namespace Zukunftswerkstatt.Kernel;

public sealed partial class ReadSessions
{
    /// <summary>See <see cref="BeginOneState"/>.</summary>
    public sealed class OneState : IAsyncDisposable
    {
        private readonly ReadSessions _reads;
        private readonly SemaphoreSlim _turn = new(1);
        private Session? _session;
        private bool _placed;

        internal OneState(ReadSessions reads)
        {
            _reads = reads;
            reads._state.Value = this;
        }

        internal async ValueTask<List<T>> QueryAsync<T>(string sql, object[] arguments, Func<DbDataReader, T> map, CancellationToken ct)
        {
            await _turn.WaitAsync(ct);
            try
            {
                if (_session is null)
                {
                    return await BeginAsync(sql, arguments, map, ct);
                }

                var healthy = false;
                try
                {
                    var rows = await _session.QueryAsync(sql, arguments, map, ct);
                    healthy = true;
                    return rows;
                }
                finally
                {
                    if (!healthy)
                    {
                        // PostgreSQL answers nothing more in a transaction that has failed.
                        _session.Dispose();
                        _session = null;
                    }
                }
            }
            finally
            {
                _turn.Release();
            }
        }

        private async ValueTask<List<T>> BeginAsync<T>(string sql, object[] arguments, Func<DbDataReader, T> map, CancellationToken ct)
        {
            if (!_placed)
            {
                await _reads._places.WaitAsync(ct);
                _placed = true;
            }

            (_session, var rows) = await _reads.FirstQueryAsync(_reads._begin, sql, arguments, map, ct);
            return rows;
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            // Not in an asynchronous method: what such a method sets, its caller does not see.
            _reads._state.Value = null;
            return EndAsync();
        }

        private async ValueTask EndAsync()
        {
            if (_session is { } session)
            {
                _session = null;
                try
                {
                    await session.CommitAsync();
                    _reads.Return(session);
                }
                catch (DbException)
                {
                    // Nothing was written, so nothing is lost with the connection.
                    session.Dispose();
                }
            }

            if (_placed)
            {
                _placed = false;
                _reads._places.Release();
            }

            _turn.Dispose();
        }
    }
}
