using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>
/// Holds the snapshot: 1. built at first use from delivered data and imported rows, 2. replaced when a fact says that regions or outlines changed.
/// Its cursor lives in the process, like the snapshot itself.
/// </summary>
internal sealed class RegionRegister(IDbContextFactory<PortalDbContext> contexts, FactLog log) : IRegionRegister, IProjection
{
    private readonly Lock _loading = new();
    private RegionSnapshot? _current;

    public string Name => "regions";

    public RegionSnapshot Current => Volatile.Read(ref _current) ?? LoadFirst();

    public async Task<long> ReadCursorAsync(CancellationToken ct)
    {
        // The cursor first: a change in between is then read twice rather than never.
        var cursor = await log.LastAsync(ct);
        Reload();
        return cursor;
    }

    public Task ApplyAsync(IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        if (facts.Any(fact => fact.Kind is FactKinds.RegionsChanged or FactKinds.OutlinesChanged))
        {
            Reload();
        }

        return Task.CompletedTask;
    }

    /// <summary>Reads the register anew; later readers of <see cref="Current"/> see what is committed now.</summary>
    public void Reload()
    {
        lock (_loading)
        {
            using var db = contexts.CreateDbContext();
            Volatile.Write(ref _current, Overlay.Read(db));
        }
    }

    private RegionSnapshot LoadFirst()
    {
        lock (_loading)
        {
            if (_current is null)
            {
                Reload();
            }

            return _current!;
        }
    }
}
