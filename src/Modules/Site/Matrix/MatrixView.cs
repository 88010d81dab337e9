using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Matrix;

/// <summary>The list of success factors as a matrix; every cell and every margin leads to the search that it counts.</summary>
internal sealed record MatrixView
{
    public required string Lead { get; init; }

    /// <summary>What the columns may be.</summary>
    public required IReadOnlyList<ModeLink> Axes { get; init; }

    /// <summary>„1, 2–3, 4–5 … Initiativen“.</summary>
    public required string Scale { get; init; }

    /// <summary>A real cell, taken apart; nothing while no cell has a case.</summary>
    public ReadingAid? Aid { get; init; }

    public required IReadOnlyList<MatrixColumnView> Columns { get; init; }

    /// <summary>So many columns that each has room for little more than a number.</summary>
    public bool Many => Columns.Count > 8;

    public required MatrixColumnView All { get; init; }

    public required IReadOnlyList<MatrixRowView> Rows { get; init; }

    /// <summary>„5 von 32 Feldern leer“.</summary>
    public required string Gaps { get; init; }

    /// <summary>Whether invented examples are counted.</summary>
    public required bool Sample { get; init; }

    public required string CsvHref { get; init; }

    public required string LandComparisonHref { get; init; }
}

internal sealed record ModeLink(string Label, string Href, bool Current);

/// <param name="Label">The column's name.</param>
/// <param name="Known">Initiatives known there at all, as a bare number.</param>
/// <param name="KnownText">The same with its noun.</param>
/// <param name="KnownHref">The search for them.</param>
/// <param name="Sum">The margin: those with evidence of any factor.</param>
internal sealed record MatrixColumnView(string Label, string Known, string KnownText, string KnownHref, MatrixCellView Sum);

/// <param name="Factor">The factor.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Cells">One per column.</param>
/// <param name="Total">The margin: all initiatives with evidence of it.</param>
/// <param name="Bars">The row's evidence for and against as lengths.</param>
internal sealed record MatrixRowView(Link Factor, string Dimension, IReadOnlyList<MatrixCellView> Cells, MatrixCellView Total, BarsView Bars)
{
    /// <summary>Names of the columns without a case, for where there is no room to show each gap.</summary>
    public string? Gaps => string.Join(", ", Cells.Where(cell => cell.Level == 0).Select(cell => cell.Column)) is { Length: > 0 } names ? names : null;

    /// <summary>How many columns know a case.</summary>
    public int Known => Cells.Count(cell => cell.Level > 0);
}

/// <param name="For">Width of the bar for, 0 to 100.</param>
/// <param name="AgainstX">Where the bar against begins.</param>
/// <param name="Against">Its width.</param>
internal sealed record BarsView(string For, string AgainstX, string Against);

/// <summary>A number of initiatives, the best grade and the share of contradiction, each leading to the search that it counts.</summary>
internal sealed record MatrixCellView
{
    public required string Column { get; init; }

    /// <summary>Tint, 1 to 5; 0 when nothing is known: the cell is a gap.</summary>
    public required int Level { get; init; }

    public required string Count { get; init; }

    /// <summary>„7 Initiativen, bester Beleg 3 von 4: extern geprüft“.</summary>
    public required string Spoken { get; init; }

    public required string Href { get; init; }

    public required GradeView Grade { get; init; }

    /// <summary>„●●●○“.</summary>
    public required string Dots { get; init; }

    /// <summary>„1/3“ or, of many, „12 %“; nothing when no evidence contradicts.</summary>
    public string? Share { get; init; }

    /// <summary>„1/3: 1 von 3 Belegen widerspricht“.</summary>
    public string? ShareSpoken { get; init; }

    public string? ShareHref { get; init; }
}

/// <summary>How to read a cell, shown on one that is there.</summary>
internal sealed record ReadingAid(MatrixCellView Cell, IReadOnlyList<AidLine> Lines);

/// <param name="Sign">What stands in the cell.</param>
/// <param name="Text">What it means.</param>
internal sealed record AidLine(string Sign, string Text);
