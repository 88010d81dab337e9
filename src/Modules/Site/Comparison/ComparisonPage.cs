using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Site.Bookmarks;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Comparison;

/// <summary>Ids → initiatives → table. Fewer than two, more than four, unknown or repeated ones: the page says what to do and shows what it can.</summary>
internal sealed class ComparisonPage(
    ChosenInitiatives chosen, InitiativeReader initiatives, SimilarMunicipalities similar, PageRenderer renderer, PageShell shell, TimeProvider time) : IPage
{
    public const int Fewest = 2;
    public const int Most = 4;

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var choice = await chosen.ReadAsync(request.Query, language, ct);
        var shown = choice.Items.Take(Most).ToList();
        var materials = new List<InitiativeMaterial>();
        foreach (var item in shown)
        {
            materials.Add(await initiatives.ReadAsync(item, language, ct));
        }

        var path = Paths.Comparison(language);
        var view = View(language, choice, materials) with
        {
            Add = shown.Count < Most ? await chosen.AddAsync(request.Query, path, shown, language, ct) : null,
        };
        var other = language.IsEnglish ? Language.German : Language.English;
        return new PageResult.Page
        {
            Status = shown.Count < Fewest && choice.Unknown.Count > 0 ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
            Templates = ["Comparison"],
            Model = view,
            Head = new PageHead
            {
                Title = view.Title,
                Description = language.Pick(
                    "Initiativen nebeneinander, mit den Zahlen ihrer Gemeinden. Was sich deutlich unterscheidet, ist benannt.",
                    "Initiatives side by side, with the numbers of their municipalities. What differs clearly is named."),
                // In whatever order they stand side by side, to search engines it is one page.
                Path = ChosenIds.Href(path, [.. Ids(shown).Order(StringComparer.Ordinal)]),
                SwitchPath = ChosenIds.Href(Paths.Comparison(other), Ids(shown)),
                NoIndex = shown.Count is > 0 and < Fewest || choice.Unknown.Count > 0,
            },
            Tags =
            [
                CacheTags.Search, CacheTags.Regions, CacheTags.Type("Taxonomy"), CacheTags.Type("SuccessFactor"),
                .. materials.SelectMany(InitiativePage.Tags).Concat(choice.Unknown.Select(CacheTags.Item)).Distinct(),
            ],
        };
    }

    /// <summary>The table alone; null when there are fewer than two to compare.</summary>
    public async Task<ComparisonView?> TableAsync(IQueryCollection query, Language language, CancellationToken ct)
    {
        var choice = await chosen.ReadAsync(query, language, ct);
        var materials = new List<InitiativeMaterial>();
        foreach (var item in choice.Items.Take(Most))
        {
            materials.Add(await initiatives.ReadAsync(item, language, ct));
        }

        return materials.Count < Fewest ? null : View(language, choice, materials);
    }

    private static List<string> Ids(IEnumerable<ContentItem> items) => [.. items.Select(item => ContentIds.Key(item.ContentItemId))];

    private ComparisonView View(Language language, Chosen choice, List<InitiativeMaterial> materials)
    {
        var path = Paths.Comparison(language);
        var ids = Ids(materials.Select(m => m.Item));
        var enough = materials.Count >= Fewest;
        var rows = new ComparisonRows(language, renderer.Words(language), materials, similar.Current);
        var groups = enough ? rows.Groups() : [];
        return new ComparisonView
        {
            Title = Title(language, materials.Count),
            Lead = enough
                ? language.Pick("Nebeneinandergelegt, mit den Zahlen ihrer Gemeinden. Was sich deutlich unterscheidet, ist unterlegt und benannt.", "Side by side, with the numbers of their municipalities. What differs clearly is marked and named.")
                : language.Pick("Wählen Sie zwei bis vier Initiativen. Sie stehen dann nebeneinander, mit den Zahlen ihrer Gemeinden, zum Drucken als Anlage einer Vorlage für den Rat.", "Choose two to four initiatives. They are then shown side by side, with the numbers of their municipalities, ready to print as an annex to a council paper."),
            Notes = [.. choice.Notes, .. TooMany(language, choice.Items)],
            Columns = [.. materials.Select((m, i) => new ComparedView(
                m.Item.DisplayText, Paths.Item(language, m.Item.Path!), ItemParts.ForeignLang(m.Item, language),
                PlaceViews.Short(m.Regions, ComparisonRows.RegionOf(m)?.Ags), ItemParts.IsSample(m.Item), ChosenIds.Href(path, ids.Where((_, j) => j != i))))],
            Groups = groups,
            Span = materials.Count + 2,
            ListHref = ChosenIds.Href(Paths.Bookmarks(language), ids),
            CsvHref = enough ? ChosenIds.Href(path + ".csv", ids) : null,
            XlsxHref = enough ? ChosenIds.Href(path + ".xlsx", ids) : null,
            Sources = rows.Sources,
            Address = shell.Absolute(ChosenIds.Href(path, ids)),
            PrintedOn = Dates.Day(language, TimeZoneInfo.ConvertTime(time.GetUtcNow(), EventTimes.Zone(null)).Date),
        };
    }

    private static string Title(Language language, int count) => count switch
    {
        2 => language.Pick("Zwei Initiativen im Vergleich", "Two initiatives compared"),
        3 => language.Pick("Drei Initiativen im Vergleich", "Three initiatives compared"),
        4 => language.Pick("Vier Initiativen im Vergleich", "Four initiatives compared"),
        1 => language.Pick("Womit vergleichen?", "Compare with what?"),
        _ => language.Pick("Initiativen vergleichen", "Compare initiatives"),
    };

    private static IEnumerable<string> TooMany(Language language, IReadOnlyList<ContentItem> items) => items.Count <= Most
        ? []
        : [language.Pick($"Nebeneinander passen höchstens vier. Weggelassen: {string.Join("; ", items.Skip(Most).Select(item => item.DisplayText))}.", $"At most four fit side by side. Left out: {string.Join("; ", items.Skip(Most).Select(item => item.DisplayText))}.")];
}
