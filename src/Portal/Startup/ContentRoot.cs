namespace Zukunftswerkstatt.Portal;

/// <summary>Where <c>appsettings.json</c> and the theme are looked for.</summary>
internal static class ContentRoot
{
    /// <summary>
    /// The program's own folder when the working folder has no settings, as when it is started by its path from anywhere.
    /// <c>null</c> leaves it to ASP.NET Core: the working folder, or what was asked for.
    /// </summary>
    public static string? Of(IReadOnlyList<string> args) =>
        File.Exists("appsettings.json")
        || Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT") is not null
        || args.Any(arg => arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase))
            ? null
            : AppContext.BaseDirectory;
}
