using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Organisations;

/// <summary>The list of organisations.</summary>
internal sealed record OrganisationListView(string Count, IReadOnlyList<OrganisationRowView> Rows, PagingView? Paging);

internal sealed record OrganisationRowView(string Title, string Href, string? Lang, string? Place, string? Summary, bool Sample);

/// <summary>An organisation with what it runs and takes part in.</summary>
internal sealed record OrganisationView
{
    public required ContentItemView ContentItem { get; init; }

    public required string Title { get; init; }

    public string? Lang { get; init; }

    public string? Original { get; init; }

    public RibbonView? Ribbon { get; init; }

    public string? Summary { get; init; }

    public PlaceView? Place { get; init; }

    public required IReadOnlyList<FactRow> Facts { get; init; }

    public required string CaseCount { get; init; }

    public IReadOnlyList<CardView> Cases { get; init; } = [];

    public string? AllCases { get; init; }

    public IReadOnlyList<MentionView> Events { get; init; } = [];

    public IReadOnlyList<SourceView> Sources { get; init; } = [];
}
