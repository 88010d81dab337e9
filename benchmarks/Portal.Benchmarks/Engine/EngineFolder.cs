using System.Globalization;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>The files of the engine's benchmark at one size; kept for the next run, may be deleted.</summary>
internal sealed class EngineFolder
{
    /// <summary>First argument of a process that is the engine.</summary>
    public const string Worker = "engine-worker";

    /// <summary>Initiatives whose words are searched.</summary>
    public const int QuerySample = 10_000;

    public const int QueryCount = 600;

    public EngineFolder(int initiatives)
    {
        Initiatives = initiatives;
        Path = Directory.CreateDirectory(System.IO.Path.Combine(Folders.Work, string.Create(CultureInfo.InvariantCulture, $"engine-{initiatives}"))).FullName;
    }

    /// <summary>Data of a portal that is set up, which generated content refers to.</summary>
    public static string Portal { get; } = System.IO.Path.Combine(Folders.Work, "data-engine");

    public int Initiatives { get; }

    public string Path { get; }

    public string Index => In("index");

    /// <summary>A copy of the index that may be changed.</summary>
    public string IndexCopy => In("index-changed");

    public string JavaIndex => In("java-index");

    /// <summary>One query a line, as typed.</summary>
    public string Queries => In("queries.txt");

    /// <summary>The same as <see cref="JavaQuery"/> writes them.</summary>
    public string JavaQueries => In("java-queries.txt");

    /// <summary>What was measured when the indexes were made; beside it they are complete.</summary>
    public string Figures => In("built.json");

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
