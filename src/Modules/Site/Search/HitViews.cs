using System.Net;
using System.Text.Encodings.Web;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>Hits → rows and cards, from what the hit carries and the snapshots; no database.</summary>
internal sealed class HitViews(Language language, FactorCatalogue factors, RegionSnapshot regions, TimeProvider time)
{
    private const int MostChips = 4;

    /// <summary>Texts that rows show with marked words.</summary>
    public static IReadOnlyList<HighlightWish> Wishes { get; } =
    [
        new(SearchNames.Title, 0), new(SearchNames.FactorText, 0), new(SearchNames.Summary, 0), new(SearchNames.Statement, 0),
        new(SearchNames.Body, 1, 200) { Unless = [SearchNames.Summary, SearchNames.Statement] },
    ];

    /// <summary>A hit as a row. A passage is headed by its factor, below its factor's heading by its initiative.</summary>
    public HitView Row(SearchHit hit, int number, bool belowFactor = false)
    {
        var card = HitCard.Read(hit.Payload);
        if (card.Type == "FactorEvidence")
        {
            return Passage(hit, card, number, belowFactor);
        }

        var chips = card.Factors.Take(MostChips).Select(factors.BySlug).OfType<Factor>().Select(Chip).ToList();
        if (Parent(card) is { } parent)
        {
            chips.Insert(0, parent);
        }

        return new HitView
        {
            Number = language.Number(number),
            Anchor = $"hit-{number}",
            Kind = Kind(card),
            BookmarkId = card.Type == "Initiative" ? hit.ItemId : null,
            Href = Paths.Item(language, card.Path),
            Title = Marked(hit, SearchNames.Title) ?? Encoded(card.Title),
            Lang = hit.Culture == language.Code ? null : hit.Culture,
            Place = PlaceText(card),
            Years = When(card),
            Explanation = Explanations.Of(hit, language),
            Distance = hit.Kilometres is { } kilometres ? Far(kilometres) : null,
            Grade = card.Grade is { } grade ? GradeView.Of(language, grade) : null,
            Sample = card.Sample,
            Text = Text(hit, card),
            Chips = chips,
        };
    }

    private HitView Passage(SearchHit hit, HitCard card, int number, bool belowFactor)
    {
        var factor = factors.BySlug(card.Factors is [var slug, ..] ? slug : null);
        var parent = Parent(card);
        var type = card.Places is [var ags, ..] ? regions.TypeOf(ags, RegionSchemes.KreisTypes.Code)?.Value : null;
        return new HitView
        {
            Number = language.Number(number),
            Anchor = $"hit-{number}",
            Href = belowFactor || factor is null ? parent?.Href ?? Paths.Item(language, card.Path) : Paths.Item(language, factor.In(language.Code).Path),
            Title = belowFactor ? Encoded(parent?.Text ?? card.Title) : Marked(hit, SearchNames.FactorText) ?? Encoded(card.Title),
            Lang = hit.Culture == language.Code ? null : hit.Culture,
            Place = PlaceText(card),
            Distance = hit.Kilometres is { } kilometres ? Far(kilometres) : null,
            RegionType = type is null ? null : RegionSchemes.KreisTypes.Value(type)?.Label.In(language.Culture),
            Years = When(card),
            Grade = GradeView.Of(language, card.Grade ?? 0),
            Effect = EffectView.Of(language, card.Effect ?? FactorEffects.Neutral),
            Explanation = Explanations.Of(hit, language),
            Sample = card.Sample,
            Text = Text(hit, card),
            Initiative = belowFactor ? null : parent,
            Chips = [],
        };
    }

    /// <summary>What a finding or a passage belongs to, in the page's language where it exists in it.</summary>
    public Link? Parent(HitCard card)
    {
        var english = language.IsEnglish && card.ParentEnglishPath is not null;
        return (english ? card.ParentEnglishPath : card.ParentPath) is { } path && (english ? card.ParentEnglishTitle : card.ParentTitle) is { } title
            ? new Link(title, Paths.Item(language, path))
            : null;
    }

    public CardView Card(SearchHit hit, string? reason = null)
    {
        var card = HitCard.Read(hit.Payload);
        return new CardView
        {
            Title = card.Title,
            Url = Paths.Item(language, card.Path),
            Lang = hit.Culture == language.Code ? null : hit.Culture,
            Place = PlaceText(card),
            Period = When(card),
            Summary = card.Summary,
            Reason = reason,
            Grade = card.Grade is { } grade ? GradeView.Of(language, grade) : null,
            Sample = card.Sample,
        };
    }

