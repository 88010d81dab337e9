namespace Zukunftswerkstatt.Regions;

/// <summary>A value of a municipality's profile.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Figure">The number with its year and source; <c>null</c> when neither the municipality nor its Kreis has one.</param>
/// <param name="Of">Whose number it is: the municipality or, in its place, the Kreis.</param>
public sealed record ProfileValue(RegionIndicator Indicator, RegionFigure? Figure, Region Of)
{
    /// <summary>Whether the Kreis stands in for the municipality.</summary>
    public bool IsOfKreis { get; init; }
}

/// <summary>Puts a region's figures into one row; what is missing is taken from the Kreis and marked.</summary>
public static class RegionProfile
{
    /// <summary>One value per indicator of <see cref="RegionIndicators.All"/>, in that order.</summary>
    public static IReadOnlyList<ProfileValue> Of(RegionSnapshot register, Region region) =>
        [.. RegionIndicators.All.Select(indicator => Of(register, region, indicator))];

    /// <summary>The value of one indicator.</summary>
    public static ProfileValue Of(RegionSnapshot register, Region region, RegionIndicator indicator)
    {
        if (region.Figure(indicator.Code) is { } own)
        {
            return new ProfileValue(indicator, own, region);
        }

        // How many people live in the whole Kreis says nothing about one of its municipalities.
        return indicator.Code != RegionIndicators.Population && region.Level == RegionLevel.Gemeinde
            && register.Find(region.ParentAgs) is { } kreis && kreis.Figure(indicator.Code) is { } standIn
            ? new ProfileValue(indicator, standIn, kreis) { IsOfKreis = true }
            : new ProfileValue(indicator, null, region);
    }
}
