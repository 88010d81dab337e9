namespace Zukunftswerkstatt.Regions;

/// <summary>
/// Regions as stored → register: 1. sort, 2. share figures between a kreisfreie Stadt's Kreis and its municipality,
/// 3. size classes and types of municipalities, 4. types of Kreise from their municipalities, 5. computed figures.
/// </summary>
internal static class SnapshotBuilder
{
    public static RegionSnapshot Build(IEnumerable<Region> stored)
    {
        // 1.
        var regions = stored.OrderBy(region => region.Ags, StringComparer.Ordinal).ToArray();
        var position = new Dictionary<string, int>(regions.Length, StringComparer.Ordinal);
        for (var i = 0; i < regions.Length; i++)
        {
            position.Add(regions[i].Ags, i);
        }

        // 2. and 3.
        var municipalities = new Dictionary<string, List<Region>>(512, StringComparer.Ordinal);
        for (var i = 0; i < regions.Length; i++)
        {
            if (regions[i].Level != RegionLevel.Gemeinde)
            {
                continue;
            }

            var kreis = position[regions[i].ParentAgs!];
            if (regions[i].CanonicalAgs != regions[i].Ags)
            {
                var figures = RegionFigures.Best(regions[i].Figures, regions[kreis].Figures);
                var earlier = RegionFigures.Earlier(figures, regions[i].Earlier.Concat(regions[kreis].Earlier).Concat(regions[kreis].Figures));
                regions[i] = regions[i] with { Figures = figures, Earlier = earlier };
                regions[kreis] = Typed(regions[kreis] with { Figures = figures, Earlier = earlier }, typed: false);
            }

            regions[i] = Typed(regions[i], typed: !regions[i].Unincorporated);
            if (!municipalities.TryGetValue(regions[kreis].Ags, out var siblings))
            {
                municipalities.Add(regions[kreis].Ags, siblings = []);
            }

            if (regions[i].GoneSince is null)
            {
                siblings.Add(regions[i]);
            }
        }

        // 4.
        foreach (var (ags, members) in municipalities)
        {
            ref var kreis = ref regions[position[ags]];
            if (KreisType.Of(kreis, members) is { } type)
            {
                kreis = kreis with { Typifications = [new(RegionSchemes.KreisTypes.Code, kreis.Population!.Year, type)] };
            }
        }

        // 5.
        ComputedFigures.AddTo(regions);
        return new RegionSnapshot(regions);
    }

    private static Region Typed(Region region, bool typed)
    {
        if (region.Population is not { Value: > 0 } people)
        {
            return region;
        }

        return region with
        {
            SizeClass = RegionSchemes.SizeClass(people.Value),
            Typifications = typed ? [new(RegionSchemes.MunicipalityTypes.Code, people.Year, RegionSchemes.MunicipalityType(people.Value))] : [],
        };
    }
}
