using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Site.Pages;

/// <summary>Builds the page of a fixed route, e.g. a list or the search.</summary>
internal interface IPage
{
    Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct);
}

/// <summary>Builds the page of one content item, reached by the item's own path.</summary>
internal interface IItemPage
{
    /// <summary>The content type it shows.</summary>
    string ContentType { get; }

    Task<PageResult> BuildAsync(ContentItem item, PageRequest request, CancellationToken ct);
}
