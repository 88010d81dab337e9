namespace Zukunftswerkstatt.Content;

/// <summary><c>content</c>: items with their versions.</summary>
internal sealed class ContentStep(ContentImporter importer) : IRecipeStep
{
    public IReadOnlyList<string> Names { get; } = ["content"];

    public Task RunAsync(RecipeStepContext context, CancellationToken ct) => importer.ImportAsync(context, [.. context.List("data")], ct);
}
