using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal.Tests.Recipes;

/// <summary>Short forms for tests of recipes.</summary>
internal static class RecipePortal
{
    public static async Task<RecipeOutcome> RunAsync(this TestPortal portal, string json, bool again = false, string? file = null)
    {
        var path = Path.Combine(portal.Folder, file ?? "test.recipe.json");
        await File.WriteAllTextAsync(path, json);
        return await portal.RunFileAsync(path, again);
    }

    public static Task<RecipeOutcome> RunFileAsync(this TestPortal portal, string path, bool again = false) =>
        portal.Get<RecipeRunner>().RunAsync(path, new RecipeOptions { Again = again }, null, CancellationToken.None);

    public static async Task<string> ExportAsync(this TestPortal portal, bool allVersions)
    {
        var path = Path.Combine(portal.Folder, "export.json");
        await portal.Get<RecipeExporter>().ExportAsync(path, allVersions, null, CancellationToken.None);
        return await File.ReadAllTextAsync(path);
    }

    /// <summary>Everything the database holds about content, in order, as text: equal texts mean that nothing changed.</summary>
    public static async Task<string> DumpAsync(this TestPortal portal)
    {
        await using var db = await portal.Get<PortalDatabase>().OpenAsync(CancellationToken.None);
        var lines = new List<string>();
        lines.AddRange((await db.Set<ItemRow>().AsNoTracking().ToListAsync()).Select(row => $"{row.ItemId} {row.ContentType} {row.Stamp} {row.DeletedUtc:O}"));
        lines.AddRange((await db.Set<VersionRow>().AsNoTracking().ToListAsync()).Select(row => $"{row.Id} {row.VersionId} {row.Latest} {row.Published} {row.Content}"));
        lines.AddRange((await db.Set<PathRow>().AsNoTracking().ToListAsync()).Select(row => $"{row.Path} {row.ItemId} {row.Use}"));
        lines.AddRange((await db.Set<ReferenceRow>().AsNoTracking().ToListAsync()).Select(row => $"{row.SourceId} {row.Field} {row.TargetId}"));
        lines.AddRange((await db.Set<FactRow>().AsNoTracking().ToListAsync()).Select(row => $"{row.Id} {row.Kind} {row.Key}"));
        lines.Add(await db.ReadDocumentAsync(DefinitionDocument.Name, CancellationToken.None) ?? "");
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    public static async Task<List<ContentItem>> VersionsAsync(this TestPortal portal)
    {
        await using var db = await portal.Get<PortalDatabase>().OpenAsync(CancellationToken.None);
        return [.. (await db.Set<VersionRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync()).Select(row => row.ToItem())];
    }

    public static string Describe(this RecipeOutcome outcome) => outcome is RecipeFailed failed ? failed.Error.Text.En : "completed";
}
