namespace Zukunftswerkstatt.Regions;

/// <summary>A number about a region, never without its year and origin.</summary>
/// <param name="Indicator">One of <see cref="RegionIndicators"/>.</param>
/// <param name="Year">The year whose end it describes; for GeoNames the year in which the entry was last edited, since no reference date is published.</param>
/// <param name="Value">In the indicator's unit.</param>
/// <param name="Source">Who published it, as a reader should see it.</param>
/// <param name="Licence">Its licence, as a reader should see it.</param>
public sealed record RegionFigure(string Indicator, int Year, decimal Value, string Source, string Licence);

/// <summary>The indicators the register knows.</summary>
public static class RegionIndicators
{
    /// <summary>Inhabitants.</summary>
    public const string Population = "population";

    /// <summary>Square kilometres.</summary>
    public const string Area = "area";
}
