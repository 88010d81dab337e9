using Zukunftswerkstatt.Site.Bookmarks;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Comparison;

/// <summary>Two to four initiatives side by side, or a page that helps to choose them.</summary>
internal sealed record ComparisonView
{
    public required string Title { get; init; }

    public required string Lead { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<ComparedView> Columns { get; init; }

    public required IReadOnlyList<ComparisonGroupView> Groups { get; init; }

    /// <summary>Number of columns of the table, for headings that span it.</summary>
    public required int Span { get; init; }

    /// <summary>How to add another; null when four are there.</summary>
    public AddView? Add { get; init; }

    public required string ListHref { get; init; }

    public string? CsvHref { get; init; }

    public string? XlsxHref { get; init; }

    /// <summary>Sources of the municipalities' figures.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required string Address { get; init; }

    public required string PrintedOn { get; init; }
}

/// <param name="Title">Of the initiative.</param>
/// <param name="Href">Its page.</param>
/// <param name="Lang">Language of its texts when it is not the page's.</param>
/// <param name="Place">Where it works.</param>
/// <param name="Sample">Whether it is invented.</param>
/// <param name="RemoveHref">The comparison without it.</param>
internal sealed record ComparedView(string Title, string Href, string? Lang, string? Place, bool Sample, string RemoveHref);

internal sealed record ComparisonGroupView(string Title, IReadOnlyList<ComparisonRowView> Rows);

/// <param name="Label">What is compared.</param>
/// <param name="Cells">One per initiative.</param>
/// <param name="Verdict">The difference in words.</param>
/// <param name="Differs">Whether it is worth a mark.</param>
internal sealed record ComparisonRowView(string Label, IReadOnlyList<ComparisonCellView> Cells, string Verdict, bool Differs);

/// <summary>A cell: values, factors with their effect, a grade, or a number on a scale; nothing means „keine Angabe“.</summary>
internal sealed record ComparisonCellView(IReadOnlyList<Link> Values)
{
    public static readonly ComparisonCellView Missing = new([]);

    public IReadOnlyList<ComparedFactorView> Factors { get; init; } = [];

    public GradeView? Grade { get; init; }

    /// <summary>Year, or that the number is the Kreis's.</summary>
    public string? Note { get; init; }

    public ScaleView? Scale { get; init; }

    /// <summary>The cell as plain text, for tables that are exported.</summary>
    public string Text => string.Join("; ", Values.Select(value => value.Text)
        .Concat(Factors.Select(factor => $"{factor.Title} ({factor.Effect.Label})"))
        .Concat(Grade is { } grade ? [grade.Label] : [])) + (Note is null || Values.Count == 0 ? "" : $" ({Note})");
}

internal sealed record ComparedFactorView(string Title, string Href, string? Lang, EffectView Effect);

/// <summary>The number on a line from 0 to 200, among those of the others.</summary>
internal sealed record ScaleView(string Self, IReadOnlyList<string> Others);
