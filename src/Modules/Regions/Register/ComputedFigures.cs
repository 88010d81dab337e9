namespace Zukunftswerkstatt.Regions;

/// <summary>Figures the portal computes out of published ones: 1. density, 2. change, 3. distance to the nearest city.</summary>
internal static class ComputedFigures
{
    private const int CityFrom = 100_000;
    private const int LongestSpan = 10;

    // Measured anew, an area changes by a few hectares; a merger changes it by more.
    private const decimal SameTerritory = 0.02m;

    public static void AddTo(Region[] regions)
    {
        var cities = regions
            .Where(r => r is { Level: RegionLevel.Gemeinde, GoneSince: null, Population.Value: >= CityFrom, Latitude: not null, Longitude: not null })
            .Select(r => (Region: r, Point: GermanyProjection.Project(r.Latitude!.Value, r.Longitude!.Value))).ToArray();
        for (var i = 0; i < regions.Length; i++)
        {
            RegionFigure?[] computed = [Density(regions[i]), Change(regions[i]), CityDistance(regions[i], cities)];
            if (computed.Any(figure => figure is not null))
            {
                regions[i] = regions[i] with { Figures = [.. regions[i].Figures, .. computed.OfType<RegionFigure>()] };
            }
        }
    }

    // 1.
    private static RegionFigure? Density(Region region) => region is { Density: { } density, Population: { } people, Area: { } area }
        ? new RegionFigure(RegionIndicators.Density, people.Year, density, Sources(people, area), people.Licence) { Computed = true }
        : null;

    // 2. From the oldest official figure of the last ten years, so that one unusual year weighs little.
    private static RegionFigure? Change(Region region)
    {
        if (region.Population is not { Value: > 0 } now || !RegionFigures.IsOfficial(now))
        {
            return null;
        }

        var then = region.Earlier.LastOrDefault(figure =>
            figure.Indicator == RegionIndicators.Population && figure.Value > 0 && figure.Year < now.Year && figure.Year >= now.Year - LongestSpan
            && IsSameTerritory(region, figure.Year));
        if (then is null)
        {
            return null;
        }

        var years = now.Year - then.Year;
        var perYear = (decimal)(Math.Pow((double)(now.Value / then.Value), 1d / years) - 1) * 100;
        return new RegionFigure(RegionIndicators.Change, now.Year, Math.Round(perYear, 4), Sources(now, then), now.Licence) { Since = then.Year, Computed = true };
    }

    private static bool IsSameTerritory(Region region, int year)
    {
        var then = region.Earlier.FirstOrDefault(figure => figure.Indicator == RegionIndicators.Area && figure.Year == year);
        return then is null || region.Area is not { } now || Math.Abs(now.Value - then.Value) <= SameTerritory * now.Value;
    }

    // 3. The projection is true to distance within a third of a percent over Germany.
    private static RegionFigure? CityDistance(Region region, (Region Region, (double X, double Y) Point)[] cities)
    {
        if (region.Ags.Length < 5 || region is not { Latitude: { } latitude, Longitude: { } longitude } || cities.Length == 0)
        {
            return null;
        }

        var (x, y) = GermanyProjection.Project(latitude, longitude);
        var nearest = cities[0];
        var best = double.MaxValue;
        foreach (var city in cities)
        {
            var (dx, dy) = (city.Point.X - x, city.Point.Y - y);
            if (dx * dx + dy * dy < best)
            {
                (best, nearest) = (dx * dx + dy * dy, city);
            }
        }

        return new RegionFigure(
            RegionIndicators.CityDistance, nearest.Region.Population!.Year, (decimal)Math.Round(Math.Sqrt(best), 1),
            nearest.Region.Population.Source, nearest.Region.Population.Licence)
        {
            Computed = true,
            Reference = nearest.Region.Name,
        };
    }

    private static string Sources(RegionFigure a, RegionFigure b) => a.Source == b.Source ? a.Source : $"{a.Source}; {b.Source}";
}
