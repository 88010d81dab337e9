namespace Zukunftswerkstatt.Site.Display;

/// <summary>Outlines with counts and numbered pins, drawn by the server. The same numbers stand beside it as a table.</summary>
/// <param name="ViewBox">SVG view box around what is shown.</param>
/// <param name="Label">What the picture shows, in one sentence.</param>
/// <param name="Caption">Text below the picture.</param>
/// <param name="Shapes">Länder, all of them or the one that was chosen.</param>
/// <param name="Pins">Hits of this page whose place is known.</param>
/// <param name="Unit">Column head of the table: what is counted.</param>
internal sealed record MapView(string ViewBox, string Label, string? Caption, IReadOnlyList<MapShapeView> Shapes, IReadOnlyList<MapPinView> Pins, string Unit)
{
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
internal sealed record MapShapeView(string Name, string Path, string Count, int Level, string? Href, string X, string Y);

/// <param name="Label">Text of the pin, usually the hit's number.</param>
/// <param name="Title">What it marks, for those who cannot see it.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="X">Position in the view box.</param>
/// <param name="Y">Position in the view box.</param>
/// <param name="Radius">Radius in units of the view box, so that a zoomed map keeps its pins' size.</param>
/// <param name="Size">Size of the label in the same units.</param>
internal sealed record MapPinView(string Label, string Title, string? Href, string X, string Y, string Radius, string Size);
