using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Lands;

/// <summary>A Land's factors and fields of action against all others; without a Land, the choice.</summary>
internal sealed record LandComparisonView
{
    public required string Title { get; init; }

    public required string Lead { get; init; }

    /// <summary>The Länder with their numbers of initiatives.</summary>
    public required IReadOnlyList<LandChoiceView> Lands { get; init; }

    /// <summary>What must be known to read the numbers.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    public IReadOnlyList<LandGroupView> Groups { get; init; } = [];

    /// <summary>The Land's name, as head of a column; nothing in the choice.</summary>
    public string? Land { get; init; }

    /// <summary>Whether invented examples are counted.</summary>
    public bool Sample { get; init; }

    public string? CsvHref { get; init; }

    public Link? Region { get; init; }
}

internal sealed record LandChoiceView(string Name, string Count, string Href, bool Current);

/// <summary>Factors, or fields of action: a chart, and its numbers as a table.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Title">Heading.</param>
/// <param name="Head">Head of the first column.</param>
/// <param name="ChartLabel">What the picture shows.</param>
/// <param name="Axis">Round percentages at its beginning, middle and end.</param>
/// <param name="Rows">One per factor or field, the largest difference first.</param>
internal sealed record LandGroupView(string Id, string Title, string Head, string ChartLabel, IReadOnlyList<string> Axis, IReadOnlyList<LandRowView> Rows);

internal sealed record LandRowView
{
    public required Link Name { get; init; }

    /// <summary>„10 von 27“.</summary>
    public required string Own { get; init; }

    /// <summary>The search that counts it.</summary>
    public required string OwnHref { get; init; }

    /// <summary>„37 %“.</summary>
    public required string OwnShare { get; init; }

    public required string Others { get; init; }

    /// <summary>The search that counts it.</summary>
    public required string OthersHref { get; init; }

    public required string OthersShare { get; init; }

    /// <summary>„+22“, in percentage points.</summary>
    public required string Difference { get; init; }

    /// <summary>How the difference may be read.</summary>
    public required string Reading { get; init; }

    /// <summary>Whether the difference is more than one initiative would make.</summary>
    public required bool Tells { get; init; }

    /// <summary>Position of the Land's dot along the chart, „37.5%“.</summary>
    public required string X { get; init; }

    /// <summary>Position of the others' ring.</summary>
    public required string OthersX { get; init; }
}
