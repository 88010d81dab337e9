using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Findings;

/// <summary>A workshop with its findings, grouped by kind.</summary>
internal sealed class WorkshopPage(ArticleParts parts) : IItemPage
{
    public string ContentType => "Workshop";

    public async Task<PageResult> BuildAsync(ContentItem item, PageRequest request, CancellationToken ct)
    {
        const string part = "Workshop";
        var language = request.Language;
        var translations = await parts.TranslationsAsync(item, ct);
        var terms = await parts.VocabulariesAsync(ct);
        var catalogue = await parts.FactorsAsync(ct);
        var findings = await parts.ReferringAsync(item, translations, "Finding", language, ct);
        var events = await parts.ReferringAsync(item, translations, "Event", language, ct);
        var factors = findings.SelectMany(f => f.Ids("Finding", "Factors")).Select(catalogue.ById).OfType<Factor>().DistinctBy(f => f.Slug).ToList();
        var initiatives = await parts.ManyAsync([.. item.Ids(part, "Initiatives").Concat(findings.SelectMany(f => f.Ids("Finding", "Initiatives"))).Distinct()], language, ct);
        var mostPoints = findings.Select(f => (int)(f.Number("Finding", "Points") ?? 0)).DefaultIfEmpty(0).Max();
        var date = item.Date(part, "Date");
        var view = parts.Start(item, language) with
        {
            Kicker = new Link(item.Text(part, "Format") is { Length: > 0 } format ? $"Workshop, {format}" : "Workshop", Paths.Findings(language)),
            Place = PlaceViews.Line(language, parts.Regions, item.Values(part, "Ags") is [var ags, ..] ? ags : null),
            Leaf = date is { } day ? ArticleParts.Leaf(language, day, parts.Today, large: true) : null,
            Summary = item.Text(part, "Summary"),
            Facts =
            [
                new(language.Pick("Wann", "When"), date is { } from ? [new(item.Date(part, "EndDate") is { } to && to != from ? language.Pick($"{Dates.Day(language, from)} bis {Dates.Day(language, to)}", $"{Dates.Day(language, from)} to {Dates.Day(language, to)}") : Dates.WeekdayAndDay(language, from))] : []),
                new(language.Pick("Wo", "Where"), item.Text(part, "Place") is { Length: > 0 } place ? [new(place, null, ItemParts.ForeignLang(item, language))] : []),
                new("Format", item.Text(part, "Format") is { Length: > 0 } kind ? [new(kind, null, ItemParts.ForeignLang(item, language))] : []),
                new(language.Pick("Prozessschritt", "Step"), [.. terms.ByIds(item.Terms(part, "ProcessStep")).Select(t => new Link(t.Label(language.Code), Paths.Topic(language, t.Slug)))]),
                new(language.Pick("Methoden", "Methods"), [.. terms.ByIds(item.Terms(part, "Methods")).Select(t => new Link(t.Label(language.Code), Paths.Topic(language, t.Slug)))]),
                new(language.Pick("Moderation", "Facilitation"), item.Text(part, "Moderation") is { Length: > 0 } moderation ? [new(moderation)] : []),
                new(language.Pick("Dabei", "Participants"), Participants(item, language)),
            ],
            Chapters = [.. new[] { ArticleParts.Chapter("body", language.Pick("Verlauf", "What happened"), item.Markdown(part, "Body")) }.OfType<ChapterView>()],
            Thread = ThreadViews.At("Workshop", language, 1, findings.Count, factors.Count, initiatives.Count, item.Date(part, "Date") is null ? language.Pick("diese Reihe", "this series") : language.Pick("dieser Tag", "this day"),
                findings.Count > 0 ? "#findings" : null, factors.Count > 0 ? "#factors" : null, initiatives.Count > 0 ? "#initiatives" : null),
            Groups =
            [
                .. Labels.FindingKindOrder.Select(kind => new RowGroup(
                        kind == Labels.FindingKindOrder.FirstOrDefault(k => findings.Any(f => f.Text("Finding", "Kind") == k)) ? "findings" : "kind-" + kind,
                        Labels.FindingKinds(language, kind), "points",
                        [.. findings.Where(f => f.Text("Finding", "Kind") == kind).OrderByDescending(f => f.Number("Finding", "Points") ?? 0).Select(f => ArticleParts.FindingRow(f, language, mostPoints, withKind: false))]))
                    .Where(g => g.Rows.Count > 0),
                .. new[]
                {
                    new RowGroup("factors", language.Pick("Erfolgsfaktoren, über die gesprochen wurde", "Success factors that were discussed"), "", [.. factors.Select(f => FactorRow(f, language))]),
                    new RowGroup("initiatives", language.Pick("Initiativen", "Initiatives"), "", [.. initiatives.Select(i => ArticleParts.Row(i, language, null, i.Text("Initiative", "Summary")))]),
                    new RowGroup("events", language.Pick("Veranstaltungen dazu", "Related events"), "", [.. events.Select(e => ArticleParts.Row(e, language))]),
                }.Where(g => g.Rows.Count > 0),
            ],
        };
        return new PageResult.Page
        {
            Templates = ["Content-Workshop", "Content"],
            Model = view,
            Head = ItemParts.Head(item, language, translations, Section.Findings, view.Summary, null),
            Tags = [.. ItemParts.Tags(item, language, [.. translations, .. findings, .. initiatives, .. events]), CacheTags.Type("SuccessFactor"), CacheTags.Type("Taxonomy")],
        };
    }

    internal static RowView FactorRow(Factor factor, Language language) => new()
    {
        Title = factor.In(language.Code).Title,
        Href = Paths.Item(language, factor.In(language.Code).Path),
        Lang = language.IsEnglish && factor.English is null ? "de" : null,
        Text = factor.In(language.Code).Statement,
        Sample = factor.Sample,
    };

    private static List<Link> Participants(ContentItem item, Language language)
    {
        var values = new List<Link>();
        if (item.Number("Workshop", "Participants") is { } number)
        {
            values.Add(new Link(language.Count((long)number, "Mensch", "Menschen", "person", "people")));
        }

        values.AddRange(item.Values("Workshop", "ParticipantGroups").Select(group => new Link(group, null, ItemParts.ForeignLang(item, language))));
        return values;
    }
}
