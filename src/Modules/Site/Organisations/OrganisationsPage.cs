using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Organisations;

/// <summary>All organisations by name.</summary>
internal sealed class OrganisationsPage(ISearcher searcher, Factors factors, IRegionRegister register, PageRenderer renderer, TimeProvider time) : IPage
{
    private const int PageSize = 50;

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var words = renderer.Words(language);
        var state = new SearchState { Page = SearchState.Parse(request.Query).Page };
        var result = await searcher.SearchAsync(
            new SearchRequest
            {
                Culture = language.Code,
                Modes = [SearchNames.Others],
                Facets = new Dictionary<string, IReadOnlyList<string>> { [SearchNames.Type] = ["organisation"] },
                Sort = SearchSort.Title,
                Page = state.Page,
                PageSize = PageSize,
            },
            ct);
        if (result.PageBeyondReach)
        {
            return PageResult.Missing;
        }

        var hits = new HitViews(language, await factors.GetAsync(ct), register.Current, time);
        var path = Paths.Organisations(language);
        var other = language.IsEnglish ? Language.German : Language.English;
        return new PageResult.Page
        {
            Templates = ["List-Organisation"],
            Model = new OrganisationListView(
                words.Count("list.organisations.count", result.Total),
                [.. result.Hits.Select(hit => (Hit: hit, Card: HitCard.Read(hit.Payload))).Select(entry => new OrganisationRowView(
                    entry.Card.Title,
                    Paths.Item(language, entry.Card.Path),
                    entry.Hit.Culture == language.Code ? null : entry.Hit.Culture,
                    hits.PlaceText(entry.Card),
                    entry.Card.Summary,
                    entry.Card.Sample))],
                Paging.Of(language, result.Page, result.LastPage, result.Total, PageSize, page => (state with { Page = page }).Href(path))),
            Head = new PageHead
            {
                Title = words["nav.organisations"],
                Description = words["list.organisations.lead"],
                Path = state.Href(path),
                TranslatedPath = state.Page == 1 ? Paths.Organisations(other) : null,
                SwitchPath = Paths.Organisations(other),
            },
            Tags = [CacheTags.Search, CacheTags.Regions],
        };
    }
}
