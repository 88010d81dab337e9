using Microsoft.Extensions.Options;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Maps;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>address → (1) state → (2) request → (3) hits and counts → (4) view. Every link of the view is again such an address.</summary>
internal sealed class SearchPage(ISearcher searcher, Vocabularies vocabularies, Factors factors, IRegionRegister register, IContentReader content, IOptions<SiteOptions> options, TimeProvider time) : IPage
{
    public const int PageSize = 20;
    private const int OpenFacets = 5;
    private const int MostWaysOut = 6;
    private const int MostWordsTried = 8;

    private static readonly string[] _tabs =
        ["", SearchNames.Initiatives, SearchNames.Factors, SearchNames.Findings, SearchNames.Events, SearchNames.Others];

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var state = SearchState.Parse(request.Query); // 1
        var regions = register.Current;
        var catalogue = await factors.GetAsync(ct);
        var labels = new FilterLabels(language, await vocabularies.GetAsync(ct), catalogue, regions);
        var facets = FacetViews.In(state.Mode);
        var around = Surroundings.Of(state, language, regions);
        state = (around?.Written(state) ?? state) with { Explain = state.Explain && options.Value.Search.Explain };
        var views = new HitViews(language, catalogue, regions, time);
        var groups = new HitGroups(searcher, state, around, labels, catalogue, views);
        var search = groups.Of(SearchRequests.Of(state, language, regions, around) with
        {
            PageSize = PageSize,
            FacetWishes = [.. facets.Select(FacetViews.Wish)],
            Highlights = HitViews.Wishes,
        }); // 2
        var result = await groups.FillAsync(await searcher.SearchAsync(search, ct), search, ct); // 3
        var view = await ViewAsync(state, around, result, labels, views, groups, ct); // 4
        var title = state.Query.Length > 0
            ? language.Pick($"{state.Query}: {view.CountText}", $"{state.Query}: {view.CountText}")
            : language.Pick("Suche", "Search");
        return new PageResult.Page
        {
            Templates = ["Search"],
            Model = view,
            Head = new PageHead
            {
                Title = title.Length > 120 ? title[..120] + "…" : title,
                Description = language.Pick(
                    "Initiativen, Erfolgsfaktoren, Ergebnisse aus Werkstätten und Veranstaltungen nach Ort, Handlungsfeld und Beleg durchsuchen.",
                    "Search initiatives, success factors, workshop findings and events by place, field of action and evidence."),
                Path = state.Href(Paths.Search(language)),
                TranslatedPath = state.IsPlain ? state.Href(Paths.Search(Other(language))) : null,
                SwitchPath = state.Href(Paths.Search(Other(language))),
                NoIndex = !state.IsPlain,
                HasSearch = true,
                Feeds = [(language.Pick("Diese Suche", "This search"), view.FeedHref)],
            },
            Tags = [CacheTags.Search, CacheTags.Type("Taxonomy"), CacheTags.Type("SuccessFactor"), CacheTags.Regions],
        };
    }

    private async Task<SearchView> ViewAsync(
        SearchState state, Surroundings? around, SearchResult result, FilterLabels labels, HitViews hits, HitGroups groups, CancellationToken ct)
    {
        var language = labels.Language;
        var path = Paths.Search(language);
        var facets = result.Facets.Select(f => (f.Name, View: FacetViews.Of(f, state, labels))).Where(f => f.View is not null).ToList();
        var requirements = facets.Where(f => Requirements.Contains(f.Name)).Select(f => f.View!).ToList();
        var others = facets.Where(f => !Requirements.Contains(f.Name)).ToList();
        var open = others.Take(OpenFacets).Select(f => f.View!).ToList();
        var more = others.Skip(OpenFacets).Select(f => f.View!).ToList();
        var chosen = await ChosenAsync(state, around, labels, path, ct);
        var count = CountText(language, state.Mode, result.Total);
        return new SearchView
        {
            Heading = language.Pick("Suche", "Search"),
            Action = path,
            Query = state.Query,
            QueryState = [.. (state with { Query = "", Page = 1 }).Fields()],
            FilterState = [.. (state with { Page = 1, Around = "", Filters = [.. state.Filters.Where(f => !facets.Any(v => Offers(v.View!, f)))] }).Fields()],
            SortState = [.. (state with { Sort = "", Page = 1 }).Fields()],
            Modes = [.. _tabs.Select(mode => new ModeView(
                TabLabel(language, mode), language.Number(CountOf(result, mode)), (state with { Mode = mode, Page = 1 }).Href(path), mode == state.Mode || (mode.Length == 0 && !_tabs.Contains(state.Mode))))],
            Around = Around(state, around, labels, path),
            Facets = open,
            Requirements = requirements,
            RequirementsOpen = requirements.Any(f => f.Values.Any(v => v.Checked)),
            MoreFacets = more,
            MoreOpen = more.Any(f => f.Values.Any(v => v.Checked)),
            Chosen = chosen,
            UnknownNote = UnknownNote(language, state, chosen),
            ClearHref = (state.Everywhere() with { Filters = [] }).Href(path),
            CountText = count,
            ShowText = language.Pick($"{count} zeigen", $"Show {count}"),
            Sorts =
            [
                new("relevance", language.Pick("Relevanz", "Relevance"), state.Order == SearchSort.Relevance),
                new(SearchParameters.Newest, language.Pick("Neueste zuerst", "Newest first"), state.Order == SearchSort.Newest),
                new(SearchParameters.Title, language.Pick("Titel", "Title"), state.Order == SearchSort.Title),
                .. around?.Place is null ? (SortView[])[] : [new(SearchParameters.Nearest, language.Pick("Entfernung", "Distance"), state.Order == SearchSort.Distance)],
            ],
            Hits = groups.Views.Count > 0 ? [] : [.. result.Hits.Select((hit, i) => hits.Row(hit, (result.Page - 1) * PageSize + i + 1))],
            Groups = groups.Views,
            GroupsOverlap = groups.Overlap,
            Groupings = groups.Groupings(),
            Factors = state is { IsOfPassages: true, Query.Length: > 0, Page: 1 } ? await FactorsAsync(state, language, hits, ct) : [],
            Paging = Paging.Of(language, groups.Several ? state.Page : result.Page, result.LastPage, groups.Several ? groups.Count : result.Total, groups.Several ? HitGroups.GroupsPerPage : PageSize, page => (state with { Page = page }).Href(path)),
            Map = SearchMap.Of(state, around, result, labels),
            NoHits = result.Total == 0 ? await NoHitsAsync(state, around, result, labels, chosen, path, ct) : result.PageBeyondReach ? Beyond(state, result, language, path) : null,
            WordsNote = WordsNote(language, state, result),
            DidYouMean = [.. result.Alternatives.Select(word => new Link(word.Meant, (state with { Query = Instead(state.Query, word), Page = 1 }).Href(path)))],
            FeedHref = (state with { Page = 1, Sort = "" }).Href(path + "/feed.atom"),
        };
    }

    private static Language Other(Language language) => language.IsEnglish ? Language.German : Language.English;

    private static bool Offers(FacetView facet, Filter filter) => facet.Values.Concat(facet.More).Any(v => Offers(v, filter));

    private static bool Offers(FacetValueView value, Filter filter) =>
        (value.Name == filter.Name && value.Value == filter.Value) || value.Children.Any(child => Offers(child, filter));

    /// <summary>Passages name their factor, but who searches for a factor by its words wants the factor first.</summary>
    private async Task<IReadOnlyList<Link>> FactorsAsync(SearchState state, Language language, HitViews hits, CancellationToken ct)
    {
        const int most = 4;
        var found = await searcher.SearchAsync(new SearchRequest { Text = state.Query, Culture = language.Code, Modes = [SearchNames.Factors], PageSize = most }, ct);
        var catalogue = await factors.GetAsync(ct);
        return [.. found.Hits.Select(hit => catalogue.ById(hit.ItemId)).OfType<Factor>().Select(hits.Chip)];
    }

    private static string TabLabel(Language language, string mode) => mode switch
    {
        SearchNames.Initiatives => language.Pick("Initiativen", "Initiatives"),
        SearchNames.Factors => language.Pick("Erfolgsfaktoren", "Success factors"),
        SearchNames.Findings => language.Pick("Ergebnisse", "Findings"),
        SearchNames.Events => language.Pick("Veranstaltungen", "Events"),
        SearchNames.Others => language.Pick("Weiteres", "Other"),
        _ => language.Pick("Alle", "All"),
    };

    private static int CountOf(SearchResult result, string mode) => mode.Length == 0
        ? result.ModeCounts.Sum(m => m.Key == SearchNames.Evidence ? 0 : m.Value)
        : SearchRequests.ModesOf(mode).Sum(m => result.ModeCounts.GetValueOrDefault(m));

    private static string CountText(Language language, string mode, int count) => mode switch
    {
        SearchNames.Initiatives => language.Count(count, "Initiative", "Initiativen", "initiative", "initiatives"),
        SearchNames.Factors or SearchNames.Evidence => language.Count(count, "Beleg", "Belege", "piece of evidence", "pieces of evidence"),
        SearchNames.Findings => language.Count(count, "Ergebnis", "Ergebnisse", "finding", "findings"),
        SearchNames.Events => language.Count(count, "Veranstaltung", "Veranstaltungen", "event", "events"),
        _ => language.Count(count, "Treffer", "Treffer", "result", "results"),
    };

    private async Task<List<ChosenView>> ChosenAsync(SearchState state, Surroundings? around, FilterLabels labels, string path, CancellationToken ct)
    {
        var chosen = new List<ChosenView>();
        foreach (var filter in state.Filters)
        {
            var facet = SearchParameters.Filters.First(f => f.Name == filter.Name).Facet;
            var label = facet switch
            {
                SearchNames.Organisation => (await content.GetAsync(filter.Value, ct))?.DisplayText,
                SearchNames.Measure => await content.ResolveAsync("massnahmen/" + filter.Value, ct) is { State: PathState.Current } target
                    ? (await content.GetAsync(target.ItemId, ct))?.DisplayText
                    : null,
                _ => labels.Alone(facet, filter.Value),
            };
            chosen.Add(new ChosenView(label ?? $"{filter.Name}: {filter.Value}", state.Without(filter).Href(path), label is null));
        }

        if (around is not null)
        {
            chosen.Add(new ChosenView(around.Label(labels.Language, state), state.Everywhere().Href(path), around.Place is null));
        }

        return chosen;
    }

    private static string? UnknownNote(Language language, SearchState state, List<ChosenView> chosen)
    {
        // An unknown place has a sentence of its own.
        var unknown = chosen.Take(state.Filters.Count).Where(c => c.Unknown).Select(c => Quoted(c.Label)).ToList();
        if (!_tabs.Contains(state.Mode) && state.Mode != SearchNames.Evidence)
        {
            unknown.Add(Quoted($"mode: {state.Mode}"));
        }

        return unknown.Count == 0 ? null : language.Pick(
            $"Diesen Wert kennt das Portal nicht: {string.Join(", ", unknown)}. Vielleicht ist der Link alt oder unvollständig. Entfernen Sie ihn, um wieder alles zu sehen.",
            $"The portal does not know this value: {string.Join(", ", unknown)}. The link may be old or incomplete. Remove it to see everything again.");

        string Quoted(string text) => language.Pick($"„{text}“", $"“{text}”");
    }

    private static string? WordsNote(Language language, SearchState state, SearchResult result) => result switch
    {
        _ when state.FiltersCut => language.Pick(
            $"Die Adresse nennt mehr Filter, als auf einmal gelten können; berücksichtigt sind die ersten {SearchState.MostFilters}.",
            $"The address names more filters than can apply at once; the first {SearchState.MostFilters} are considered."),
        _ when result.TextCut || state.QueryCut => language.Pick("Ihre Eingabe war sehr lang; ihr Ende wurde nicht berücksichtigt.", "Your input was very long; its end was not considered."),
        { Corrections.Count: > 0, Total: > 0 } => language.Pick(
            $"Meinten Sie {string.Join(", ", result.Corrections.Select(c => $"„{c.Meant}“"))}? Danach wurde gesucht, denn {string.Join(", ", result.Corrections.Select(c => $"„{c.Typed}“"))} kommt nirgends vor.",
            $"Did you mean {string.Join(", ", result.Corrections.Select(c => $"“{c.Meant}”"))}? That was searched for, as {string.Join(", ", result.Corrections.Select(c => $"“{c.Typed}”"))} occurs nowhere."),
        { OptionalWords.Count: > 0, Total: > 0 } => language.Pick(
            $"Kaum ein Eintrag enthält alle Wörter. Nicht überall vor kommt: {string.Join(", ", result.OptionalWords)}.",
            $"Hardly any entry contains all words. Not everywhere: {string.Join(", ", result.OptionalWords)}."),
        { SplitWords.Count: > 0, Total: > 0 } => language.Pick(
            $"Kaum ein Eintrag enthält {string.Join(", ", result.SplitWords.Select(w => $"„{w}“"))}. Weiter unten stehen Einträge, in denen nur ein Teil des Wortes vorkommt.",
            $"Hardly any entry contains {string.Join(", ", result.SplitWords.Select(w => $"“{w}”"))}. Farther down are entries with only a part of the word."),
        _ => null,
    };

    private static string Instead(string query, WordCorrection word) =>
        query.IndexOf(word.Typed, StringComparison.Ordinal) is var at and >= 0 ? string.Concat(query.AsSpan(0, at), word.Meant, query.AsSpan(at + word.Typed.Length)) : word.Meant;

    private static NoHitsView Beyond(SearchState state, SearchResult result, Language language, string path) => new(
        language.Pick("Diese Seite gibt es nicht.", "There is no such page."),
        language.Pick("So weit reicht die Trefferliste nicht.", "The list does not reach this far."),
        [
            new WayOutView(language.Pick("Zur ersten Seite", "To the first page"), (state with { Page = 1 }).Href(path), CountText(language, state.Mode, result.Total)),
            new WayOutView(language.Pick("Zur letzten Seite", "To the last page"), (state with { Page = result.LastPage }).Href(path), ""),
        ]);

    /// <summary>Names the one thing to drop, and what is left then.</summary>
    private async Task<NoHitsView> NoHitsAsync(
        SearchState state, Surroundings? around, SearchResult result, FilterLabels labels, List<ChosenView> chosen, string path, CancellationToken ct)
    {
        var language = labels.Language;
        var ways = new List<(int Count, WayOutView Way)>();
        foreach (var (filter, view) in state.Filters.Zip(chosen).Take(MostWaysOut))
        {
            await AddAsync(language.Pick($"Ohne den Filter „{view.Label}“", $"Without the filter “{view.Label}”"), state.Without(filter));
        }

        if (around is not null)
        {
            await AddAsync(language.Pick($"Ohne den Filter „{chosen[^1].Label}“", $"Without the filter “{chosen[^1].Label}”"), state.Everywhere());
            if (around is { Place: not null, Kilometres: < Surroundings.Most } && Surroundings.Steps.First(step => step > around.Kilometres) is var wider)
            {
                var there = around with { Kilometres = wider };
                await AddAsync(there.Label(language, state), there.Written(state) with { Page = 1 });
            }
        }

        if (chosen.Count > 1)
        {
            await AddAsync(language.Pick("Ohne alle Filter", "Without any filter"), state.Everywhere() with { Filters = [] });
        }

        if (state.Query.Length > 0 && chosen.Count > 0)
        {
            await AddAsync(language.Pick($"Nur die Filter, ohne „{state.Query}“", $"Only the filters, without “{state.Query}”"), state with { Query = "", Page = 1 });
        }

        await AddWordAsync();
        foreach (var mode in _tabs.Where(m => m != state.Mode && m.Length > 0 && CountOf(result, m) > 0))
        {
            ways.Add((CountOf(result, mode), new WayOutView(
                language.Pick($"Stattdessen {TabLabel(language, mode)} ansehen", $"Look at {TabLabel(language, mode)} instead"),
                (state with { Mode = mode, Page = 1 }).Href(path), CountText(language, mode, CountOf(result, mode)))));
        }

        var searched = state.Query.Length > 0 ? language.Pick($"Gesucht war „{state.Query}“", $"You searched for “{state.Query}”") : language.Pick("Gesucht war alles", "You searched for everything");
        var filters = chosen.Count switch
        {
            0 => "",
            1 => language.Pick($" mit dem Filter „{chosen[0].Label}“", $" with the filter “{chosen[0].Label}”"),
            _ => language.Pick($" mit den Filtern {string.Join(", ", chosen.Select(c => $"„{c.Label}“"))}", $" with the filters {string.Join(", ", chosen.Select(c => $"“{c.Label}”"))}"),
        };
        return new NoHitsView(
            language.Pick("Dazu gibt es hier noch nichts.", "There is nothing on this here yet."),
            $"{searched}{filters}. " + (ways.Count > 0
                ? language.Pick("Das hilft weiter:", "This helps:")
                : language.Pick("Versuchen Sie ein allgemeineres Wort oder weniger Wörter. Oder stöbern Sie:", "Try a more general word, or fewer words. Or browse:")),
            ways.Count > 0 ? [.. ways.Where(w => w.Count > 0).OrderByDescending(w => w.Count).Select(w => w.Way)] :
            [
                new WayOutView(language.Pick("Alle Initiativen", "All initiatives"), Paths.Initiatives(language), ""),
                new WayOutView(language.Pick("Initiativen nach Handlungsfeld", "Initiatives by field of action"), Paths.Topics(language), ""),
                new WayOutView(language.Pick("Erfolgsfaktoren: Was wirkt wo?", "Success factors: what works where?"), Paths.Factors(language), ""),
                new WayOutView(language.Pick("Initiativen nach Region", "Initiatives by region"), Paths.Regions(language), ""),
            ]);

        // Of the words the one whose loss helps most; a list of all would leave the choice to the reader who does not know.
        async Task AddWordAsync()
        {
            var parts = QueryPart.Of(state.Query);
            foreach (var loose in parts.Select(part => part.Loose).OfType<string>().Take(1))
            {
                await AddAsync(language.Pick("Die Wörter auch einzeln, ohne Anführungszeichen", "The words also by themselves, without quotation marks"), state with { Query = loose, Page = 1 });
            }

            var best = (Count: 0, Part: (QueryPart?)null);
            foreach (var part in parts.Where(part => part.Rest is not null).Take(MostWordsTried))
            {
                var count = await CountAsync(state with { Query = part.Rest!, Page = 1 });
                best = count > best.Count ? (count, part) : best;
            }

            if (best.Part is { } word)
            {
                Add(best.Count, language.Pick($"Ohne das Wort „{word.Text}“", $"Without the word “{word.Text}”"), state with { Query = word.Rest!, Page = 1 });
            }
        }

        async Task AddAsync(string text, SearchState other) => Add(await CountAsync(other), text, other);

        void Add(int count, string text, SearchState other) =>
            ways.Add((count, new WayOutView(text, other.Href(path), CountText(language, other.Mode, count))));

        async Task<int> CountAsync(SearchState other) =>
            (await searcher.SearchAsync(SearchRequests.Of(other, language, labels.Regions) with { PageSize = 0 }, ct)).Total;
    }

    private static AroundView Around(SearchState state, Surroundings? around, FilterLabels labels, string path)
    {
        var (language, regions) = (labels.Language, labels.Regions);
        var kilometres = around?.Kilometres ?? Surroundings.Usual;
        return new AroundView(
            around?.FormText(regions, state) ?? state.Around,
            [.. Surroundings.Steps.Append(kilometres).Distinct().Order().Select(step => new SortView($"{step}", $"{step} km", step == kilometres))],
            around?.Problem ?? (around is { Others.Count: > 0 }
                ? language.Pick($"Gesucht wurde um {regions.QualifiedName(around.Place!)}. Orte desselben Namens:", $"Searched around {regions.QualifiedName(around.Place!)}. Places of the same name:")
                : null),
            [.. around?.Others.Select(other => new Link(regions.QualifiedName(other), (state with { Around = other.CanonicalAgs, Page = 1 }).Href(path))) ?? []]);
    }
}
