namespace Zukunftswerkstatt.Kernel;

/// <summary>Where the portal keeps its state on disk: the folders below <c>Portal:DataPath</c> (default <c>App_Data</c>).</summary>
public sealed class PortalPaths(string dataPath)
{
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
        var probe = Path.Combine(Data, $".write-test-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(Data);
            File.WriteAllBytes(probe, [0]);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(new(
                $"Der Datenordner „{Data}“ (Portal:DataPath) ist nicht beschreibbar: {e.Message} Bitte Schreibrechte geben, Platz schaffen oder einen anderen Ordner nennen.",
                $"The data folder \"{Data}\" (Portal:DataPath) cannot be written: {e.Message} Grant write access, free some space or name another folder."), e);
        }
    }
}
