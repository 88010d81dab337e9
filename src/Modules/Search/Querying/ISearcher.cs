namespace Zukunftswerkstatt.Search;

/// <summary>Searches the published content as of the last indexed fact.</summary>
public interface ISearcher
{
    /// <summary>
    /// Answers a request. Every input is answered; an index that is being built for the first time answers with no hits.
    /// Completes synchronously in about a millisecond, so there is no point in starting it on another thread.
    /// </summary>
    ValueTask<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>Whether there is an index; while the very first one is being made, every search answers with no hits.</summary>
    bool IsReady { get; }

    /// <summary>Differs from before whenever any answer may; what was made of answers with another version is out of date.</summary>
    long Version { get; }
}
