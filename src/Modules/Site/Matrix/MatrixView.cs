using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Matrix;

/// <summary>The list of success factors as a matrix; every cell leads to the search that it counts.</summary>
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
    public bool Many => Columns.Count > 7;

    public required string AllLabel { get; init; }

    public required string AllBase { get; init; }

    public required IReadOnlyList<MatrixRowView> Rows { get; init; }

    /// <summary>„219 Belege, 5 von 32 Feldern leer“.</summary>
    public required string Sum { get; init; }

    /// <summary>Whether invented examples are counted.</summary>
    public required bool Sample { get; init; }
}

internal sealed record ModeLink(string Label, string Href, bool Current);

/// <param name="Label">The column's name.</param>
/// <param name="Base">Initiatives known of this type at all.</param>
/// <param name="BaseCount">The same as a bare number.</param>
/// <param name="Sum">Cases that support a factor.</param>
/// <param name="SumCount">The same as a bare number.</param>
/// <param name="Note">Which base the sum has.</param>
internal sealed record MatrixColumnView(string Label, string Base, string BaseCount, string Sum, string SumCount, string Note);

internal sealed record MatrixRowView(Link Factor, string Dimension, IReadOnlyList<MatrixCellView> Cells, MatrixTotalView Total)
{
    /// <summary>Names of the columns without a case, for where there is no room to show each gap.</summary>
    public string? Gaps => string.Join(", ", Cells.Where(cell => cell.Gap).Select(cell => cell.Column)) is { Length: > 0 } names ? names : null;
}

internal sealed record MatrixCellView
{
    public required string Column { get; init; }

    /// <summary>Nothing is known: the cell is a gap.</summary>
    public required bool Gap { get; init; }

    /// <summary>Tint, 1 to 5; 0 when nothing supports the statement.</summary>
    public required int Level { get; init; }

    public required string Supporting { get; init; }

    public string? SupportingHref { get; init; }

    public GradeView? Grade { get; init; }

    /// <summary>Number of cases that contradict; nothing when there are none.</summary>
    public string? Contradicting { get; init; }

    public string? ContradictingHref { get; init; }
}

/// <param name="Text">„52 dafür, 4 dagegen“.</param>
/// <param name="Href">All supporting initiatives.</param>
/// <param name="For">Width of the bar for, 0 to 100.</param>
/// <param name="AgainstX">Where the bar against begins.</param>
/// <param name="Against">Its width.</param>
/// <param name="Grade">Best evidence.</param>
internal sealed record MatrixTotalView(string Text, string? Href, string For, string AgainstX, string Against, GradeView? Grade);

/// <summary>How to read a cell, shown on one that is there.</summary>
internal sealed record ReadingAid(MatrixCellView Cell, IReadOnlyList<AidLine> Lines);

/// <param name="Sign">What stands in the cell.</param>
/// <param name="Text">What it means.</param>
internal sealed record AidLine(string Sign, string Text);
