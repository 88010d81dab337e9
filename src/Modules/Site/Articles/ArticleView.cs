using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Maps;
using Zukunftswerkstatt.Site.Matrix;

namespace Zukunftswerkstatt.Site.Articles;

/// <summary>The page of a success factor, workshop, finding or event: the same parts, each type's template takes those it has.</summary>
internal sealed record ArticleView
{
    public required string Title { get; init; }

    /// <summary>Language of the texts when it is not the page's, with the address of the original.</summary>
    public string? Lang { get; init; }

    public string? Original { get; init; }

    public RibbonView? Ribbon { get; init; }

    /// <summary>What it is, above the title.</summary>
    public Link? Kicker { get; init; }

    public PlaceView? Place { get; init; }

    public LeafView? Leaf { get; init; }

    public string? Summary { get; init; }

    /// <summary>A sentence that must not be overlooked, e.g. that an event is cancelled.</summary>
    public string? Notice { get; init; }

    public string? Tab { get; init; }

    public IReadOnlyList<FactRow> Facts { get; init; } = [];

    public IReadOnlyList<Link> Buttons { get; init; } = [];

    public IReadOnlyList<ChapterView> Chapters { get; init; } = [];

    public IReadOnlyList<ProgrammeView> Programme { get; init; } = [];

    public IReadOnlyList<StationView> Thread { get; init; } = [];

    public IReadOnlyList<RowGroup> Groups { get; init; } = [];

    public MapView? Map { get; init; }

    /// <summary>A factor's evidence by type of region.</summary>
    public EvidenceChartView? Evidence { get; init; }

    /// <summary>Where a factor was observed.</summary>
    public IReadOnlyList<PlaceGroupView> Places { get; init; } = [];

    /// <summary>That not every place is shown.</summary>
    public string? PlacesNote { get; init; }

    public IReadOnlyList<SourceView> Sources { get; init; } = [];

    public required CitationView Citation { get; init; }
}

/// <summary>A line of an event's timetable.</summary>
internal sealed record ProgrammeView(string? Time, string Title, string? Speaker, string? Text);

/// <summary>Entries under a heading, with the address of all of them when these are not all.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Title">Heading.</param>
/// <param name="Style">Empty, or <c>contra</c> for what contradicts.</param>
/// <param name="Rows">The entries.</param>
/// <param name="All">„Alle 52 ansehen“.</param>
internal sealed record RowGroup(string Id, string Title, string Style, IReadOnlyList<RowView> Rows, Link? All = null);

/// <summary>An entry of a list.</summary>
internal sealed record RowView
{
    public required string Title { get; init; }

    public string? Href { get; init; }

    public string? Lang { get; init; }

    public string? Meta { get; init; }

    public string? Text { get; init; }

    public GradeView? Grade { get; init; }

    public EffectView? Effect { get; init; }

    public LeafView? Leaf { get; init; }

    /// <summary>What it comes from, e.g. a finding's workshop.</summary>
    public Link? Parent { get; init; }

    /// <summary>„12 Punkte“, with the bar's length from 0 to 100.</summary>
    public string? Points { get; init; }

    public string? PointsWidth { get; init; }

    public bool Sample { get; init; }
}
