namespace Zukunftswerkstatt.Site.Pages;

/// <summary>What a builder makes of a request: a page, or the reason why there is none.</summary>
internal abstract record PageResult
{
    /// <summary>There is nothing at this address.</summary>
    public static readonly PageResult Missing = new MissingResult();

    /// <summary>There was something, and it was taken back.</summary>
    public static readonly PageResult Gone = new GoneResult();

    /// <summary>The address is elsewhere for good.</summary>
    public static PageResult Moved(string path) => new MovedResult(path);

    private PageResult()
    {
    }

    /// <summary>A finished page.</summary>
    public sealed record Page : PageResult
    {
        /// <summary>Template names, most specific first (Orchard's alternates): <c>Content-Initiative</c>, <c>Content</c>.</summary>
        public required IReadOnlyList<string> Templates { get; init; }

        /// <summary>The view; in templates <c>Model</c>. Its type is listed in ViewTypes.</summary>
        public required object Model { get; init; }

        public required PageHead Head { get; init; }

        /// <summary>What the page was made of, as cache tags; see <c>CacheTags</c>.</summary>
        public IReadOnlyCollection<string> Tags { get; init; } = [];

        public int Status { get; init; } = 200;
    }

    internal sealed record MissingResult : PageResult;

    internal sealed record GoneResult : PageResult;

    internal sealed record MovedResult(string Path) : PageResult;
}

/// <summary>What a page says about itself.</summary>
internal sealed record PageHead
{
    /// <summary>Without the portal's name.</summary>
    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>Path and query of the page in its own language; null for error pages.</summary>
    public string? Path { get; init; }

    /// <summary>The same page in the other language, when there is a translation that search engines should know.</summary>
    public string? TranslatedPath { get; init; }

    /// <summary>Where the language switch leads when there is no translation; null leads to the other home page.</summary>
    public string? SwitchPath { get; init; }

    /// <summary>The menu entry that is marked.</summary>
    public Section Section { get; init; }

    public bool IsArticle { get; init; }

    /// <summary>The page has a field of its own to search the portal with, so that the header has none.</summary>
    public bool HasSearch { get; init; }

    public bool NoIndex { get; init; }

    /// <summary>JSON-LD, already serialised with HTML-safe escapes.</summary>
    public string? JsonLd { get; init; }

    /// <summary>Feeds besides the portal's own: title and path.</summary>
    public IReadOnlyList<(string Title, string Path)> Feeds { get; init; } = [];
}

/// <summary>Sections of the main menu.</summary>
internal enum Section
{
    None,
    Initiatives,
    Factors,
    Findings,
    Events,
    Regions,
    Municipality,
}
