using System.Text.Json;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// The mark of a recipe in the store, named after the hash of its file: how many steps are done, and the values its variables
/// got, so that an interrupted run goes on with the same ids. Written in the transaction of each step.
/// </summary>
internal sealed record RecipeRun(string File, int Done, IReadOnlyDictionary<string, string> Variables)
{
    public static async Task<RecipeRun?> ReadAsync(PortalDbContext db, string hash, CancellationToken ct) =>
        await db.ReadDocumentAsync(DocumentName(hash), ct) is { } json ? JsonSerializer.Deserialize<RecipeRun>(json) : null;

    public Task WriteAsync(WriteTransaction transaction, string hash, CancellationToken ct) =>
        transaction.WriteDocumentAsync(DocumentName(hash), JsonSerializer.Serialize(this), ct);

    private static string DocumentName(string hash) => $"RecipeRun:{hash}";
}
