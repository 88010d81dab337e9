namespace Zukunftswerkstatt.Site.Maps;

/// <summary>Outlines with counts and circles, drawn by the server. The same numbers stand below it as tables.</summary>
/// <param name="ViewBox">SVG view box around what is shown.</param>
/// <param name="Ratio">Width of the view box divided by its height: how high the picture is before anything of it is laid out.</param>
/// <param name="Label">What the picture shows, in one sentence.</param>
/// <param name="Caption">Text below the picture.</param>
/// <param name="Shapes">The Länder that are seen.</param>
/// <param name="Circles">Places with hits, those close together as one; the largest first.</param>
/// <param name="Unit">What is counted.</param>
internal sealed record MapView(string ViewBox, string Ratio, string Label, string? Caption, IReadOnlyList<MapShapeView> Shapes, IReadOnlyList<MapCircleView> Circles, string Unit)
{
    /// <summary>The Länder with their numbers as a table; empty where a list beside the map has them.</summary>
    public IReadOnlyList<MapShapeView> Lands { get; init; } = [];

    /// <summary>Position and radius of the place that the page is about.</summary>
    public MapDotView? Dot { get; init; }

    /// <summary>Address of the lines between the Kreise, when they have been imported.</summary>
    public string? Districts { get; init; }

    /// <summary>Who must be named for imported outlines.</summary>
    public string? Source { get; init; }
}

/// <param name="Name">The Land's name.</param>
/// <param name="Path">SVG path data.</param>
/// <param name="Count">Finished number.</param>
/// <param name="Level">Tint 1–5, 0 when there is nothing: drawn white and dashed.</param>
/// <param name="Href">The search that is counted.</param>
/// <param name="X">Where the number stands.</param>
/// <param name="Y">Where the number stands.</param>
internal sealed record MapShapeView(string Name, string Path, string Count, int Level, string? Href, string X, string Y)
{
    /// <summary>Address of the same outline in a picture of all; null where a page with one Land alone is better off with the path.</summary>
    public string? Drawing { get; init; }
}

/// <param name="Count">Finished number.</param>
/// <param name="Names">The places, or the first of them.</param>
/// <param name="Href">The same search in these places.</param>
/// <param name="X">Position in the view box.</param>
/// <param name="Y">Position in the view box.</param>
/// <param name="Radius">Radius in units of the view box.</param>
/// <param name="Size">Size of the number in the same units.</param>
internal sealed record MapCircleView(string Count, string Names, string Href, string X, string Y, string Radius, string Size);

/// <param name="X">Position in the view box.</param>
/// <param name="Y">Position in the view box.</param>
/// <param name="Radius">Radius in the same units.</param>
/// <param name="Name">What it marks.</param>
internal sealed record MapDotView(string X, string Y, string Radius, string Name);
