using System.Text.Json.Nodes;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// AutoroutePart's <c>SetHomepage</c>: publishing such an item makes it the <c>HomeRoute</c> of the site's settings, as in Orchard. The last
/// one published wins; taking the wish back changes nothing.
/// </summary>
internal static class HomeRoute
{
    public static async Task PublishedAsync(WriteTransaction transaction, ContentItem item, CancellationToken ct)
    {
        if (!item.WantsToBeHomepage || item.Path is null)
        {
            return;
        }

        var site = await transaction.ReadDocumentAsync(SiteSteps.Document, ct) is { } stored ? JsonNode.Parse(stored)!.AsObject() : [];
        if (site["HomeRoute"] is not JsonObject route)
        {
            site["HomeRoute"] = route = [];
        }

        // Recipes spell the last one either way.
        foreach (var name in route.Select(member => member.Key).Where(key => key.Equals("contentItemId", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            route.Remove(name);
        }

        (route["Area"], route["Controller"], route["Action"], route["contentItemId"]) = ("OrchardCore.Contents", "Item", "Display", item.ContentItemId);
        await transaction.WriteDocumentAsync(SiteSteps.Document, site.ToJsonString(TolerantJson.Readable), ct);
    }
}
