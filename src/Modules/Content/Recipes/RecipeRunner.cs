using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// Runs recipes: 1. scan the file, 2. find the mark of an earlier run, 3. per step: read it, evaluate its expressions,
/// carry it out and move the mark in one transaction. What is done stays done; what fails is taken back as a whole.
/// </summary>
public sealed class RecipeRunner(
    PortalDatabase database, DefinitionStore definitions, IEnumerable<IRecipeStep> steps, IConfiguration configuration)
{
    private readonly Dictionary<string, IRecipeStep> _steps = steps
        .SelectMany(step => step.Names.Select(name => (name, step)))
        .ToDictionary(pair => pair.name, pair => pair.step, StringComparer.OrdinalIgnoreCase);

    private readonly RecipeSettings _settings = new(configuration);

    /// <summary>Runs a recipe file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Whether to run it again, and values for <c>parameters(…)</c>.</param>
    /// <param name="progress">Told how far the run is.</param>
    /// <param name="ct">Interrupts between the entries of a step; run the same file again to go on.</param>
    /// <exception cref="StoreException">The database refuses; nothing of the step was written.</exception>
    public async Task<RecipeOutcome> RunAsync(string path, RecipeOptions options, IProgress<RecipeProgress>? progress, CancellationToken ct) =>
        await RunAsync(path, options, progress, [], ct);

    private async Task<RecipeOutcome> RunAsync(
        string path, RecipeOptions options, IProgress<RecipeProgress>? progress, IReadOnlyList<string> within, CancellationToken ct)
    {
        try
        {
            using var file = await Task.Run(() => RecipeFile.Open(path, ct), ct);
            return await RunAsync(file, options, progress, within, ct);
        }
        catch (RecipeException e)
        {
            return new RecipeFailed(new RecipeResult(Path.GetFileName(path), []), new RecipeError(Path.GetFileName(path), 0, "", e.Item, e.Reason));
        }
    }

    private async Task<RecipeOutcome> RunAsync(
        RecipeFile file, RecipeOptions options, IProgress<RecipeProgress>? progress, IReadOnlyList<string> within, CancellationToken ct)
    {
        var run = await ReadRunAsync(file, options, ct);
        var name = file.Header.Name is { Length: > 0 } given ? given : file.FileName;
        var expressions = file.Header.IsLiteral
            ? null
            : new RecipeExpressions(file.ReadVariables(), run.Variables, options.Parameters, file.Folder, _settings);
        var results = new List<StepResult>(file.StepCount);
        for (var i = 0; i < file.StepCount; i++)
        {
            var stepName = file.Steps[i];
            if (i < run.Done)
            {
                results.Add(new StepResult(i + 1, stepName, StepState.DoneBefore, null, new Dictionary<string, int>()));
                continue;
            }

            void Report(int done, int of) => progress?.Report(new RecipeProgress(name, i + 1, file.StepCount, stepName, done, of));
            Report(0, 0);
            try
            {
                results.Add(await RunStepAsync(file, i, expressions, options, progress, Report, within, ct));
            }
            catch (RecipeException e)
            {
                return new RecipeFailed(new RecipeResult(name, results), new RecipeError(file.FileName, i + 1, stepName, e.Item, e.Reason));
            }
            catch (InnerRecipeFailed e)
            {
                return new RecipeFailed(new RecipeResult(name, results), e.Error);
            }
        }

        return new RecipeCompleted(new RecipeResult(name, results));
    }

    private async Task<RecipeRun> ReadRunAsync(RecipeFile file, RecipeOptions options, CancellationToken ct)
    {
        var fresh = new RecipeRun(file.FileName, 0, new Dictionary<string, string>());
        if (!options.Again)
        {
            return await database.ReadAsync((db, token) => RecipeRun.ReadAsync(db, file.Hash, token), ct) ?? fresh;
        }

        return await database.WriteAsync(async (transaction, token) =>
        {
            await fresh.WriteAsync(transaction, file.Hash, token);
            return fresh;
        }, ct);
    }

    private async Task<StepResult> RunStepAsync(
        RecipeFile file, int index, RecipeExpressions? expressions, RecipeOptions options,
        IProgress<RecipeProgress>? progress, Action<int, int> report, IReadOnlyList<string> within, CancellationToken ct)
    {
        var name = file.Steps[index];
        using var written = file.ReadStep(index);

        // Before it is known whether anybody takes the step, as Orchard does: a recipe that lacks one of its files is not whole.
        using var evaluated = expressions?.Evaluate(written.RootElement, ct);
        var json = (evaluated ?? written).RootElement;
        if (!_steps.TryGetValue(name, out var step))
        {
            var isRecipes = name.Equals("recipes", StringComparison.OrdinalIgnoreCase);
            if (isRecipes)
            {
                await RunInnerAsync(file, json, options, progress, within, ct);
            }

            await database.WriteAsync(async (transaction, token) =>
            {
                await MarkAsync(transaction, file, index, expressions, token);
                return true;
            }, ct);
            return new StepResult(
                index + 1, name, isRecipes ? StepState.Done : StepState.Skipped, isRecipes ? null : StepCatalog.ReasonToSkip(name), new Dictionary<string, int>());
        }

        var context = await database.WriteAsync(async (transaction, token) =>
        {
            var context = new RecipeStepContext
            {
                Name = name,
                Json = json,
                Transaction = transaction,
                Folder = file.Folder,
                Progress = report,
            };
            await step.RunAsync(context, token);
            await MarkAsync(transaction, file, index, expressions, token);
            return context;
        }, ct);
        if (context.DefinitionsChanged)
        {
            await definitions.LoadAsync(ct);
        }

        return new StepResult(index + 1, name, StepState.Done, context.Note, context.Counts);
    }

    private static Task MarkAsync(WriteTransaction transaction, RecipeFile file, int index, RecipeExpressions? expressions, CancellationToken ct) =>
        new RecipeRun(file.FileName, index + 1, expressions?.Values ?? new Dictionary<string, string>()).WriteAsync(transaction, file.Hash, ct);

    private async Task RunInnerAsync(
        RecipeFile outer, JsonElement step, RecipeOptions options, IProgress<RecipeProgress>? progress, IReadOnlyList<string> within, CancellationToken ct)
    {
        if (step.Member("Values") is not { ValueKind: JsonValueKind.Array } values)
        {
            return;
        }

        foreach (var value in values.EnumerateArray())
        {
            var name = value.Member("name") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
            var path = Find(outer, name, ct);
            if (within.Contains(path) || path == outer.FullPath || within.Count >= RecipeLimits.InnerRecipes)
            {
                throw new RecipeException(new(
                    $"Das Rezept „{name}“ ruft sich über andere selbst auf, oder Rezepte sind mehr als {RecipeLimits.InnerRecipes}-fach verschachtelt.",
                    $"The recipe \"{name}\" calls itself through others, or recipes are nested more than {RecipeLimits.InnerRecipes} times."), name);
            }

            if (await RunAsync(path, options, progress, [.. within, outer.FullPath], ct) is RecipeFailed failed)
            {
                throw new InnerRecipeFailed(failed.Error);
            }
        }
    }

    /// <summary>The recipe of that name beside the outer one: by the name in its header, or by its file name.</summary>
    private static string Find(RecipeFile outer, string name, CancellationToken ct)
    {
        foreach (var path in Directory.EnumerateFiles(outer.Folder.Root, "*.recipe.json").Order(StringComparer.Ordinal))
        {
            if (new FileInfo(path).LinkTarget is null && (Is(Path.GetFileName(path)[..^".recipe.json".Length]) || HasName(path)))
            {
                return path;
            }
        }

        throw new RecipeException(new(
            $"Das Rezept „{name}“ fehlt im Ordner des Rezepts.", $"The recipe \"{name}\" is missing in the folder of the recipe."), name);

        bool Is(string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

        bool HasName(string path)
        {
            try
            {
                using var file = RecipeFile.Open(path, ct);
                return Is(file.Header.Name);
            }
            catch (RecipeException)
            {
                return false; // A broken neighbour is not the recipe that was asked for.
            }
        }
    }

    private sealed class InnerRecipeFailed(RecipeError error) : Exception(error.Text.De)
    {
        public RecipeError Error { get; } = error;
    }
}

/// <summary>How to run a recipe.</summary>
public sealed record RecipeOptions
{
    /// <summary>Runs all steps even if the same file was run before. Otherwise steps that are done are passed over.</summary>
    public bool Again { get; init; }

    /// <summary>Values for <c>parameters(name)</c>: <c>SiteName</c>, <c>AdminUserId</c>, <c>AdminUsername</c>, …; missing ones are empty.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
