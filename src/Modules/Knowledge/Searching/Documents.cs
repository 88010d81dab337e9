using System.Globalization;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Makes the search documents of one item. Pure: everything it needs was read before.</summary>
internal static class Documents
{
    /// <summary>Content types that are searched; an item without a path, or of another type, has no documents.</summary>
    public static SearchDocument? Of(ContentItem item, Related related) => item.ContentType switch
    {
        "FactorEvidence" => Evidence(item, related),
        _ when item.Path is null => null,
        "Initiative" => Initiative(item, related),
        "SuccessFactor" => Factor(item, related),
        "Workshop" => Workshop(item, related),
        "Finding" => Finding(item, related),
        "Event" => Event(item, related),
        "MeasureType" => MeasureType(item, related),
        "Organisation" => Organisation(item, related),
        "Page" => Page(item, related),
        _ => null,
    };

    /// <summary>Factor slug and effect of every evidence, each pair once.</summary>
    private static List<(string Slug, string Effect)> EffectsOf(IReadOnlyList<ContentItem> evidence, Related related)
    {
        var effects = new HashSet<(string, string)>(evidence.Count);
        foreach (var item in evidence)
        {
            foreach (var id in item.Ids("FactorEvidence", "Factor"))
            {
                if (related.Factors.ById(id) is { } factor)
                {
                    effects.Add((factor.Slug, EffectOf(item)));
                }
            }
        }

        return [.. effects];
    }

    // An effect that nobody knows proves nothing; whoever counts all evidence counts the three effects.
    private static string EffectOf(ContentItem evidence) =>
        evidence.Text("FactorEvidence", "Effect") is { } effect && FactorEffects.All.Contains(effect) ? effect : FactorEffects.Neutral;

    // A statement is contradicted by a case that it hindered and by one where it did nothing; the matrix counts such a case once.
    private static string[] Pairs(string factorSlug, string effect) => effect == FactorEffects.Promoting
        ? [SearchNames.FactorEffectOf(factorSlug, effect)]
        : [SearchNames.FactorEffectOf(factorSlug, effect), SearchNames.FactorEffectOf(factorSlug, SearchNames.Against)];

    private static SearchDocument Initiative(ContentItem item, Related related)
    {
        const string part = "Initiative";
        var frame = related.FrameOf(item);
        var places = frame.Places;
        var evidence = related.Evidence.GetValueOrDefault(Related.SetOf(item)) ?? [];
        var effects = EffectsOf(evidence, related);
        var culture = CultureOf(item);
        var grade = (int)(item.Number(part, "EvidenceGrade") ?? 0);
        var aliases = item.Values(part, "Aliases");
        var summary = item.Text(part, "Summary");
        var measure = related.Item(item.Ids(part, "MeasureType"));
        var organisations = item.Bag("Organisations").SelectMany(r => r.Ids("OrganisationRole", "Organisation")).ToList();
        var parts = new DocumentParts(frame.Facets)
            .Text(SearchNames.Title, item.DisplayText)
            // People call an initiative by its town; who searches for the town wants it before a report that mentions the town.
            .Text(SearchNames.Alias, aliases.Concat(places.OwnNames))
            .Text(SearchNames.Summary, summary)
            .SharedText(SearchNames.Place, places.Names)
            .Text(SearchNames.FactorText, effects.Select(e => related.Factors.BySlug(e.Slug)?.In(culture).Title))
            .Text(SearchNames.Statement, evidence.Where(e => CultureOf(e) == culture).Select(e => e.Text("FactorEvidence", "Statement")))
            .Text(SearchNames.Body, Markdowns(item, part, "InitialSituation", "BuildingBlocks", "Steps", "Results", "Obstacles", "Lessons", "Transferability")
                .Append(item.Text(part, "EvidenceReason"))
                .Concat(organisations.Select(related.Title))
                .Concat(item.Bag("Funding").Select(f => f.Text("Funding", "Programme")))
                .Append(measure?.DisplayText))
            .Facet(SearchNames.Grade, Invariant(grade))
            .Facet(SearchNames.Factor, effects.Select(e => e.Slug))
            .Facet(SearchNames.Effect, effects.Select(e => e.Effect))
            .Facet(SearchNames.FactorEffect, effects.SelectMany(e => Pairs(e.Slug, e.Effect)))
            .Facet(SearchNames.Measure, measure is null ? null : CodeOf(measure, related))
            .Facet(SearchNames.Organisation, organisations.Select(ContentIds.Key));
        return Make(item, related, SearchNames.Initiatives, parts, places, CardOf(item, places) with
        {
            Summary = summary,
            Start = frame.Start,
            End = frame.End,
            Precision = frame.Precision,
            Ongoing = frame.Ongoing,
            Grade = grade,
            Factors = [.. effects.Select(e => e.Slug).Distinct()],
        }, frame.Numbers) with { SuggestedAs = new SuggestedAs(SearchNames.Initiatives, Importance(item, grade), aliases), Quality = EntryQuality.Of(item, grade) };
    }

