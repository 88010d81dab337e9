using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>An item with nothing but what its type demands has a page without empty boxes, in both languages.</summary>
public sealed class BareItemTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    // Terms of the shipped vocabularies.
    private static readonly JsonObject _goals = Terms("mckv893adkcg8mbm7hjbh8tjvb", "cchb21f6k8aqf3sp3fgfc0sk6z");
    private static readonly JsonObject _kinds = Terms("ghwjxvyt0602rvmjvchndnjhcy", "4540cwqyfbghsek8h5p4f1r0ay");
    private static readonly JsonObject _scopes = Terms("sp8n7j0hnk21j2ax1yhpqhb9qs", "ektm2bqmfad9re6s41b7e7n1bb");
    private static readonly JsonObject _dimension = Terms("yagyjxrja0xp3nytqp7kzeg34h", "6y3vb73c6dg9sg4tfkm0yp25vr");
    private static readonly JsonObject _carrier = Terms("7aey8e5c4b303bdr9bdnyzpres", "dyrjmr4s79b4jwdrk09vzegymb");

    [Fact]
    public async Task A_bare_item_has_a_page_without_empty_boxes()
    {
        var workshop = await PublishAsync("Workshop", new() { ["Summary"] = Text("Man traf sich."), ["Format"] = Text("Werkstatt") });
        var items = new List<ContentItem>
        {
            workshop,
            await PublishAsync("Finding", new() { ["Text"] = Text("Es fehlt ein Raum."), ["Kind"] = Text("obstacle"), ["Workshop"] = new JsonObject { ["ContentItemIds"] = new JsonArray(workshop.ContentItemId) } }),
            await PublishAsync("Initiative", new() { ["Summary"] = Text("Ein Anfang."), ["Start"] = Date("2024-05-01"), ["Goals"] = _goals.DeepClone(), ["Kinds"] = _kinds.DeepClone(), ["Scopes"] = _scopes.DeepClone() }),
            await PublishAsync("MeasureType", new() { ["Summary"] = Text("Ein Vorgehen.") }),
            await PublishAsync("SuccessFactor", new() { ["Statement"] = Text("Wer fragt, erfährt mehr."), ["Dimension"] = _dimension.DeepClone() }),
            await PublishAsync("Event", new() { ["Summary"] = Text("Ein Abend."), ["Start"] = Date("2031-05-01"), ["End"] = Date("2031-05-01"), ["Status"] = Text("planned") }),
            await PublishAsync("Organisation", new() { ["CarrierType"] = _carrier.DeepClone() }),
        };
        foreach (var item in items)
        {
            foreach (var path in new[] { "/" + item.Path, await EnglishAsync("/" + item.Path) })
            {
                var main = (await portal.Reader.GetPageAsync(path)).QuerySelector("main")!;
                Assert.Contains(item.DisplayText, main.QuerySelector("h1")!.Words(), StringComparison.Ordinal);
                var empty = main.QuerySelectorAll("p, ul, ol, dl, dd, li, tbody, figure, section, blockquote, h2, h3").Where(IsEmpty).Select(element => element.OuterHtml).ToList();
                Assert.True(empty.Count == 0, $"{path}: {string.Join('\n', empty)}");
            }
        }
    }

    // The address that the page's language switch leads to.
    private async Task<string> EnglishAsync(string path) =>
        (await portal.Reader.GetPageAsync(path)).QuerySelector("header.head a[hreflang=en]")!.GetAttribute("href")!;

    // A section that is nothing but its heading counts as empty, too.
    private static bool IsEmpty(IElement element) => element.LocalName == "section"
        ? element.TextContent.Trim() == (element.QuerySelector("h2, h3")?.TextContent.Trim() ?? "")
        : element.TextContent.Trim().Length == 0 && element.QuerySelector("svg") is null;

    private Task<ContentItem> PublishAsync(string type, JsonObject fields) => portal.PublishAsync(type, new JsonObject
    {
        ["TitlePart"] = new JsonObject { ["Title"] = $"Nur ein Titel ({type})" },
        [type] = fields,
        ["EditorialPart"] = new JsonObject
        {
            ["CheckedOn"] = Date("2026-11-01"),
            ["Licence"] = Text("cc-by-4.0"),
            ["Sample"] = new JsonObject { ["Value"] = false },
        },
        ["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = ContentIds.New(), ["Culture"] = "de" },
    });

    private static JsonObject Text(string text) => new() { ["Text"] = text };

    private static JsonObject Date(string day) => new() { ["Value"] = day + "T00:00:00Z" };

    private static JsonObject Terms(string taxonomy, string term) => new() { ["TaxonomyContentItemId"] = taxonomy, ["TermContentItemIds"] = new JsonArray(term) };
}
