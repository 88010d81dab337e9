using System.Buffers.Binary;
using System.Text;
using K4os.Compression.LZ4;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>
/// What a hit shows: ids, payload and the texts kept for highlighting. Compressed, since payload and texts repeat each other and
/// a smaller index stays in memory. Bodies are compressed for themselves and read when somebody asks for one: most hits
/// show their match in a shorter text, and reading a body takes longer than all the rest.
/// </summary>
internal sealed class HitRecord
{
    // Before each of the two compressed blocks: its length and what it is unpacked.
    internal const int Prefix = 2 * sizeof(int);

    private readonly ReadOnlyMemory<byte> _texts;
    private readonly ReadOnlyMemory<byte> _packedBodies;
    private ReadOnlyMemory<byte>? _bodies;

    private HitRecord(string id, string itemId, ReadOnlyMemory<byte> payload, ReadOnlyMemory<byte> texts, ReadOnlyMemory<byte> packedBodies) =>
        (Id, ItemId, Payload, _texts, _packedBodies) = (id, itemId, payload, texts, packedBodies);

    public string Id { get; }

    public string ItemId { get; }

    public ReadOnlyMemory<byte> Payload { get; }

    /// <param name="record">Not to be changed afterwards.</param>
    /// <exception cref="InvalidDataException">The record is damaged.</exception>
    public static HitRecord Read(ReadOnlyMemory<byte> record)
    {
        ReadOnlyMemory<byte> head = Unpack(record.Span, out var packed);
        return head.IsEmpty
            ? throw Damaged()
            : new HitRecord(Encoding.UTF8.GetString(Next(ref head).Span), Encoding.UTF8.GetString(Next(ref head).Span), Next(ref head), head, record[packed..]);
    }

    /// <summary>A text kept for highlighting, or null.</summary>
    /// <exception cref="InvalidDataException">The record is damaged.</exception>
    public string? Text(string name) => Find(_texts, name) ?? Find(_bodies ??= Unpack(_packedBodies.Span, out _), name);

    private static string? Find(ReadOnlyMemory<byte> texts, string name)
    {
        while (texts.Length > 0)
        {
            var found = Encoding.UTF8.GetString(Next(ref texts).Span);
            var text = Next(ref texts);
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
        var value = rest.Slice(sizeof(int), length);
        rest = rest[(sizeof(int) + length)..];
        return value;
    }

    /// <param name="packed">A block and what follows it.</param>
    /// <param name="read">Length of the block.</param>
    private static byte[] Unpack(ReadOnlySpan<byte> packed, out int read)
    {
        if (packed.Length < Prefix || BinaryPrimitives.ReadInt32LittleEndian(packed) is var length && (length < 0 || length > packed.Length - Prefix)
            || BinaryPrimitives.ReadInt32LittleEndian(packed[sizeof(int)..]) is var size && size < 0)
        {
            throw Damaged();
        }

        var plain = new byte[size];
        read = Prefix + length;
        return LZ4Codec.Decode(packed[Prefix..read], plain) == size ? plain : throw Damaged();
    }

    private static InvalidDataException Damaged() => new("A record of the search index is damaged.");
}
