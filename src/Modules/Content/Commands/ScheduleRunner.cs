using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>Publishes and archives items when their time has come: sleeps until the next date, or until something changed.</summary>
internal sealed partial class ScheduleRunner(
    PortalDatabase database, ContentCommands commands, FactSignal signal, TimeProvider time, ILogger<ScheduleRunner> logger) : BackgroundService
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
        var due = await database.ReadAsync(
            (db, token) => db.Set<ScheduleRow>().AsNoTracking().Where(row => row.PublishUtc <= now || row.ArchiveUtc <= now).OrderBy(row => row.ItemId).Take(ItemsPerRound).ToListAsync(token), ct);
        foreach (var row in due)
        {
            try
            {
                if (await commands.RunScheduleAsync(row.ItemId, ct) is CommandResult.Invalid invalid)
                {
                    CannotPublish(row.ItemId, string.Join(" ", invalid.Errors.Select(error => error.Message.De)));
                }
            }
#pragma warning disable CA1031 // One item must not hold up the others; a database that refuses refuses them all.
            catch (Exception e) when (e is not (OperationCanceledException or StoreException))
#pragma warning restore CA1031
            {
                ItemFailed(e, row.ItemId);
            }
        }

        var nextPublish = await database.ReadAsync((db, token) => db.Set<ScheduleRow>().Where(row => row.PublishUtc > now).MinAsync(row => row.PublishUtc, token), ct);
        var nextArchive = await database.ReadAsync((db, token) => db.Set<ScheduleRow>().Where(row => row.ArchiveUtc > now).MinAsync(row => row.ArchiveUtc, token), ct);
        var next = new[] { nextPublish, nextArchive }.Min();
        var wait = next is { } instant ? instant - now : _longestSleep;
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
