namespace Zukunftswerkstatt.Site.Display;

/// <summary>A card to pick up: an initiative in a list.</summary>
internal sealed record CardView
{
    public required string Title { get; init; }

    public required string Url { get; init; }

    /// <summary>Language of the content when it is not the page's.</summary>
    public string? Lang { get; init; }

    /// <summary>„Burgstädt, Landkreis Mittelsachsen“.</summary>
    public string? Place { get; init; }

    /// <summary>„Juni 2018 bis Mai 2019“.</summary>
    public string? Period { get; init; }

    public string? Summary { get; init; }

    /// <summary>Why it is shown here, e.g. „Vorgänger“.</summary>
    public string? Reason { get; init; }

    public GradeView? Grade { get; init; }

    public bool Sample { get; init; }
}

/// <summary>The place line: a breadcrumb of links from the smallest region to the largest, with a small outline of the Land.</summary>
internal sealed record PlaceView(IReadOnlyList<Link> Regions, LocatorView? Locator);

/// <summary>An outline with dots, in the units of its view box; all numbers in invariant culture.</summary>
internal sealed record LocatorView(string ViewBox, string Outline, string? X, string? Y, string Radius);

/// <summary>A row of the Steckbrief. Without values it says „keine Angabe“.</summary>
internal sealed record FactRow(string Label, IReadOnlyList<Link> Values)
{
    /// <summary>Shown instead of the values when set.</summary>
    public GradeView? Grade { get; init; }

    /// <summary>The search for the same grade.</summary>
    public string? GradeHref { get; init; }
}

/// <summary>A date as a calendar leaf.</summary>
internal sealed record LeafView(string Month, string Day, string Year, string? Weekday, bool Past, string Iso);

/// <summary>The ribbon of an invented item.</summary>
internal sealed record RibbonView(string Text);

/// <summary>Steps through a list. Addresses are null at the ends.</summary>
internal sealed record PagerView(string? Previous, string? Next, string Position);

/// <summary>Orchard's names for the item behind a page: <c>Model.ContentItem</c>.</summary>
internal sealed record ContentItemView(string ContentItemId, string ContentType, string DisplayText, string? Author, DateTime? ModifiedUtc, DateTime? PublishedUtc, DateTime? CreatedUtc, bool Published, bool Latest);

/// <summary>How to cite the page, and under which licence.</summary>
internal sealed record CitationView(string Text, string Url, string Version, string? Licence, string? LicenceUrl);

/// <summary>Something that mentions the page's subject.</summary>
internal sealed record MentionView(string Kind, string Title, string? Href, string? Lang, string? Date, bool Sample);
