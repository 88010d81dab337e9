using Lucene.Net.Index;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Querying;

/// <summary>A phrase in one partition.</summary>
internal sealed class PhrasePlan
{
    private readonly int _partition;
    private readonly float _score;

    private PhrasePlan(int partition, BytesRef[] words, long documents, float score) =>
        (_partition, Words, Documents, _score) = (partition, words, documents, score);

    public BytesRef[] Words { get; }

    /// <summary>Documents of its rarest word.</summary>
    public long Documents { get; }

    public static PhrasePlan Of(IndexSnapshot snapshot, int partition, string text)
    {
        var words = new List<BytesRef>();
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        var scanner = new WordScanner(text);
        while (words.Count < SearchRequest.MaxClauses && scanner.MoveNext())
        {
            Language.All[partition / 2].Read(scanner.Word, ref forms);
            words.Add(new BytesRef(forms.Stem.ToString()));
        }

        var documents = words.Min(word => snapshot.Segments.Sum(s => (long)s.Reader.DocFreq(new Term(IndexFields.Stems(partition), word))));
        var all = Math.Max(snapshot.Partitions[partition].Documents, documents);
        var score = Ranking.Proximity * (float)Math.Log(1 + ((all - documents + 0.5) / (documents + 0.5)));
        return new PhrasePlan(partition, [.. words], documents, score);
    }

    public PhraseCursor? Open(Segment segment)
    {
        if (Documents == 0 || segment.Reader.GetTerms(IndexFields.Stems(_partition)) is not { } field)
        {
            return null;
        }

        var lists = new DocsAndPositionsEnum[Words.Length];
        var cost = long.MaxValue;
        for (var i = 0; i < Words.Length; i++)
        {
            var terms = field.GetEnumerator();
            if (!terms.SeekExact(Words[i]))
            {
                return null;
            }

            cost = Math.Min(cost, terms.DocFreq);
            lists[i] = terms.DocsAndPositions(segment.Live, null, DocsAndPositionsFlags.NONE);
        }

        return new PhraseCursor(lists, cost, _score);
    }
}
