using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Initiatives;

/// <summary>Initiatives as cards, from the items themselves.</summary>
internal static class InitiativeCards
{
    private const string Part = "Initiative";

    public static CardView Of(ContentItem item, Language language, RegionSnapshot regions, string? reason = null)
    {
        var place = item.Bag("Regions").OrderBy(region => region.Text("RegionRole", "Role") == "place" ? 0 : 1).Select(region => region.Text("RegionRole", "Ags")).FirstOrDefault();
        return new CardView
        {
            Title = item.DisplayText,
            Url = Paths.Item(language, item.Path!),
            Lang = ItemParts.ForeignLang(item, language),
            Place = PlaceViews.Short(regions, place),
            Period = item.Date(Part, "Start") is { } start
                ? Dates.Period(language, start, item.Date(Part, "End"), item.Text(Part, "Precision"), item.Flag(Part, "Ongoing") == true)
                : null,
            Summary = item.Text(Part, "Summary"),
            Reason = reason,
            Grade = GradeView.Of(language, (int)(item.Number(Part, "EvidenceGrade") ?? 0)),
            Sample = ItemParts.IsSample(item),
        };
    }
}
