using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal;

/// <summary>Has EF Core build its model soon after the start: no reader needs it, and the first editor shall not wait for it.</summary>
internal sealed partial class WarmUp(ContentVersions versions, TimeProvider time, ILogger<WarmUp> logger) : BackgroundService
{
    // Until then the processors belong to the first readers and to what they wait for.
    private static readonly TimeSpan _readersFirst = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(_readersFirst, time, stoppingToken);
            await versions.GetLatestAsync("", stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before it was warm.
        }
        catch (StoreException e)
        {
            StoreRefused(e.Text.En);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The first edit will take longer: {Reason}")]
    private partial void StoreRefused(string reason);
}
