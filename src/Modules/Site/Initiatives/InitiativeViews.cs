using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Text;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Initiatives;

/// <summary>Material → view. Reads nothing.</summary>
internal sealed class InitiativeViews(InitiativeMaterial m, Translations words)
{
    private const string Part = "Initiative";
    private const int StaleAfterYears = 2;
    private const int MostMentions = 12;

    private readonly Language _language = m.Language;

    public InitiativeView Build(string address)
    {
        var item = m.Item;
        var sample = ItemParts.IsSample(item);
        var view = new InitiativeView
        {
            ContentItem = ItemParts.View(item),
            Title = item.DisplayText,
            Lang = ItemParts.ForeignLang(item, _language),
            Original = ItemParts.ForeignLang(item, _language) is null ? null : "/" + item.Path,
            Summary = item.Text(Part, "Summary"),
            Aliases = item.Values(Part, "Aliases"),
            Ribbon = sample ? new RibbonView(words["sample.initiative"]) : null,
            Place = PlaceViews.Line(_language, m.Regions, m.RegionsIn("place").FirstOrDefault() ?? m.RegionsIn("partner").FirstOrDefault()),
            Tab = sample ? words["fact.tab.sample"] : words["fact.tab"],
            Facts = FactSheet.Of(m, words),
            InitialSituation = Text("InitialSituation"),
            BuildingBlocks = Text("BuildingBlocks"),
            Steps = Text("Steps"),
            Duration = m.Period is { } period ? Durations.Of(_language, period, m.Today, Mark()) : null,
            Outcomes = [.. new[] { Chapter("Results", "results"), Chapter("Obstacles", "obstacles"), Chapter("Lessons", "lessons") }.OfType<ChapterView>()],
            Evidence = Evidence(),
            Transferability = Text("Transferability"),
            Whereabouts = Whereabouts(),
            Context = Context(),
            EvidenceReason = item.Text(Part, "EvidenceReason") is { Length: > 0 } reason ? reason : null,
            Thread = Thread(),
            Mentions = Mentions(),
            Map = PlaceViews.Map(m.Regions, [.. m.RegionsIn("place"), .. m.RegionsIn("partner"), .. m.RegionsIn("comparison")], words.With("map.label", "title", item.DisplayText)),
            Roles = [.. new[] { Role("place"), Role("partner"), Role("comparison") }.OfType<RoleView>()],
            Sources = ItemParts.Sources(item, _language),
            Citation = ItemParts.Citation(item, _language, words, address),
            Contact = Contact(),
            Related = Related(),
            SimilarHref = Paths.Similar(_language, item.ContentItemId),
            Outline = [],
        };
        return view with { Outline = Outline(view) };
    }

    private SafeHtml? Text(string field) => MarkdownRenderer.RenderText(m.Item.Markdown(Part, field), 3, field[..2].ToLowerInvariant() + "-");

    private ChapterView? Chapter(string field, string id) => Text(field) is { } html ? new ChapterView(id, words[$"initiative.{id}"], html) : null;

    private List<Link> Outline(InitiativeView view)
    {
        var outline = new List<Link>();
        Add(view.InitialSituation is not null, "initial-situation");
        Add(view.BuildingBlocks is not null, "building-blocks");
        Add(view.Steps is not null || view.Duration is not null, "implementation");
        if (view.Outcomes.Count == 0)
        {
            Add(true, "outcomes");
        }

        outline.AddRange(view.Outcomes.Select(chapter => new Link(chapter.Title, "#" + chapter.Id)));
        Add(view.Evidence.Count > 0, "factors");
        Add(true, "transferability");
        Add(view.Context.Count > 0, "context");
        Add(true, "provenance");
        Add(view.Map is not null, "places");
        Add(true, "sources");
        return outline;

        void Add(bool present, string id)
        {
            if (present)
            {
                outline.Add(new Link(words[$"initiative.{id}"], "#" + id));
            }
        }
    }

