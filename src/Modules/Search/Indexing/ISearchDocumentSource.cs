namespace Zukunftswerkstatt.Search;

/// <summary>Makes documents of content; implemented by the module that knows the content. All sources are asked, each for its own items.</summary>
public interface ISearchDocumentSource
{
    /// <summary>
    /// The documents of the given items, from the state published now; an item without documents (unpublished, gone, not
    /// searchable) has no entry. Asked in batches so that a source can read what it needs at once.
    /// </summary>
    Task<IReadOnlyList<SearchDocument>> DocumentsAsync(IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken);

    /// <summary>
    /// Other items whose documents may look different now that these items changed, e.g. initiatives that show a renamed
    /// organisation. May name too many, never too few.
    /// </summary>
    Task<IReadOnlyCollection<string>> AffectedAsync(IReadOnlyCollection<string> changedItemIds, CancellationToken cancellationToken);

    /// <summary>
    /// Every document, for a rebuild, in batches and any order. A batch may be made when it is enumerated, which happens once and on any
    /// thread: so that making documents is spread over all processors.
    /// </summary>
    IAsyncEnumerable<IEnumerable<SearchDocument>> AllAsync(CancellationToken cancellationToken);
}
