using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>
/// What a hit shows: ids, payload and the texts kept for highlighting. Compressed as a whole, since payload and texts repeat each other and
/// an index that is half as large stays in memory; one record takes about 20 µs to read.
/// </summary>
internal sealed class HitRecord
{
    // The next ones take several times as long, a sixth of a rebuild, to save a few per cent.
    private const int Quality = 1;
    private const int WindowBits = 17;

    private readonly ReadOnlyMemory<byte> _texts;

    private HitRecord(string id, string itemId, ReadOnlyMemory<byte> payload, ReadOnlyMemory<byte> texts) =>
        (Id, ItemId, Payload, _texts) = (id, itemId, payload, texts);

    public string Id { get; }

    public string ItemId { get; }

    public ReadOnlyMemory<byte> Payload { get; }

    /// <param name="document">Ids and payload.</param>
    /// <param name="texts">The texts to keep, by name.</param>
    public static byte[] Write(SearchDocument document, IReadOnlyList<(string Name, string Text)> texts)
    {
        var size = Size(document.Id) + Size(document.ItemId) + 4 + document.Payload.Length + texts.Sum(t => Size(t.Name) + Size(t.Text));
        var plain = ArrayPool<byte>.Shared.Rent(size);
        var packed = ArrayPool<byte>.Shared.Rent(4 + BrotliEncoder.GetMaxCompressedLength(size));
        try
        {
            var at = 0;
            Add(Encoding.UTF8.GetBytes(document.Id));
            Add(Encoding.UTF8.GetBytes(document.ItemId));
            Add(document.Payload.Span);
            foreach (var (name, text) in texts)
            {
                Add(Encoding.UTF8.GetBytes(name));
                Add(Encoding.UTF8.GetBytes(text));
            }

            BinaryPrimitives.WriteInt32LittleEndian(packed, size);
            return BrotliEncoder.TryCompress(plain.AsSpan(0, size), packed.AsSpan(4), out var written, Quality, WindowBits)
                ? packed[..(4 + written)]
                : throw new InvalidOperationException("The buffer is as long as Brotli asks for.");

            void Add(ReadOnlySpan<byte> value)
            {
                BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(at), value.Length);
                value.CopyTo(plain.AsSpan(at + 4));
                at += 4 + value.Length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
            ArrayPool<byte>.Shared.Return(packed);
        }

        static int Size(string text) => 4 + Encoding.UTF8.GetByteCount(text);
    }

    /// <exception cref="InvalidDataException">The record is damaged.</exception>
    public static HitRecord Read(ReadOnlySpan<byte> record)
    {
        var plain = new byte[record.Length < 4 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(record)];
        if (plain.Length == 0 || !BrotliDecoder.TryDecompress(record[4..], plain, out var written) || written != plain.Length)
        {
            throw new InvalidDataException("A record of the search index is damaged.");
        }

        ReadOnlyMemory<byte> rest = plain;
        return new HitRecord(Encoding.UTF8.GetString(Next(ref rest).Span), Encoding.UTF8.GetString(Next(ref rest).Span), Next(ref rest), rest);
    }

    /// <summary>A text kept for highlighting, or null.</summary>
    public string? Text(string name)
    {
        for (var rest = _texts; rest.Length > 0;)
        {
            var found = Encoding.UTF8.GetString(Next(ref rest).Span);
            var text = Next(ref rest);
            if (found == name)
            {
                return Encoding.UTF8.GetString(text.Span);
            }
        }

        return null;
    }

    private static ReadOnlyMemory<byte> Next(ref ReadOnlyMemory<byte> rest)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(rest.Span);
        var value = rest.Slice(4, length);
        rest = rest[(4 + length)..];
        return value;
    }
}
