using Microsoft.Extensions.Configuration;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>Synonyms and word list, as settings and modules name them.</summary>
internal sealed record WordFiles(Synonyms Synonyms, KnownWords Known)
{
    private const string SynonymsKey = "Portal:Search:Synonyms";
    private const string WordListKey = "Portal:Search:WordList";

    /// <exception cref="StartupException">A file cannot be read.</exception>
    public static WordFiles Read(IConfiguration configuration, SynonymFile? shipped)
    {
        var synonyms = Synonyms.Of(Lines(SynonymsKey, configuration[SynonymsKey] ?? shipped?.Path));
        string[] list = [.. Lines(WordListKey, configuration[WordListKey]).Select(l => l.Trim()).Where(l => l.Length > 0)];
        return new WordFiles(synonyms, new KnownWords(synonyms.Words, list));
    }

    private static string[] Lines(string key, string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return [];
        }

        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(new($"{key} nennt eine Datei, die nicht gelesen werden kann: {e.Message}", $"{key} names a file that cannot be read: {e.Message}"));
        }
    }
}
