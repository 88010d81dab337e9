namespace Zukunftswerkstatt.Site.Themes;

/// <summary>Finds the theme's folder on disk.</summary>
internal static class ThemeFolder
{
    /// <summary>
    /// A configured path wins. Otherwise the content root and its parents are searched (a checkout keeps <c>themes/</c> at its top,
    /// two folders above the project that runs), then the folder of the program (a published portal).
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">No theme there; the message names the key and the places searched.</exception>
    public static string Locate(SiteOptions.ThemeOptions options, string contentRoot)
    {
        IEnumerable<string> roots = options.Path is { Length: > 0 } configured
            ? [Path.GetFullPath(configured, contentRoot)]
            : [.. SelfAndParents(contentRoot).Select(folder => Path.Combine(folder, "themes")), Path.Combine(AppContext.BaseDirectory, "themes")];

        foreach (var root in roots)
        {
            var folder = Path.Combine(root, options.Name);
            if (File.Exists(Path.Combine(folder, "theme.json")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException(
            $"The theme '{options.Name}' (Portal:Theme:Name) was not found. Searched: {string.Join(", ", roots)}. Set Portal:Theme:Path to the folder that holds it.");
    }

    private static IEnumerable<string> SelfAndParents(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }
}
