using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>How much to generate.</summary>
/// <param name="Initiatives">Number of initiatives; each brings two or three pieces of evidence, ten bring an organisation.</param>
/// <param name="Seed">The same seed makes the same content; more initiatives of a seed begin with the same ones.</param>
public sealed record GeneratorOptions(int Initiatives, int Seed);

/// <summary>How far a generation is.</summary>
/// <param name="Initiatives">Initiatives done.</param>
/// <param name="Written">Items written so far in this run, of all types.</param>
public sealed record GeneratorProgress(int Initiatives, int Written);

/// <summary>
/// Makes content for load tests: seed → words and sentences → items in Orchard's JSON → the recipe step <c>content</c>, as an import of
/// the same items would run. Each batch is a transaction; a batch whose items are there is skipped, so an interrupted run goes on.
/// </summary>
public sealed class ContentGenerator
{
    // Ten batches a second: small enough to stop at once and to keep other writers from waiting.
    private const int Batch = 200;

    private readonly PortalDatabase _database;
    private readonly IContentReader _content;
    private readonly IRecipeStep _step;
    private readonly Vocabularies _vocabularies;
    private readonly Factors _factors;
    private readonly IRegionRegister _regions;

    /// <summary>Uses the step of the name <c>content</c>.</summary>
    public ContentGenerator(
        PortalDatabase database, IContentReader content, IEnumerable<IRecipeStep> steps, Vocabularies vocabularies, Factors factors, IRegionRegister regions)
    {
        _database = database;
        _content = content;
        _step = steps.Single(step => step.Names.Contains("content"));
        _vocabularies = vocabularies;
        _factors = factors;
        _regions = regions;
    }

    /// <summary>Generates and imports. Returns the number of items written.</summary>
    /// <param name="options">How much.</param>
    /// <param name="progress">Told after every batch.</param>
    /// <param name="ct">Interrupts between batches; run again with the same seed to go on.</param>
    /// <exception cref="StartupException">The set-up has not run.</exception>
    /// <exception cref="RecipeException">The content definitions were changed so that generated items are no longer valid.</exception>
    public async Task<int> RunAsync(GeneratorOptions options, IProgress<GeneratorProgress>? progress, CancellationToken ct)
    {
        var source = await GeneratorSource.ReadAsync(_content, _vocabularies, _factors, _regions.Current, ct);
        var items = new GeneratedItems(source, options.Seed);
        var written = 0;
        for (var from = 0; from < options.Initiatives;)
        {
            var to = Math.Min(from + Batch, options.Initiatives);
            // The last initiative stands for its batch: a transaction writes all of it or nothing.
            if (await _content.GetAsync(items.InitiativeId(to - 1), ct) is null)
            {
                written += await ImportAsync(items, from, to, ct);
            }

            from = to;
            progress?.Report(new GeneratorProgress(to, written));
        }

        return written;
    }

    private async Task<int> ImportAsync(GeneratedItems items, int from, int to, CancellationToken ct)
    {
        using var recipe = items.Write(from, to);
        return await _database.WriteAsync(async (transaction, token) =>
        {
            var context = new RecipeStepContext
            {
                Name = "content",
                Json = recipe.RootElement,
                Transaction = transaction,
                Folder = new RecipeFolder(Path.GetTempPath()), // nothing generated refers to a file
                Progress = (_, _) => { },
            };
            await _step.RunAsync(context, token);
            return context.Counts.GetValueOrDefault(StepCounts.Written);
        }, ct);
    }
}