    private static SearchDocument? Evidence(ContentItem item, Related related)
    {
        const string part = "FactorEvidence";
        if (item.Ids(part, "Factor") is not [var factorId, ..] || related.Factors.ById(factorId) is not { } factor)
        {
            return null;
        }

        // Evidence belongs to the initiative it names; only without one to the finding out of which it came.
        return item.Ids(part, "Initiative") is [var initiativeId, ..]
            ? related.Item(initiativeId) is { Path: not null } initiative ? EvidenceOfInitiative(item, factor, initiative, related) : null
            : related.Item(item.Ids(part, "Finding")) is { Path: not null } finding ? EvidenceOfFinding(item, factor, finding, related) : null;
    }

    private static SearchDocument EvidenceOfInitiative(ContentItem item, Factor factor, ContentItem initiative, Related related)
    {
        var frame = related.FrameOf(initiative);
        var times = new Times(frame.Start, frame.End, frame.Precision, frame.Ongoing, frame.Year, frame.Numbers);
        return Passage(item, factor, initiative, frame.Sample, frame.Places, new DocumentParts(frame.Facets), related, times);
    }

    // It has a place and no more of what an initiative has; the matrix counts it as evidence, not as a case.
    private static SearchDocument EvidenceOfFinding(ContentItem item, Factor factor, ContentItem finding, Related related)
    {
        var workshop = related.Item(finding.Ids("Finding", "Workshop"));
        var places = Places.OfFinding(related.Regions, finding, workshop);
        var parts = new DocumentParts().Facet(SearchNames.RegionType, places.Types).Facet(SearchNames.Size, places.Sizes);
        var start = workshop?.Date("Workshop", "Date");
        var times = new Times(start, null, "day", Ongoing: false, EntryQuality.Year(finding), SearchNames.Numbers(start));
        return Passage(item, factor, finding, IsSample(finding), places, parts, related, times);
    }

    /// <summary>When a passage was observed, as far as its initiative or workshop says.</summary>
    private readonly record struct Times(DateTime? Start, DateTime? End, string? Precision, bool Ongoing, int? Year, IReadOnlyDictionary<string, double> Numbers);

    private static SearchDocument Passage(
        ContentItem item, Factor factor, ContentItem parent, bool parentIsSample, Places places, DocumentParts parts, Related related, in Times times)
    {
        const string part = "FactorEvidence";
        var culture = CultureOf(item);
        var english = item.Culture != "en" && parent is { Culture: not "en", LocalizationSet: { } set } ? related.English.GetValueOrDefault(set) : null;
        var effect = EffectOf(item);
        var grade = (int)(item.Number(part, "Grade") ?? 0);
        var statement = item.Text(part, "Statement");
        parts
            .Text(SearchNames.FactorText, factor.In(culture).Title)
            .Text(SearchNames.Statement, statement)
            .SharedText(SearchNames.Place, places.Names)
            .Text(SearchNames.Body, [item.Text(part, "Quote"), factor.In(culture).Statement, parent.DisplayText])
            .Facet(SearchNames.Grade, Invariant(grade))
            .Facet(SearchNames.Factor, factor.Slug)
            .Facet(SearchNames.Effect, effect)
            .Facet(SearchNames.FactorEffect, Pairs(factor.Slug, effect))
            .Facet(SearchNames.FactorGrade, SearchNames.FactorGradeOf(factor.Slug, grade));
        var card = new HitCard
        {
            Type = item.ContentType,
            Title = factor.In(culture).Title,
            Path = parent.Path!,
            Places = places.Codes,
            PublishedUtc = item.PublishedUtc,
            Start = times.Start,
            End = times.End,
            Precision = times.Precision,
            Ongoing = times.Ongoing,
            Summary = statement,
            Grade = grade,
            Effect = effect,
            Factors = [factor.Slug],
            ParentTitle = parent.DisplayText,
            ParentPath = parent.Path,
            ParentEnglishTitle = english?.DisplayText,
            ParentEnglishPath = english?.Path,
            Sample = parentIsSample || IsSample(item),
        };
        return Make(item, related, SearchNames.Evidence, parts, places, card, times.Numbers) with { Kind = DocumentKind.Passage, Quality = EntryQuality.OfEvidence(times.Year, grade) };
    }

