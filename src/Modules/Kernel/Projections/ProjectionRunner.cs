using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Zukunftswerkstatt.Kernel;

/// <summary>
/// Runs each projection in a loop of its own: 1. take the signal, 2. read facts after the cursor, 3. apply, or wait.
/// A failing projection waits longer after each try and never stops the others or the process.
/// </summary>
public sealed partial class ProjectionRunner(
    IEnumerable<IProjection> projections, FactLog log, FactSignal signal, TimeProvider time, ILogger<ProjectionRunner> logger) : BackgroundService
{
    private const int BatchSize = 1000;

    // The safety net: facts committed by another process (an import on the command line) on SQLite are seen this late.
    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<IProjection> _projections = [.. projections];
    private readonly ConcurrentDictionary<string, (long Cursor, string? Failure)> _state = new();
    private TaskCompletionSource _advanced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The state of every projection.</summary>
    public async Task<IReadOnlyList<ProjectionHealth>> HealthAsync(CancellationToken ct)
    {
        var last = await log.LastAsync(ct);
        return [.. _projections.Select(projection =>
        {
            var (cursor, failure) = _state.GetValueOrDefault(projection.Name);
            return new ProjectionHealth(projection.Name, cursor, Math.Max(0, last - cursor), failure);
        })];
    }

    /// <summary>Waits until every projection has applied all facts committed before the call.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        var last = await log.LastAsync(ct);
        signal.Set();
        while (true)
        {
            var advanced = Volatile.Read(ref _advanced).Task;
            if (_projections.All(projection => _state.GetValueOrDefault(projection.Name).Cursor >= last))
            {
                return;
            }

            await advanced.WaitAsync(ct);
        }
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_projections.Select(projection => Task.Run(() => RunAsync(projection, stoppingToken), stoppingToken)));

    private async Task RunAsync(IProjection projection, CancellationToken ct)
    {
        long? cursor = null;
        string? failure = null;
        var failures = 0;
        var failedAt = time.GetTimestamp();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var next = signal.Next;
                cursor ??= await ReadCursorAsync(projection, ct);
                projection.ThrowIfBroken();
                var facts = await log.ReadAsync(cursor.Value, BatchSize, ct);
                if (facts.Count > 0)
                {
                    await projection.ApplyAsync(facts, ct);
                    cursor = facts[^1].Id;
                }

                if (failure is not null && facts.Count == 0)
                {
                    failure = null;
                    ProjectionRunsAgain(projection.Name);
                }

                Report(projection, cursor.Value, failure);
                if (facts.Count == 0)
                {
                    await Task.WhenAny(next, Task.Delay(_poll, time, ct));
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever a projection throws, the loop must survive and say so.
            catch (Exception e)
#pragma warning restore CA1031
            {
                // A trouble that lasts is said once in full; one of the database says itself where it is.
                if (failure is null && e is not StoreException)
                {
                    ProjectionFailed(e, projection.Name);
                }
                else
                {
                    ProjectionWaits(projection.Name, e.Message);
                }

                failure = e.Message;
                Report(projection, cursor ?? 0, failure);
                cursor = null;

                // Trying again may seem to work before it fails again; only a longer quiet shortens the pauses.
                failures = time.GetElapsedTime(failedAt) > 2 * _longestPause ? 0 : failures;
                failedAt = time.GetTimestamp();
                var pause = TimeSpan.FromSeconds(Math.Min(_longestPause.TotalSeconds, Math.Pow(2, failures++)));
                await Task.WhenAny(Task.Delay(pause, time, ct));
            }
        }
    }

    private async Task<long> ReadCursorAsync(IProjection projection, CancellationToken ct)
    {
        var cursor = await projection.ReadCursorAsync(ct);
        var last = await log.LastAsync(ct);
        return cursor <= last
            ? cursor
            : throw new InvalidOperationException(
                $"Projection {projection.Name} has seen fact {cursor}, but the store ends at {last}: it was restored from a backup. Delete what the projection derived; it is rebuilt.");
    }

    private void Report(IProjection projection, long cursor, string? failure)
    {
        _state[projection.Name] = (cursor, failure);
        Interlocked.Exchange(ref _advanced, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Projection {Name} failed and will be tried again")]
    private partial void ProjectionFailed(Exception e, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Projection {Name} waits: {Reason}")]
    private partial void ProjectionWaits(string name, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Projection {Name} runs again")]
    private partial void ProjectionRunsAgain(string name);
}
