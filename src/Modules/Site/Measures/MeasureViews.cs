using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Measures;

/// <summary>The list of measure types.</summary>
internal sealed record MeasureListView(string Count, IReadOnlyList<CardView> Cards);

/// <summary>A measure type with the initiatives that took it.</summary>
internal sealed record MeasureView
{
    public required ContentItemView ContentItem { get; init; }

    public required string Title { get; init; }

    public string? Lang { get; init; }

    public string? Original { get; init; }

    public RibbonView? Ribbon { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<string> Synonyms { get; init; } = [];

    public IReadOnlyList<Link> Topics { get; init; } = [];

    public SafeHtml? Description { get; init; }

    public SafeHtml? SensibleWhen { get; init; }

    public SafeHtml? NotSensibleWhen { get; init; }

    public required string CaseCount { get; init; }

    public IReadOnlyList<CardView> Cases { get; init; } = [];

    /// <summary>All cases as a search; null when all are shown.</summary>
    public string? AllCases { get; init; }

    public IReadOnlyList<SourceView> Sources { get; init; } = [];

    public required CitationView Citation { get; init; }
}
