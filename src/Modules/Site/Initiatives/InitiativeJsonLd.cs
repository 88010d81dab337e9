using System.Text.Json.Nodes;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Initiatives;

/// <summary>An initiative for machines: an article about a project in a place.</summary>
internal static class InitiativeJsonLd
{
    public static string Of(InitiativeMaterial m, PageShell shell)
    {
        var item = m.Item;
        var place = m.RegionsIn("place").Select(ags => PlaceViews.Canonical(m.Regions, ags)).FirstOrDefault(region => region is not null);
        return JsonLd.Write(new JsonObject
        {
            ["@type"] = "Article",
            ["@id"] = shell.Absolute(Paths.Permanent(item.ContentItemId)),
            ["url"] = shell.Absolute("/" + item.Path),
            ["headline"] = item.DisplayText,
            ["description"] = item.Text("Initiative", "Summary"),
            ["inLanguage"] = ItemParts.LangOf(item),
            ["datePublished"] = item.PublishedUtc?.ToString("O"),
            ["dateModified"] = item.ModifiedUtc?.ToString("O"),
            ["license"] = item.Text("EditorialPart", "Licence") is { } licence ? ItemParts.LicenceUrl(licence) : null,
            ["isAccessibleForFree"] = true,
            ["creativeWorkStatus"] = ItemParts.IsSample(item) ? "Beispielinhalt – frei erfunden" : null,
            ["about"] = new JsonObject
            {
                ["@type"] = "Project",
                ["name"] = item.DisplayText,
                ["foundingDate"] = m.Period?.Start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["dissolutionDate"] = m.Period?.End?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["location"] = place is null ? null : new JsonObject
                {
                    ["@type"] = "AdministrativeArea",
                    ["name"] = place.Name,
                    ["identifier"] = place.Ags,
                    ["geo"] = place is { Latitude: { } latitude, Longitude: { } longitude }
                        ? new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = latitude, ["longitude"] = longitude }
                        : null,
                },
            },
        });
    }
}
