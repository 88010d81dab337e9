using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>What is published is there at once, on every page that was cached before.</summary>
public sealed class FreshnessTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    [Fact]
    public async Task A_published_item_shows_at_once_on_its_page_in_lists_in_search_and_in_feeds()
    {
        string[] places = ["/initiativen", "/suche?q=Wanderkino", "/feed.atom", "/initiativen/feed.atom", "/sitemap.xml", "/"];
        foreach (var place in places)
        {
            Assert.DoesNotContain("wanderkino-im-dreiseenland", await ReadAsync(place), StringComparison.Ordinal);
        }

        var item = await portal.PublishAsync("Initiative", Initiative("Wanderkino im Dreiseenland"));

        Assert.Equal("initiativen/wanderkino-im-dreiseenland", item.Path);
        foreach (var place in places)
        {
            Assert.Contains("wanderkino-im-dreiseenland", await ReadAsync(place), StringComparison.Ordinal);
        }

        Assert.Equal("Wanderkino im Dreiseenland", (await portal.Reader.GetPageAsync("/" + item.Path)).QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task A_new_title_shows_at_once_and_the_old_address_leads_to_the_new_one()
    {
        var item = await portal.PublishAsync("Initiative", Initiative("Mühlenfest im Nonnental"));
        await ReadAsync("/initiativen/muehlenfest-im-nonnental");
        await ReadAsync("/initiativen");

        await portal.PublishAgainAsync(item, content =>
        {
            content["TitlePart"] = new JsonObject { ["Title"] = "Brückenfest im Nonnental" };
            content["AutoroutePart"] = new JsonObject { ["Path"] = "initiativen/brueckenfest-im-nonnental" };
        });

        Assert.Contains("Brückenfest", (await portal.Reader.GetPageAsync("/initiativen/brueckenfest-im-nonnental")).Body!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Mühlenfest", await ReadAsync("/initiativen"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mühlenfest", await ReadAsync("/suche?q=Nonnental"), StringComparison.Ordinal);
        using var old = await portal.Reader.GetAsync("/initiativen/muehlenfest-im-nonnental", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MovedPermanently, old.StatusCode);
        Assert.Equal("/initiativen/brueckenfest-im-nonnental", old.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task What_is_taken_back_is_gone_at_once()
    {
        var item = await portal.PublishAsync("Initiative", Initiative("Nachtbus nach Quellgrund"));
        await ReadAsync("/" + item.Path);
        Assert.Contains("Quellgrund", await ReadAsync("/initiativen"), StringComparison.Ordinal);

        await portal.UnpublishAsync(item);

        using var page = await portal.Reader.GetAsync("/" + item.Path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.NotNull(Pages.Parse(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).QuerySelector("main h1"));
        Assert.DoesNotContain("nachtbus-nach-quellgrund", await ReadAsync("/initiativen"), StringComparison.Ordinal);
        Assert.DoesNotContain("nachtbus-nach-quellgrund", await ReadAsync("/suche?q=Quellgrund"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_initiative_loses_the_factor_of_evidence_that_was_taken_back()
    {
        // A factor of record no. 1, and the search its matrix cell opens.
        const string Factor = "9cf3x49d52p5jsxzf3kttdgxyd";
        const string Cell = "/suche?mode=initiatives&factor=betriebe-und-kommune-kuemmern-sich-gemeinsam-um-weiche-standortfaktoren";
        var initiative = await portal.PublishAsync("Initiative", Initiative("Runder Tisch Kesselgrund"));
        Assert.DoesNotContain("runder-tisch-kesselgrund", await ReadAsync(Cell), StringComparison.Ordinal);

        var evidence = await portal.PublishAsync("FactorEvidence", new JsonObject
        {
            ["FactorEvidence"] = new JsonObject
            {
                ["Factor"] = new JsonObject { ["ContentItemIds"] = new JsonArray(Factor) },
                ["Initiative"] = new JsonObject { ["ContentItemIds"] = new JsonArray(initiative.ContentItemId) },
                ["Effect"] = new JsonObject { ["Text"] = "promoting" },
                ["Statement"] = new JsonObject { ["Text"] = "Drei Betriebe sitzen mit am Tisch." },
            },
            ["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = ContentIds.New(), ["Culture"] = "de" },
        });
        Assert.Contains("runder-tisch-kesselgrund", await ReadAsync(Cell), StringComparison.Ordinal);

        await portal.UnpublishAsync(evidence);
        Assert.DoesNotContain("runder-tisch-kesselgrund", await ReadAsync(Cell), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_English_page_links_to_a_translation_as_long_as_there_is_one()
    {
        const string Mill = "/en/organisations/mill-cooperative-wiesengrund";
        var organisation = await portal.PublishAsync("Organisation", Organisation("Mühlengenossenschaft Wiesengrund", "de", ContentIds.New()));
        var content = Initiative("Wassermühle Wiesengrund");
        content["Organisations"] = new JsonObject
        {
            ["ContentItems"] = new JsonArray(new JsonObject
            {
                ["ContentItemId"] = ContentIds.New(),
                ["ContentType"] = "OrganisationRole",
                ["OrganisationRole"] = new JsonObject
                {
                    ["Organisation"] = new JsonObject { ["ContentItemIds"] = new JsonArray(organisation.ContentItemId) },
                    ["Role"] = new JsonObject { ["Text"] = "carrier" },
                },
            }),
        };
        var page = "/en/initiatives/" + (await portal.PublishAsync("Initiative", content)).Path!.Split('/')[^1];
        Assert.Contains("/en/organisations/muehlengenossenschaft-wiesengrund", await ReadAsync(page), StringComparison.Ordinal);

        var translation = await portal.PublishAsync("Organisation", Organisation("Mill cooperative Wiesengrund", "en", organisation.LocalizationSet!));
        Assert.Contains(Mill, await ReadAsync(page), StringComparison.Ordinal);

        await portal.UnpublishAsync(translation);
        Assert.DoesNotContain(Mill, await ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_in_any_text_of_an_item_stays_text()
    {
        const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        var content = Initiative($"Titel {Script}");
        foreach (var field in new[] { "InitialSituation", "BuildingBlocks", "Steps", "Results", "Obstacles", "Lessons", "Transferability" })
        {
            content["Initiative"]![field] = new JsonObject { ["Markdown"] = $"{Script}\n\n[link](javascript:alert(1)) ![bild](javascript:alert(1))\n\n<a href=\"javascript:alert(1)\" onclick=\"alert(1)\">x</a>" };
        }

        foreach (var field in new[] { "Summary", "EvidenceReason", "AdoptionNote", "ContactFunction" })
        {
            content["Initiative"]![field] = new JsonObject { ["Text"] = Script };
        }

        content["Initiative"]!["Aliases"] = new JsonObject { ["Values"] = new JsonArray(Script) };
        var item = await portal.PublishAsync("Initiative", content);
        foreach (var place in new[] { "/" + item.Path, "/initiativen", "/suche?q=Titel", "/" })
        {
            var page = await portal.Reader.GetPageAsync(place);
            Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type='application/ld+json'])"));
            Assert.Empty(page.QuerySelectorAll("[onerror], [onclick], [href^='javascript:'], [src^='javascript:'], img[src=x]"));
        }
    }

    [Fact]
    public async Task A_draft_shows_nowhere()
    {
        var item = await portal.PublishAsync("Initiative", Initiative("Leihlastenrad Auenwinkel"));
        await portal.SaveDraftAsync(item, content => content["TitlePart"] = new JsonObject { ["Title"] = "Geheimer Entwurf" });
        foreach (var place in new[] { "/" + item.Path, "/initiativen", "/suche?q=Geheimer+Entwurf", "/feed.atom", "/" })
        {
            Assert.DoesNotContain("/initiativen/geheimer-entwurf", await ReadAsync(place), StringComparison.Ordinal);
        }

        Assert.Equal("Leihlastenrad Auenwinkel", (await portal.Reader.GetPageAsync("/" + item.Path)).QuerySelector("h1")!.Words());
    }

    private async Task<string> ReadAsync(string path)
    {
        using var response = await portal.Reader.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static JsonObject Terms(string taxonomy, string term) => new()
    {
        ["TaxonomyContentItemId"] = taxonomy,
        ["TermContentItemIds"] = new JsonArray(term),
    };

    private static JsonObject Organisation(string name, string culture, string set) => new()
    {
        ["TitlePart"] = new JsonObject { ["Title"] = name },
        ["Organisation"] = new JsonObject { ["CarrierType"] = Terms("7aey8e5c4b303bdr9bdnyzpres", "dyrjmr4s79b4jwdrk09vzegymb") },
        ["EditorialPart"] = Editorial(),
        ["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = set, ["Culture"] = culture },
    };

    // Its terms are those of the shipped vocabularies.
    private static JsonObject Initiative(string title) => new()
    {
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["Initiative"] = new JsonObject
        {
            ["Summary"] = new JsonObject { ["Text"] = "Ein Vorhaben, das nur für diesen Test erfunden ist." },
            ["InitialSituation"] = new JsonObject { ["Markdown"] = "Es fehlte etwas." },
            ["Goals"] = Terms("mckv893adkcg8mbm7hjbh8tjvb", "cchb21f6k8aqf3sp3fgfc0sk6z"),
            ["Kinds"] = Terms("ghwjxvyt0602rvmjvchndnjhcy", "4540cwqyfbghsek8h5p4f1r0ay"),
            ["Scopes"] = Terms("sp8n7j0hnk21j2ax1yhpqhb9qs", "zvwqn43m6dc0gchg85wqp23qsg"),
            ["Start"] = new JsonObject { ["Value"] = "2024-05-01T00:00:00Z" },
            ["Precision"] = new JsonObject { ["Text"] = "month" },
        },
        ["EditorialPart"] = Editorial(),
        ["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = ContentIds.New(), ["Culture"] = "de" },
    };

    private static JsonObject Editorial() => new()
    {
        ["CheckedOn"] = new JsonObject { ["Value"] = "2026-11-01T00:00:00Z" },
        ["Licence"] = new JsonObject { ["Text"] = "cc-by-4.0" },
        ["Sample"] = new JsonObject { ["Value"] = false },
    };
}
