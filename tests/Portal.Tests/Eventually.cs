using Xunit;

namespace Zukunftswerkstatt.Portal.Tests;

/// <summary>Waits for what happens elsewhere: asks again and again, and reports the last sample when it gives up.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);

    /// <summary>The first sample that is enough.</summary>
    public static async Task<T> SampleAsync<T>(Func<Task<T>> take, Func<T, bool> isEnough)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(_pause);
        while (true)
        {
            var sample = await take();
            if (isEnough(sample))
            {
                return sample;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(start) < _patience, $"It did not happen. The last sample was: {sample}");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Waits until the probe says yes.</summary>
    public static Task HoldsAsync(Func<Task<bool>> probe) => SampleAsync(probe, yes => yes);

    /// <summary>Waits until the probe says yes.</summary>
    public static Task HoldsAsync(Func<bool> probe) => SampleAsync(() => Task.FromResult(probe()), yes => yes);
}
