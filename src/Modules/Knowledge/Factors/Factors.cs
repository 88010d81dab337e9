using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>The success factors in use. Readers take <see cref="GetAsync"/> once per request; it touches the store only after a change.</summary>
public sealed class Factors
{
    // A portal has dozens of factors; the bound keeps a mistaken import of thousands from filling every page.
    private const int Most = 500;

    internal Factors(IContentReader content) => Snapshot = new(
        ct => content.ListAsync(new ListQuery("SuccessFactor", Order: ListOrder.Title, Limit: Most, Latest: true), ct), FactorCatalogue.Read);

    internal StoreSnapshot<FactorCatalogue> Snapshot { get; }

    /// <summary>The present snapshot.</summary>
    public ValueTask<FactorCatalogue> GetAsync(CancellationToken ct) => Snapshot.GetAsync(ct);
}