    // The first event that falls into the project or shortly after it, such as its closing.
    private (DateTime Date, string Label)? Mark()
    {
        var start = m.Period!.Start;
        var end = (m.Period.End ?? m.Today).AddDays(200);
        return m.ReferringOf("Event")
            .Select(e => (Date: e.Date("Event", "Start"), e.DisplayText))
            .Where(e => e.Date >= start && e.Date <= end && e.Date <= m.Today)
            .OrderBy(e => e.Date)
            .Select(e => ((DateTime, string)?)(e.Date!.Value, Dates.Day(_language, e.Date.Value)))
            .FirstOrDefault();
    }

    private List<EvidenceView> Evidence() => [.. m.ReferringOf("FactorEvidence").Select(evidence =>
    {
        var factor = evidence.Ids("FactorEvidence", "Factor").Select(m.Factors.ById).FirstOrDefault(f => f is not null);
        var text = factor?.In(_language.Code);
        var foreign = ItemParts.ForeignLang(evidence, _language);
        return text is null ? null : new EvidenceView(
            text.Statement,
            Paths.Item(_language, text.Path),
            foreign ?? (_language.IsEnglish && factor!.English is null ? "de" : null),
            evidence.Text("FactorEvidence", "Statement"),
            evidence.Text("FactorEvidence", "Quote") is { Length: > 0 } quote ? quote : null,
            EffectView.Of(_language, evidence.Text("FactorEvidence", "Effect") ?? FactorEffects.Neutral),
            GradeView.Of(_language, (int)(evidence.Number("FactorEvidence", "Grade") ?? 0)),
            ItemParts.IsSample(evidence) && !ItemParts.IsSample(m.Item));
    }).OfType<EvidenceView>().OrderBy(e => e.Effect.Code switch { FactorEffects.Promoting => 0, FactorEffects.Hindering => 1, _ => 2 }).ThenByDescending(e => e.Grade.Value)];

    private WhereaboutsView Whereabouts()
    {
        var code = m.Item.Text(Part, "Outcome") is { Length: > 0 } known ? known : "unknown";
        var checkedOn = m.Item.Date(Part, "OutcomeDate");
        var (url, title) = m.Item.Link(Part, "OutcomeSource");
        var label = Labels.Outcome(_language, code);
        return new WhereaboutsView(
            char.ToUpper(label[0], _language.Culture) + label[1..],
            checkedOn is { } day ? Dates.Day(_language, day) : null,
            ItemParts.WebAddress(url) is { } href ? new Link(title is { Length: > 0 } ? title : new Uri(href).IdnHost, href) : null,
            code != "unknown",
            checkedOn is { } old && old.AddYears(StaleAfterYears) < m.Today ? words["initiative.stale"] : null);
    }

    private List<FigureView> Context() => [.. m.Item.Bag("Context").Select(figure =>
    {
        var unit = figure.Text("ContextFigure", "Unit");
        var value = figure.Number("ContextFigure", "Value") is { } number
            ? number.ToString(number == decimal.Truncate(number) ? "N0" : "N1", _language.Culture) + (unit is { Length: > 0 } ? " " + unit : "")
            : null;
        return value is null ? null : new FigureView(
            figure.Text("ContextFigure", "Indicator") ?? "",
            value,
            figure.Number("ContextFigure", "Year") is { } year ? year.ToString("0", _language.Culture) : null,
            figure.Text("ContextFigure", "Source"));
    }).OfType<FigureView>()];

    private List<StationView> Thread()
    {
        var findings = m.ReferringOf("Finding").ToList();
        var workshops = m.ReferringOf("Workshop").Select(w => w.ContentItemId).Concat(findings.SelectMany(f => f.Ids("Finding", "Workshop")))
            .Select(ContentIds.Key).Distinct().Count();
        var only = m.ReferringOf("Workshop").ToList() is [var single] && workshops == 1 ? single : null;
        var factors = m.ReferringOf("FactorEvidence").SelectMany(e => e.Ids("FactorEvidence", "Factor")).Select(m.Factors.ById).OfType<Knowledge.Factor>().DistinctBy(f => f.Slug).Count();
        var latest = m.ReferringOf("Workshop").Select(w => w.Date("Workshop", "Date")).Max();
        return
        [
            new(words["thread.workshops"], _language.Number(workshops),
                workshops == 0 ? words["thread.none"] : latest is { } date ? words.With(workshops == 1 ? "thread.on" : "thread.latest", "date", Dates.Day(_language, date)) : "",
                only?.Path is { } path ? Paths.Item(_language, path) : workshops > 0 ? "#mentions" : null, false),
            new(words["thread.findings"], _language.Number(findings.Count), findings.Count == 0 ? words["thread.none"] : words["thread.named"], findings.Count > 0 ? "#mentions" : null, false),
            new(words["thread.factors"], _language.Number(factors), factors == 0 ? words["thread.none"] : words["thread.observed"], factors > 0 ? "#factors" : null, false),
            new(words["thread.initiative"], "1", words["thread.here"], null, true),
        ];
    }

