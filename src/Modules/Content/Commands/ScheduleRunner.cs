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
#pragma warning disable CA1031 // A broken database must not end the schedule for good.
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
        await using var db = await database.OpenAsync(ct);
        var due = await db.Set<ScheduleRow>().AsNoTracking().Where(row => row.PublishUtc <= now || row.ArchiveUtc <= now).Take(ItemsPerRound).ToListAsync(ct);
        foreach (var row in due)
        {
            if (row.PublishUtc <= now && await commands.PublishAsync(row.ItemId, null, ct) is CommandResult.Invalid invalid)
            {
                // Cleared, or it would fail every minute; the draft keeps its problems for the editor to see.
                CannotPublish(row.ItemId, string.Join(" ", invalid.Errors.Select(error => error.Message.De)));
                await commands.ScheduleAsync(row.ItemId, null, null, row.ArchiveUtc, Actor.System, ct);
            }

            if (row.ArchiveUtc <= now)
            {
                await commands.UnpublishAsync(row.ItemId, null, ct);
                await commands.ScheduleAsync(row.ItemId, null, null, null, Actor.System, ct);
            }
        }

        var nextPublish = await db.Set<ScheduleRow>().Where(row => row.PublishUtc > now).MinAsync(row => row.PublishUtc, ct);
        var nextArchive = await db.Set<ScheduleRow>().Where(row => row.ArchiveUtc > now).MinAsync(row => row.ArchiveUtc, ct);
        var next = new[] { nextPublish, nextArchive }.Min();
        var wait = next is { } instant ? instant - now : _longestSleep;
        return wait < _longestSleep ? wait : _longestSleep;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for scheduled items failed")]
    private partial void RoundFailed(Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Item {Id} was due to be published but is not valid: {Errors}")]
    private partial void CannotPublish(string id, string errors);
}
