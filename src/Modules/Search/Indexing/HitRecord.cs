using System.Buffers.Binary;
using System.Text;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>Ids and payload of a document as bytes: two lengths, two ids, the payload.</summary>
internal static class HitRecord
{
    public static byte[] Write(SearchDocument document)
    {
        var id = Encoding.UTF8.GetByteCount(document.Id);
        var item = Encoding.UTF8.GetByteCount(document.ItemId);
        var record = new byte[4 + id + item + document.Payload.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(record, checked((ushort)id));
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(2), checked((ushort)item));
        Encoding.UTF8.GetBytes(document.Id, record.AsSpan(4));
        Encoding.UTF8.GetBytes(document.ItemId, record.AsSpan(4 + id));
        document.Payload.Span.CopyTo(record.AsSpan(4 + id + item));
        return record;
    }

    public static (string Id, string ItemId, ReadOnlyMemory<byte> Payload) Read(ReadOnlyMemory<byte> record)
    {
        var bytes = record.Span;
        var id = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        var item = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
        return (Encoding.UTF8.GetString(bytes.Slice(4, id)), Encoding.UTF8.GetString(bytes.Slice(4 + id, item)), record[(4 + id + item)..]);
    }
}
