using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Pages;

/// <summary>Pages for what went wrong: what happened, what to do next, a way back.</summary>
internal static class ErrorPages
{
    /// <summary>The themed page of a status; statuses without words of their own get those of their class.</summary>
    public static PageResult.Page Of(int status, Language language, Translations words, string guess)
    {
        var key = status switch
        {
            404 or 410 or 405 or 503 => $"error.{status}",
            >= 500 => "error.500",
            _ => "error.400",
        };
        return new PageResult.Page
        {
            Status = status,
            Templates = [$"Error-{status}", "Error"],
            Model = new ErrorView(status, words[key + ".title"], words[key + ".text"], guess, Torn: status is 404 or 410),
            Head = new PageHead { Title = words[key + ".title"], Description = words[key + ".text"], NoIndex = true, HasSearch = true, SwitchPath = Paths.Home(language.IsEnglish ? Language.German : Language.English) },
        };
    }

    /// <summary>What the reader may have looked for: the last part of the path, as words.</summary>
    public static string Guess(string? path)
    {
        var last = path?.TrimEnd('/').Split('/')[^1] ?? "";
        var words = new string([.. last.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Trim();
        return words.Length > 80 ? words[..80] : words;
    }
}
