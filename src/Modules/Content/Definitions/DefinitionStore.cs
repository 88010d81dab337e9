using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// The content types and parts in force. Readers take <see cref="Current"/> and never wait; it is replaced as a whole when
/// <see cref="FactKinds.DefinitionsChanged"/> arrives or after an own write.
/// </summary>
public sealed class DefinitionStore(ReadSessions reads) : IDisposable
{
    // One load at a time: what a later load read is never older than what an earlier one published.
    private readonly SemaphoreSlim _load = new(1);
    private volatile ContentDefinitions _current = ContentDefinitions.Empty;

    /// <summary>An immutable snapshot; empty until <see cref="LoadAsync"/> was called once, which the host does at start.</summary>
    public ContentDefinitions Current => _current;

    /// <summary>Reads the stored definitions and makes them the current ones.</summary>
    /// <exception cref="StoreException">The database cannot be read; the present ones stay.</exception>
    public async Task<ContentDefinitions> LoadAsync(CancellationToken ct)
    {
        await _load.WaitAsync(ct);
        try
        {
            var document = DefinitionDocument.Parse(await reads.ReadDocumentAsync(DefinitionDocument.Name, ct));
            return _current = document.ToDefinitions();
        }
        finally
        {
            _load.Release();
        }
    }

    /// <summary>
    /// Changes the definitions within a transaction; the fact is written only when they differ. Returns what <paramref name="change"/>
    /// found wrong, in which case nothing is written. Call <see cref="LoadAsync"/> after the commit.
    /// </summary>
    internal static async Task<IReadOnlyList<string>> ChangeAsync(
        WriteTransaction transaction, Func<DefinitionDocument, IReadOnlyList<string>> change, CancellationToken ct)
    {
        var before = await transaction.ReadDocumentAsync(DefinitionDocument.Name, ct);
        var document = DefinitionDocument.Parse(before);
        var errors = change(document);
        var after = document.Write();
        if (errors.Count == 0 && after != before)
        {
            await transaction.WriteDocumentAsync(DefinitionDocument.Name, after, ct);
            transaction.Add(FactKinds.DefinitionsChanged, "");
        }

        return errors;
    }

    /// <inheritdoc/>
    public void Dispose() => _load.Dispose();
}

/// <summary>Keeps <see cref="DefinitionStore.Current"/> in step with other nodes. Its cursor lives in memory: at start it loads everything.</summary>
internal sealed class DefinitionProjection(DefinitionStore definitions, FactLog facts) : IProjection
{
    public string Name => "definitions";

    public async Task<long> ReadCursorAsync(CancellationToken ct)
    {
        // The cursor first: a change in between is then loaded twice, not missed.
        var cursor = await facts.LastAsync(ct);
        await definitions.LoadAsync(ct);
        return cursor;
    }

    public async Task ApplyAsync(IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        if (facts.Any(fact => fact.Kind == FactKinds.DefinitionsChanged))
        {
            await definitions.LoadAsync(ct);
        }
    }
}
