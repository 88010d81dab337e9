using System.Text.Json.Nodes;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Text;

namespace Zukunftswerkstatt.Site.Measures;

/// <summary>A measure type: when it is sensible, when it is not, and who did it.</summary>
internal sealed class MeasurePage(IContentReader content, Vocabularies vocabularies, CaseSearch cases, PageRenderer renderer, PageShell shell) : IItemPage
{
    private const string Part = "MeasureType";

    public string ContentType => Part;

    public async Task<PageResult> BuildAsync(ContentItem item, PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var words = renderer.Words(language);
        var translations = await content.TranslationsAsync(item, ct);
        var german = translations.FirstOrDefault(t => ItemParts.LangOf(t) == "de") ?? item;
        var found = await cases.FindAsync(language, SearchNames.Measure, german.Path![(german.Path!.LastIndexOf('/') + 1)..], ct);
        var view = new MeasureView
        {
            ContentItem = ItemParts.View(item),
            Title = item.DisplayText,
            Lang = ItemParts.ForeignLang(item, language),
            Original = ItemParts.ForeignLang(item, language) is null ? null : "/" + item.Path,
            Ribbon = ItemParts.IsSample(item) ? new RibbonView(words["sample.measure"]) : null,
            Summary = item.Text(Part, "Summary"),
            Synonyms = item.Values(Part, "Synonyms"),
            Topics = [.. (await vocabularies.GetAsync(ct)).ByIds(item.Terms(Part, "Topics")).Select(term => new Link(term.Label(language.Code), Paths.Topic(language, term.Slug)))],
            Description = MarkdownRenderer.RenderText(item.Markdown(Part, "Description"), 3, "d-"),
            SensibleWhen = MarkdownRenderer.RenderText(item.Markdown(Part, "SensibleWhen"), 4, "s-"),
            NotSensibleWhen = MarkdownRenderer.RenderText(item.Markdown(Part, "NotSensibleWhen"), 4, "n-"),
            CaseCount = words.Count("measure.cases", found.Total),
            Cases = found.Cards,
            AllCases = found.AllHref,
            Sources = ItemParts.Sources(item, language),
            Citation = ItemParts.Citation(item, language, words, shell.Absolute("/" + item.Path)),
        };
        var jsonLd = JsonLd.Write(new JsonObject
        {
            ["@type"] = "Article",
            ["@id"] = shell.Absolute(Paths.Permanent(item.ContentItemId)),
            ["url"] = shell.Absolute("/" + item.Path),
            ["headline"] = item.DisplayText,
            ["description"] = view.Summary,
            ["inLanguage"] = ItemParts.LangOf(item),
            ["dateModified"] = item.ModifiedUtc?.ToString("O"),
        });
        return new PageResult.Page
        {
            Templates = ["Content-MeasureType", "Content"],
            Model = view,
            Head = ItemParts.Head(item, language, translations, Section.None, view.Summary, jsonLd),
            Tags = [.. ItemParts.Tags(item, language, translations), CacheTags.Search],
        };
    }
}
