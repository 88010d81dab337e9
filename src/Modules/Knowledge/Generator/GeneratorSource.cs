using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>What generated content refers to: the portal's own vocabularies, factors, measure types and regions.</summary>
internal sealed record GeneratorSource(
    VocabularySet Vocabularies, IReadOnlyList<string> FactorIds, IReadOnlyList<string> MeasureTypeIds, IReadOnlyList<GeneratedPlace> Places)
{
    private const int SmallestPlace = 500;

    /// <summary>Reads all of it.</summary>
    /// <exception cref="StartupException">The set-up has not run: the domain's content is missing.</exception>
    public static async Task<GeneratorSource> ReadAsync(IContentReader content, Vocabularies vocabularies, Factors factors, RegionSnapshot regions, CancellationToken ct)
    {
        var terms = await vocabularies.GetAsync(ct);
        var catalogue = await factors.GetAsync(ct);
        var measures = await content.ListAsync(new ListQuery("MeasureType", "de", ListOrder.Title, 500), ct);
        return terms.Find(VocabularyKeys.Goals) is null || catalogue.All.Count == 0 || measures.Count == 0
            ? throw new StartupException(new(
                "Es fehlen Vokabulare, Erfolgsfaktoren oder Maßnahmentypen, auf die sich erzeugte Initiativen beziehen. Bitte das Portal einmal mit Setup:SampleContent=true einrichten.",
                "Vocabularies, success factors or measure types that generated initiatives refer to are missing. Set up the portal once with Setup:SampleContent=true."))
            : new GeneratorSource(
                terms,
                [.. catalogue.All.Select(factor => factor.German.Id)],
                [.. measures.Select(measure => measure.ContentItemId)],
                ReadPlaces(regions));
    }

    private static List<GeneratedPlace> ReadPlaces(RegionSnapshot regions)
    {
        var towns = regions.ByLevel(RegionLevel.Gemeinde)
            .Where(region => region is { Unincorporated: false, GoneSince: null } && region.Population is { Value: > SmallestPlace })
            .ToList();
        var sameName = towns.CountBy(town => town.Name).ToDictionary();
        return [.. towns
            .Select(town => (Town: town, Name: sameName[town.Name] == 1 ? town.Name : regions.QualifiedName(town)))
            .DistinctBy(place => place.Name) // titles are distinct because the names of places are
            .Select(place => new GeneratedPlace(place.Town.Ags, place.Name, place.Town.Name, Kreis(regions, place.Town), Neighbours(regions, place.Town)))];
    }

    private static string Kreis(RegionSnapshot regions, Region town) =>
        (regions.Find(town.ParentAgs) ?? town).Name.Replace("Landkreis ", "", StringComparison.Ordinal).Replace("Kreis ", "", StringComparison.Ordinal);

    private static IReadOnlyList<string> Neighbours(RegionSnapshot regions, Region town) => regions.Find(town.ParentAgs) is { Level: RegionLevel.Landkreis } kreis
        ? [.. regions.Children(kreis.Ags).Where(other => other is { Unincorporated: false, GoneSince: null } && other.Ags != town.Ags).Select(other => other.Ags)]
        : [];
}

/// <summary>A municipality where generated initiatives lie.</summary>
/// <param name="Ags">Its key.</param>
/// <param name="Title">Its name, told from others of the same name.</param>
/// <param name="Name">Its name in running text.</param>
/// <param name="Kreis">The name of its Kreis without the prefix: „Mittelsachsen“.</param>
/// <param name="Neighbours">Keys of the other municipalities of its Kreis.</param>
internal sealed record GeneratedPlace(string Ags, string Title, string Name, string Kreis, IReadOnlyList<string> Neighbours);
