using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Maps;

namespace Zukunftswerkstatt.Site.Places;

/// <summary>A Land, Kreis or municipality, or Germany as the list of Länder.</summary>
internal sealed record RegionView
{
    public required string Title { get; init; }

    /// <summary>What kind of region it is.</summary>
    public required string Kind { get; init; }

    public PlaceView? Place { get; init; }

    public required string Lead { get; init; }

    public IReadOnlyList<FigureLine> Figures { get; init; } = [];

    public IReadOnlyList<FactRow> Types { get; init; } = [];

    /// <summary>A Land beside all others.</summary>
    public string? ComparisonHref { get; init; }

    public required string InitiativesTitle { get; init; }

    public IReadOnlyList<CardView> Initiatives { get; init; } = [];

    public Link? AllInitiatives { get; init; }

    /// <summary>The search around the place; nothing for a Land.</summary>
    public Link? Around { get; init; }

    /// <summary>Other things known here: findings, events.</summary>
    public IReadOnlyList<TopicLine> More { get; init; } = [];

    public string? BelowTitle { get; init; }

    /// <summary>The next level, where something is known.</summary>
    public IReadOnlyList<TopicLine> Below { get; init; } = [];

    /// <summary>The next level, where nothing is known yet.</summary>
    public IReadOnlyList<Link> BelowEmpty { get; init; } = [];

    public string? SiblingsTitle { get; init; }

    public IReadOnlyList<Link> Siblings { get; init; } = [];

    public MapView? Map { get; init; }

    public required IReadOnlyList<AttributionLine> Attributions { get; init; }
}

/// <param name="Label">What is measured.</param>
/// <param name="Value">Finished number with unit.</param>
/// <param name="Note">Year and source.</param>
internal sealed record FigureLine(string Label, string Value, string Note);

internal sealed record AttributionLine(string What, string Source, string? Licence, string? LicenceUrl, string Changes);
