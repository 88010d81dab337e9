namespace Zukunftswerkstatt.Kernel;

/// <summary>
/// Something derived from the store: the search index, an evicted cache, a feed. It may be deleted and is then rebuilt.
/// Each registered projection gets every fact once its cursor is passed, in commit order.
/// </summary>
public interface IProjection
{
    /// <summary>Unique, for health and logs.</summary>
    string Name { get; }

    /// <summary>The id of the last fact applied. Called at start and after a failure.</summary>
    Task<long> ReadCursorAsync(CancellationToken ct);

    /// <summary>
    /// Applies a batch, in commit order, and remembers the id of its last fact as cursor. May be called twice with the same
    /// batch. When it throws, the batch is tried again later; the other projections go on.
    /// </summary>
    Task ApplyAsync(IReadOnlyList<Fact> facts, CancellationToken ct);

    /// <summary>
    /// Throws when something applied earlier turned out not to last, e.g. because the disk was full when it was to be made durable.
    /// Asked often; the cursor is then read again and what is missing applied once more.
    /// </summary>
    void ThrowIfBroken()
    {
    }
}

/// <summary>How a projection is doing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cursor">Last fact applied.</param>
/// <param name="Lag">Facts committed but not applied.</param>
/// <param name="Failure">Why it is standing still; <c>null</c> when it runs.</param>
public sealed record ProjectionHealth(string Name, long Cursor, long Lag, string? Failure);
