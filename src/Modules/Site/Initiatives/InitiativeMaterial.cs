using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Initiatives;

/// <summary>Everything an initiative's page is made of, read before the view is built: at most eight queries, each along one index.</summary>
internal sealed record InitiativeMaterial
{
    private const string Part = "Initiative";

    public required ContentItem Item { get; init; }

    public required Language Language { get; init; }

    public required VocabularySet Vocabularies { get; init; }

    public required FactorCatalogue Factors { get; init; }

    public required RegionSnapshot Regions { get; init; }

    /// <summary>Items it refers to, by id in lower case; each in the page's language where it exists in it.</summary>
    public required IReadOnlyDictionary<string, ContentItem> Referred { get; init; }

    /// <summary>Items that refer to it or, from an English page, to its German version; each once, in the page's language where it exists in it.</summary>
    public required IReadOnlyList<ContentItem> Referring { get; init; }

    public required IReadOnlyList<ContentItem> Translations { get; init; }

    public required DateTime Today { get; init; }

    public required Period? Period { get; init; }

    public IEnumerable<string> RegionsIn(string role) => Item.Bag("Regions")
        .Where(region => region.Text("RegionRole", "Role") == role).Select(region => region.Text("RegionRole", "Ags")).OfType<string>();

    public static Period? PeriodOf(ContentItem item) => item.Date(Part, "Start") is { } start
        ? new(start, item.Date(Part, "End"), item.Text(Part, "Precision"), item.Flag(Part, "Ongoing") == true)
        : null;

    public IEnumerable<ContentItem> ReferringOf(string type) => Referring.Where(item => item.ContentType == type);

    /// <summary>Whether an id in lower case is the initiative's own or that of a translation of it.</summary>
    public bool IsSelf(string id) => id == ContentIds.Key(Item.ContentItemId) || Translations.Any(translation => id == ContentIds.Key(translation.ContentItemId));

    /// <summary>A link to an item it refers to; plain text when that has no page, null when it is not published.</summary>
    public Link? LinkTo(string id) => Referred.GetValueOrDefault(ContentIds.Key(id)) is { } item ? LinkTo(item) : null;

    public Link LinkTo(ContentItem item) =>
        new(item.DisplayText, item.Path is { } path ? Paths.Item(Language, path) : null, ItemParts.ForeignLang(item, Language));
}
