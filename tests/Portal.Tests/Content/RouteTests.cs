using System.Text.Json.Nodes;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Portal.Tests.Recipes;
using static Zukunftswerkstatt.Portal.Tests.Content.ContentPortal;

namespace Zukunftswerkstatt.Portal.Tests.Content;

/// <summary>AutoroutePart beyond its path.</summary>
public sealed class RouteTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_route_that_is_switched_off_leads_nowhere_and_comes_back(string kind)
    {
        await using var portal = await StartAsync(kind);
        var item = await portal.PublishedAsync("Mühlenfest", "fest");
        Assert.Equal(PathState.Current, (await portal.AtAsync("fest"))!.State);

        await SaveAsync(portal, item, """{ "Path": "fest", "Disabled": true }""");
        var off = (await portal.Reader().GetAsync(item.ContentItemId, _ct))!;
        Assert.Null(off.Path);
        Assert.Equal(PathState.Gone, (await portal.AtAsync("fest"))!.State);
        await portal.AssertConsistentAsync();
        Assert.Single(Errors(await portal.Commands().CreateAsync("Article", null, Article("Anderes", "fest"), true, Editor, _ct)));

        await SaveAsync(portal, item, """{ "Path": "fest", "Disabled": false }""");
        Assert.Equal(PathState.Current, (await portal.AtAsync("fest"))!.State);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_path_that_was_never_public_stays_free_while_its_route_is_off(string kind)
    {
        await using var portal = await StartAsync(kind);
        var quiet = Done(await portal.Commands().CreateAsync("Article", null, WithRoute("Still", """{ "Path": "ort", "Disabled": true }"""), true, Editor, _ct));
        var none = Done(await portal.Commands().CreateAsync("Article", null, WithRoute("Ohne", """{ "Disabled": true }"""), true, Editor, _ct));
        Assert.Null(await portal.AtAsync("ort"));
        Assert.Null(await portal.AtAsync("artikel/ohne"));
        var loud = await portal.PublishedAsync("Laut", "ort");
        Assert.Equal(loud.ContentItemId, (await portal.AtAsync("ort"))!.ItemId);

        Assert.Single(Errors(await portal.Commands().SaveAndPublishAsync(quiet.ContentItemId, null, WithRoute("Still", """{ "Path": "ort" }"""), Editor, _ct)));
        await SaveAsync(portal, none, """{ }""", "Ohne");
        Assert.Equal(none.ContentItemId, (await portal.AtAsync("artikel/ohne"))!.ItemId);
        await portal.AssertConsistentAsync();
    }

    [Fact]
    public async Task The_last_item_published_as_homepage_is_the_home_route_of_the_site()
    {
        await using var portal = await StartAsync("Sqlite");
        await portal.RunAsync("""{"steps":[{"name":"settings","SiteName":"Probe","HomeRoute":{"Action":"Index","Controller":"X","Area":"Y","ContentItemId":"old"}}]}""");
        Done(await portal.Commands().CreateAsync("Article", null, WithRoute("Entwurf", """{ "SetHomepage": true }"""), false, Editor, _ct));
        Assert.Equal("old", (await SiteAsync(portal))["HomeRoute"]!["ContentItemId"]!.ToString());

        var first = Done(await portal.Commands().CreateAsync("Article", null, WithRoute("Start", """{ "SetHomepage": true }"""), true, Editor, _ct));
        var site = await SiteAsync(portal);
        Assert.Equal("Probe", site["SiteName"]!.ToString());
        Assert.Equal($$"""{"Action":"Display","Controller":"Item","Area":"OrchardCore.Contents","contentItemId":"{{first.ContentItemId}}"}""", site["HomeRoute"]!.ToJsonString());

        await portal.PublishedAsync("Gewöhnlich");
        Done(await portal.Commands().CreateAsync("Article", null, WithRoute("Aus", """{ "SetHomepage": true, "Path": "aus", "Disabled": true }"""), true, Editor, _ct));
        Assert.Equal(first.ContentItemId, (await SiteAsync(portal))["HomeRoute"]!["contentItemId"]!.ToString());

        Assert.Equal("completed", (await portal.RunAsync("""
            {"steps":[{"name":"content","data":[{"ContentItemId":"imported","ContentItemVersionId":"v","ContentType":"Article","DisplayText":"Neu","Latest":true,"Published":true,
              "TitlePart":{"Title":"Neu"},"AutoroutePart":{"Path":"neu","SetHomepage":"true"}}]}]}
            """)).Describe());
        Assert.Equal("imported", (await SiteAsync(portal))["HomeRoute"]!["contentItemId"]!.ToString());
    }

    private static JsonObject WithRoute(string title, string route)
    {
        var content = Article(title);
        content["AutoroutePart"] = JsonNode.Parse(route);
        return content;
    }

    private static async Task SaveAsync(TestPortal portal, ContentItem item, string route, string title = "Mühlenfest") =>
        Done(await portal.Commands().SaveAndPublishAsync(item.ContentItemId, null, WithRoute(title, route), Editor, _ct));

    private static async Task<JsonObject> SiteAsync(TestPortal portal) =>
        JsonNode.Parse((await portal.Get<PortalDatabase>().ReadAsync((db, ct) => db.ReadDocumentAsync(SiteSteps.Document, ct), _ct))!)!.AsObject();
}
