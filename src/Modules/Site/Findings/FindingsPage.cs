using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Findings;

/// <summary>All workshops, each with what was found there, and the findings by kind.</summary>
internal sealed class FindingsPage(ArticleParts parts) : IPage
{
    private const int MostWorkshops = 100;
    private const int ShownFindings = 3;

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var state = new SearchState { Mode = SearchNames.Findings };
        var counts = await parts.CountAsync(state, language, ct, new FacetWish(SearchNames.FindingKind), new FacetWish(SearchNames.Type));
        var items = await parts.Content.ListAsync(new ListQuery("Workshop", Limit: MostWorkshops), ct);
        var workshops = (await parts.InLanguageAsync(items, language, ct)).OrderByDescending(w => w.Date("Workshop", "Date") ?? DateTime.MinValue).ToList();
        var views = new List<WorkshopRow>();
        foreach (var workshop in workshops)
        {
            var findings = await parts.ReferringAsync(workshop, await parts.TranslationsAsync(workshop, ct), "Finding", language, ct);
            var most = findings.Select(f => (int)(f.Number("Finding", "Points") ?? 0)).DefaultIfEmpty(0).Max();
            var date = workshop.Date("Workshop", "Date");
            views.Add(new WorkshopRow(
                ArticleParts.Row(workshop, language,
                    string.Join(" · ", new[] { date is { } d ? Dates.Day(language, d) : null, workshop.Text("Workshop", "Place"), workshop.Text("Workshop", "Format") }.Where(t => !string.IsNullOrEmpty(t))),
                    workshop.Text("Workshop", "Summary")),
                [.. findings.OrderByDescending(f => f.Number("Finding", "Points") ?? 0).Take(ShownFindings).Select(f => ArticleParts.FindingRow(f, language, most, withKind: true) with { Text = null })],
                findings.Count == 0 ? language.Pick("Noch keine Befunde erfasst", "No findings recorded yet") : language.Count(findings.Count, "Befund", "Befunde", "finding", "findings")));
        }

        var kinds = counts.Facets.First(f => f.Name == SearchNames.FindingKind).Values;
        return new PageResult.Page
        {
            Templates = ["Findings"],
            Model = new FindingsView
            {
                Kinds = [.. Labels.FindingKindOrder.Select(kind => (kind, Count: kinds.FirstOrDefault(v => v.Code == kind)?.Count ?? 0)).Where(k => k.Count > 0)
                    .Select(k => new TopicLine(Labels.FindingKinds(language, k.kind), state.With(SearchNames.FindingKind, k.kind).Href(Paths.Search(language)), language.Number(k.Count), null, []))],
                Workshops = views,
                SearchHref = state.Href(Paths.Search(language)),
                Total = language.Count(kinds.Sum(v => v.Count), "Befund", "Befunde", "finding", "findings") + language.Pick(" aus ", " from ") + language.Count(workshops.Count, "Workshop", "Workshops", "workshop", "workshops"),
            },
            Head = new PageHead
            {
                Title = language.Pick("Ergebnisse der Werkstätten", "Workshop findings"),
                Description = language.Pick("Was in Workshops mit Kommunen, Betrieben und Vereinen gesagt wurde: Hürden, Ansätze, Ideen und Vereinbarungen, mit der Zustimmung, die sie fanden.", "What was said in workshops with municipalities, businesses and associations: obstacles, approaches, ideas and agreements, with the approval they met."),
                Path = Paths.Findings(language),
                TranslatedPath = Paths.Findings(language.IsEnglish ? Language.German : Language.English),
                Section = Section.Findings,
            },
            Tags = [CacheTags.Search, CacheTags.Type("Workshop"), CacheTags.Type("Finding")],
        };
    }
}

/// <summary>The list of workshops and findings.</summary>
internal sealed record FindingsView
{
    public required string Total { get; init; }

    public required IReadOnlyList<TopicLine> Kinds { get; init; }

    public required IReadOnlyList<WorkshopRow> Workshops { get; init; }

    public required string SearchHref { get; init; }
}

/// <summary>A workshop with its most approved findings.</summary>
internal sealed record WorkshopRow(RowView Workshop, IReadOnlyList<RowView> Findings, string Count);
