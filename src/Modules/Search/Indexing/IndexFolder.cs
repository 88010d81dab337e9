using System.Globalization;
using Lucene.Net.Store;
using Directory = System.IO.Directory;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>
/// The folder of the index and its generations: <c>index-N</c> is complete, <c>build-N</c> is being made. A generation is
/// replaced by a finished newer one only, so there is always one that can be read, if there ever was.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    private readonly string _path;
    private readonly Lucene.Net.Store.Lock _lock;

    /// <exception cref="IOException">Another process works in the folder.</exception>
    public IndexFolder(string path)
    {
        _path = path;
        Directory.CreateDirectory(path);
        _lock = new NativeFSLockFactory(path).MakeLock("search.lock");
        if (!_lock.Obtain())
        {
            _lock.Dispose();
            throw new IOException(
                $"The search index in '{path}' is in use by another process. Every portal needs a data folder of its own: stop the other one or set Portal:DataPath.");
        }
    }

    /// <summary>Complete generations, newest first.</summary>
    public IReadOnlyList<string> Generations() =>
        [.. Directory.EnumerateDirectories(_path, "index-*").Where(d => Number(d) > 0).OrderByDescending(Number)];

    /// <summary>An empty folder for the next generation.</summary>
    public string Begin()
    {
        foreach (var left in Directory.EnumerateDirectories(_path, "build-*"))
        {
            Directory.Delete(left, recursive: true);
        }

        var next = Generations().Select(Number).FirstOrDefault() + 1;
        return Directory.CreateDirectory(Path.Combine(_path, $"build-{next.ToString(CultureInfo.InvariantCulture)}")).FullName;
    }

    /// <summary>Makes a built generation the newest and gives its new path.</summary>
    public string Finish(string build)
    {
        var path = Path.Combine(_path, string.Concat("index-", Path.GetFileName(build).AsSpan("build-".Length)));
        Directory.Move(build, path);
        return path;
    }

    /// <summary>Deletes all generations but one.</summary>
    public void KeepOnly(string path)
    {
        foreach (var other in Generations().Where(g => g != path))
        {
            Directory.Delete(other, recursive: true);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static long Number(string path) =>
        long.TryParse(Path.GetFileName(path).AsSpan("index-".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
