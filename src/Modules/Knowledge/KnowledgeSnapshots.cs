using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// Makes the snapshots of vocabularies and factors look into the store again after a fact that concerns them.
/// It lives in memory, so its cursor begins at the end of the log: what it forgot was never loaded.
/// </summary>
internal sealed class KnowledgeSnapshots(Vocabularies vocabularies, Factors factors, FactLog log) : IProjection
{
    private long? _cursor;

    public string Name => "knowledge-snapshots";

    public async Task<long> ReadCursorAsync(CancellationToken ct) => _cursor ??= await log.LastAsync(ct);

    public Task ApplyAsync(IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        foreach (var fact in facts)
        {
            switch (fact.Type)
            {
                case "Taxonomy":
                    vocabularies.Snapshot.Forget();
                    break;
                case "SuccessFactor":
                    factors.Snapshot.Forget();
                    break;
            }
        }

        _cursor = facts[^1].Id;
        return Task.CompletedTask;
    }
}
