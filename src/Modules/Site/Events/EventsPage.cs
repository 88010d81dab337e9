using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Events;

/// <summary>Events to come, soonest first, and past ones, latest first.</summary>
internal sealed class EventsPage(ISearcher searcher, ArticleParts parts) : IPage
{
    private const int MostUpcoming = SearchRequest.MaxPageSize;
    private const int PastPerPage = 20;

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var page = SearchState.Parse(request.Query).Page;
        var today = SearchNames.Day(parts.Today);
        var upcoming = await EventsAsync(language, today, null, 1, MostUpcoming, ct);
        var past = await EventsAsync(language, null, today - 1, page, PastPerPage, ct);
        var hits = await parts.RowsAsync(language, ct);
        var own = page > 1 ? $"?{SearchParameters.Page}={page}" : "";
        return new PageResult.Page
        {
            Templates = ["Events"],
            Model = new EventsView
            {
                Upcoming = [.. upcoming.Hits.Select(HitCard).OrderBy(h => h.Card.Start).Select(h => Row(h.Hit, h.Card, hits, language))],
                Past = [.. past.Hits.Select(HitCard).Select(h => Row(h.Hit, h.Card, hits, language))],
                Paging = Paging.Of(language, past.Page, past.LastPage, past.Total, PastPerPage, n => n == 1 ? Paths.Events(language) : $"{Paths.Events(language)}?{SearchParameters.Page}={n}"),
            },
            Head = new PageHead
            {
                Title = language.Pick("Veranstaltungen", "Events"),
                Description = language.Pick("Kommende und vergangene Veranstaltungen der Zukunftswerkstatt, mit Programm, Anmeldung und Kalenderdatei.", "Upcoming and past events of the Zukunftswerkstatt, with programme, registration and calendar file."),
                Path = Paths.Events(language) + own,
                TranslatedPath = Paths.Events(language.IsEnglish ? Language.German : Language.English) + own,
                Section = Section.Events,
                NoIndex = page > 1,
            },
            Tags = [CacheTags.Search],
        };

        static (SearchHit Hit, HitCard Card) HitCard(SearchHit hit) => (hit, Knowledge.HitCard.Read(hit.Payload));
    }

    // Those to come begin with the next, past ones with the last.
    private ValueTask<SearchResult> EventsAsync(Language language, double? from, double? to, int page, int size, CancellationToken ct) => searcher.SearchAsync(
        new SearchRequest
        {
            Culture = language.Code,
            Modes = [SearchNames.Events],
            Ranges = new Dictionary<string, (double? From, double? To)> { [SearchNames.Start] = (from, to) },
            Sort = from is null ? SearchSort.NumberDescending : SearchSort.NumberAscending,
            SortNumber = SearchNames.Start,
            Page = page,
            PageSize = size,
        },
        ct);

    private RowView Row(SearchHit hit, HitCard card, HitViews hits, Language language)
    {
        var start = EventTimes.Local(card.Start!.Value, card.TimeZone, card.DateOnly);
        var end = card.End is { } finish && finish > card.Start ? EventTimes.Local(finish, card.TimeZone, card.DateOnly) : start;
        var meta = new[] { hits.PlaceText(card)?.Replace("\u00a0› ", ", ", StringComparison.Ordinal), card.DateOnly ? null : Dates.Times(language, start, end) }.OfType<string>();
        return new RowView
        {
            Title = card.Title,
            Href = Paths.Item(language, card.Path),
            Lang = hit.Culture == language.Code ? null : hit.Culture,
            Meta = (card.Status == "cancelled" ? language.Pick("Abgesagt: ", "Cancelled: ") : "") + string.Join(", ", meta),
            Text = card.Summary,
            Leaf = ArticleParts.Leaf(language, start, parts.Today, large: false),
            Sample = card.Sample,
        };
    }
}

/// <summary>The list of events.</summary>
internal sealed record EventsView
{
    public required IReadOnlyList<RowView> Upcoming { get; init; }

    public required IReadOnlyList<RowView> Past { get; init; }

    public PagingView? Paging { get; init; }
}
