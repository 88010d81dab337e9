using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>How a recipe ended.</summary>
/// <param name="Result">What was done; the steps before a failure stay done.</param>
public abstract record RecipeOutcome(RecipeResult Result);

/// <summary>All steps were carried out or skipped.</summary>
public sealed record RecipeCompleted(RecipeResult Result) : RecipeOutcome(Result);

/// <summary>A step failed. Nothing of it was changed, and no later step was run.</summary>
public sealed record RecipeFailed(RecipeResult Result, RecipeError Error) : RecipeOutcome(Result);

/// <summary>What went wrong.</summary>
/// <param name="File">The recipe, an inner one if it was that.</param>
/// <param name="StepNumber">From 1; 0 when the file itself is not a readable recipe.</param>
/// <param name="StepName">As written.</param>
/// <param name="Item">An item id, type or file; <c>null</c> when the whole step is meant.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public sealed record RecipeError(string File, int StepNumber, string StepName, string? Item, LocalizedText Reason)
{
    /// <summary>One sentence with everything.</summary>
    public LocalizedText Text => StepNumber == 0
        ? new($"{File}: {Reason.De}", $"{File}: {Reason.En}")
        : new(
            $"{File}, Schritt {StepNumber} ({StepName}){(Item is null ? "" : $", {Item}")}: {Reason.De}",
            $"{File}, step {StepNumber} ({StepName}){(Item is null ? "" : $", {Item}")}: {Reason.En}");
}

/// <summary>What became of the steps of a recipe.</summary>
/// <param name="Name">Name of the recipe, or of its file when it has none.</param>
/// <param name="Steps">In order, as far as they came up.</param>
public sealed record RecipeResult(string Name, IReadOnlyList<StepResult> Steps)
{
    /// <summary>A count over all steps, e.g. <see cref="StepCounts.Written"/>.</summary>
    public int Total(string count) => Steps.Sum(step => step.Counts.GetValueOrDefault(count));
}

/// <summary>What became of a step.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">As written.</param>
/// <param name="State">See <see cref="StepState"/>.</param>
/// <param name="Note">Why it was skipped, or what to know.</param>
/// <param name="Counts">E.g. <see cref="StepCounts.Written"/>.</param>
public sealed record StepResult(int Number, string Name, StepState State, LocalizedText? Note, IReadOnlyDictionary<string, int> Counts);

/// <summary>What became of a step.</summary>
public enum StepState
{
    /// <summary>Carried out now.</summary>
    Done,

    /// <summary>The portal has no such feature, or does not know the step.</summary>
    Skipped,

    /// <summary>Carried out by an earlier run of the same file.</summary>
    DoneBefore,
}

/// <summary>Names of what steps count.</summary>
public static class StepCounts
{
    /// <summary>Versions or files written.</summary>
    public const string Written = "written";

    /// <summary>Versions or files that were there already, exactly so.</summary>
    public const string Unchanged = "unchanged";

    /// <summary>Entries of the step that were left out.</summary>
    public const string Skipped = "skipped";
}

/// <summary>Where a run is.</summary>
/// <param name="Recipe">Name of the recipe.</param>
/// <param name="Step">From 1.</param>
/// <param name="Steps">How many there are.</param>
/// <param name="StepName">As written.</param>
/// <param name="Done">Entries of the step done.</param>
/// <param name="Of">Entries of the step; 0 when it is not counted.</param>
public readonly record struct RecipeProgress(string Recipe, int Step, int Steps, string StepName, int Done, int Of);
