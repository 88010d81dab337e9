using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Initiatives;

/// <summary>Reads everything that pages show of one initiative.</summary>
internal sealed class InitiativeReader(
    IContentReader content, TranslatedItems translated, Vocabularies vocabularies, Factors factors, IRegionRegister regions, TimeProvider time)
{
    private const int MostReferring = 120;
    private const string Part = "Initiative";

    public async Task<InitiativeMaterial> ReadAsync(ContentItem item, Language language, CancellationToken ct)
    {
        var translations = await content.TranslationsAsync(item, ct);
        return new InitiativeMaterial
        {
            Item = item,
            Period = InitiativeMaterial.PeriodOf(item),
            Language = language,
            Vocabularies = await vocabularies.GetAsync(ct),
            Factors = await factors.GetAsync(ct),
            Regions = regions.Current,
            Referred = await translated.GetManyAsync(language, ReferredIds(item), ct),
            Referring = await ReferringAsync(item, translations, language, ct),
            Translations = translations,
            Today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), EventTimes.Zone(null)).Date,
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
}
