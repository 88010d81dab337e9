using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Initiatives;

/// <summary>All initiatives, newest entries first or by title, a page at a time; the search is where they are narrowed down.</summary>
internal sealed class InitiativesPage(ISearcher searcher, Vocabularies vocabularies, Factors factors, IRegionRegister register, PageRenderer renderer, TimeProvider time) : IPage
{
    private const int PageSize = 24;

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var words = renderer.Words(language);
        var state = SearchState.Parse(request.Query) with { Query = "", Mode = "", Filters = [] };
        var byTitle = state.Order == SearchSort.Title;
        var result = await searcher.SearchAsync(
            new SearchRequest
            {
                Culture = language.Code,
                Modes = [SearchNames.Initiatives],
                Sort = byTitle ? SearchSort.Title : SearchSort.Newest,
                Page = state.Page,
                PageSize = PageSize,
                FacetWishes = [new FacetWish(SearchNames.Topic, 20)],
            },
            ct);
        if (result.PageBeyondReach)
        {
            return PageResult.Missing;
        }

        var hits = new HitViews(language, await factors.GetAsync(ct), register.Current, time);
        var own = state with { Sort = byTitle ? "title" : "" };
        var path = Paths.Initiatives(language);
        var terms = await vocabularies.GetAsync(ct);
        var view = new InitiativeListView(
            words.Count("list.initiatives.count", result.Total),
            Paths.Search(language),
            [.. result.Facets[0].Values.Where(value => value.Level == 0).Select(value => (Term: terms.BySlug(value.Code), value.Count)).Where(entry => entry.Term is not null)
                .Select(entry => new Link($"{entry.Term!.Label(language.Code)} ({language.Number(entry.Count)})", Paths.InitiativesWith(language, SearchNames.Topic, entry.Term.Slug)))],
            [
                new SortLinkView(words["list.newest"], (own with { Sort = "", Page = 1 }).Href(path), !byTitle),
                new SortLinkView(words["list.byTitle"], (own with { Sort = "title", Page = 1 }).Href(path), byTitle),
            ],
            [.. result.Hits.Select(hit => hits.Card(hit))],
            Paging.Of(language, result.Page, result.LastPage, result.Total, PageSize, page => (own with { Page = page }).Href(path)));
        var other = language.IsEnglish ? Language.German : Language.English;
        return new PageResult.Page
        {
            Templates = ["List-Initiative"],
            Model = view,
            Head = new PageHead
            {
                Title = words["nav.initiatives"],
                Description = words["list.initiatives.description"],
                Path = own.Href(path),
                TranslatedPath = own.Page == 1 ? own.Href(Paths.Initiatives(other)) : null,
                SwitchPath = Paths.Initiatives(other),
                Section = Section.Initiatives,
                HasSearch = true,
                Feeds = [(words["feed.initiatives"], path + "/feed.atom")],
            },
            Tags = [CacheTags.Search, CacheTags.Regions],
        };
    }
}

/// <summary>The list of initiatives.</summary>
internal sealed record InitiativeListView(
    string Count, string Action, IReadOnlyList<Link> Topics, IReadOnlyList<SortLinkView> Sorts, IReadOnlyList<CardView> Cards, PagingView? Paging);

internal sealed record SortLinkView(string Text, string Href, bool Current);
