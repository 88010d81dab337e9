using System.Text.Json;
using System.Text.Json.Nodes;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// <c>settings</c>, <c>custom-settings</c> and <c>themes</c>: kept in one document of the site in Orchard's shape, well-known members
/// at its root and everything else under <c>Properties</c>. Secrets of another site (<c>SiteSalt</c>, <c>SuperUser</c>) are not taken over.
/// </summary>
internal sealed class SiteSteps : IRecipeStep
{
    /// <summary>Name of the site's document.</summary>
    internal const string Document = "SiteSettings";

    private const string Themes = "themes";
    private const string CustomSettings = "custom-settings";

    private static readonly Dictionary<string, string> _known = new[]
    {
        "BaseUrl", "Calendar", "MaxPagedCount", "MaxPageSize", "PageSize", "ResourceDebugMode", "SiteName", "PageTitleFormat",
        "TimeZoneId", "UseCdn", "CdnBaseUrl", "AppendVersion", "HomeRoute", "CacheMode",
    }.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Names { get; } = ["settings", CustomSettings, Themes];

    public async Task RunAsync(RecipeStepContext context, CancellationToken ct)
    {
        var site = await context.Transaction.Db.ReadDocumentAsync(Document, ct) is { } stored ? JsonNode.Parse(stored)!.AsObject() : [];
        if (context.Name.Equals(Themes, StringComparison.OrdinalIgnoreCase))
        {
            SetThemes(Section(site, "Themes"), context.Json);
        }
        else
        {
            var custom = context.Name.Equals(CustomSettings, StringComparison.OrdinalIgnoreCase);
            foreach (var member in context.Json.EnumerateObject())
            {
                SetMember(site, member, custom);
            }
        }

        await context.Transaction.WriteDocumentAsync(Document, site.ToJsonString(TolerantJson.Readable), ct);
    }

    private static void SetThemes(JsonObject themes, JsonElement step)
    {
        foreach (var name in (string[])["site", "admin"])
        {
            if (step.Member(name) is { ValueKind: JsonValueKind.String } theme && theme.GetString() is { Length: > 0 } id)
            {
                themes[name] = id;
            }
        }
    }

    private static void SetMember(JsonObject site, JsonProperty member, bool custom)
    {
        var name = member.Name;
        if (member.Value.ValueKind == JsonValueKind.Null || Is(name, "name") || Is(name, "SiteSalt") || Is(name, "SuperUser"))
        {
            return;
        }

        if (!custom && _known.TryGetValue(name, out var known))
        {
            site[known] = DefinitionMerge.Copy(member.Value);
        }
        else
        {
            Section(site, "Properties")[name] = DefinitionMerge.Copy(member.Value);
        }
    }

    private static JsonObject Section(JsonObject site, string name)
    {
        if (site[name] is not JsonObject section)
        {
            site[name] = section = [];
        }

        return section;
    }

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
