namespace Zukunftswerkstatt.Regions;

/// <summary>A Kreis or Land of a file.</summary>
/// <param name="Ags">Five or two digits.</param>
/// <param name="Rings">At least one; outer ones clockwise on the screen, holes the other way round.</param>
internal sealed record OutlineFeature(string Ags, IReadOnlyList<GridPoint[]> Rings);
