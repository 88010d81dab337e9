using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Bookmarks;
using Zukunftswerkstatt.Site.Comparison;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Lands;
using Zukunftswerkstatt.Site.Matrix;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Downloads;

/// <summary>A list or a comparison as a file: the page's address with an ending.</summary>
internal static class DownloadEndpoints
{
    private const string CsvType = "text/csv; charset=utf-8";
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        foreach (var language in (Language[])[Language.German, Language.English])
        {
            routes.MapGet(Paths.Bookmarks(language) + ".{format:regex(^(csv|xlsx|bib|ris|json)$)}", BookmarksAsync);
            routes.MapGet(Paths.Comparison(language) + ".{format:regex(^(csv|xlsx)$)}", ComparisonAsync);
            routes.MapGet(Paths.Factors(language) + ".csv", MatrixAsync);
            routes.MapGet(Paths.LandComparison(language) + "/{land}.csv", LandsAsync);
        }
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> BookmarksAsync(
        string format, HttpRequest request, ChosenInitiatives chosen, IRegionRegister register, PageShell shell, TimeProvider time, CancellationToken ct)
    {
        var language = Language.OfPath(request.Path.Value);
        var items = (await chosen.ReadAsync(request.Query, language, ct)).Items;
        if (items.Count == 0)
        {
            return TypedResults.NotFound();
        }

        var name = language.Pick("merkliste", "list") + "." + format;
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), EventTimes.Zone(null)).Date;
        var references = items.Select(item => new Reference(
            ContentIds.Key(item.ContentItemId), item.DisplayText, shell.Absolute(Paths.Permanent(ContentIds.Key(item.ContentItemId))), item.ModifiedUtc ?? today,
            item.Text("Initiative", "Summary"), ItemParts.LangOf(item),
            ItemParts.IsSample(item) ? language.Pick("Beispielinhalt – frei erfunden", "Sample content – invented") : null));
        return format switch
        {
            "csv" => TypedResults.File(Tables.Csv(Heads(language), Rows(items, language, register, shell)), CsvType, name),
            "xlsx" => TypedResults.File(Tables.Xlsx(Heads(language), Rows(items, language, register, shell)), XlsxType, name),
            "bib" => TypedResults.File(Encoding.UTF8.GetBytes(Citations.BibTex(references, today)), "application/x-bibtex; charset=utf-8", name),
            "ris" => TypedResults.File(Encoding.UTF8.GetBytes(Citations.Ris(references, today)), "application/x-research-info-systems; charset=utf-8", name),
            _ => TypedResults.File(Citations.CslJson(references, today), "application/vnd.citationstyles.csl+json", name),
        };
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ComparisonAsync(string format, HttpRequest request, ComparisonPage comparison, CancellationToken ct)
    {
        var language = Language.OfPath(request.Path.Value);
        if (await comparison.TableAsync(request.Query, language, ct) is not { } table)
        {
            return TypedResults.NotFound();
        }

        IReadOnlyList<string> heads = ["", .. table.Columns.Select(column => column.Title), language.Pick("Unterschied", "Difference")];
        var missing = language.Pick("keine Angabe", "not stated");
        var rows = table.Groups.SelectMany(group => group.Rows.Select(row =>
                (IReadOnlyList<string>)[row.Label, .. row.Cells.Select(cell => cell.Text is { Length: > 0 } text ? text : missing), row.Verdict]))
            .Concat(table.Sources.Select((source, i) => (IReadOnlyList<string>)[language.Pick($"Quelle {i + 1}", $"Source {i + 1}"), source, .. Enumerable.Repeat("", heads.Count - 2)]))
            .Append([language.Pick("Adresse", "Address"), table.Address, .. Enumerable.Repeat("", heads.Count - 2)]);
        var name = language.Pick("vergleich", "comparison") + "." + format;
        return format == "csv"
            ? TypedResults.File(Tables.Csv(heads, rows), CsvType, name)
            : TypedResults.File(Tables.Xlsx(heads, rows), XlsxType, name);
    }

    private static async Task<FileContentHttpResult> MatrixAsync(HttpRequest request, FactorsPage matrix, PageShell shell, CancellationToken ct)
    {
        var language = Language.OfPath(request.Path.Value);
        var (views, axis, _) = await matrix.ReadAsync(request.Query, language, ct);
        var (heads, rows) = views.Table(shell.Absolute);
        return TypedResults.File(Tables.Csv(heads, rows), CsvType, language.Pick("erfolgsfaktoren", "success-factors") + $"-{axis.Key}.csv");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> LandsAsync(string land, HttpRequest request, LandComparisonPage comparison, PageShell shell, CancellationToken ct)
    {
        var language = Language.OfPath(request.Path.Value);
        return await comparison.TableAsync(land, language, shell.Absolute, ct) is { } table
            ? TypedResults.File(Tables.Csv(table.Heads, table.Rows), CsvType, language.Pick("laendervergleich", "state-comparison") + $"-{land}.csv")
            : TypedResults.NotFound();
    }

    private static IReadOnlyList<string> Heads(Language language) => language.IsEnglish
        ? ["Title", "Place", "Period", "Summary", "Evidence", "Licence", "Note", "Address"]
        : ["Titel", "Ort", "Zeitraum", "Kurzfassung", "Beleg", "Lizenz", "Hinweis", "Adresse"];

    private static IEnumerable<IReadOnlyList<string>> Rows(IEnumerable<ContentItem> items, Language language, IRegionRegister register, PageShell shell) => items.Select(item =>
    {
        var card = InitiativeCards.Of(item, language, register.Current);
        return (IReadOnlyList<string>)
        [
            card.Title, card.Place ?? "", card.Period ?? "", card.Summary ?? "", card.Grade?.Label ?? "",
            item.Text("EditorialPart", "Licence") is { Length: > 0 } licence ? Labels.Licence(language, licence) : "",
            card.Sample ? language.Pick("Beispielinhalt – frei erfunden", "Sample content – invented") : "",
            shell.Absolute(Paths.Permanent(ContentIds.Key(item.ContentItemId))),
        ];
    });
}
