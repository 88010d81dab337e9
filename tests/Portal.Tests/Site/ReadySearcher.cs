using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Site;

/// <summary>There is an index; templates search nothing themselves.</summary>
internal sealed class ReadySearcher : ISearcher
{
    public bool IsReady => true;

    public long Version => 1;

    public ValueTask<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
}
