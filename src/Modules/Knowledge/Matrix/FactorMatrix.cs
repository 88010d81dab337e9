namespace Zukunftswerkstatt.Knowledge;

/// <summary>What the columns of the matrix are.</summary>
/// <param name="Key">Value in addresses.</param>
/// <param name="Facet">The facet that is counted.</param>
/// <param name="Codes">The columns, in order.</param>
public sealed record MatrixAxis(string Key, string Facet, IReadOnlyList<string> Codes);

/// <summary>
/// Success factors × types of region (or Länder, size classes, fields of action), with what is known of each pair. A margin is a count of its own,
/// not the sum of its cells: an initiative may lie in two columns, speak of two factors, or lie outside every column.
/// </summary>
/// <param name="Axis">What the columns are.</param>
/// <param name="Columns">The columns' margins.</param>
/// <param name="All">The margin of everything.</param>
/// <param name="Rows">One per factor, those observed in most initiatives first.</param>
public sealed record FactorMatrix(MatrixAxis Axis, IReadOnlyList<MatrixColumn> Columns, MatrixColumn All, IReadOnlyList<MatrixRow> Rows)
{
    /// <summary>Cells without any case.</summary>
    public int Gaps => Rows.Sum(row => row.Cells.Count(cell => cell.IsGap));
}

/// <summary>The margin of a column.</summary>
/// <param name="Known">Initiatives known there at all, with or without evidence.</param>
/// <param name="Sum">Those with evidence of any factor.</param>
public sealed record MatrixColumn(int Known, MatrixCell Sum);

/// <summary>A factor's row.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Cells">One per column.</param>
/// <param name="Total">The row's margin.</param>
public sealed record MatrixRow(Factor Factor, IReadOnlyList<MatrixCell> Cells, MatrixCell Total);

/// <summary>What is known of one factor in one column.</summary>
/// <param name="Initiatives">Initiatives with evidence of the factor, for or against.</param>
/// <param name="Evidence">Passages of evidence; an initiative may have several.</param>
/// <param name="Contradicting">Passages according to which the factor hindered or had no effect.</param>
/// <param name="BestGrade">Best evidence grade among the passages, 0 to 4.</param>
public readonly record struct MatrixCell(int Initiatives, int Evidence, int Contradicting, int BestGrade)
{
    /// <summary>No case is known: a finding of its own.</summary>
    public bool IsGap => Initiatives == 0;
}
