using System.Runtime.CompilerServices;

namespace Zukunftswerkstatt.Portal.Tests.Architecture;

/// <summary>The files of the repository, found from the place of this source file.</summary>
internal static class Repository
{
    private static readonly string[] _derived = ["bin", "obj", "node_modules", ".git", ".work", "TestResults", "App_Data"];

    /// <summary>Its folder.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    /// <summary>Every file that belongs to it, derived ones left out; paths relative, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Reads a file.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            if (!_derived.Contains(Path.GetFileName(inner)))
            {
                foreach (var file in Walk(inner))
                {
                    yield return file;
                }
            }
        }

        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
