using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.MyMunicipality;

/// <summary>Choosing one's municipality by name or key; also what stands where a key leads to none.</summary>
internal sealed class ChoosePage(SimilarMunicipalities similar) : IPage
{
    private const int MostChoices = 40;
    private const int MostOfKreis = 200;
    private const int LongestQuery = 100;

    public Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var matrix = similar.Current;
        var query = request.Query["q"].ToString().Trim();
        query = query.Length > LongestQuery ? query[..LongestQuery] : query;

        // A key needs no choice.
        if (query.Length is 5 or 8 && query.All(char.IsAsciiDigit) && matrix.Find(query) is { } exact)
        {
            return Task.FromResult<PageResult>(Found(language, matrix, query, [exact]));
        }

        var found = query.Length == 0 ? [] : matrix.Register.Search(query, MostChoices).SelectMany(region => Municipalities(matrix, region)).Distinct().Take(MostChoices).ToList();
        return Task.FromResult<PageResult>(Found(language, matrix, query, found));
    }

    /// <summary>What stands at the address of a key that is no municipality: those of the Kreis, or how to search, with the status that says so.</summary>
    public static PageResult Instead(Language language, MunicipalityMatrix matrix, string ags)
    {
        var register = matrix.Register;
        var key = ags.Length > 20 ? ags[..20] + "…" : ags;
        var region = register.Find(ags);
        var children = region is { Level: RegionLevel.Landkreis } ? register.Children(ags).Where(child => matrix.Find(child.Ags) is not null).Take(MostOfKreis).ToList() : [];
        var sentence = region switch
        {
            { Level: RegionLevel.Landkreis } => language.Pick($"{region.Name} ist ein Kreis. Wählen Sie eine seiner Gemeinden.", $"{region.Name} is a district. Choose one of its municipalities."),
            { GoneSince: not null } => language.Pick($"{region.Name} gibt es nach dem amtlichen Verzeichnis nicht mehr; die Gemeinde ist in einer anderen aufgegangen. Suchen Sie nach deren Namen.", $"According to the official directory {region.Name} no longer exists; it became part of another municipality. Search for that one’s name."),
            { Unincorporated: true } => language.Pick($"{region.Name} ist ein gemeindefreies Gebiet.", $"{region.Name} is an area outside all municipalities."),
            { Level: RegionLevel.Bund or RegionLevel.Land } => language.Pick($"{region.Name} ist keine Gemeinde. Suchen Sie nach einer Stadt oder Gemeinde.", $"{region.Name} is not a municipality. Search for a town or municipality."),
            not null => language.Pick($"In {region.Name} wohnt nach den Zahlen niemand. Suchen Sie nach einer anderen Gemeinde.", $"According to the figures nobody lives in {region.Name}. Search for another municipality."),
            null => language.Pick($"Eine Gemeinde mit dem Schlüssel „{key}“ kennt das Portal nicht. Der amtliche Gemeindeschlüssel hat acht Ziffern, zum Beispiel 14522060 für Burgstädt.", $"The portal knows no municipality with the key “{key}”. The official key has eight digits, such as 14522060 for Burgstädt."),
        };
        var known = region is { Level: RegionLevel.Landkreis } && children.Count > 0;
        return Page(language, register, "", sentence, region?.Name ?? "", children, known ? StatusCodes.Status200OK : StatusCodes.Status404NotFound,
            known ? Paths.Municipality(language, ags) : null);
    }

    private static PageResult.Page Found(Language language, MunicipalityMatrix matrix, string query, List<Region> found)
    {
        var sentence = query.Length == 0 ? null
            : found.Count == 0 ? language.Pick($"Keine Gemeinde heißt so ähnlich wie „{query}“. Versuchen Sie den Anfang des Namens oder den achtstelligen Gemeindeschlüssel.", $"No municipality has a name like “{query}”. Try the beginning of the name, or the official key of eight digits.")
            : found.Count == MostChoices ? language.Pick("Es gibt noch mehr; schreiben Sie den Namen weiter aus.", "There are more; write more of the name.")
            : null;
        return Page(language, matrix.Register, query, sentence, language.Pick("Gefunden", "Found"), found, StatusCodes.Status200OK, query.Length == 0 ? Paths.MyMunicipality(language) : null);
    }

    private static PageResult.Page Page(Language language, RegionSnapshot register, string query, string? sentence, string title, IReadOnlyList<Region> choices, int status, string? path)
    {
        var other = language.IsEnglish ? Language.German : Language.English;
        var isStart = path == Paths.MyMunicipality(language);
        return new PageResult.Page
        {
            Status = status,
            Templates = ["MyMunicipality-Choose"],
            Model = new ChooseView(
                Paths.MyMunicipality(language), query, sentence, title,
                [.. choices.Select(region => new ChoiceView(region.Name, Paths.Municipality(language, region.CanonicalAgs), Where(register, region)))],
                Paths.SimilarityMethod(language)),
            Head = new PageHead
            {
                Title = language.Pick("Meine Kommune", "My municipality"),
                Description = language.Pick(
                    "Gemeinden finden, die der eigenen nach veröffentlichten Zahlen ähnlich sind, und sehen, was dort versucht wurde.",
                    "Find municipalities that resemble one’s own by published figures, and see what was tried there."),
                Path = path,
                TranslatedPath = isStart ? Paths.MyMunicipality(other) : null,
                SwitchPath = Paths.MyMunicipality(other),
                Section = Section.Municipality,
                NoIndex = !isStart,
            },
            Tags = [CacheTags.Regions],
        };
    }

    private static IEnumerable<Region> Municipalities(MunicipalityMatrix matrix, Region region) =>
        matrix.Find(region.Ags) is { } municipality ? [municipality]
        : region.Level == RegionLevel.Landkreis ? matrix.Register.Children(region.Ags).Where(child => matrix.Find(child.Ags) is not null)
        : [];

    private static string Where(RegionSnapshot register, Region region) =>
        string.Join(", ", register.Ancestors(region.CanonicalAgs).Where(above => above.Level != RegionLevel.Bund).Select(above => above.Name));
}
