using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Initiatives;

/// <summary>Reads what an initiative's page needs and hands it to the views.</summary>
internal sealed class InitiativePage(InitiativeReader initiatives, PageRenderer renderer, PageShell shell) : IItemPage
{
    private const string Part = "Initiative";

    public string ContentType => Part;

    public async Task<PageResult> BuildAsync(ContentItem item, PageRequest request, CancellationToken ct)
    {
        var material = await initiatives.ReadAsync(item, request.Language, ct);
        var words = renderer.Words(request.Language);
        var view = new InitiativeViews(material, words).Build(shell.Absolute("/" + item.Path));
        return new PageResult.Page
        {
            Templates = ["Content-Initiative", "Content"],
            Model = view,
            Head = ItemParts.Head(item, request.Language, material.Translations, Section.Initiatives, view.Summary, InitiativeJsonLd.Of(material, shell)),
            Tags = Tags(material),
        };
    }

    /// <summary>Cache tags of everything that an initiative's material was read from.</summary>
    public static List<string> Tags(InitiativeMaterial material) =>
        [.. ItemParts.Tags(material.Item, material.Language, [.. material.Referred.Values, .. material.Referring, .. material.Translations]), .. FactorTags(material)];

    private static IEnumerable<string> FactorTags(InitiativeMaterial material) => material.ReferringOf("FactorEvidence")
        .SelectMany(evidence => evidence.Ids("FactorEvidence", "Factor")).Select(Http.CacheTags.Item).Distinct();
}
