using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Measures;

/// <summary>All measure types by title: dozens, so on one page.</summary>
internal sealed class MeasuresPage(ISearcher searcher, Factors factors, IRegionRegister register, PageRenderer renderer, TimeProvider time) : IPage
{
    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var words = renderer.Words(language);
        var result = await searcher.SearchAsync(
            new SearchRequest
            {
                Culture = language.Code,
                Modes = [SearchNames.Others],
                Facets = new Dictionary<string, IReadOnlyList<string>> { [SearchNames.Type] = ["measuretype"] },
                Sort = SearchSort.Title,
                PageSize = SearchRequest.MaxPageSize,
            },
            ct);
        var hits = new HitViews(language, await factors.GetAsync(ct), register.Current, time);
        return new PageResult.Page
        {
            Templates = ["List-MeasureType"],
            Model = new MeasureListView(words.Count("list.measures.count", result.Total), [.. result.Hits.Select(hit => hits.Card(hit))]),
            Head = new PageHead
            {
                Title = words["nav.measures"],
                Description = words["list.measures.lead"],
                Path = Paths.Measures(language),
                TranslatedPath = Paths.Measures(language.IsEnglish ? Language.German : Language.English),
            },
            Tags = [CacheTags.Search],
        };
    }
}
