using Microsoft.EntityFrameworkCore;

namespace Zukunftswerkstatt.Content;

/// <summary><c>content</c>: items with their versions.</summary>
internal sealed class ContentStep(ContentImporter importer) : IRecipeStep
{
    /// <summary>Cache for the pages a step changes (64 MB), and SQLite's default. With the default, a large step writes each page many times.</summary>
    private const string LargeCache = "PRAGMA cache_size = -64000";
    private const string DefaultCache = "PRAGMA cache_size = -2000";

    public IReadOnlyList<string> Names { get; } = ["content"];

    public async Task RunAsync(RecipeStepContext context, CancellationToken ct)
    {
        var database = context.Transaction.Db.Database;
        var sqlite = database.IsSqlite();
        if (sqlite)
        {
            await database.ExecuteSqlRawAsync(LargeCache, ct);
        }

        await importer.ImportAsync(context, [.. context.List("data")], ct);
        if (sqlite)
        {
            await database.ExecuteSqlRawAsync(DefaultCache, ct);
        }
    }
}
