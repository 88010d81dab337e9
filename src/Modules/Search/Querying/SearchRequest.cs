namespace Zukunftswerkstatt.Search;

/// <summary>Order of the hits.</summary>
public enum SearchSort
{
    /// <summary>Best match first; without words, newest first.</summary>
    Relevance,

    /// <summary>Latest <see cref="SearchDocument.DateUtc"/> first; undated last.</summary>
    Newest,

    /// <summary>By title in German dictionary order (DIN 5007-1).</summary>
    Title,

    /// <summary>Nearest to the centre of <see cref="SearchRequest.Around"/> first; as <see cref="Relevance"/> without one.</summary>
    Distance,

    /// <summary>Smallest <see cref="SearchRequest.SortNumber"/> first; documents without it last.</summary>
    NumberAscending,

    /// <summary>Largest <see cref="SearchRequest.SortNumber"/> first; documents without it last.</summary>
    NumberDescending,
}

/// <summary>What a reader asks. Unknown modes, facets and codes match nothing; they are never an error.</summary>
public sealed record SearchRequest
{
    /// <summary>Longest text that is read, in characters; the rest is ignored and <see cref="SearchResult.TextCut"/> is set.</summary>
    public const int MaxTextLength = 1_000;

    /// <summary>Most words, phrases and exclusions that are read.</summary>
    public const int MaxClauses = 32;

    /// <summary>Hits beyond this position cannot be paged to; <see cref="SearchResult.PageBeyondReach"/> says so.</summary>
    public const int MaxReach = 10_000;

    /// <summary>Largest page.</summary>
    public const int MaxPageSize = 100;

    /// <summary>Words, "phrases" and -exclusions. Any string is allowed; empty finds everything.</summary>
    public string Text { get; init; } = "";

    /// <summary>Interface language: only documents shown in it are found.</summary>
    public required string Culture { get; init; }

    /// <summary>Result lists searched; empty: those that are searched by default.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>
    /// Selected codes by facet: OR within a facet, AND between facets. In a hierarchy a selected code includes everything
    /// below it, and a selected descendant replaces its selected ancestors (14 and 14522 together mean 14522).
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Bounds by declared number, both inclusive, null open; a document without the number does not match.</summary>
    public IReadOnlyDictionary<string, (double? From, double? To)> Ranges { get; init; } = new Dictionary<string, (double? From, double? To)>();

    /// <summary>Only documents with a place in this circle are found.</summary>
    public Circle? Around { get; init; }

    /// <summary>Order of the hits.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>Name of the declared number that <see cref="SearchSort.NumberAscending"/> and <see cref="SearchSort.NumberDescending"/> sort by.</summary>
    public string? SortNumber { get; init; }

    /// <summary>From 1; smaller values count as 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits per page, 0 to <see cref="MaxPageSize"/>; 0 asks for counts only.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Facets whose counts are wanted.</summary>
    public IReadOnlyList<FacetWish> FacetWishes { get; init; } = [];

    /// <summary>Whether every hit says how its score came about; only for a sort by relevance.</summary>
    public bool Explain { get; init; }

    /// <summary>Texts wanted with marked matches.</summary>
    public IReadOnlyList<HighlightWish> Highlights { get; init; } = [];
}

/// <summary>A facet whose counts are wanted.</summary>
/// <param name="Name">Name of a declared facet.</param>
/// <param name="Limit">Most values per level, by count; selected ones come on top of it.</param>
public sealed record FacetWish(string Name, int Limit = 50)
{
    /// <summary>Whether all values of all levels are wanted besides, as <see cref="FacetResult.Whole"/>.</summary>
    public bool Whole { get; init; }
}

/// <summary>A text wanted with marked matches.</summary>
/// <param name="Field">Name of a declared text with <see cref="TextField.Highlighted"/>.</param>
/// <param name="Fragments">Number of fragments; 0: the whole text.</param>
/// <param name="Length">Length of a fragment in characters, about.</param>
public sealed record HighlightWish(string Field, int Fragments = 1, int Length = 220)
{
    /// <summary>Texts wished for before this one. Once the first of them that a hit has shows a match, this one is left out: reading a whole body is dear.</summary>
    public IReadOnlyList<string> Unless { get; init; } = [];
}
