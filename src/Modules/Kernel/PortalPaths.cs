namespace Zukunftswerkstatt.Kernel;

/// <summary>Where the portal keeps its state on disk: the folders below <c>Portal:DataPath</c> (default <c>App_Data</c>).</summary>
public sealed class PortalPaths(string dataPath)
{
    // Less than a page may still fit when nothing else does.
    private const int ProbeBytes = 16 * 1024;

    /// <summary>The data folder, absolute. Everything but <see cref="Search"/> belongs into a backup.</summary>
    public string Data { get; } = Path.GetFullPath(dataPath);

    /// <summary>The SQLite database file, unless another database is configured.</summary>
    public string Database => Path.Combine(Data, "portal.db");

    /// <summary>The Lucene index; derived, may be deleted while the portal is stopped.</summary>
    public string Search => Path.Combine(Data, "search");

    /// <summary>Uploaded media.</summary>
    public string Media => Path.Combine(Data, "media");

    /// <summary>Creates the data folder and proves that it can be written.</summary>
    /// <exception cref="StartupException">The folder cannot be created or written.</exception>
    public void EnsureWritable()
    {
        if (WriteTrouble() is { } text)
        {
            throw new StartupException(text);
        }
    }

    /// <summary>Tries to write a page's worth into the data folder; what to do when that fails, or <c>null</c>.</summary>
    public LocalizedText? WriteTrouble()
    {
        var probe = Path.Combine(Data, $".write-test-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(Data);
            try
            {
                File.WriteAllBytes(probe, new byte[ProbeBytes]);
            }
            finally
            {
                File.Delete(probe);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(
                $"Der Datenordner „{Data}“ (Portal:DataPath) ist nicht beschreibbar: {e.Message} Bitte Schreibrechte geben, Platz schaffen oder einen anderen Ordner nennen.",
                $"The data folder \"{Data}\" (Portal:DataPath) cannot be written: {e.Message} Grant write access, free some space or name another folder.");
        }
    }
}
