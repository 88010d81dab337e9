namespace Zukunftswerkstatt.Search.Snapshots;

/// <summary>Hands out the present snapshot.</summary>
internal interface ISnapshots
{
    SnapshotLease Lease();
}

/// <summary>Keeps a snapshot open until disposed.</summary>
internal readonly struct SnapshotLease(IndexSnapshot snapshot) : IDisposable
{
    public IndexSnapshot Snapshot { get; } = snapshot;

    public void Dispose() => Snapshot.Reader.DecRef();
}
