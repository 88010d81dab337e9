using System.IO.MemoryMappedFiles;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>
/// A file in memory, until it is disposed. Lucene closes a file when its last reader has let go; who reads nevertheless finds it empty.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly byte* _begin;
    private long _length;

    public MappedFile(string path)
    {
        _length = new FileInfo(path).Length;
        if (_length > 0)
        {
            _file = MemoryMappedFile.CreateFromFile(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            _view = _file.CreateViewAccessor(0, _length, MemoryMappedFileAccess.Read);
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _begin);
            _begin += _view.PointerOffset;
        }
        else if (!File.Exists(path))
        {
            throw new FileNotFoundException(null, path);
        }
    }

    /// <summary>0 once it is closed.</summary>
    public long Length => _length;

    /// <summary>Bytes of the file; the caller has made sure that it has them.</summary>
    public ReadOnlySpan<byte> Bytes(long offset, int count) => new(_begin + offset, count);

    public byte this[long offset] => _begin[offset];

    public void Dispose()
    {
        if (_view is not null && Interlocked.Exchange(ref _length, 0) > 0)
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _file!.Dispose();
        }
    }
}
