using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.MyMunicipality;

/// <summary>
/// Key and weights → 1. the municipality, or a choice of municipalities, 2. the most similar ones, 3. what was tried there and which factors
/// were found, 4. view. No database: register, matrix and index answer from memory.
/// </summary>
internal sealed class MunicipalityPage(SimilarMunicipalities similar, ISearcher searcher, ArticleParts parts) : IPage
{
    private const int Peers = 20;

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        // 1.
        var language = request.Language;
        var ags = request.Route["ags"];
        var matrix = similar.Current;
        if (matrix.Find(ags) is not { } municipality)
        {
            return ChoosePage.Instead(language, matrix, ags);
        }

        var path = Paths.Municipality(language, municipality.CanonicalAgs);
        if (path != request.Path)
        {
            return PageResult.Moved(path);
        }

        // 2.
        var weights = Weights.Parse(request.Query, language);
        var neighbours = matrix.Nearest(municipality, weights.Values, Peers);

        // 3.
        var cases = await PeerCases.FindAsync(searcher, matrix, municipality, neighbours, weights.Values, language, ct);
        var factors = await parts.FactorsAsync(ct);

        // 4.
        var views = new MunicipalityViews(language, matrix, municipality, weights, neighbours, cases, factors, await parts.RowsAsync(language, ct));
        var view = views.Build();
        var other = language.IsEnglish ? Language.German : Language.English;
        return new PageResult.Page
        {
            Status = weights.Problems.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
            Templates = ["MyMunicipality"],
            Model = view,
            Head = new PageHead
            {
                Title = language.Pick($"{municipality.Name} und Gemeinden wie diese", $"{municipality.Name} and municipalities like it"),
                Description = language.Pick(
                    $"{matrix.Register.QualifiedName(municipality)}: Zahlen mit Jahr und Quelle, die ähnlichsten Gemeinden in Deutschland und was dort versucht wurde.",
                    $"{matrix.Register.QualifiedName(municipality)}: figures with year and source, the most similar municipalities in Germany and what was tried there."),
                Path = weights.Href(path),
                TranslatedPath = weights.Values.IsEqual ? Paths.Municipality(other, municipality.CanonicalAgs) : null,
                SwitchPath = weights.Href(Paths.Municipality(other, municipality.CanonicalAgs)),
                Section = Section.Municipality,
                NoIndex = !weights.Values.IsEqual || weights.Problems.Count > 0,
            },
            Tags = [CacheTags.Search, CacheTags.Regions, CacheTags.Type("SuccessFactor")],
        };
    }
}
