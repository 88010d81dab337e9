using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Initiatives;

/// <summary>The page of an initiative.</summary>
internal sealed record InitiativeView
{
    public required ContentItemView ContentItem { get; init; }

    public required string Title { get; init; }

    /// <summary>Language of the content when it is not the page's.</summary>
    public string? Lang { get; init; }

    /// <summary>Where the entry stands in its own language, when it is shown untranslated.</summary>
    public string? Original { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public RibbonView? Ribbon { get; init; }

    public PlaceView? Place { get; init; }

    /// <summary>Text on the card's tab.</summary>
    public required string Tab { get; init; }

    public required IReadOnlyList<FactRow> Facts { get; init; }

    public required IReadOnlyList<Link> Outline { get; init; }

    public SafeHtml? InitialSituation { get; init; }

    public SafeHtml? BuildingBlocks { get; init; }

    public SafeHtml? Steps { get; init; }

    public DurationView? Duration { get; init; }

    public IReadOnlyList<ChapterView> Outcomes { get; init; } = [];

    public IReadOnlyList<EvidenceView> Evidence { get; init; } = [];

    public SafeHtml? Transferability { get; init; }

    public required WhereaboutsView Whereabouts { get; init; }

    public IReadOnlyList<FigureView> Context { get; init; } = [];

    public string? EvidenceReason { get; init; }

    public required IReadOnlyList<StationView> Thread { get; init; }

    /// <summary>Workshops, findings and events that mention it.</summary>
    public IReadOnlyList<MentionView> Mentions { get; init; } = [];

    public PlacesMapView? Map { get; init; }

    public IReadOnlyList<RoleView> Roles { get; init; } = [];

    public IReadOnlyList<SourceView> Sources { get; init; } = [];

    public required CitationView Citation { get; init; }

    public ContactView? Contact { get; init; }

    public IReadOnlyList<CardView> Related { get; init; } = [];

    /// <summary>Where similar initiatives are found.</summary>
    public required string SimilarHref { get; init; }
}

/// <summary>A chapter of running text.</summary>
internal sealed record ChapterView(string Id, string Title, SafeHtml Html);

/// <summary>A success factor with what was observed of it here.</summary>
internal sealed record EvidenceView(string Title, string? Href, string? Lang, string? Statement, string? Quote, EffectView Effect, GradeView Grade, bool Sample);

/// <summary>What became of it: <paramref name="Known"/> is false for „unbekannt“. <paramref name="Stale"/>: not looked at for more than two years.</summary>
internal sealed record WhereaboutsView(string Label, string? Checked, Link? Source, bool Known, string? Stale);

/// <summary>A figure of the region when the project began.</summary>
internal sealed record FigureView(string Indicator, string Value, string? Year, string? Source);

/// <summary>Regions or organisations that share a role.</summary>
internal sealed record RoleView(string Role, IReadOnlyList<Link> Members);

/// <summary>A contact that was confirmed and has not expired.</summary>
internal sealed record ContactView(string? Function, string? Mail, string? Confirmed);
