using Xunit;

namespace Zukunftswerkstatt.Portal.Tests.Recipes;

/// <summary>Recipes and recordings beside the repository (`../shared`, or PORTAL_SHARED); a test that needs them says so when they are absent.</summary>
internal static class SharedRecipes
{
    public static string Folder(string path)
    {
        var tried = Roots().Select(root => Path.Combine(root, path)).ToList();
        var found = tried.Find(Directory.Exists);
        Assert.True(found is not null, $"This test reads {path}; set PORTAL_SHARED or put the shared folder beside the repository. Tried: {string.Join(", ", tried)}");
        return found;
    }

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SHARED") is { Length: > 0 } named)
        {
            yield return named;
            yield break;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared");
        }
    }
}
