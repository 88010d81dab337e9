namespace Zukunftswerkstatt.Knowledge;

/// <summary>What the columns of the matrix are.</summary>
/// <param name="Key">Value in addresses.</param>
/// <param name="Facet">The facet that is counted.</param>
/// <param name="Codes">The columns, in order.</param>
public sealed record MatrixAxis(string Key, string Facet, IReadOnlyList<string> Codes);

/// <summary>Success factors × types of region (or fields of action, or Länder), with what is known of each pair.</summary>
/// <param name="Axis">What the columns are.</param>
/// <param name="Bases">Initiatives known per column, with or without evidence.</param>
/// <param name="Base">Initiatives known in all.</param>
/// <param name="Rows">One per factor, those with the most support first.</param>
public sealed record FactorMatrix(MatrixAxis Axis, IReadOnlyList<int> Bases, int Base, IReadOnlyList<MatrixRow> Rows)
{
    /// <summary>Cells without any case.</summary>
    public int Gaps => Rows.Sum(row => row.Cells.Count(cell => cell.IsGap));
}

/// <summary>A factor's row.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Cells">One per column.</param>
/// <param name="Total">All initiatives, also those outside every column; not the sum of the cells, since an initiative may lie in two.</param>
public sealed record MatrixRow(Factor Factor, IReadOnlyList<MatrixCell> Cells, MatrixCell Total);

/// <summary>What is known of one factor in one column.</summary>
/// <param name="Supporting">Initiatives that it promoted.</param>
/// <param name="Contradicting">Initiatives that it hindered or in which it had no effect.</param>
/// <param name="BestGrade">Best evidence grade among the supporting cases, 0 to 4.</param>
public readonly record struct MatrixCell(int Supporting, int Contradicting, int BestGrade)
{
    /// <summary>No case is known: a finding of its own.</summary>
    public bool IsGap => Supporting == 0 && Contradicting == 0;
}
