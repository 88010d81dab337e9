using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// Holds the snapshot: 1. built at first use from delivered data and imported rows, 2. replaced when a fact says that regions or outlines changed.
/// Its cursor lives in the process, like the snapshot itself.
/// </summary>
internal sealed class RegionRegister(ReadSessions reads, FactLog log) : IRegionRegister, IProjection, IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private RegionSnapshot? _current;

    public string Name => "regions";

    public RegionSnapshot Current => Volatile.Read(ref _current) ?? LoadFirst();

    public async Task<long> ReadCursorAsync(CancellationToken ct)
    {
        // The cursor first: a change in between is then read twice rather than never.
        var cursor = await log.LastAsync(ct);
        await ReloadAsync(ct);
        return cursor;
    }

    public async Task ApplyAsync(IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        if (facts.Any(fact => fact.Kind is FactKinds.RegionsChanged or FactKinds.OutlinesChanged))
        {
            await ReloadAsync(ct);
        }
    }

    /// <summary>Reads the register anew; later readers of <see cref="Current"/> see what is committed now.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await _loading.WaitAsync(ct);
        try
        {
            Volatile.Write(ref _current, await Overlay.ReadAsync(reads, ct));
        }
        finally
        {
            _loading.Release();
        }
    }

    // Once in the life of a process, and only for whoever is faster than the projection.
    private RegionSnapshot LoadFirst()
    {
        _loading.Wait();
        try
        {
            if (_current is null)
            {
                Volatile.Write(ref _current, Overlay.ReadAsync(reads, CancellationToken.None).GetAwaiter().GetResult());
            }

            return _current!;
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose() => _loading.Dispose();
}
