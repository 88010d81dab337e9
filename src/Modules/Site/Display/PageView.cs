namespace Zukunftswerkstatt.Site.Display;

/// <summary>What the layout shows around every page; in templates <c>Page</c>.</summary>
internal sealed record PageView
{
    public required string Lang { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>Absolute address, or null on error pages.</summary>
    public string? Canonical { get; init; }

    public required string OpenGraphType { get; init; }

    public bool NoIndex { get; init; }

    /// <summary>The first search index is still being made: searches and overviews show less than there is.</summary>
    public bool Preparing { get; init; }

    public IReadOnlyList<AlternateView> Alternates { get; init; } = [];

    public IReadOnlyList<FeedView> Feeds { get; init; } = [];

    /// <summary>A JSON-LD document, safe inside a script element.</summary>
    public SafeHtml? JsonLd { get; init; }

    public required IReadOnlyList<NavItem> Menu { get; init; }

    /// <summary>The same page in the other language, or that language's home page.</summary>
    public required string OtherLanguage { get; init; }

    public required string Home { get; init; }

    public required string Search { get; init; }

    /// <summary>Whether the header has a search field.</summary>
    public required bool HeaderSearch { get; init; }

    /// <summary>Where search fields get suggestions from.</summary>
    public required string Suggestions { get; init; }

    public required string Initiatives { get; init; }

    public required string Measures { get; init; }

    public required string Factors { get; init; }

    public required string Findings { get; init; }

    public required string Events { get; init; }

    public required string Organisations { get; init; }

    public required string Regions { get; init; }

    public required string Bookmarks { get; init; }

    public required string Comparison { get; init; }

    public required string Topics { get; init; }

    public required string About { get; init; }

    public required string Method { get; init; }

    public required string EasyLanguage { get; init; }

    public required string Imprint { get; init; }

    public required string Privacy { get; init; }

    public required string Accessibility { get; init; }

    public required string Feed { get; init; }
}

/// <summary>The same page in another language.</summary>
internal sealed record AlternateView(string Lang, string Url);

/// <summary>An Atom feed that belongs to the page.</summary>
internal sealed record FeedView(string Title, string Url);

/// <summary>An entry of the main menu.</summary>
internal sealed record NavItem(string Text, string Url, bool Current);
