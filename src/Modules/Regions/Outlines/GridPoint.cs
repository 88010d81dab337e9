namespace Zukunftswerkstatt.Regions;

/// <summary>A point of an outline in whole hectometres east and south of the projection's centre: fine enough for a screen, and equal when shared by two Kreise.</summary>
internal readonly record struct GridPoint(int X, int Y)
{
    /// <summary>Hectometres in a kilometre.</summary>
    public const int PerUnit = 10;

    public static GridPoint Of(double latitude, double longitude)
    {
        var (x, y) = GermanyProjection.Project(latitude, longitude);
        return new((int)Math.Round(x * PerUnit), (int)Math.Round(y * PerUnit));
    }
}
