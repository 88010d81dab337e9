using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>Publishes and archives items when their time has come: sleeps until the next date, or until something changed.</summary>
internal sealed partial class ScheduleRunner(
    ReadSessions reads, ContentCommands commands, FactSignal signal, TimeProvider time, ILogger<ScheduleRunner> logger) : BackgroundService
{
    private const int ItemsPerRound = 100;
    private static readonly TimeSpan _longestSleep = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = signal.Next;
            var sleep = _longestSleep;
            try
            {
                sleep = await RunDueAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException e)
            {
                StoreRefused(e.Text.En);
            }
#pragma warning disable CA1031 // Whatever fails, the schedule must not end for good.
            catch (Exception e)
#pragma warning restore CA1031
            {
                RoundFailed(e);
            }

            await Task.WhenAny(changed, Task.Delay(sleep, time, stoppingToken));
        }
    }

    /// <summary>Does what is due and says how long to sleep until the next date.</summary>
    public async Task<TimeSpan> RunDueAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var due = await reads.QueryLatestAsync(
            """SELECT "ItemId" FROM "Schedules" WHERE "PublishUtc" <= @p0 OR "ArchiveUtc" <= @p0 ORDER BY "ItemId" LIMIT @p1""", [now.Ticks, ItemsPerRound], row => row.GetString(0), ct);
        foreach (var id in due)
        {
            try
            {
                if (await commands.RunScheduleAsync(id, ct) is CommandResult.Invalid invalid)
                {
                    CannotPublish(id, string.Join(" ", invalid.Errors.Select(error => error.Message.De)));
                }
            }
#pragma warning disable CA1031 // One item must not hold up the others; a database that refuses refuses them all.
            catch (Exception e) when (e is not (OperationCanceledException or StoreException))
#pragma warning restore CA1031
            {
                ItemFailed(e, id);
            }
        }

        var next = await reads.QueryLatestAsync(
            """
            SELECT MIN("At") FROM (
              SELECT MIN("PublishUtc") AS "At" FROM "Schedules" WHERE "PublishUtc" > @p0
              UNION ALL SELECT MIN("ArchiveUtc") FROM "Schedules" WHERE "ArchiveUtc" > @p0) AS "Dates"
            """,
            [now.Ticks], row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0), ct);
        var wait = next[0] is { } ticks ? TimeSpan.FromTicks(ticks - now.Ticks) : _longestSleep;
        return wait < _longestSleep ? wait : _longestSleep;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The schedule waits: {Reason}")]
    private partial void StoreRefused(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for scheduled items failed")]
    private partial void RoundFailed(Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedule of item {Id} could not be carried out")]
    private partial void ItemFailed(Exception e, string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Item {Id} was due to be published but is not valid: {Errors}")]
    private partial void CannotPublish(string id, string errors);
}
