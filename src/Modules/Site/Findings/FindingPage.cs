using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Findings;

/// <summary>A finding: what was said in which workshop, how many agreed, and which factor and initiative it speaks of.</summary>
internal sealed class FindingPage(ArticleParts parts) : IItemPage
{
    private const int OthersShown = 5;

    public string ContentType => "Finding";

    public async Task<PageResult> BuildAsync(ContentItem item, PageRequest request, CancellationToken ct)
    {
        const string part = "Finding";
        var language = request.Language;
        var translations = await parts.TranslationsAsync(item, ct);
        var catalogue = await parts.FactorsAsync(ct);
        var workshop = await parts.ManyAsync(item.Ids(part, "Workshop"), language, ct) is [var first, ..] ? first : null;
        var factors = item.Ids(part, "Factors").Select(catalogue.ById).OfType<Factor>().DistinctBy(f => f.Slug).ToList();
        var initiatives = await parts.ManyAsync(item.Ids(part, "Initiatives"), language, ct);
        var siblings = workshop is null ? [] : await parts.ReferringAsync(workshop, await parts.TranslationsAsync(workshop, ct), part, language, ct);
        var others = siblings.Where(f => f.ContentItemId != item.ContentItemId).OrderByDescending(f => f.Number(part, "Points") ?? 0).Take(OthersShown).ToList();
        var mostPoints = siblings.Select(f => (int)(f.Number(part, "Points") ?? 0)).DefaultIfEmpty(0).Max();
        var kind = item.Text(part, "Kind") ?? "";
        var regions = item.Values(part, "Ags") is { Count: > 0 } own ? own : workshop?.Values("Workshop", "Ags") ?? [];
        var view = parts.Start(item, language) with
        {
            Kicker = new Link(language.Pick($"Befund: {Labels.FindingKind(language, kind)}", $"Finding: {Labels.FindingKind(language, kind)}"), Paths.Findings(language)),
            Place = PlaceViews.Line(language, parts.Regions, regions is [var ags, ..] ? ags : null),
            Summary = item.Text(part, "Text") is { } text && text != item.DisplayText ? text : null,
            Facts =
            [
                new("Workshop", workshop is null ? [] : [ArticleParts.LinkTo(workshop, language)]),
                new(language.Pick("Datum", "Date"), workshop?.Date("Workshop", "Date") is { } date ? [new(Dates.Day(language, date))] : []),
                new(language.Pick("Art", "Kind"), [new(Labels.FindingKind(language, kind))]),
                new(language.Pick("Zustimmung", "Approval"), item.Number(part, "Points") is { } points ? [new(language.Count((long)points, "Punkt", "Punkte", "point", "points"))] : []),
                new(language.Pick("Strittig", "Disputed"), item.Flag(part, "Disputed") is { } disputed ? [new(disputed ? language.Pick("ja", "yes") : language.Pick("nein", "no"))] : []),
            ],
            Thread = ThreadViews.At(part, language, workshop is null ? 0 : 1, 1, factors.Count, initiatives.Count, language.Pick("diese Seite", "this page"),
                workshop?.Path is { } path ? Paths.Item(language, path) : null,
                factors is [var only] ? Paths.Item(language, only.In(language.Code).Path) : factors.Count > 1 ? "#factors" : null,
                initiatives.Count > 0 ? "#initiatives" : null),
            Groups = [.. new[]
            {
                new RowGroup("factors", language.Pick("Erfolgsfaktoren, die er nennt", "Success factors that it names"), "", [.. factors.Select(f => WorkshopPage.FactorRow(f, language))]),
                new RowGroup("initiatives", language.Pick("Initiativen, von denen er spricht", "Initiatives that it speaks of"), "", [.. initiatives.Select(i => ArticleParts.Row(i, language, null, i.Text("Initiative", "Summary")))]),
                new RowGroup("others", language.Pick("Aus demselben Workshop", "From the same workshop"), "points", [.. others.Select(f => ArticleParts.FindingRow(f, language, mostPoints, withKind: true))],
                    workshop?.Path is { } all && siblings.Count > others.Count + 1 ? new Link(language.Pick($"Alle {siblings.Count} Befunde", $"All {siblings.Count} findings"), Paths.Item(language, all)) : null),
            }.Where(g => g.Rows.Count > 0)],
        };
        return new PageResult.Page
        {
            Templates = ["Content-Finding", "Content"],
            Model = view,
            Head = ItemParts.Head(item, language, translations, Section.Findings, item.Text(part, "Text"), null),
            Tags = [.. ItemParts.Tags(item, language, [.. translations, .. siblings, .. initiatives, .. workshop is null ? [] : new[] { workshop }]), CacheTags.Type("SuccessFactor")],
        };
    }
}
