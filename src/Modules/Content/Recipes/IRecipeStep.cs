using System.Text.Json;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>Carries out one kind of step. Modules add their own; registered as a singleton.</summary>
public interface IRecipeStep
{
    /// <summary>The names by which recipes call it; case does not matter.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>
    /// Does everything the step asks for within its transaction. May be run again from the start when another node got in between.
    /// </summary>
    /// <exception cref="RecipeException">Something of it cannot be done; the transaction is taken back.</exception>
    Task RunAsync(RecipeStepContext context, CancellationToken ct);
}

/// <summary>A step under way.</summary>
public sealed class RecipeStepContext
{
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Name as written.</summary>
    public required string Name { get; init; }

    /// <summary>The step with its expressions evaluated.</summary>
    public required JsonElement Json { get; init; }

    /// <summary>The step's transaction.</summary>
    public required WriteTransaction Transaction { get; init; }

    /// <summary>From where the step may read files.</summary>
    public required RecipeFolder Folder { get; init; }

    /// <summary>Told how far the step is: entries done, entries in all.</summary>
    public required Action<int, int> Progress { get; init; }

    /// <summary>What to know about the step afterwards.</summary>
    public LocalizedText? Note { get; set; }

    /// <summary>What was counted so far.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Set when the definitions changed, so that they are loaded after the commit.</summary>
    internal bool DefinitionsChanged { get; set; }

    /// <summary>Adds to a count, see <see cref="StepCounts"/>.</summary>
    public void Count(string name, int number = 1) => _counts[name] = _counts.GetValueOrDefault(name) + number;

    /// <summary>The step's member of that name in any case when it is a list; otherwise nothing.</summary>
    public IEnumerable<JsonElement> List(string member) =>
        Json.Member(member) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
}
