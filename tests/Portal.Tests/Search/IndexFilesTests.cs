using Lucene.Net.Store;
using Xunit;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class IndexFilesTests : IDisposable
{
    private const int Numbers = 4_000;

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("portal-files-").FullName;

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("mapped.doc")]
    [InlineData("read.dvd")]
    public void What_was_written_is_read_from_anywhere(string name)
    {
        using var files = Written(name);
        using var input = files.OpenInput(name, IOContext.READ);
        var places = new List<long>();
        for (var i = 0; i < Numbers; i++)
        {
            places.Add(input.Position);
            Check(input, i);
        }

        Assert.Equal(input.Length, input.Position);
        Assert.Throws<EndOfStreamException>(() => input.ReadByte());

        var clone = (IndexInput)input.Clone();
        foreach (var i in new[] { Numbers - 1, 0, 2_000, 1_999 })
        {
            clone.Seek(places[i]);
            Check(clone, i);
        }

        Assert.Equal(input.Length, input.Position);
    }

    [Fact]
    public void A_part_of_a_file_ends_where_it_ends()
    {
        using var files = Written("parts.cfs");
        using var slicer = files.CreateSlicer("parts.cfs", IOContext.READ);
        using var part = slicer.OpenSlice("part", 4, 6);
        Assert.Equal(6, part.Length);
        part.Seek(2);
        part.ReadInt32();
        Assert.Throws<EndOfStreamException>(() => part.ReadByte());
        Assert.Throws<EndOfStreamException>(() => part.Seek(7));
        Assert.Throws<EndOfStreamException>(() => slicer.OpenSlice("beyond", 4, 1_000_000));
    }

    [Fact]
    public void A_closed_file_is_not_read()
    {
        using var files = Written("mapped.doc");
        var input = files.OpenInput("mapped.doc", IOContext.READ);
        var clone = (IndexInput)input.Clone();
        input.Dispose();
        input.Dispose();
        Assert.Throws<EndOfStreamException>(() => clone.ReadByte());
        Assert.Throws<EndOfStreamException>(() => clone.ReadVInt32());
        Assert.Throws<EndOfStreamException>(() => clone.ReadBytes(new byte[2], 0, 2));
    }

    [Fact]
    public void An_empty_file_is_empty_and_a_missing_one_is_missing()
    {
        using var files = new IndexFiles(_folder);
        files.CreateOutput("empty.doc", IOContext.DEFAULT).Dispose();
        using var input = files.OpenInput("empty.doc", IOContext.READ);
        Assert.Equal(0, input.Length);
        Assert.Throws<FileNotFoundException>(() => files.OpenInput("missing.doc", IOContext.READ));
        Assert.Throws<FileNotFoundException>(() => files.OpenInput("missing.dvd", IOContext.READ));
    }

    private static int VInt(int i) => i << (i % 31);

    private static void Check(IndexInput input, int i)
    {
        Assert.Equal(i, input.ReadInt32());
        Assert.Equal((short)i, input.ReadInt16());
        Assert.Equal(VInt(i), input.ReadVInt32());
        Assert.Equal(1L << (i % 63), input.ReadInt64());
        Assert.Equal((byte)i, input.ReadByte());
        var bytes = new byte[3];
        input.ReadBytes(bytes, 1, 2);
        Assert.Equal([0, (byte)i, 7], bytes);
    }

    private IndexFiles Written(string name)
    {
        var files = new IndexFiles(_folder);
        using var output = files.CreateOutput(name, IOContext.DEFAULT);
        for (var i = 0; i < Numbers; i++)
        {
            output.WriteInt32(i);
            output.WriteInt16((short)i);
            output.WriteVInt32(VInt(i));
            output.WriteInt64(1L << (i % 63));
            output.WriteByte((byte)i);
            output.WriteBytes([(byte)i, 7], 2);
        }

        return files;
    }
}
