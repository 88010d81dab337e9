using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene41;
using Lucene.Net.Codecs.Lucene46;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>
/// Lucene's own format with blocks of terms two to three times as large: for every block Lucene makes an automaton with a buffer of 32 kB, which was a tenth of what
/// filling an index allocates. Read as any other, since blocks say how large they are; merging brings the usual ones back.
/// </summary>
[CodecName("Lucene46")]
internal sealed class FillingCodec : Lucene46Codec
{
    private readonly PostingsFormat _postings = new Lucene41PostingsFormat(64, 126);

    public override PostingsFormat GetPostingsFormatForField(string field) => _postings;
}
