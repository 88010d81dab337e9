namespace Zukunftswerkstatt.Regions;

/// <summary>Which of two figures of the same indicator the register shows.</summary>
internal static class RegionFigures
{
    /// <summary>Official before GeoNames, then the newer year; the present figure stays when both are equal in that.</summary>
    public static bool IsBetter(RegionFigure candidate, RegionFigure present) =>
        IsOfficial(candidate) != IsOfficial(present) ? IsOfficial(candidate) : candidate.Year > present.Year;

    /// <summary>The better figure of each indicator.</summary>
    public static IReadOnlyList<RegionFigure> Best(IReadOnlyList<RegionFigure> present, IReadOnlyList<RegionFigure> candidates)
    {
        if (candidates.Count == 0)
        {
            return present;
        }

        var best = new List<RegionFigure>(present);
        foreach (var candidate in candidates)
        {
            var at = best.FindIndex(figure => figure.Indicator == candidate.Indicator);
            if (at < 0)
            {
                best.Add(candidate);
            }
            else if (IsBetter(candidate, best[at]))
            {
                best[at] = candidate;
            }
        }

        return best;
    }

    /// <summary>The official figures that are not shown because a newer one is, each year once, newest first.</summary>
    public static IReadOnlyList<RegionFigure> Earlier(IReadOnlyList<RegionFigure> best, IEnumerable<RegionFigure> all) =>
    [
        .. all.Where(figure => IsOfficial(figure) && best.Any(shown => shown.Indicator == figure.Indicator && shown.Year > figure.Year))
            .DistinctBy(figure => (figure.Indicator, figure.Year)).OrderByDescending(figure => figure.Year),
    ];

    /// <summary>Whether a statistical office published it.</summary>
    public static bool IsOfficial(RegionFigure figure) => figure.Source != Attributions.GeoNamesSource;
}
