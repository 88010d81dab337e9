using System.Text.Json;
using System.Text.Json.Nodes;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary><c>feature</c>: records what the recipe wants enabled. The portal's modules are fixed, so nothing else follows from it.</summary>
internal sealed class FeatureStep : IRecipeStep
{
    private const string Document = "Features";

    public IReadOnlyList<string> Names { get; } = ["feature"];

    public async Task RunAsync(RecipeStepContext context, CancellationToken ct)
    {
        var stored = await context.Transaction.Db.ReadDocumentAsync(Document, ct);
        var enabled = new SortedSet<string>(Texts(stored is null ? null : JsonNode.Parse(stored)?["Enabled"]), StringComparer.Ordinal);
        enabled.UnionWith(Ids(context, "enable"));
        enabled.ExceptWith(Ids(context, "disable"));
        var document = new JsonObject { ["Enabled"] = new JsonArray([.. enabled.Select(id => JsonValue.Create(id))]) };
        await context.Transaction.WriteDocumentAsync(Document, document.ToJsonString(TolerantJson.Readable), ct);
        context.Note = new("Vermerkt; die Module des Portals stehen fest.", "Recorded; the portal's modules are fixed.");
    }

    private static IEnumerable<string> Ids(RecipeStepContext context, string member) => context.List(member)
        .Where(id => id.ValueKind == JsonValueKind.String)
        .Select(id => id.GetString()! switch
        {
            // Renamed in Orchard Core 3.
            "OrchardCore.Search.Lucene" => "OrchardCore.Lucene",
            var name => name,
        });

    private static IEnumerable<string> Texts(JsonNode? node) => node is JsonArray array ? array.Select(text => (string?)text ?? "") : [];
}
