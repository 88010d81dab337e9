using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Topics;

/// <summary>The fields of action as a table of contents, and the other vocabularies.</summary>
internal sealed class TopicsPage(ArticleParts parts) : IPage
{
    /// <summary>Vocabularies by which initiatives are searched, with their facets.</summary>
    internal static readonly IReadOnlyList<(string Key, string Facet)> Searched =
    [
        (VocabularyKeys.Topics, SearchNames.Topic), (VocabularyKeys.Goals, SearchNames.Goal), (VocabularyKeys.Kinds, SearchNames.Kind),
        (VocabularyKeys.Scopes, SearchNames.Scope), (VocabularyKeys.Groups, SearchNames.Group),
    ];

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var vocabularies = await parts.VocabulariesAsync(ct);
        var state = new SearchState { Mode = SearchNames.Initiatives };
        var groups = new List<TopicGroup>();
        foreach (var (key, facet) in Searched)
        {
            if (vocabularies.Find(key) is not { } vocabulary)
            {
                continue;
            }

            var lines = new List<TopicLine>();
            foreach (var term in vocabulary.Top)
            {
                // One small count per term of the top level; a facet alone would not say how many lie below a term that is not chosen.
                var count = await parts.CountAsync(state.With(facet, term.Slug), language, ct);
                lines.Add(new TopicLine(term.Label(language.Code), Paths.Topic(language, term.Slug), language.Number(count.Total), null,
                    [.. vocabulary.Below(term.Slug).Select(t => new Link(t.Label(language.Code), Paths.Topic(language, t.Slug)))]));
            }

            groups.Add(new TopicGroup(key, TopicLabels.Vocabulary(language, key), lines));
        }

        return new PageResult.Page
        {
            Templates = ["Topics"],
            Model = new TopicsView(groups),
            Head = new PageHead
            {
                Title = language.Pick("Handlungsfelder und Begriffe", "Fields of action and terms"),
                Description = language.Pick("Die Handlungsfelder, Ziele, Projektarten und Zielgruppen, nach denen die Initiativen geordnet sind, mit ihrer Zahl.", "The fields of action, goals, kinds of projects and target groups by which initiatives are ordered, with their numbers."),
                Path = Paths.Topics(language),
                TranslatedPath = Paths.Topics(language.IsEnglish ? Language.German : Language.English),
            },
            Tags = [CacheTags.Search, CacheTags.Type("Taxonomy")],
        };
    }
}

/// <summary>The vocabularies.</summary>
internal sealed record TopicsView(IReadOnlyList<TopicGroup> Groups);

/// <summary>A vocabulary as a table of contents.</summary>
internal sealed record TopicGroup(string Id, string Title, IReadOnlyList<TopicLine> Lines);

/// <summary>What the vocabularies are called.</summary>
internal static class TopicLabels
{
    public static string Vocabulary(Language language, string key) => key switch
    {
        VocabularyKeys.Topics => language.Pick("Handlungsfelder", "Fields of action"),
        VocabularyKeys.Goals => language.Pick("Projektziele", "Goals"),
        VocabularyKeys.Kinds => language.Pick("Projektarten", "Kinds of projects"),
        VocabularyKeys.Scopes => language.Pick("Gebietsbezüge", "Scopes"),
        VocabularyKeys.Groups => language.Pick("Zielgruppen", "Target groups"),
        VocabularyKeys.CarrierTypes => language.Pick("Trägertypen", "Types of carriers"),
        VocabularyKeys.Dimensions => language.Pick("Dimensionen der Erfolgsfaktoren", "Dimensions of success factors"),
        VocabularyKeys.ProcessSteps => language.Pick("Prozessschritte", "Process steps"),
        VocabularyKeys.Methods => language.Pick("Methoden", "Methods"),
        _ => key,
    };
}
