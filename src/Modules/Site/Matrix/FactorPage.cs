using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Maps;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Matrix;

/// <summary>A success factor: the statement, what supports it, what contradicts it, where, and out of which findings it came.</summary>
internal sealed class FactorPage(ArticleParts parts) : IItemPage
{
    private const int ShownCases = 6;
    private const int ShownFindings = 8;

    public string ContentType => "SuccessFactor";

    public async Task<PageResult> BuildAsync(ContentItem item, PageRequest request, CancellationToken ct)
    {
        const string part = "SuccessFactor";
        var language = request.Language;
        var translations = await parts.TranslationsAsync(item, ct);
        var terms = await parts.VocabulariesAsync(ct);
        var slug = (await parts.FactorsAsync(ct)).ById(item.ContentItemId)?.Slug ?? item.Path![(item.Path!.LastIndexOf('/') + 1)..];
        var about = new SearchState { Mode = SearchNames.Initiatives }.With(SearchNames.Factor, slug);
        var evidence = new SearchState { Mode = SearchNames.Factors }.With(SearchNames.Factor, slug);
        var supporting = evidence.With(SearchNames.Effect, FactorEffects.Promoting);
        var contradicting = FactorEffects.Contradicting.Aggregate(evidence, (state, effect) => state.With(SearchNames.Effect, effect));
        var pro = await parts.CountAsync(supporting, language, ct, new FacetWish(SearchNames.RegionType));
        var contra = await parts.CountAsync(contradicting, language, ct, new FacetWish(SearchNames.RegionType));
        var cases = await parts.CountAsync(about, language, ct, PlaceCount.Wish);
        var findings = await parts.ReferringAsync(item, translations, "Finding", language, ct);
        var workshopById = await parts.ByIdAsync([.. findings.SelectMany(f => f.Ids("Finding", "Workshop"))], language, ct);
        var workshops = workshopById.Values.DistinctBy(w => ContentIds.Key(w.ContentItemId)).Count();
        var statement = item.Text(part, "Statement") ?? item.DisplayText;
        var dimension = terms.ByIds(item.Terms(part, "Dimension")).FirstOrDefault();
        var path = Paths.Search(language);
        var places = PlaceCount.Of(cases, parts.Regions, []);
        var mostPoints = findings.Select(f => (int)(f.Number("Finding", "Points") ?? 0)).DefaultIfEmpty(0).Max();

        var view = parts.Start(item, language) with
        {
            Kicker = dimension is null ? null : new Link(language.Pick($"Erfolgsfaktor, Dimension {dimension.Label(language.Code)}", $"Success factor, dimension: {dimension.Label(language.Code)}"), Paths.Topic(language, dimension.Slug)),
            Summary = statement,
            Thread =
            [
                new(language.Pick("Workshops", "Workshops"), language.Number(workshops), workshops == 0 ? language.Pick("noch keiner erfasst", "none recorded yet") : language.Pick("haben darüber gesprochen", "talked about it"), findings.Count > 0 ? "#findings" : null, false),
                new(language.Pick("Befunde", "Findings"), language.Number(findings.Count), Disputed(findings, language), findings.Count > 0 ? "#findings" : null, false),
                new(language.Pick("Erfolgsfaktor", "Success factor"), "1", language.Pick("dieser Satz", "this statement"), null, true),
                new(language.Pick("Initiativen", "Initiatives"), language.Number(cases.Total), contra.Total == 0 ? language.Pick("haben es beobachtet", "observed it") : language.Pick($"{contra.Total} von {pro.Total + contra.Total} Belegen widersprechen", $"{contra.Total} of {pro.Total + contra.Total} pieces of evidence contradict"), cases.Total > 0 ? about.Href(path) : null, false),
            ],
            Chapters = [.. new[]
            {
                ArticleParts.Chapter("explanation", language.Pick("Was gemeint ist", "What it means"), item.Markdown(part, "Explanation")),
                ArticleParts.Chapter("recognition", language.Pick("Woran man es erkennt", "How to recognise it"), item.Markdown(part, "Recognition")),
                ArticleParts.Chapter("contraindications", language.Pick("Wann es nicht hilft", "When it does not help"), item.Markdown(part, "Contraindications")),
            }.OfType<ChapterView>()],
            Groups =
            [
                new RowGroup("for", language.Count(pro.Total, "Beleg stützt die Aussage", "Belege stützen die Aussage", "piece of evidence supports the statement", "pieces of evidence support the statement"), "", await CasesAsync(supporting, language, ct), All(pro.Total, supporting, language)),
                new RowGroup("against", language.Count(contra.Total, "Beleg widerspricht ihr", "Belege widersprechen ihr", "piece of evidence contradicts it", "pieces of evidence contradict it"), "contra", await CasesAsync(contradicting, language, ct), All(contra.Total, contradicting, language)),
                new RowGroup("findings", language.Pick("Aus den Werkstätten", "From the workshops"), "", Findings(findings, workshopById, mostPoints, language),
                    findings.Count > ShownFindings ? new Link(language.Pick($"Alle {findings.Count} ansehen", $"See all {findings.Count}"), (about with { Mode = SearchNames.Findings }).Href(path)) : null),
            ],
            Evidence = FactorEvidence.Chart(language, pro, supporting, contra, contradicting),
            Map = places.Count == 0 ? null : FactorEvidence.Map(language, parts.Regions, places, about),
            Places = FactorEvidence.Places(language, parts.Regions, cases, about, places),
            PlacesNote = FactorEvidence.PlacesNote(language, places),
        };
        return new PageResult.Page
        {
            Templates = ["Content-SuccessFactor", "Content"],
            Model = view,
            Head = ItemParts.Head(item, language, translations, Section.Factors, statement, null),
            Tags = [.. ItemParts.Tags(item, language, [.. translations, .. findings]), CacheTags.Search, CacheTags.Type("Taxonomy")],
        };
    }

