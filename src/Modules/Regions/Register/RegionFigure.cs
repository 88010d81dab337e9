namespace Zukunftswerkstatt.Regions;

/// <summary>A number about a region, never without its year and origin.</summary>
/// <param name="Indicator">Code of one of <see cref="RegionIndicators.All"/>, or <see cref="RegionIndicators.Area"/>.</param>
/// <param name="Year">The year whose end it describes; for GeoNames the year in which the entry was last edited, since no reference date is published.</param>
/// <param name="Value">In the indicator's unit.</param>
/// <param name="Source">Who published it, as a reader should see it.</param>
/// <param name="Licence">Its licence, as a reader should see it.</param>
public sealed record RegionFigure(string Indicator, int Year, decimal Value, string Source, string Licence)
{
    /// <summary>For a change over time: the year whose end it starts from.</summary>
    public int? Since { get; init; }

    /// <summary>What it refers to, e.g. the city to which a distance is measured.</summary>
    public string? Reference { get; init; }

    /// <summary>Sources one by one, for a computed figure of several.</summary>
    public IReadOnlyList<string> Sources => Source.Split("; ");

    /// <summary>Whether the portal computed it from published figures.</summary>
    public bool Computed { get; init; }
}
