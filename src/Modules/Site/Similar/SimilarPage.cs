using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Similar;

/// <summary>
/// Similar initiatives of one, on a page of their own: finding them costs twenty times as much as the rest of the initiative's page. That links
/// here, and a script puts the cards in its place.
/// </summary>
internal sealed class SimilarPage(IContentReader content, InitiativeReader initiatives, SimilarCards similar, PageRenderer renderer) : IPage
{
    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        if (await content.GetAsync(request.Route["id"], ct) is not { ContentType: "Initiative", Path: { } path } item)
        {
            return PageResult.Missing;
        }

        var material = await initiatives.ReadAsync(item, language, ct);
        if (ItemParts.ForeignLang(item, language) is not null && Translation(material, language) is { } own)
        {
            return PageResult.Moved(Paths.Similar(language, own.ContentItemId));
        }

        var (cards, tags) = await similar.OfAsync(material, ct);
        var other = language.IsEnglish ? Language.German : Language.English;
        var title = renderer.Words(language).With("similar.of", "title", item.DisplayText);
        return new PageResult.Page
        {
            Templates = ["Similar"],
            Model = new SimilarView(item.DisplayText, ItemParts.ForeignLang(item, language), Paths.Item(language, path), cards),
            Head = new PageHead
            {
                Title = title,
                Description = title,
                Path = Paths.Similar(language, item.ContentItemId),
                SwitchPath = Paths.Similar(other, (Translation(material, other) ?? item).ContentItemId),
                Section = Section.Initiatives,
                NoIndex = true,
            },
            Tags = [.. InitiativePage.Tags(material), .. tags],
        };
    }

    private static ContentItem? Translation(InitiativeMaterial material, Language language) =>
        material.Translations.FirstOrDefault(translation => ItemParts.ForeignLang(translation, language) is null);
}

/// <summary>Similar initiatives; none is possible.</summary>
internal sealed record SimilarView(string Title, string? Lang, string Url, IReadOnlyList<CardView> Cards);
