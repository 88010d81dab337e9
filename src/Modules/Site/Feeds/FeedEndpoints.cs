using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Feeds;

/// <summary>Feeds of everything, of the initiatives, of a field of action.</summary>
internal static class FeedEndpoints
{
    private const int MostEntries = 40;

    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] _types = ["Initiative", "SuccessFactor", "Finding", "Workshop", "Event"];

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        foreach (var language in new[] { Language.German, Language.English })
        {
            routes.MapMethods(Paths.Feed(language), _methods, EverythingAsync);
            routes.MapMethods(Paths.Initiatives(language) + "/feed.atom", _methods, InitiativesAsync);
            routes.MapMethods(Paths.Topics(language) + "/{slug}/feed.atom", _methods, TopicAsync);
            routes.MapMethods(Paths.Search(language) + "/feed.atom", _methods, SearchAsync);
        }
    }

    private static async Task EverythingAsync(HttpContext http, IContentReader content, AtomFeed feed, PageRenderer renderer)
    {
        var language = Language.OfPath(http.Request.Path.Value);
        var items = new List<ContentItem>();
        foreach (var type in _types)
        {
            items.AddRange(await content.ListAsync(new ListQuery(type, language.Code, ListOrder.Newest, MostEntries), http.RequestAborted));
        }

        var entries = items.Where(item => item.Path is not null).OrderByDescending(item => item.PublishedUtc).Take(MostEntries).Select(Entry).ToList();
        await feed.WriteAsync(http, renderer.Words(language)["feed.all"], Paths.Feed(language), Paths.Home(language), language, entries, [.. _types.Select(CacheTags.Type)]);
    }

    private static async Task InitiativesAsync(HttpContext http, IContentReader content, AtomFeed feed, PageRenderer renderer)
    {
        var language = Language.OfPath(http.Request.Path.Value);
        var items = await content.ListAsync(new ListQuery("Initiative", language.Code, ListOrder.Newest, MostEntries), http.RequestAborted);
        var path = Paths.Initiatives(language);
        await feed.WriteAsync(
            http, renderer.Words(language)["feed.initiatives"], path + "/feed.atom", path, language, [.. items.Where(item => item.Path is not null).Select(Entry)], [CacheTags.Type("Initiative")]);
    }

    private static async Task TopicAsync(string slug, HttpContext http, ISearcher searcher, Vocabularies vocabularies, AtomFeed feed, PageRenderer renderer)
    {
        var language = Language.OfPath(http.Request.Path.Value);
        if ((await vocabularies.GetAsync(http.RequestAborted)).BySlug(slug) is not { Vocabulary: VocabularyKeys.Topics } term)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var result = await searcher.SearchAsync(
            new SearchRequest
            {
                Culture = language.Code,
                Modes = [SearchNames.Initiatives],
                Facets = new Dictionary<string, IReadOnlyList<string>> { [SearchNames.Topic] = [term.Slug] },
                Sort = SearchSort.Newest,
                PageSize = MostEntries,
            },
            http.RequestAborted);
        var path = Paths.Topic(language, term.Slug);
        await feed.WriteAsync(
            http, renderer.Words(language).With("feed.topic", "topic", term.Label(language.Code)), path + "/feed.atom", path, language, [.. result.Hits.Select(hit => Entry(hit, language))], [CacheTags.Search]);
    }

    private static async Task SearchAsync(HttpContext http, ISearcher searcher, IRegionRegister register, AtomFeed feed, PageRenderer renderer)
    {
        var language = Language.OfPath(http.Request.Path.Value);
        var state = SearchState.Parse(http.Request.Query) with { Sort = "", Page = 1 };
        var result = await searcher.SearchAsync(
            SearchRequests.Of(state, language, register.Current) with { Sort = SearchSort.Newest, PageSize = MostEntries }, http.RequestAborted);
        var path = Paths.Search(language);
        var title = state.Query.Length > 0 ? renderer.Words(language).With("feed.search", "query", state.Query) : renderer.Words(language)["feed.filters"];
        await feed.WriteAsync(
            http, title, state.Href(path + "/feed.atom"), state.Href(path), language, [.. result.Hits.Select(hit => Entry(hit, language))], [CacheTags.Search, CacheTags.Regions]);
    }

    private static FeedEntry Entry(SearchHit hit, Language language)
    {
        var card = HitCard.Read(hit.Payload);
        return new FeedEntry(hit.ItemId, card.Title, Paths.Item(language, card.Path), card.Summary, card.PublishedUtc ?? DateTime.UnixEpoch, hit.Culture, card.Sample);
    }

    private static FeedEntry Entry(ContentItem item) => new(
        item.ContentItemId,
        item.DisplayText,
        "/" + item.Path,
        item.Text(item.ContentType, item.ContentType switch { "SuccessFactor" => "Statement", "Finding" => "Text", _ => "Summary" }),
        item.PublishedUtc ?? DateTime.UnixEpoch,
        ItemParts.LangOf(item),
        ItemParts.IsSample(item));
}
