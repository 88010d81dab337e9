using System.Text.Json;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary><c>ContentDefinition</c>, <c>ReplaceContentDefinition</c> and <c>DeleteContentDefinition</c>.</summary>
internal sealed class DefinitionSteps : IRecipeStep
{
    private const string Replace = "ReplaceContentDefinition";
    private const string Delete = "DeleteContentDefinition";

    public IReadOnlyList<string> Names { get; } = ["ContentDefinition", Replace, Delete];

    public async Task RunAsync(RecipeStepContext context, CancellationToken ct)
    {
        var errors = await DefinitionStore.ChangeAsync(context.Transaction, document => Change(document, context.Name, context.Json), ct);
        if (errors.Count > 0)
        {
            throw new RecipeException(new LocalizedText(string.Join(' ', errors), string.Join(' ', errors)));
        }

        context.DefinitionsChanged = true;
    }

    private static List<string> Change(DefinitionDocument document, string name, JsonElement step)
    {
        if (name.Equals(Delete, StringComparison.OrdinalIgnoreCase))
        {
            DefinitionMerge.Delete(document, step);
            return [];
        }

        return name.Equals(Replace, StringComparison.OrdinalIgnoreCase) ? DefinitionMerge.Replace(document, step) : DefinitionMerge.Apply(document, step);
    }
}
