using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// Fills an empty portal once: 1. mark that a set-up is under way, 2. run each recipe that has not run yet, 3. remember it by name.
/// A crash in between is made good at the next start. A recipe that has run is never run again, so that newer files do not
/// overwrite what editors changed; a portal that was filled in another way is left alone.
/// </summary>
public sealed class SetupRunner(RecipeRunner recipes, PortalDatabase database, ReadSessions reads)
{
    private const string Document = "Setup";

    /// <summary>Runs the recipes, in order.</summary>
    /// <returns>The names of the files that were run now.</returns>
    /// <exception cref="StartupException">A recipe fails; the next start goes on from there.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(
        IReadOnlyList<string> files, RecipeOptions options, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        var done = await BeginAsync(ct);
        var run = new List<string>();
        if (done is null)
        {
            return run;
        }

        foreach (var file in files.Where(file => !done.Contains(Path.GetFileName(file))))
        {
            if (await recipes.RunAsync(file, options, progress, ct) is RecipeFailed failed)
            {
                throw new StartupException(new(
                    $"Die Einrichtung ist gescheitert. {failed.Error.Text.De} Nach dem Beheben macht der nächste Start dort weiter.",
                    $"The set-up failed. {failed.Error.Text.En} Once mended, the next start goes on from there."));
            }

            done.Add(Path.GetFileName(file));
            run.Add(Path.GetFileName(file));
            await database.WriteAsync(async (transaction, token) =>
            {
                await WriteAsync(transaction, new SetupMark([.. done], Foreign: false), token);
                return true;
            }, ct);
        }

        return run;
    }

    /// <summary>The files that ran already; <c>null</c> when the content of this portal is not ours to set up.</summary>
    private async Task<HashSet<string>?> BeginAsync(CancellationToken ct)
    {
        // Once it is there it stays: most starts need no transaction.
        var mark = Parse(await reads.ReadDocumentAsync(Document, ct)) ?? await database.WriteAsync(MarkAsync, ct);
        return mark.Foreign ? null : mark.Done.ToHashSet();
    }

    private static async Task<SetupMark> MarkAsync(WriteTransaction transaction, CancellationToken ct)
    {
        if (Parse(await transaction.ReadDocumentAsync(Document, ct)) is { } mark)
        {
            return mark;
        }

        mark = new SetupMark([], Foreign: await transaction.Db.Set<ItemRow>().AnyAsync(ct));
        await WriteAsync(transaction, mark, ct);
        return mark;
    }

    private static SetupMark? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<SetupMark>(json);

    private static Task WriteAsync(WriteTransaction transaction, SetupMark mark, CancellationToken ct) =>
        transaction.WriteDocumentAsync(Document, JsonSerializer.Serialize(mark), ct);

    /// <param name="Done">File names of recipes that ran.</param>
    /// <param name="Foreign">The portal had content before its first start, e.g. from an import.</param>
    private sealed record SetupMark(IReadOnlyList<string> Done, bool Foreign);
}
