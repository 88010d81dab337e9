using System.Text.Json.Nodes;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Maps;
using Zukunftswerkstatt.Site.Matrix;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Home;

/// <summary>One sentence, the search, the fields of action, the matrix in small, what is new, what is next. All of it out of the index and the snapshots.</summary>
internal sealed class HomePage(
    ISearcher searcher, FactorMatrixReader matrices, Vocabularies vocabularies, Factors factors, IRegionRegister register, PageRenderer renderer, PageShell shell, TimeProvider time) : IPage
{
    private const int Newest = 6;
    private const int NextEvents = 3;
    private const int EventsLookedAt = 60;
    private const int MatrixRows = 8;
    private const int TopicsBelow = 3;

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var words = renderer.Words(language);
        var regions = register.Current;
        var hits = new HitViews(language, await factors.GetAsync(ct), regions, time);
        var result = await searcher.SearchAsync(
            new SearchRequest
            {
                Culture = language.Code,
                Modes = [SearchNames.Initiatives],
                Sort = SearchSort.Newest,
                PageSize = Newest,
                FacetWishes = [new FacetWish(SearchNames.Topic, 60), new FacetWish(SearchNames.Region, 16)],
            },
            ct);
        var view = new HomeView(
            Paths.Search(language),
            Questions(language, words),
            Map(language, regions, result, words),
            Topics(language, await vocabularies.GetAsync(ct), Counts(result, SearchNames.Topic)),
            await MatrixAsync(language, words, ct),
            [.. result.Hits.Select(hit => hits.Card(hit))],
            await EventsAsync(language, hits, ct));
        return new PageResult.Page
        {
            Templates = ["Home"],
            Model = view,
            Head = new PageHead
            {
                Title = words["home.pageTitle"],
                Description = words["home.description"],
                Path = Paths.Home(language),
                TranslatedPath = Paths.Home(language.IsEnglish ? Language.German : Language.English),
                HasSearch = true,
                JsonLd = JsonLd.Write(new JsonObject
                {
                    ["@type"] = "WebSite",
                    ["name"] = words["site.name"],
                    ["description"] = words["home.description"],
                    ["url"] = shell.Absolute(Paths.Home(language)),
                    ["inLanguage"] = language.Code,
                    ["potentialAction"] = new JsonObject
                    {
                        ["@type"] = "SearchAction",
                        ["target"] = shell.Absolute(Paths.Search(language)) + "?q={search_term_string}",
                        ["query-input"] = "required name=search_term_string",
                    },
                }),
            },
            Tags = [CacheTags.Search, CacheTags.Regions],
        };
    }

    private static Link[] Questions(Language language, Translations words) =>
    [
        new(words["home.question.1"], $"{Paths.Search(language)}?q={Uri.EscapeDataString(words["home.question.1.query"])}"),
        new(words["home.question.2"], $"{Paths.Search(language)}?q={Uri.EscapeDataString(words["home.question.2.query"])}"),
        new(words["home.question.3"], Paths.InitiativesWith(language, SearchNames.Topic, "interkommunale-kooperation")),
    ];

    private static MapView Map(Language language, RegionSnapshot regions, SearchResult result, Translations words)
    {
        var counts = Counts(result, SearchNames.Region).Where(c => c.Key.Length == 2).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        var caption = words.Count("home.map.caption", result.Total).Replace("{lands}", words.Count("home.map.lands", counts.Count), StringComparison.Ordinal);
        return MapDrawing.Of(language, regions, MapFrame.Germany(regions), counts, ags => Paths.Region(language, ags), words["home.map.label"], words["nav.initiatives"]) with { Caption = caption };
    }

    private static List<TopicEntryView> Topics(Language language, VocabularySet vocabularies, Dictionary<string, int> counts) =>
    [
        .. (vocabularies.Find(VocabularyKeys.Topics) is { } topics ? topics.Top : [])
            .Select(term => (Term: term, Count: counts.GetValueOrDefault(term.Slug)))
            .OrderByDescending(entry => entry.Count)
            .Select(entry => new TopicEntryView(
                entry.Term.Label(language.Code),
                Paths.Topic(language, entry.Term.Slug),
                language.Number(entry.Count),
                [.. vocabularies.Find(VocabularyKeys.Topics)!.Below(entry.Term.Slug).Take(TopicsBelow).Select(term => new Link(term.Label(language.Code), Paths.Topic(language, term.Slug)))])),
    ];

    private async Task<MiniMatrixView?> MatrixAsync(Language language, Translations words, CancellationToken ct)
    {
        var axis = (await matrices.AxesAsync(ct))[0];
        var matrix = await matrices.ReadAsync(axis, language.Code, ct);
        if (matrix.Rows.Count == 0)
        {
            return null;
        }

        var scale = new MatrixScale(matrix.Rows.SelectMany(row => row.Cells).Select(cell => cell.Initiatives).DefaultIfEmpty(0).Max());
        return new MiniMatrixView(
            [.. axis.Codes.Select(code => words.Has($"home.matrix.{code}") ? words[$"home.matrix.{code}"] : code)],
            [.. matrix.Rows.Take(MatrixRows).Select(row => new MiniRowView(
                new Link(row.Factor.In(language.Code).Title, Paths.Item(language, row.Factor.In(language.Code).Path), language.IsEnglish && row.Factor.English is null ? "de" : null),
                [.. row.Cells.Select(cell => new MiniCellView(scale.Level(cell.Initiatives), language.Number(cell.Initiatives), cell.Contradicting > 0))]))],
            Paths.Factors(language));
    }

    private async Task<List<EventEntryView>> EventsAsync(Language language, HitViews hits, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var result = await searcher.SearchAsync(
            new SearchRequest
            {
                Culture = language.Code,
                Modes = [SearchNames.Events],
                Ranges = new Dictionary<string, (double?, double?)> { [SearchNames.Start] = (SearchNames.Day(now), null) },
                Sort = SearchSort.NumberAscending,
                SortNumber = SearchNames.Start,
                PageSize = EventsLookedAt,
            },
            ct);
        return
        [
            .. result.Hits.Select(hit => (Hit: hit, Card: HitCard.Read(hit.Payload)))
                .Where(entry => entry.Card.Status != "cancelled" && entry.Card.Start is not null)
                .OrderBy(entry => entry.Card.Start)
                .Take(NextEvents)
                .Select(entry => Entry(language, entry.Hit, entry.Card, hits)),
        ];
    }

    private static EventEntryView Entry(Language language, SearchHit hit, HitCard card, HitViews hits)
    {
        var start = EventTimes.Local(card.Start!.Value, card.TimeZone, card.DateOnly);
        var times = card.DateOnly ? null : Dates.Times(language, start, card.End is { } end ? EventTimes.Local(end, card.TimeZone, false) : start);
        return new EventEntryView(
            Leaves.Of(language, start, past: false),
            card.Title,
            Paths.Item(language, card.Path),
            hit.Culture == language.Code ? null : hit.Culture,
            string.Join(", ", new[] { hits.PlaceText(card), times }.OfType<string>()),
            card.Sample);
    }

    private static Dictionary<string, int> Counts(SearchResult result, string facet) =>
        result.Facets.First(f => f.Name == facet).Values.ToDictionary(value => value.Code, value => value.Count, StringComparer.Ordinal);
}