    private List<MentionView> Mentions() => [.. m.Referring
        .Where(item => item.ContentType is "Workshop" or "Finding" or "Event")
        .OrderBy(item => item.ContentType switch { "Event" => 0, "Workshop" => 1, _ => 2 })
        .Take(MostMentions)
        .Select(item => new MentionView(
            item.ContentType switch
            {
                "Event" => words["mention.event"],
                "Workshop" => words["mention.workshop"],
                _ => Labels.FindingKind(_language, item.Text("Finding", "Kind") ?? "finding"),
            },
            item.DisplayText,
            item.Path is { } path ? Paths.Item(_language, path) : null,
            ItemParts.ForeignLang(item, _language),
            (item.Date("Event", "Start") ?? item.Date("Workshop", "Date")) is { } date ? Dates.Day(_language, date) : null,
            ItemParts.IsSample(item) && !ItemParts.IsSample(m.Item)))];

    private RoleView? Role(string role)
    {
        var links = m.RegionsIn(role).Select(ags => PlaceViews.Canonical(m.Regions, ags)).OfType<Regions.Region>().DistinctBy(region => region.Ags)
            .Select(region => new Link(PlaceViews.Short(m.Regions, region.Ags) ?? region.Name, Paths.Region(_language, region.Ags))).ToList();
        return links.Count == 0 ? null : new RoleView(words[$"role.{role}"], links);
    }

    // A contact stays only as long as the person agreed to.
    private ContactView? Contact()
    {
        var function = m.Item.Text(Part, "ContactFunction");
        var mail = m.Item.Text(Part, "ContactMail") is { } address && address.Contains('@', StringComparison.Ordinal) ? address : null;
        var expired = m.Item.Date(Part, "ContactExpiresOn") is { } expires && expires <= m.Today;
        return expired || (string.IsNullOrWhiteSpace(function) && mail is null) ? null : new ContactView(
            function, mail, m.Item.Date(Part, "ContactConfirmedOn") is { } confirmed ? Dates.Day(_language, confirmed) : null);
    }

    private List<CardView> Related()
    {
        var cards = new List<CardView>();
        Add(m.Item.Ids(Part, "PartOf"), "related.part-of");
        Add(m.Item.Ids(Part, "Predecessor"), "related.predecessor");
        Add(m.Item.Ids(Part, "AdoptedFrom"), "related.adopted-from");
        foreach (var other in m.ReferringOf("Initiative"))
        {
            var reason = Refers(other, "PartOf") ? "related.has-part" : Refers(other, "Predecessor") ? "related.successor" : "related.adopted-by";
            cards.Add(InitiativeCards.Of(other, _language, m.Regions, Reason(reason, other)));
        }

        return [.. cards.DistinctBy(card => card.Url)];

        void Add(IReadOnlyList<string> ids, string reason)
        {
            foreach (var id in ids)
            {
                if (m.Referred.GetValueOrDefault(ContentIds.Key(id)) is { Path: not null } other)
                {
                    cards.Add(InitiativeCards.Of(other, _language, m.Regions, Reason(reason, m.Item)));
                }
            }
        }

        bool Refers(ContentItem other, string field) => other.Ids(Part, field).Select(ContentIds.Key).Any(m.IsSelf);

        string Reason(string key, ContentItem adopter) =>
            key is "related.adopted-from" or "related.adopted-by" && adopter.Text(Part, "AdoptionNote") is { Length: > 0 } note ? $"{words[key]}: {note}" : words[key];
    }
}