    private static string Disputed(IReadOnlyList<ContentItem> findings, Language language) => findings.Count(f => f.Flag("Finding", "Disputed") == true) switch
    {
        _ when findings.Count == 0 => language.Pick("noch keine erfasst", "none recorded yet"),
        0 => language.Pick("nennen ihn", "name it"),
        var disputed => language.Pick($"davon {disputed} strittig", $"{disputed} of them disputed"),
    };

    private static Link? All(int total, SearchState state, Language language) => total <= ShownCases
        ? null
        : new Link(language.Pick($"Alle {total} Belege ansehen", $"See all {total} pieces of evidence"), state.Href(Paths.Search(language)));

    /// <summary>The findings that most approved of, each with its workshop.</summary>
    private static IReadOnlyList<RowView> Findings(
        IReadOnlyList<ContentItem> findings, IReadOnlyDictionary<string, ContentItem> workshops, int mostPoints, Language language) =>
    [
        .. findings.OrderByDescending(f => f.Number("Finding", "Points") ?? 0).Take(ShownFindings).Select(f => ArticleParts.FindingRow(f, language, mostPoints, withKind: true) with
        {
            Parent = f.Ids("Finding", "Workshop") is [var id, ..] && workshops.GetValueOrDefault(ContentIds.Key(id)) is { } workshop ? ArticleParts.LinkTo(workshop, language) : null,
        }),
    ];

    /// <summary>The best-evidenced cases: one request per grade until there are enough.</summary>
    private async Task<IReadOnlyList<RowView>> CasesAsync(SearchState cases, Language language, CancellationToken ct)
    {
        var rows = new List<RowView>();
        var hits = await parts.RowsAsync(language, ct);
        for (var grade = 4; grade >= 0 && rows.Count < ShownCases; grade--)
        {
            var state = cases.With(SearchNames.Grade, grade.ToString(System.Globalization.CultureInfo.InvariantCulture));
            foreach (var hit in (await parts.HitsAsync(state, ShownCases - rows.Count, language, ct)).Hits)
            {
                var card = HitCard.Read(hit.Payload);
                var type = card.Places is [var ags, ..] ? parts.Regions.TypeOf(ags, RegionSchemes.KreisTypes.Code)?.Value : null;
                var typeName = type is null ? null : RegionSchemes.KreisTypes.Value(type)?.Label.In(language.Culture);
                rows.Add(new RowView
                {
                    Title = hits.Parent(card)?.Text ?? card.Title,
                    Href = hits.Parent(card)?.Href ?? Paths.Item(language, card.Path),
                    Lang = hit.Culture == language.Code ? null : hit.Culture,
                    Meta = string.Join(", ", new[] { hits.PlaceText(card), typeName }.OfType<string>()),
                    Text = card.Summary,
                    Grade = GradeView.Of(language, card.Grade ?? 0),
                    Effect = EffectView.Of(language, card.Effect ?? FactorEffects.Neutral),
                    Sample = card.Sample,
                });
            }
        }

        return rows;
    }
}
