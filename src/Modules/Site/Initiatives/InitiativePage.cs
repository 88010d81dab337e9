using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Initiatives;

/// <summary>Reads what an initiative's page needs and hands it to the views.</summary>
internal sealed class InitiativePage(
    IContentReader content, TranslatedItems translated, Vocabularies vocabularies, Factors factors, IRegionRegister regions, PageRenderer renderer, PageShell shell, TimeProvider time) : IItemPage
{
    private const int MostReferring = 120;
    private const string Part = "Initiative";

    public string ContentType => Part;

    public async Task<PageResult> BuildAsync(ContentItem item, PageRequest request, CancellationToken ct)
    {
        var translations = await content.TranslationsAsync(item, ct);
        var material = new InitiativeMaterial
        {
            Item = item,
            Language = request.Language,
            Vocabularies = await vocabularies.GetAsync(ct),
            Factors = await factors.GetAsync(ct),
            Regions = regions.Current,
            Referred = await translated.GetManyAsync(request.Language, ReferredIds(item), ct),
            Referring = await ReferringAsync(item, translations, request.Language, ct),
            Translations = translations,
            Today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), EventTimes.Zone(null)).Date,
        };
        var words = renderer.Words(request.Language);
        var view = new InitiativeViews(material, words).Build(shell.Absolute("/" + item.Path));
        return new PageResult.Page
        {
            Templates = ["Content-Initiative", "Content"],
            Model = view,
            Head = ItemParts.Head(item, request.Language, translations, Section.Initiatives, view.Summary, InitiativeJsonLd.Of(material, shell)),
            Tags = [.. ItemParts.Tags(item, request.Language, [.. material.Referred.Values, .. material.Referring, .. translations]), .. FactorTags(material)],
        };
    }

    // The German entry of an English one collects evidence that nobody has translated; each thing once, in the page's language if it exists there.
    private async Task<IReadOnlyList<ContentItem>> ReferringAsync(ContentItem item, IReadOnlyList<ContentItem> translations, Language language, CancellationToken ct)
    {
        var referring = await content.ReferringAsync(item.ContentItemId, MostReferring, ct);
        if (ItemParts.LangOf(item) != "de" && translations.FirstOrDefault(t => ItemParts.LangOf(t) == "de") is { } german)
        {
            referring = [.. referring, .. await content.ReferringAsync(german.ContentItemId, MostReferring, ct)];
        }

        return await translated.InAsync(language, referring, ct);
    }

    private static List<string> ReferredIds(ContentItem item) =>
    [
        .. item.Bag("Organisations").SelectMany(role => role.Ids("OrganisationRole", "Organisation")),
        .. item.Ids(Part, "MeasureType"), .. item.Ids(Part, "PartOf"), .. item.Ids(Part, "AdoptedFrom"), .. item.Ids(Part, "Predecessor"),
    ];

    private static IEnumerable<string> FactorTags(InitiativeMaterial material) => material.ReferringOf("FactorEvidence")
        .SelectMany(evidence => evidence.Ids("FactorEvidence", "Factor")).Select(Http.CacheTags.Item).Distinct();
}
