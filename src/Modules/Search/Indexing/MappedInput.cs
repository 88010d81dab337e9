using System.Buffers.Binary;
using Lucene.Net.Store;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>Reads a file, or a part of one, that is mapped into memory.</summary>
internal sealed class MappedInput : IndexInput
{
    private const int MaxVInt32 = 5;

    private readonly MappedFile _file;
    private readonly long _start;
    private readonly long _end;
    private readonly bool _owner;
    private long _at;

    private MappedInput(string description, MappedFile file, long start, long length, bool owner)
        : base(description) => (_file, _start, _end, _owner, _at) = (file, start, start + length, owner, start);

    public override long Length => _end - _start;

    public override long Position => _at - _start;

    public static MappedInput Open(string path)
    {
        var file = new MappedFile(path);
        return new MappedInput(path, file, 0, file.Length, owner: true);
    }

    /// <summary>A part; it is closed with the whole.</summary>
    public MappedInput Slice(string description, long offset, long length) => offset >= 0 && length >= 0 && offset + length <= Length
        ? new($"{this} [{description}]", _file, _start + offset, length, owner: false)
        : throw new EndOfStreamException($"{this} is shorter than its part \"{description}\".");

    public override void Seek(long pos) => _at = pos >= 0 && pos <= Length ? _start + pos : throw Ended();

    public override byte ReadByte()
    {
        if (Left < 1)
        {
            throw Ended();
        }

        return _file[_at++];
    }

    public override void ReadBytes(byte[] b, int offset, int len) => Take(len).CopyTo(b.AsSpan(offset, len));

    public override short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short)));

    public override int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    public override long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    public override int ReadVInt32()
    {
        if (Left < MaxVInt32)
        {
            return base.ReadVInt32();
        }

        var bytes = _file.Bytes(_at, MaxVInt32);
        var value = 0;
        for (var i = 0; i < MaxVInt32; i++)
        {
            value |= (bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] < 0x80)
            {
                _at += i + 1;
                return value;
            }
        }

        throw new InvalidDataException($"{this} has a number that does not end.");
    }

    public override object Clone() => new MappedInput(ToString(), _file, _start, Length, owner: false) { _at = _at };

    protected override void Dispose(bool disposing)
    {
        if (disposing && _owner)
        {
            _file.Dispose();
        }
    }

    // Nothing when the file is closed.
    private long Left => Math.Min(_end, _file.Length) - _at;

    private ReadOnlySpan<byte> Take(int count)
    {
        if (Left < count)
        {
            throw Ended();
        }

        _at += count;
        return _file.Bytes(_at - count, count);
    }

    private EndOfStreamException Ended() => new($"{this} ends at {_at}, or is closed.");
}
