using System.Text.Json;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// A recipe on disk: 1. the whole file is scanned once as a stream (syntax, limits, UTF-8, header, where each step lies, hash),
/// 2. each step is read when its turn comes. So a broken file changes nothing, and a large one needs the memory of one step.
/// </summary>
internal sealed class RecipeFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly RecipeScan _scan;

    private RecipeFile(FileStream stream, RecipeScan scan)
    {
        _stream = stream;
        _scan = scan;
        Folder = new RecipeFolder(Path.GetDirectoryName(stream.Name)!);
    }

    public string FileName => Path.GetFileName(_stream.Name);

    public string FullPath => _stream.Name;

    public RecipeFolder Folder { get; }

    public RecipeHeader Header => _scan.Header;

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Hash => _scan.Hash;

    /// <summary>Names of the steps in order.</summary>
    public IReadOnlyList<string> Steps => [.. _scan.Steps.Select(step => step.Name)];

    public int StepCount => _scan.Steps.Count;

    /// <exception cref="RecipeException">The file is missing, unreadable, or not a recipe within <see cref="RecipeLimits"/>.</exception>
    public static RecipeFile Open(string path, CancellationToken ct)
    {
        FileStream? stream = null;
        try
        {
            stream = new FileStream(Path.GetFullPath(path), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            if (stream.Length > RecipeLimits.FileBytes)
            {
                throw new RecipeException(new(
                    $"Die Datei ist mit {stream.Length} Byte zu groß; erlaubt sind {RecipeLimits.FileBytes}.",
                    $"The file is too large: {stream.Length} bytes, {RecipeLimits.FileBytes} are allowed."), path);
            }

            var file = new RecipeFile(stream, RecipeScanner.Scan(stream, ct));
            stream = null;
            return file;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecipeException(new($"Die Datei „{path}“ gibt es nicht.", $"There is no file \"{path}\"."), path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException(new($"Die Datei „{path}“ ist nicht lesbar: {e.Message}", $"The file \"{path}\" cannot be read: {e.Message}"), path, e);
        }
        finally
        {
            stream?.Dispose();
        }
    }

    /// <summary>The step as it is written, expressions included.</summary>
    public JsonDocument ReadStep(int index) => Read(_scan.Steps[index].Span);

    /// <summary>The variables as they are written; empty when there are none.</summary>
    public IReadOnlyDictionary<string, string> ReadVariables()
    {
        if (_scan.Variables is not { } span)
        {
            return new Dictionary<string, string>();
        }

        using var document = Read(span);
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            variables[member.Name] = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString()!,
                JsonValueKind.Null => "",
                _ => member.Value.GetRawText(),
            };
        }

        return variables;
    }

    public void Dispose() => _stream.Dispose();

    private JsonDocument Read(ByteSpan span)
    {
        var bytes = new byte[span.Length];
        _stream.Position = span.Start;
        _stream.ReadExactly(bytes);
        return JsonDocument.Parse(bytes, TolerantJson.Document);
    }
}

/// <summary>Where something lies in the file.</summary>
internal readonly record struct ByteSpan(long Start, int Length);

/// <summary>A step found by the scan.</summary>
internal sealed record ScannedStep(string Name, ByteSpan Span);

/// <summary>What the scan of a file found.</summary>
internal sealed record RecipeScan(RecipeHeader Header, ByteSpan? Variables, IReadOnlyList<ScannedStep> Steps, string Hash);

/// <summary>Sentences about recipes that are not in order.</summary>
internal static class RecipeErrors
{
    public static RecipeException NotARecipe(string de, string en, Exception? inner = null) =>
        new(new LocalizedText($"Das ist kein lesbares Rezept: {de}", $"This is not a readable recipe: {en}"), null, inner);
}