    private static SearchDocument Factor(ContentItem item, Related related)
    {
        const string part = "SuccessFactor";
        var statement = item.Text(part, "Statement");
        var parts = new DocumentParts()
            .Text(SearchNames.Title, item.DisplayText)
            .Text(SearchNames.Statement, statement)
            .Text(SearchNames.Body, Markdowns(item, part, "Explanation", "Recognition", "Contraindications"))
            .Facet(SearchNames.Factor, related.Factors.ById(item.ContentItemId)?.Slug);
        return Make(item, related, SearchNames.Factors, parts, null, CardOf(item, null) with { Summary = statement })
            with { SuggestedAs = new SuggestedAs(SearchNames.Factors, Importance(item, grade: 0), []) };
    }

    private static SearchDocument Workshop(ContentItem item, Related related)
    {
        const string part = "Workshop";
        var places = Places.Of(related.Regions, item.Values(part, "Ags"));
        var date = item.Date(part, "Date");
        var parts = new DocumentParts()
            .Text(SearchNames.Title, item.DisplayText)
            .Text(SearchNames.Summary, item.Text(part, "Summary"))
            .Text(SearchNames.Place, places.Names.Append(item.Text(part, "Place")))
            .Text(SearchNames.Body, Markdowns(item, part, "Body").Append(item.Text(part, "Format")));
        return Make(item, related, SearchNames.Findings, parts, places, CardOf(item, places) with
        {
            Summary = item.Text(part, "Summary"),
            Start = date,
            End = item.Date(part, "EndDate"),
            City = item.Text(part, "Place"),
        });
    }

    private static SearchDocument Finding(ContentItem item, Related related)
    {
        const string part = "Finding";
        var workshop = related.Item(item.Ids(part, "Workshop"));
        var english = item.Culture != "en" && workshop?.LocalizationSet is { } set ? related.English.GetValueOrDefault(set) : null;
        var places = Places.OfFinding(related.Regions, item, workshop);
        var date = workshop?.Date("Workshop", "Date");
        var factors = item.Ids(part, "Factors").Select(related.Factors.ById).OfType<Factor>().ToList();
        var parts = new DocumentParts()
            .Text(SearchNames.Title, item.DisplayText)
            .Text(SearchNames.Statement, item.Text(part, "Text"))
            .Text(SearchNames.FactorText, factors.Select(f => f.In(CultureOf(item)).Title))
            .Text(SearchNames.Place, places.Names)
            .Text(SearchNames.Body, workshop?.DisplayText)
            .Facet(SearchNames.Factor, factors.Select(f => f.Slug))
            .Facet(SearchNames.FindingKind, item.Text(part, "Kind"));
        return Make(item, related, SearchNames.Findings, parts, places, CardOf(item, places) with
        {
            Summary = item.Text(part, "Text"),
            Start = date,
            Factors = [.. factors.Select(f => f.Slug)],
            Kind = item.Text(part, "Kind"),
            ParentTitle = workshop?.DisplayText,
            ParentPath = workshop?.Path,
            ParentEnglishTitle = english?.DisplayText,
            ParentEnglishPath = english?.Path,
            Points = (int?)item.Number(part, "Points"),
            Disputed = item.Flag(part, "Disputed") == true,
        });
    }

    private static SearchDocument Event(ContentItem item, Related related)
    {
        const string part = "Event";
        var places = Places.Of(related.Regions, item.Text(part, "Ags") is { Length: > 0 } ags ? [ags] : []);
        var start = item.Date(part, "Start");
        var organisers = item.Ids(part, "Organisers");
        var parts = new DocumentParts()
            .Text(SearchNames.Title, item.DisplayText)
            .Text(SearchNames.Alias, item.Text(part, "Motto"))
            .Text(SearchNames.Summary, item.Text(part, "Summary"))
            .Text(SearchNames.Place, places.Names.Append(item.Text(part, "Venue")).Append(item.Text(part, "City")))
            .Text(SearchNames.Body, Markdowns(item, part, "Body", "Review")
                .Concat(organisers.Select(related.Title))
                .Concat(item.Bag("Programme").SelectMany(p => new[] { p.Text("ProgrammeItem", "Title"), p.Text("ProgrammeItem", "Description") })))
            .Facet(SearchNames.Organisation, organisers.Select(ContentIds.Key));
        return Make(item, related, SearchNames.Events, parts, places, CardOf(item, places) with
        {
            Summary = item.Text(part, "Summary"),
            Start = start,
            End = item.Date(part, "End"),
            Online = item.Flag(part, "Online") == true,
            City = item.Text(part, "City"),
            Status = item.Text(part, "Status"),
            DateOnly = item.Flag(part, "DateOnly") == true,
            TimeZone = item.Text(part, "TimeZone"),
        });
    }

