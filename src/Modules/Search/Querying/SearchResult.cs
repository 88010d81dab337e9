namespace Zukunftswerkstatt.Search;

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
public sealed record SearchResult
{
    /// <summary>Number of hits in the searched modes with all selections.</summary>
    public required int Total { get; init; }

    /// <summary>The page read, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Last page that can be read; 1 when there are no hits.</summary>
    public required int LastPage { get; init; }

    /// <summary>The page asked for lies beyond the last hit or beyond <see cref="SearchRequest.MaxReach"/>; <see cref="Hits"/> is empty.</summary>
    public bool PageBeyondReach { get; init; }

    /// <summary>The hits of the page.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>Counts of the wanted facets, in the order they were wanted.</summary>
    public required IReadOnlyList<FacetResult> Facets { get; init; }

    /// <summary>Hits by mode, every declared mode, with all facet selections applied; for the tabs above the list.</summary>
    public required IReadOnlyDictionary<string, int> ModeCounts { get; init; }

    /// <summary>Words that had to be made optional because hardly any document has all words, in the reader's spelling; empty when all were required.</summary>
    public IReadOnlyList<string> OptionalWords { get; init; } = [];

    /// <summary>Compounds that hardly any document has, so that documents with one of their parts are found as well, farther down.</summary>
    public IReadOnlyList<string> SplitWords { get; init; } = [];

    /// <summary>Words that no document has and that were taken for typing errors.</summary>
    public IReadOnlyList<WordCorrection> Corrections { get; init; } = [];

    /// <summary>Rare words of the request beside common ones that are spelt nearly so; they were searched as typed.</summary>
    public IReadOnlyList<WordCorrection> Alternatives { get; init; } = [];

    /// <summary>The text was longer than the bounds of <see cref="SearchRequest"/> and its end was ignored.</summary>
    public bool TextCut { get; init; }

    /// <summary>Time spent, for logs and the Server-Timing header.</summary>
    public required SearchTimings Timings { get; init; }
}

/// <summary>A typing error and the word that was searched in its place.</summary>
/// <param name="Typed">As the reader wrote it.</param>
/// <param name="Meant">As the portal's texts write it.</param>
public sealed record WordCorrection(string Typed, string Meant);

/// <summary>A found document.</summary>
/// <param name="Id">The document.</param>
/// <param name="ItemId">The item it belongs to.</param>
/// <param name="Kind">Item or passage.</param>
/// <param name="Mode">Its result list.</param>
/// <param name="Culture">Language of its texts.</param>
/// <param name="Score">Only comparable within one result.</param>
/// <param name="Payload">The UTF-8 JSON of the document.</param>
/// <param name="Highlights">
/// Fragments by wished text, HTML: encoded text with <c>&lt;mark&gt;</c> around matched words, nothing else. A whole text
/// and a text without match are given unmarked (the latter its beginning); absent only when the document has no such text.
/// </param>
public sealed record SearchHit(
    string Id,
    string ItemId,
    DocumentKind Kind,
    string Mode,
    string Culture,
    double Score,
    ReadOnlyMemory<byte> Payload,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Highlights)
{
    /// <summary>How <see cref="Score"/> came about; empty unless the request asks for it.</summary>
    public IReadOnlyList<ScorePart> Explanation { get; init; } = [];

    /// <summary>How far it lies from the centre of <see cref="SearchRequest.Around"/>; null when the request has none.</summary>
    public double? Kilometres { get; init; }
}

/// <summary>The counts of a facet.</summary>
/// <param name="Name">The facet.</param>
/// <param name="Values">
/// Values with at least one document, and every selected one; most frequent first within a level. In a hierarchy: the top
/// level, then the children of every selected value and of its ancestors (choose a Land, get its Kreise).
/// </param>
/// <param name="Cut">Whether the limit left values out.</param>
public sealed record FacetResult(string Name, IReadOnlyList<FacetCount> Values, bool Cut)
{
    /// <summary>Every value of every level with at least one document, in no particular order; empty unless <see cref="FacetWish.Whole"/> was set.</summary>
    public IReadOnlyList<FacetCount> Whole { get; init; } = [];
}

/// <summary>One value of a facet.</summary>
/// <param name="Code">Code or term slug, never a label.</param>
/// <param name="Count">Documents that would be found if this value alone were selected in its facet.</param>
/// <param name="Parent">The code above it in a hierarchy.</param>
/// <param name="Level">0 on the top level.</param>
/// <param name="Selected">Whether the request selects it.</param>
public sealed record FacetCount(string Code, int Count, string? Parent, int Level, bool Selected);

/// <summary>Where the time of a search went.</summary>
/// <param name="Matching">Finding, scoring and counting.</param>
/// <param name="Loading">Reading payloads and marking matches.</param>
public sealed record SearchTimings(TimeSpan Matching, TimeSpan Loading);
