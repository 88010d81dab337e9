using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Lands;

/// <summary>„Sachsen im bundesweiten Vergleich“: the factors and fields of action of one Land against all others, per initiative.</summary>
internal sealed class LandComparisonPage(LandComparisonReader comparisons, Vocabularies vocabularies, Factors factors, IRegionRegister register) : IPage
{
    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var regions = register.Current;
        var key = request.Route["land"];
        var land = key.Length == 0 ? null : regions.Find(key) is { Level: RegionLevel.Land } known ? known : null;
        if (key.Length > 0 && land is null)
        {
            return PageResult.Missing;
        }

        var catalogue = await factors.GetAsync(ct);
        var counts = await comparisons.LandsAsync(language.Code, ct);
        var views = land is null ? null : await ReadAsync(land, language, ct);
        var other = language.IsEnglish ? Language.German : Language.English;
        var view = new LandComparisonView
        {
            Title = land is null ? language.Pick("Ein Land im bundesweiten Vergleich", "A state in nationwide comparison") : language.Pick($"{land.Name} im bundesweiten Vergleich", $"{land.Name} in nationwide comparison"),
            Lead = land is null
                ? language.Pick("Wählen Sie ein Land. Die Seite zeigt, welche Erfolgsfaktoren und Handlungsfelder in seinen Initiativen häufiger oder seltener vorkommen als in allen anderen.", "Choose a state. The page shows which success factors and fields of action occur more or less often in its initiatives than in all others.")
                : language.Pick(
                    $"Welche Erfolgsfaktoren und Handlungsfelder kommen in {language.Count(counts[land.Ags], "Initiative", "Initiativen", "", "")} aus {land.Name} häufiger oder seltener vor als in allen anderen? Damit Länder mit vielen und mit wenigen Fällen vergleichbar sind, ist alles durch die Zahl der Initiativen geteilt.",
                    $"Which success factors and fields of action occur more or less often in {language.Count(counts[land.Ags], "", "", "initiative", "initiatives")} from {land.Name} than in all others? To make states with many and with few cases comparable, everything is divided by the number of initiatives."),
            Lands = [.. FactorMatrixReader.Lands.Select(ags => new LandChoiceView(regions.Find(ags)?.Name ?? ags, language.Number(counts[ags]), Paths.LandComparison(language, ags), ags == land?.Ags))],
            Cautions = views?.Cautions() ?? [],
            Groups = views?.Groups() ?? [],
            Land = land?.Name,
            Sample = land is not null && catalogue.All.Any(factor => factor.Sample),
            CsvHref = land is null ? null : Paths.LandComparison(language, land.Ags) + ".csv",
            Region = land is null ? null : new Link(language.Pick($"Alles aus {land.Name}", $"Everything from {land.Name}"), Paths.Region(language, land.Ags)),
        };
        return new PageResult.Page
        {
            Templates = ["LandComparison"],
            Model = view,
            Head = new PageHead
            {
                Title = view.Title,
                Description = view.Lead,
                Path = Paths.LandComparison(language, land?.Ags),
                TranslatedPath = Paths.LandComparison(other, land?.Ags),
                Section = Section.Factors,
            },
            Tags = [CacheTags.Search, CacheTags.Type("SuccessFactor"), CacheTags.Type("Taxonomy"), CacheTags.Regions],
        };
    }

    /// <summary>The comparison as rows of a file; null for what is no Land.</summary>
    public async Task<(IReadOnlyList<string> Heads, IEnumerable<IReadOnlyList<string>> Rows)?> TableAsync(string key, Language language, Func<string, string> absolute, CancellationToken ct) =>
        register.Current.Find(key) is { Level: RegionLevel.Land } land
            ? (await ReadAsync(land, language, ct)).Table((await factors.GetAsync(ct)).All.Any(factor => factor.Sample), absolute)
            : null;

    private async Task<LandComparisonViews> ReadAsync(Region land, Language language, CancellationToken ct)
    {
        var catalogue = await factors.GetAsync(ct);
        return new LandComparisonViews(
            await comparisons.ReadAsync(land.Ags, language.Code, ct), land, new FilterLabels(language, await vocabularies.GetAsync(ct), catalogue, register.Current), catalogue);
    }
}
