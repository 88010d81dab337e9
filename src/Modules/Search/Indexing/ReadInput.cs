using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>Reads a file by system calls, so that nothing of it stays in this process.</summary>
internal sealed class ReadInput : BufferedIndexInput
{
    private readonly SafeFileHandle _file;
    private bool _clone;

    public ReadInput(string path, IOContext context)
        : base(path, context)
    {
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(_file);
    }

    public override long Length { get; }

    public override object Clone()
    {
        var clone = (ReadInput)base.Clone();
        clone._clone = true;
        return clone;
    }

    protected override void ReadInternal(byte[] b, int offset, int length)
    {
        var position = Position;
        for (var left = b.AsSpan(offset, length); left.Length > 0;)
        {
            var read = RandomAccess.Read(_file, left, position);
            if (read == 0)
            {
                throw new EndOfStreamException($"{this} ends at {position}.");
            }

            left = left[read..];
            position += read;
        }
    }

    protected override void SeekInternal(long pos)
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_clone)
        {
            _file.Dispose();
        }
    }
}
