using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using K4os.Compression.LZ4;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>Writes <see cref="HitRecord"/>s, one after the other in the same room. Not thread-safe.</summary>
internal sealed class HitRecordWriter
{
    private const int Room = 32 * 1024;

    /// <summary>What one long document made large is not kept.</summary>
    private const int MostRoom = 8 * Room;

    private ArrayBufferWriter<byte> _plain = new(Room);
    private byte[] _packed = new byte[Room];

    /// <summary>The record, which is overwritten by the next.</summary>
    /// <param name="document">Ids and payload.</param>
    /// <param name="texts">The short texts to keep, by name; the values of each become lines.</param>
    /// <param name="bodies">The long ones.</param>
    public ArraySegment<byte> Write(SearchDocument document, List<(string Name, IReadOnlyList<string> Values)> texts, List<(string Name, IReadOnlyList<string> Values)> bodies)
    {
        if (_plain.Capacity > MostRoom)
        {
            _plain = new(Room);
        }

        _plain.ResetWrittenCount();
        Add(document.Id);
        Add(document.ItemId);
        Add(document.Payload.Span);
        Add(texts);
        var head = _plain.WrittenCount;
        Add(bodies);
        var most = MaxPacked(head) + MaxPacked(_plain.WrittenCount - head);
        if (_packed.Length < most || _packed.Length > MostRoom)
        {
            _packed = new byte[Math.Max(most, Room)];
        }

        var length = Pack(_plain.WrittenSpan[..head], _packed);
        length += Pack(_plain.WrittenSpan[head..], _packed.AsSpan(length));
        return new(_packed, 0, length);
    }

    private void Add(List<(string Name, IReadOnlyList<string> Values)> texts)
    {
        foreach (var (name, values) in texts)
        {
            Add(name);
            var length = Math.Max(0, values.Count - 1);
            for (var i = 0; i < values.Count; i++)
            {
                length += Encoding.UTF8.GetByteCount(values[i]);
            }

            AddLength(length);
            for (var i = 0; i < values.Count; i++)
            {
                if (i > 0)
                {
                    _plain.Write("\n"u8);
                }

                Encoding.UTF8.GetBytes(values[i], _plain);
            }
        }
    }

    private void Add(string text)
    {
        AddLength(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _plain);
    }

    private void Add(ReadOnlySpan<byte> value)
    {
        AddLength(value.Length);
        _plain.Write(value);
    }

    private void AddLength(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_plain.GetSpan(sizeof(int)), length);
        _plain.Advance(sizeof(int));
    }

    private static int MaxPacked(int length) => HitRecord.Prefix + LZ4Codec.MaximumOutputSize(length);

    private static int Pack(ReadOnlySpan<byte> plain, Span<byte> packed)
    {
        var written = LZ4Codec.Encode(plain, packed[HitRecord.Prefix..]);
        BinaryPrimitives.WriteInt32LittleEndian(packed, written);
        BinaryPrimitives.WriteInt32LittleEndian(packed[sizeof(int)..], plain.Length);
        return HitRecord.Prefix + written;
    }
}
