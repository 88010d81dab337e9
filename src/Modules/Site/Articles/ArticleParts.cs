using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;
using Zukunftswerkstatt.Site.Text;

namespace Zukunftswerkstatt.Site.Articles;

/// <summary>What the pages of factors, workshops, findings and events are made with; each reads through it and none holds state.</summary>
internal sealed class ArticleParts(
    IContentReader content, TranslatedItems translated, ISearcher searcher, Vocabularies vocabularies, Factors factors, IRegionRegister register, PageRenderer renderer, PageShell shell, TimeProvider time)
{
    public IContentReader Content => content;

    public RegionSnapshot Regions => register.Current;

    public DateTime Today => TimeZoneInfo.ConvertTime(time.GetUtcNow(), EventTimes.Zone(null)).Date;

    public ValueTask<VocabularySet> VocabulariesAsync(CancellationToken ct) => vocabularies.GetAsync(ct);

    public ValueTask<FactorCatalogue> FactorsAsync(CancellationToken ct) => factors.GetAsync(ct);

    public ValueTask<IReadOnlyList<ContentItem>> TranslationsAsync(ContentItem item, CancellationToken ct) => content.TranslationsAsync(item, ct);

    /// <summary>Items of a type that refer to the item, or to a translation of it; each once, in the page's language where there is one.</summary>
    public async Task<IReadOnlyList<ContentItem>> ReferringAsync(ContentItem item, IReadOnlyList<ContentItem> translations, string type, Language language, CancellationToken ct)
    {
        const int most = 200;
        var found = new List<ContentItem>();
        foreach (var id in translations.Select(t => t.ContentItemId).Append(item.ContentItemId).Distinct())
        {
            found.AddRange(await content.ReferringAsync(id, type, most, ct));
        }

        return await InLanguageAsync(found, language, ct);
    }

    /// <summary>The items by id, in the page's language where they exist in it, in their order.</summary>
    public async Task<IReadOnlyList<ContentItem>> ManyAsync(IReadOnlyList<string> ids, Language language, CancellationToken ct)
    {
        var items = await ByIdAsync(ids, language, ct);
        return [.. ids.Select(id => items.GetValueOrDefault(ContentIds.Key(id))).OfType<ContentItem>().DistinctBy(item => ContentIds.Key(item.ContentItemId))];
    }

    /// <summary>The items that have these ids, in the page's language where they exist in it, by the id asked for in lower case.</summary>
    public Task<IReadOnlyDictionary<string, ContentItem>> ByIdAsync(IReadOnlyList<string> ids, Language language, CancellationToken ct) =>
        translated.GetManyAsync(language, ids, ct);

    /// <summary>The items, each once and in the page's language where it exists in it, in their order.</summary>
    public Task<IReadOnlyList<ContentItem>> InLanguageAsync(IReadOnlyCollection<ContentItem> items, Language language, CancellationToken ct) =>
        translated.InAsync(language, items, ct);

    /// <summary>Counts of a search, without hits.</summary>
    public ValueTask<SearchResult> CountAsync(SearchState state, Language language, CancellationToken ct, params IReadOnlyList<FacetWish> wishes) =>
        searcher.SearchAsync(SearchRequests.Of(state, language, register.Current) with { PageSize = 0, FacetWishes = wishes }, ct);

    public ValueTask<SearchResult> HitsAsync(SearchState state, int size, Language language, CancellationToken ct) =>
        searcher.SearchAsync(SearchRequests.Of(state, language, register.Current) with { PageSize = size, Sort = SearchSort.Newest }, ct);

    public async ValueTask<HitViews> RowsAsync(Language language, CancellationToken ct) => new(language, await factors.GetAsync(ct), register.Current, time);

    public ArticleView Start(ContentItem item, Language language)
    {
        var words = renderer.Words(language);
        var lang = ItemParts.ForeignLang(item, language);
        return new ArticleView
        {
            Title = item.DisplayText,
            Lang = lang,
            Original = lang is null ? null : "/" + item.Path,
            Ribbon = ItemParts.IsSample(item) ? new RibbonView(words["sample.article"]) : null,
            Sources = ItemParts.Sources(item, language),
            Citation = ItemParts.Citation(item, language, words, shell.Absolute("/" + item.Path)),
        };
    }

    public static ChapterView? Chapter(string id, string title, string? markdown) =>
        MarkdownRenderer.RenderText(markdown, 3, id + "-") is { } html ? new ChapterView(id, title, html) : null;

    /// <summary>A link to an item in the page's language.</summary>
    public static Link LinkTo(ContentItem item, Language language) =>
        new(item.DisplayText, item.Path is { } path ? Paths.Item(language, path) : null, ItemParts.ForeignLang(item, language));

    public static LeafView Leaf(Language language, DateTime date, DateTime today, bool large) => new(
        date.ToString("MMMM", language.Culture), date.Day.ToString(language.Culture), date.Year.ToString(language.Culture),
        date.ToString(large ? "dddd" : "ddd", language.Culture).TrimEnd('.'), date.Date < today, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A finding as an entry of a list; the bar is measured against the most approved one.</summary>
    public static RowView FindingRow(ContentItem finding, Language language, int mostPoints, bool withKind)
    {
        var points = (int?)finding.Number("Finding", "Points");
        var kind = withKind && finding.Text("Finding", "Kind") is { } code ? Labels.FindingKind(language, code) : null;
        var disputed = finding.Flag("Finding", "Disputed") == true ? language.Pick("strittig", "disputed") : null;
        return new RowView
        {
            Title = finding.DisplayText,
            Href = finding.Path is { } path ? Paths.Item(language, path) : null,
            Lang = ItemParts.ForeignLang(finding, language),
            Meta = string.Join(" · ", new[] { kind, disputed }.OfType<string>()) is { Length: > 0 } meta ? meta : null,
            Text = finding.Text("Finding", "Text") is { } text && text != finding.DisplayText ? text : null,
            Points = points is { } p ? language.Count(p, "Punkt", "Punkte", "point", "points") : null,
            PointsWidth = points is { } width && mostPoints > 0 ? (100 * width / mostPoints).ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            Sample = ItemParts.IsSample(finding),
        };
    }

    public static RowView Row(ContentItem item, Language language, string? meta = null, string? text = null) => new()
    {
        Title = item.DisplayText,
        Href = item.Path is { } path ? Paths.Item(language, path) : null,
        Lang = ItemParts.ForeignLang(item, language),
        Meta = meta,
        Text = text,
        Sample = ItemParts.IsSample(item),
    };
}