    private static SearchDocument MeasureType(ContentItem item, Related related)
    {
        const string part = "MeasureType";
        var parts = new DocumentParts()
            .Text(SearchNames.Title, item.DisplayText)
            .Text(SearchNames.Alias, item.Values(part, "Synonyms"))
            .Text(SearchNames.Summary, item.Text(part, "Summary"))
            .Text(SearchNames.Body, Markdowns(item, part, "Description", "SensibleWhen", "NotSensibleWhen"))
            .Facet(SearchNames.Topic, related.Vocabularies.ByIds(item.Terms(part, "Topics")).Select(t => t.Path))
            .Facet(SearchNames.Measure, CodeOf(item, related));
        return Make(item, related, SearchNames.Others, parts, null, CardOf(item, null) with { Summary = item.Text(part, "Summary") })
            with { SuggestedAs = new SuggestedAs(SearchNames.Measure, Importance(item, grade: 0), item.Values(part, "Synonyms")) };
    }

    private static SearchDocument Organisation(ContentItem item, Related related)
    {
        const string part = "Organisation";
        var places = Places.Of(related.Regions, item.Text(part, "SeatAgs") is { Length: > 0 } ags ? [ags] : []);
        var parts = new DocumentParts()
            .Text(SearchNames.Title, item.DisplayText)
            .Text(SearchNames.Alias, item.Values(part, "Aliases"))
            .Text(SearchNames.Summary, item.Text(part, "Summary"))
            .Text(SearchNames.Place, places.Names)
            .Facet(SearchNames.Organisation, ContentIds.Key(item.ContentItemId));
        return Make(item, related, SearchNames.Others, parts, places, CardOf(item, places) with { Summary = item.Text(part, "Summary") })
            with { SuggestedAs = new SuggestedAs(SearchNames.Organisation, Importance(item, grade: 0), item.Values(part, "Aliases")) };
    }

    private static SearchDocument Page(ContentItem item, Related related)
    {
        var body = item.Part("MarkdownBodyPart") is { } json && json.TryGetProperty("Markdown", out var markdown) ? markdown.GetString() : null;
        var parts = new DocumentParts()
            .Text(SearchNames.Title, item.DisplayText)
            .Text(SearchNames.Summary, item.Text("Page", "Summary"))
            .Text(SearchNames.Body, PlainText.FromMarkdown(body));
        return Make(item, related, SearchNames.Others, parts, null, CardOf(item, null) with { Summary = item.Text("Page", "Summary") });
    }

    private static SearchDocument Make(
        ContentItem item, Related related, string mode, DocumentParts parts, Places? places, HitCard card, IReadOnlyDictionary<string, double>? numbers = null)
    {
        var culture = CultureOf(item);
        var id = ContentIds.Key(item.ContentItemId);
        parts
            .Facet(SearchNames.Region, places?.Codes ?? [])
            .Facet(SearchNames.Licence, item.Text("EditorialPart", "Licence"))
            .Facet(SearchNames.Language, culture)
            .Facet(SearchNames.Type, item.ContentType.ToLowerInvariant())
            .Facet(SearchNames.Year, card.Start?.ToString("yyyy", CultureInfo.InvariantCulture));
        return new SearchDocument
        {
            Id = id,
            ItemId = id,
            Kind = DocumentKind.Item,
            Mode = mode,
            Culture = culture,
            ShownIn = related.ShownIn(item),
            Texts = parts.Texts,
            Facets = parts.Facets,
            Numbers = numbers ?? SearchNames.Numbers(card.Start),
            // "Newest" is what was taken up last, not what took place last: an event of next year is no newer than one published today.
            DateUtc = item.PublishedUtc,
            Points = places?.Points ?? [],
            Payload = card.ToPayload(),
        };
    }

    /// <summary>What is better proven comes first among suggestions, and what is real before what is invented.</summary>
    private static byte Importance(ContentItem item, int grade) => (byte)((2 * Math.Clamp(grade, 0, 4)) + (IsSample(item) ? 0 : 1));

    private static HitCard CardOf(ContentItem item, Places? places) => new()
    {
        Type = item.ContentType,
        Title = item.DisplayText,
        Path = item.Path ?? "",
        Places = places?.Codes ?? [],
        Sample = IsSample(item),
        PublishedUtc = item.PublishedUtc,
    };

    /// <summary>The last segment of the German path, so that both languages of a measure type share a code.</summary>
    private static string? CodeOf(ContentItem item, Related related)
    {
        var german = item.Culture == "en" && item.LocalizationSet is { } set
            ? related.Items.Values.FirstOrDefault(i => i.LocalizationSet == set && i.Culture != "en") ?? item
            : item;
        return german.Path is { } path ? path[(path.LastIndexOf('/') + 1)..] : null;
    }

    /// <summary>Whether an editor marked it as invented.</summary>
    public static bool IsSample(ContentItem item) => item.Flag("EditorialPart", "Sample") == true;

    private static string CultureOf(ContentItem item) => item.Culture == "en" ? "en" : "de";

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string?> Markdowns(ContentItem item, string part, params string[] fields) =>
        fields.Select(field => PlainText.OfField(item, part, field));
}
