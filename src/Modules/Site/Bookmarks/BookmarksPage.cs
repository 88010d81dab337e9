using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Comparison;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Bookmarks;

/// <summary>The reader's list: it lives in the address, so that it can be kept, printed and passed on without an account.</summary>
internal sealed class BookmarksPage(ChosenInitiatives chosen, Regions.IRegionRegister register, PageShell shell, TimeProvider time) : IPage
{
    private static readonly (string Extension, string Label)[] _formats =
        [(".csv", "CSV"), (".xlsx", "XLSX"), (".bib", "BibTeX"), (".ris", "RIS"), (".json", "CSL-JSON")];

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var choice = await chosen.ReadAsync(request.Query, language, ct);
        var path = Paths.Bookmarks(language);
        var ids = choice.Items.Select(item => ContentIds.Key(item.ContentItemId)).ToList();
        var count = language.Count(ids.Count, "Initiative", "Initiativen", "initiative", "initiatives");
        var view = new BookmarksView
        {
            Notes = choice.Notes,
            CountText = ids.Count == 0 ? null : count,
            Entries = [.. choice.Items.Select((item, i) => new BookmarkView(
                ids[i], InitiativeCards.Of(item, language, register.Current), ChosenIds.Href(path, ids.Where((_, j) => j != i)), i < ComparisonPage.Most))],
            CompareAction = Paths.Comparison(language),
            CanCompare = ids.Count >= ComparisonPage.Fewest,
            Downloads = ids.Count == 0 ? [] : [.. _formats.Select(format => new Link(format.Label, ChosenIds.Href(path + format.Extension, ids)))],
            Add = await chosen.AddAsync(request.Query, path, choice.Items, language, ct),
            Address = shell.Absolute(ChosenIds.Href(path, ids)),
            PrintedOn = Dates.Day(language, TimeZoneInfo.ConvertTime(time.GetUtcNow(), EventTimes.Zone(null)).Date),
        };
        var other = language.IsEnglish ? Language.German : Language.English;
        return new PageResult.Page
        {
            Status = ids.Count == 0 && choice.Unknown.Count > 0 ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
            Templates = ["Bookmarks"],
            Model = view,
            Head = new PageHead
            {
                Title = ids.Count == 0 ? language.Pick("Merkliste", "Your list") : language.Pick($"Merkliste mit {count}", $"Your list of {count}"),
                Description = language.Pick(
                    "Initiativen merken, vergleichen, weitergeben und als Tabelle oder Literaturangabe mitnehmen, ohne Konto und ohne Cookie.",
                    "Keep initiatives, compare them, pass them on and take them along as a table or as references, without account and without cookie."),
                Path = ChosenIds.Href(path, ids),
                TranslatedPath = ids.Count == 0 ? Paths.Bookmarks(other) : null,
                SwitchPath = ChosenIds.Href(Paths.Bookmarks(other), ids),
                NoIndex = ids.Count > 0,
            },
            Tags = [CacheTags.Search, CacheTags.Regions, .. choice.Items.Select(item => item.ContentItemId).Concat(choice.Unknown).Select(CacheTags.Item), .. choice.Items.Select(item => item.LocalizationSet).OfType<string>().Select(CacheTags.Translations)],
        };
    }
}

/// <summary>The reader's list.</summary>
internal sealed record BookmarksView
{
    public required IReadOnlyList<string> Notes { get; init; }

    public string? CountText { get; init; }

    public required IReadOnlyList<BookmarkView> Entries { get; init; }

    public required string CompareAction { get; init; }

    public required bool CanCompare { get; init; }

    public required IReadOnlyList<Link> Downloads { get; init; }

    public required AddView Add { get; init; }

    public required string Address { get; init; }

    public required string PrintedOn { get; init; }
}

/// <param name="Id">Of the initiative.</param>
/// <param name="Card">What is shown of it.</param>
/// <param name="RemoveHref">The list without it.</param>
/// <param name="Ticked">Whether it is ticked for the comparison at first.</param>
internal sealed record BookmarkView(string Id, CardView Card, string RemoveHref, bool Ticked);
