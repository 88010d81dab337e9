namespace Zukunftswerkstatt.Kernel;

/// <summary>Wakes the projections of this process when facts were committed here or, on PostgreSQL, announced by another node.</summary>
public sealed class FactSignal
{
    /// <summary>The channel of PostgreSQL's <c>LISTEN</c>/<c>NOTIFY</c>.</summary>
    public const string Channel = "portal_facts";

    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next <see cref="Set"/>. Take it before looking for facts, so that none falls in between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Says: there are new facts.</summary>
    public void Set() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
