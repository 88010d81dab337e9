using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Events;

/// <summary>An event: when, where, programme, how to take part, and what came of it.</summary>
internal sealed class EventPage(ArticleParts parts, IRegionRegister register) : IItemPage
{
    public string ContentType => "Event";

    public async Task<PageResult> BuildAsync(ContentItem item, PageRequest request, CancellationToken ct)
    {
        const string part = "Event";
        var language = request.Language;
        var foreign = ItemParts.ForeignLang(item, language);
        var translations = await parts.TranslationsAsync(item, ct);
        var organisers = await parts.ManyAsync(item.Ids(part, "Organisers"), language, ct);
        var workshops = await parts.ManyAsync(item.Ids(part, "Workshops"), language, ct);
        var initiatives = await parts.ManyAsync(item.Ids(part, "Initiatives"), language, ct);
        var when = EventDates.Of(item, parts.Today);
        var view = parts.Start(item, language) with
        {
            Kicker = item.Text(part, "Motto") is { Length: > 0 } motto ? new Link(language.Pick($"„{motto}“", $"“{motto}”"), null, foreign) : null,
            Place = PlaceViews.Line(language, parts.Regions, item.Text(part, "Ags")),
            Leaf = when is null ? null : ArticleParts.Leaf(language, when.Start, parts.Today, large: true),
            Summary = item.Text(part, "Summary"),
            Notice = item.Text(part, "Status") == "cancelled" ? language.Pick("Diese Veranstaltung ist abgesagt.", "This event is cancelled.") : null,
            Tab = when is null ? null : when.State(language),
            Facts = Facts(item, when, organisers, register.Current, language, foreign),
            Buttons = [new Link(language.Pick("In den Kalender (.ics)", "Add to calendar (.ics)"), $"/{item.Path}.ics"), .. Registration(item, when, language)],
            Chapters = [.. new[]
            {
                ArticleParts.Chapter("body", when?.Past == true ? language.Pick("Worum es ging", "What it was about") : language.Pick("Worum es geht", "What it is about"), item.Markdown(part, "Body")),
                ArticleParts.Chapter("accessibility", language.Pick("Barrierefreiheit vor Ort", "Accessibility on site"), item.Markdown(part, "Accessibility")),
                ArticleParts.Chapter("review", language.Pick("Rückblick", "Looking back"), item.Markdown(part, "Review")),
            }.OfType<ChapterView>()],
            Programme = [.. item.Bag("Programme").Select(p => new ProgrammeView(
                Clock(p.Text("ProgrammeItem", "Time"), language), p.Text("ProgrammeItem", "Title") ?? p.DisplayText, p.Text("ProgrammeItem", "Speaker"), p.Text("ProgrammeItem", "Description")))],
            Groups = [.. new[]
            {
                new RowGroup("workshops", language.Pick("Was daraus hervorging", "What came of it"), "", [.. workshops.Select(w => ArticleParts.Row(w, language, "Workshop", w.Text("Workshop", "Summary")))]),
                new RowGroup("initiatives", language.Pick("Initiativen dazu", "Related initiatives"), "", [.. initiatives.Select(i => ArticleParts.Row(i, language, null, i.Text("Initiative", "Summary")))]),
            }.Where(g => g.Rows.Count > 0)],
        };
        return new PageResult.Page
        {
            Templates = ["Content-Event", "Content"],
            Model = view,
            Head = ItemParts.Head(item, language, translations, Section.Events, view.Summary, EventJsonLd.Of(item, when, organisers)),
            Tags = ItemParts.Tags(item, language, [.. translations, .. organisers, .. workshops, .. initiatives]),
        };
    }

    private static List<FactRow> Facts(
        ContentItem item, EventDates? when, IReadOnlyList<ContentItem> organisers, RegionSnapshot regions, Language language, string? foreign)
    {
        const string part = "Event";
        var online = item.Flag(part, "Online") == true;
        var place = string.Join(", ", new[] { item.Text(part, "Venue"), item.Text(part, "Street"), item.Text(part, "City") }.Where(t => !string.IsNullOrWhiteSpace(t)));
        var rows = new List<FactRow>
        {
            new(language.Pick("Wann", "When"), when is null ? [] : [new(when.Days(language))]),
            new(language.Pick("Uhrzeit", "Time"), when is null or { DateOnly: true } ? [] : [new(when.Hours(language))]),
            new(language.Pick("Wo", "Where"), online ? [new("Online", when?.Past == false ? ItemParts.WebAddress(item.Link(part, "OnlineLink").Url) : null)] : place.Length > 0 ? [new(place, PlaceViews.Canonical(regions, item.Text(part, "Ags")) is { } region ? Paths.Region(language, region.Ags) : null)] : []),
            new(language.Pick("Veranstalter", "Organisers"), [.. organisers.Select(o => ArticleParts.LinkTo(o, language))]),
        };
        if (when?.Past != true)
        {
            rows.Add(new(language.Pick("Anmeldung", "Registration"), RegistrationText(item, language) is { } how ? [new(how)] : []));
            if (item.Number(part, "Capacity") is { } capacity)
            {
                rows.Add(new(language.Pick("Plätze", "Places"), [new(language.Number((long)capacity))]));
            }
        }

        if (item.Number(part, "Participants") is { } participants)
        {
            rows.Add(new(language.Pick("Dabei", "Took part"), [new(language.Pick("rund ", "about ") + language.Count((long)participants, "Mensch", "Menschen", "person", "people"))]));
        }

        rows.Add(new(language.Pick("Barrierefreiheit", "Accessibility"), item.Markdown(part, "Accessibility") is { Length: > 0 } ? [new(language.Pick("siehe unten", "see below"), "#accessibility", foreign is null ? null : language.Code)] : []));
        return rows;
    }

    private static string? RegistrationText(ContentItem item, Language language)
    {
        var how = item.Text("Event", "Registration") switch
        {
            "none" => language.Pick("nicht nötig", "not needed"),
            "mail" => language.Pick("per E-Mail", "by e-mail"),
            "link" => language.Pick("über eine Webseite", "on a web page"),
            "invitation" => language.Pick("auf Einladung", "by invitation"),
            _ => null,
        };
        return how is not null && item.Date("Event", "RegistrationDeadline") is { } deadline
            ? language.Pick($"{how}, bis {Dates.Day(language, deadline)}", $"{how}, until {Dates.Day(language, deadline)}")
            : how;
    }

    private static IEnumerable<Link> Registration(ContentItem item, EventDates? when, Language language)
    {
        if (when?.Past != false || item.Text("Event", "Status") == "cancelled")
        {
            yield break;
        }

        var url = item.Link("Event", "RegistrationLink").Url;
        if (item.Text("Event", "Registration") == "mail" && url is not null && url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            yield return new Link(language.Pick("Per E-Mail anmelden", "Register by e-mail"), url);
        }
        else if (ItemParts.WebAddress(url) is { } address)
        {
            yield return new Link(language.Pick("Zur Anmeldung", "To the registration"), address);
        }
    }

    private static string? Clock(string? time, Language language) => time is { Length: 5 } && !language.IsEnglish ? $"{time.Replace(':', '.')} Uhr" : time;
}
