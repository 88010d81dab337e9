namespace Zukunftswerkstatt.Benchmarks;

/// <summary>Where things are, seen from the repository's root.</summary>
internal static class Folders
{
    public static string Root { get; } = FindRoot();

    /// <summary>Databases and lists made by a run; may be deleted.</summary>
    public static string Work { get; } = Directory.CreateDirectory(Path.Combine(Root, "benchmarks", ".work")).FullName;

    public static string Load(string file) => Path.Combine(Root, "benchmarks", "load", file);

    public static string Program(string folder, string assembly) => Path.Combine(Root, folder, "bin", "Release", "net10.0", assembly);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Zukunftswerkstatt.slnx")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("Run the benchmarks from within the repository.");
    }
}
