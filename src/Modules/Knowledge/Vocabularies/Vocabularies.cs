using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>The vocabularies in use. Readers take <see cref="GetAsync"/> once per request; it touches the store only after a change.</summary>
public sealed class Vocabularies
{
    internal Vocabularies(IContentReader content) => Snapshot = new(
        ct => content.ListAsync(new ListQuery("Taxonomy", Order: ListOrder.Title, Limit: 100, Latest: true), ct), VocabularySet.Read);

    internal StoreSnapshot<VocabularySet> Snapshot { get; }

    /// <summary>The present snapshot.</summary>
    public ValueTask<VocabularySet> GetAsync(CancellationToken ct) => Snapshot.GetAsync(ct);
}
