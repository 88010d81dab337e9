namespace Zukunftswerkstatt.Site.Display;

/// <summary>A project's duration between its beginning and today, drawn for wide and for narrow columns.</summary>
internal sealed record DurationView(string Spoken, string Caption, TimelineView Wide, TimelineView Narrow, bool Imprecise);

/// <summary>The drawing, in pixels of its view box; numbers in invariant culture.</summary>
internal sealed record TimelineView
{
    public required string Width { get; init; }

    public required string AxisEnd { get; init; }

    public required IReadOnlyList<TickView> Ticks { get; init; }

    public required BarView Bar { get; init; }

    /// <summary>Dotted: only the month or the year is known.</summary>
    public required IReadOnlyList<BarView> Imprecise { get; init; }

    public required string BarLabel { get; init; }

    public required string BarLabelX { get; init; }

    public required string Today { get; init; }

    /// <summary>An event on the way, or null.</summary>
    public MarkView? Mark { get; init; }
}

internal sealed record TickView(string X, string Label);

internal sealed record BarView(string X, string Width);

/// <summary>A dated event below the axis; <paramref name="Anchor"/> is the SVG text anchor, so that the label stays inside.</summary>
internal sealed record MarkView(string X, string LabelX, string Anchor, string Label);
