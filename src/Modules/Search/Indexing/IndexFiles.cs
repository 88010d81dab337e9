using Lucene.Net.Store;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>
/// The files of an index. Postings are read all over and are mapped. Of doc values and positions a search reads those of the best hits; mapped, they
/// would fill the memory of a small machine with more than the heap takes (decision 8). In place of Lucene.Net's inputs, which take a lock, a
/// safe handle or the file's length for every byte or read: a quarter of a search.
/// </summary>
internal sealed class IndexFiles(string path) : FSDirectory(new DirectoryInfo(path), null)
{
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var path = System.IO.Path.Combine(Directory.FullName, name);
        return System.IO.Path.GetExtension(name) is ".dvd" or ".pos" ? new ReadInput(path, context) : MappedInput.Open(path);
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(MappedInput.Open(System.IO.Path.Combine(Directory.FullName, name)));
    }

    /// <summary>The parts of a compound file, which only small segments have.</summary>
    private sealed class Slicer(MappedInput whole) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => whole.Slice(sliceDescription, offset, length);

        [Obsolete("Lucene asks for it when it reads indexes of old versions.")]
        public override IndexInput OpenFullSlice() => whole.Slice("full-slice", 0, whole.Length);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                whole.Dispose();
            }
        }
    }
}