    private string Far(double kilometres) => kilometres < 1
        ? language.Pick("am Ort", "right there")
        : language.Pick($"{kilometres:0}\u00a0km entfernt", $"{kilometres:0}\u00a0km away");

    /// <summary>„Burgstädt › Landkreis Mittelsachsen“, „Online“.</summary>
    public string? PlaceText(HitCard card)
    {
        if (card.Online)
        {
            return "Online";
        }

        var names = card.Places.Take(2).Select(PlaceText).OfType<string>().ToList();
        return names.Count == 0
            ? card.City
            : string.Join("\u00a0· ", names) + (card.Places.Count > 2 ? language.Pick($" und {card.Places.Count - 2} weitere", $" and {card.Places.Count - 2} more") : "");
    }

    public string? When(HitCard card) => card.Start is not { } start ? null : card.Type switch
    {
        "Event" => Dates.Day(language, EventTimes.Local(start, card.TimeZone, card.DateOnly)),
        "Workshop" or "Finding" => Dates.Day(language, start),
        _ => Dates.Period(language, start, card.End, card.Precision, card.Ongoing),
    };

    public Link Chip(Factor factor) => new(factor.In(language.Code).Title, Paths.Item(language, factor.In(language.Code).Path), factor.English is null && language.IsEnglish ? "de" : null);

    private string? PlaceText(string ags) => regions.Find(ags) switch
    {
        null or { Level: RegionLevel.Bund } => null,
        { Level: RegionLevel.Gemeinde } municipality when regions.Find(municipality.ParentAgs) is { } kreis => $"{municipality.Name}\u00a0› {kreis.Name}",
        { Level: RegionLevel.Landkreis or RegionLevel.KreisfreieStadt } kreis when regions.Find(kreis.ParentAgs) is { } land => $"{kreis.Name}\u00a0› {land.Name}",
        { } region => region.Name,
    };

    private string? Kind(HitCard card) => card.Type switch
    {
        "SuccessFactor" => language.Pick("Erfolgsfaktor", "Success factor"),
        "Workshop" => "Workshop",
        "Finding" => $"{language.Pick("Befund", "Finding")}{(card.Kind is { } kind ? $": {Labels.FindingKind(language, kind)}" : "")}",
        "Event" when card.Status == "cancelled" => language.Pick("Veranstaltung, abgesagt", "Event, cancelled"),
        "Event" => card.Start >= time.GetUtcNow().UtcDateTime.Date ? language.Pick("Veranstaltung, kommend", "Event, upcoming") : language.Pick("Veranstaltung", "Event"),
        "MeasureType" => language.Pick("Maßnahme", "Measure"),
        "Organisation" => "Organisation",
        "Page" => language.Pick("Seite", "Page"),
        _ => null,
    };

    // A line this short is a name or a heading and tells less than the abstract.
    private const int ShortestFragment = 60;

    /// <summary>The abstract; a sentence or two of the body when only those have what was searched for.</summary>
    private static SafeHtml? Text(SearchHit hit, HitCard card)
    {
        var main = Marked(hit, SearchNames.Summary) ?? Marked(hit, SearchNames.Statement);
        if (main is null || !IsMarked(main))
        {
            if (hit.Highlights.GetValueOrDefault(SearchNames.Body) is [{ Length: >= ShortestFragment } fragment, ..]
                && fragment.Contains("<mark>", StringComparison.Ordinal) && !Repeats(fragment, card.ParentTitle))
            {
                return new SafeHtml(fragment);
            }
        }

        return main ?? (card.Summary is { } summary ? Encoded(summary) : null);
    }

    /// <summary>A passage is found by the name of its initiative as well, which stands above it already.</summary>
    private static bool Repeats(string fragment, string? heading) => heading is not null
        && heading.Contains(
            WebUtility.HtmlDecode(fragment.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal)), StringComparison.Ordinal);

    private static SafeHtml? Marked(SearchHit hit, string field) => hit.Highlights.GetValueOrDefault(field) is [{ Length: > 0 } html, ..] ? new SafeHtml(html) : null;

    private static bool IsMarked(SafeHtml html) => html.Value.Contains("<mark>", StringComparison.Ordinal);

    private static SafeHtml Encoded(string text) => new(HtmlEncoder.Default.Encode(text));
}
