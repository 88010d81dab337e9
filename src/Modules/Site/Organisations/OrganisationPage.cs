using System.Text.Json.Nodes;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Organisations;

/// <summary>An organisation: who it is, what it runs, which events it holds.</summary>
internal sealed class OrganisationPage(IContentReader content, TranslatedItems translated, Vocabularies vocabularies, IRegionRegister regions, CaseSearch cases, PageRenderer renderer, PageShell shell) : IItemPage
{
    private const string Part = "Organisation";
    private const int MostEvents = 20;

    public string ContentType => Part;

    public async Task<PageResult> BuildAsync(ContentItem item, PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var words = renderer.Words(language);
        var translations = await content.TranslationsAsync(item, ct);
        var events = await translated.InAsync(language, await content.ReferringAsync(item.ContentItemId, "Event", MostEvents, ct), ct);
        var found = await cases.FindAsync(language, SearchNames.Organisation, ContentIds.Key(item.ContentItemId), ct);
        var seat = item.Text(Part, "SeatAgs");
        var web = ItemParts.WebAddress(item.Link(Part, "Website").Url);
        var view = new OrganisationView
        {
            ContentItem = ItemParts.View(item),
            Title = item.DisplayText,
            Lang = ItemParts.ForeignLang(item, language),
            Original = ItemParts.ForeignLang(item, language) is null ? null : "/" + item.Path,
            Ribbon = ItemParts.IsSample(item) ? new RibbonView(words["sample.organisation"]) : null,
            Summary = item.Text(Part, "Summary"),
            Place = PlaceViews.Line(language, regions.Current, seat),
            Facts =
            [
                new(words["organisation.type"], [.. (await vocabularies.GetAsync(ct)).ByIds(item.Terms(Part, "CarrierType")).Select(term => new Link(term.Label(language.Code)))]),
                new(words["organisation.seat"], PlaceViews.Canonical(regions.Current, seat) is { } region ? [new(region.Name, Paths.Region(language, region.Ags))] : []),
                new(words["organisation.web"], web is null ? [] : [new(new Uri(web).IdnHost, web)]),
                .. item.Values(Part, "Aliases") is { Count: > 0 } aliases ? [new FactRow(words["organisation.aliases"], [.. aliases.Select(alias => new Link(alias))])] : Array.Empty<FactRow>(),
            ],
            CaseCount = words.Count("organisation.cases", found.Total),
            Cases = found.Cards,
            AllCases = found.AllHref,
            Events = [.. events.Where(e => e.Path is not null).OrderByDescending(e => e.Date("Event", "Start")).Select(e => new MentionView(
                words["mention.event"],
                e.DisplayText,
                Paths.Item(language, e.Path!),
                ItemParts.ForeignLang(e, language),
                e.Date("Event", "Start") is { } start ? Dates.Day(language, EventTimes.Local(start, e.Text("Event", "TimeZone"), e.Flag("Event", "DateOnly") == true)) : null,
                ItemParts.IsSample(e)))],
            Sources = ItemParts.Sources(item, language),
        };
        var jsonLd = JsonLd.Write(new JsonObject
        {
            ["@type"] = "Organization",
            ["@id"] = shell.Absolute(Paths.Permanent(item.ContentItemId)),
            ["name"] = item.DisplayText,
            ["description"] = view.Summary,
            ["url"] = web,
        });
        return new PageResult.Page
        {
            Templates = ["Content-Organisation", "Content"],
            Model = view,
            Head = ItemParts.Head(item, language, translations, Section.None, view.Summary, jsonLd),
            Tags = [.. ItemParts.Tags(item, language, [.. translations, .. events]), CacheTags.Search],
        };
    }
}
