using System.Text;
using System.Text.Unicode;

namespace Zukunftswerkstatt.Content;

/// <summary>The folder of a recipe: the only place from which the recipe may read files. Links below it are refused, as they could lead out of it.</summary>
public sealed class RecipeFolder(string path)
{
    private readonly string _root = Path.GetFullPath(path);

    /// <summary>The folder's absolute path.</summary>
    public string Root => _root;

    /// <summary>The content of a file.</summary>
    /// <param name="relative">Path below the folder, with slashes of either kind.</param>
    /// <param name="maxBytes">Larger files are refused.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <exception cref="RecipeException">The file is missing, too large or outside of the folder; the text names it.</exception>
    public async Task<byte[]> ReadAsync(string relative, long maxBytes, CancellationToken ct)
    {
        var file = Locate(relative);
        try
        {
            var length = new FileInfo(file).Length;
            return length <= maxBytes
                ? await File.ReadAllBytesAsync(file, ct)
                : throw new RecipeException(new(
                    $"Die Datei „{relative}“ ist mit {length} Byte zu groß; erlaubt sind {maxBytes}.",
                    $"The file \"{relative}\" is too large: {length} bytes, {maxBytes} are allowed."), relative);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException(new(
                $"Die Datei „{relative}“ ist nicht lesbar: {e.Message}", $"The file \"{relative}\" cannot be read: {e.Message}"), relative, e);
        }
    }

    /// <summary>The text of a file in UTF-8, without its byte order mark.</summary>
    /// <exception cref="RecipeException">As <see cref="ReadAsync"/>, or the file is not UTF-8.</exception>
    public async Task<string> ReadTextAsync(string relative, CancellationToken ct)
    {
        var bytes = await ReadAsync(relative, RecipeLimits.TextBytes, ct);
        if (!Utf8.IsValid(bytes))
        {
            throw new RecipeException(new(
                $"Die Datei „{relative}“ ist kein gültiges UTF-8.", $"The file \"{relative}\" is not valid UTF-8."), relative);
        }

        var text = bytes.AsSpan();
        return Encoding.UTF8.GetString(text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text);
    }

    private string Locate(string relative)
    {
        var segments = relative.Split('/', '\\');
        if (relative.Length == 0 || relative.Contains('\0') || Path.IsPathRooted(relative) || segments.Any(s => s == ".." || s.Contains(':')))
        {
            throw Outside(relative);
        }

        var at = _root;
        foreach (var segment in segments.Where(s => s.Length > 0 && s != "."))
        {
            at = Path.Combine(at, segment);
            if (new FileInfo(at).LinkTarget is not null)
            {
                throw Outside(relative);
            }
        }

        return File.Exists(at) ? at : throw new RecipeException(new(
            $"Die Datei „{relative}“ fehlt im Ordner des Rezepts. Bitte daneben legen und den Import wiederholen.",
            $"The file \"{relative}\" is missing in the folder of the recipe. Put it there and repeat the import."), relative);
    }

    private static RecipeException Outside(string relative) => new(new(
        $"Die Datei „{relative}“ liegt nicht im Ordner des Rezepts; andere Dateien darf ein Rezept nicht lesen.",
        $"The file \"{relative}\" is not in the folder of the recipe; a recipe may not read other files."), relative);
}
