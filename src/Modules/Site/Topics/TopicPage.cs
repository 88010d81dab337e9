using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Findings;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Topics;

/// <summary>A term of a vocabulary: what it means, what is broader and narrower, and what is filed under it.</summary>
internal sealed class TopicPage(ArticleParts parts) : IPage
{
    private const int ShownInitiatives = 9;
    private const int ShownFactors = 6;

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var vocabularies = await parts.VocabulariesAsync(ct);
        if (vocabularies.BySlug(request.Route["slug"]) is not { } term || vocabularies.Find(term.Vocabulary) is not { } vocabulary)
        {
            return PageResult.Missing;
        }

        var catalogue = await parts.FactorsAsync(ct);
        var facet = TopicsPage.Searched.FirstOrDefault(s => s.Key == term.Vocabulary).Facet;
        var state = facet is null ? null : new SearchState { Mode = SearchNames.Initiatives }.With(facet, term.Slug);
        var initiatives = state is null ? null : await parts.HitsAsync(state, ShownInitiatives, language, ct);
        var counts = state is null ? null : await parts.CountAsync(state, language, ct, new FacetWish(SearchNames.Factor, ShownFactors), new FacetWish(SearchNames.Topic, 100));
        var hits = await parts.RowsAsync(language, ct);
        var search = Paths.Search(language);
        var other = language.IsEnglish ? Language.German : Language.English;
        var label = term.Label(language.Code);
        var view = new TopicView
        {
            Title = label,
            Vocabulary = new Link(TopicLabels.Vocabulary(language, term.Vocabulary), Paths.Topics(language) + (facet is null ? "" : $"#{term.Vocabulary}")),
            Definition = term.Definition,
            DefinitionLang = language.IsEnglish ? "de" : null,
            Broader = vocabularies.BySlug(term.Broader) is { } broader ? new Link(broader.Label(language.Code), Paths.Topic(language, broader.Slug)) : null,
            Narrower = [.. vocabulary.Below(term.Slug).Select(t => new TopicLine(t.Label(language.Code), Paths.Topic(language, t.Slug), language.Number(CountOf(counts, SearchNames.Topic, t.Slug)), null, []))],
            Initiatives = initiatives is null ? [] : [.. initiatives.Hits.Select(h => hits.Card(h))],
            InitiativesTitle = initiatives is null ? "" : language.Count(initiatives.Total, "Initiative", "Initiativen", "initiative", "initiatives"),
            All = initiatives is null || initiatives.Total <= ShownInitiatives ? null : new Link(language.Pick($"Alle {language.Number(initiatives.Total)} ansehen", $"See all {language.Number(initiatives.Total)}"), state!.Href(search)),
            Factors = counts is null
                ? [.. catalogue.All.Where(f => f.DimensionId is { } id && vocabularies.ById(id)?.Slug == term.Slug).Select(f => WorkshopPage.FactorRow(f, language))]
                : [.. counts.Facets.First(f => f.Name == SearchNames.Factor).Values.Where(v => v.Count > 0).Take(ShownFactors)
                    .Select(v => (Factor: catalogue.BySlug(v.Code), v.Count)).Where(p => p.Factor is not null)
                    .Select(p => WorkshopPage.FactorRow(p.Factor!, language) with { Meta = language.Pick($"in {language.Count(p.Count, "Initiative", "Initiativen", "", "")} beobachtet", $"observed in {language.Count(p.Count, "", "", "initiative", "initiatives")}") })],
        };
        return new PageResult.Page
        {
            Templates = ["Topic"],
            Model = view,
            Head = new PageHead
            {
                Title = label,
                Description = term.Definition ?? label,
                Path = Paths.Topic(language, term.Slug),
                TranslatedPath = Paths.Topic(other, term.Slug),
                NoIndex = facet is null && view.Factors.Count == 0,
            },
            Tags = [CacheTags.Search, CacheTags.Type("Taxonomy"), CacheTags.Type("SuccessFactor")],
        };
    }

    private static int CountOf(SearchResult? counts, string facet, string code) =>
        counts?.Facets.FirstOrDefault(f => f.Name == facet)?.Values.FirstOrDefault(v => v.Code == code)?.Count ?? 0;
}

/// <summary>The page of a term.</summary>
internal sealed record TopicView
{
    public required string Title { get; init; }

    public required Link Vocabulary { get; init; }

    public string? Definition { get; init; }

    public string? DefinitionLang { get; init; }

    public Link? Broader { get; init; }

    public IReadOnlyList<TopicLine> Narrower { get; init; } = [];

    public required string InitiativesTitle { get; init; }

    public IReadOnlyList<CardView> Initiatives { get; init; } = [];

    public Link? All { get; init; }

    public IReadOnlyList<RowView> Factors { get; init; } = [];
}
