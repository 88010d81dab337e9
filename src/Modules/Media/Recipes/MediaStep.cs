using System.Text.Json;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Media;

/// <summary>
/// <c>media</c>: files given beside the recipe or in base 64. Nothing is fetched from the network. All files are checked before the
/// first is stored.
/// </summary>
internal sealed class MediaStep(MediaStore store) : IRecipeStep
{
    public IReadOnlyList<string> Names { get; } = ["media"];

    public async Task RunAsync(RecipeStepContext context, CancellationToken ct)
    {
        var entries = context.List("Files").ToList();
        var files = new List<(MediaPath, ReadOnlyMemory<byte>)>(entries.Count);
        foreach (var entry in entries)
        {
            var target = Text(entry, "TargetPath") ?? Text(entry, "Path") ?? "";
            if (!MediaPath.TryParse(target, out var path, out var wrong))
            {
                throw new RecipeException(wrong, target);
            }

            var content = await ReadAsync(context, entry, target, ct);
            if (MediaStore.Check(path, content.Span) is { } problem)
            {
                throw new RecipeException(problem, target);
            }

            files.Add((path, content));
            context.Progress(files.Count, entries.Count);
        }

        try
        {
            await store.SaveAsync(files, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException(new($"Die Dateien lassen sich nicht speichern: {e.Message}", $"The files cannot be stored: {e.Message}"), null, e);
        }

        context.Count(StepCounts.Written, files.Count);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(RecipeStepContext context, JsonElement entry, string target, CancellationToken ct)
    {
        if (Text(entry, "SourcePath") is { } source)
        {
            return await context.Folder.ReadAsync(source, MediaStore.MaxBytes, ct);
        }

        if (Text(entry, "SourceUrl") is { } url)
        {
            throw new RecipeException(new(
                $"„{url}“ wird nicht geladen: Rezepte holen nichts aus dem Netz. Bitte die Datei neben das Rezept legen und SourcePath angeben.",
                $"\"{url}\" is not fetched: recipes load nothing from the network. Put the file beside the recipe and use SourcePath."), target);
        }

        if (Text(entry, "Base64") is not { } base64)
        {
            throw new RecipeException(new("SourcePath oder Base64 fehlt.", "SourcePath or Base64 is missing."), target);
        }

        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException e)
        {
            throw new RecipeException(new("Base64 ist nicht lesbar.", "Base64 cannot be read."), target, e);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;
}
