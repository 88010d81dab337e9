using Lucene.Net.Index;
using Lucene.Net.Search;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Querying;

/// <summary>Walks the documents of one segment that satisfy one clause, in ascending order.</summary>
internal abstract class ClauseCursor
{
    public const int End = DocIdSetIterator.NO_MORE_DOCS;

    /// <summary>Current document; -1 before the first.</summary>
    public int Document { get; protected set; } = -1;

    /// <summary>Number of documents at most.</summary>
    public abstract long Cost { get; }

    public abstract int Next();

    /// <summary>Goes to the first document not before <paramref name="target"/>, which is beyond the current one.</summary>
    public abstract int Advance(int target);

    /// <summary>The first document not before <paramref name="target"/>, going there only if need be.</summary>
    public int At(int target) => Document >= target ? Document : Advance(target);

    /// <summary>Gives its posting lists back.</summary>
    public virtual void Close(Segment segment, int partition)
    {
    }

    /// <summary>What the current document earns for this clause.</summary>
    public abstract float Score(SegmentData data, PartitionWeights weights);
}

/// <summary>The posting lists of one word in one segment. A list that the segment does not have is null.</summary>
internal sealed record WordLists(DocsEnum? Stem, DocsEnum? Folded, DocsEnum? Exact, DocsEnum? Title, DocsEnum? TitleFolded, DocsEnum? Alias, DocsEnum? AliasFolded)
{
    /// <summary>Documents in <see cref="Stem"/> and <see cref="Folded"/> together, at most.</summary>
    public required long Cost { get; init; }
}

/// <summary>
/// A word: matched by its stem or the stem's folded spelling; the exact form and the places it stands in only raise the score,
/// so their lists are looked at for matching documents alone.
/// </summary>
internal sealed class WordCursor(WordLists lists, float idf, float foldedWeight) : ClauseCursor
{
    private readonly DocsEnum? _stem = lists.Stem;
    private readonly DocsEnum? _folded = lists.Folded;

    public override long Cost => lists.Cost;

    public override int Next()
    {
        if (_folded is null)
        {
            return Document = _stem?.NextDoc() ?? End;
        }

        return Advance(Document + 1);
    }

    public override int Advance(int target) => Document = Math.Min(At(_stem, target), At(_folded, target));

    public override float Score(SegmentData data, PartitionWeights weights)
    {
        var frequency = 0f;
        var inTitle = 0f;
        if (_stem?.DocID == Document)
        {
            frequency = _stem.Freq;
            inTitle += At(lists.Title, Document) == Document ? Ranking.Title : 0;
            inTitle += At(lists.Alias, Document) == Document ? Ranking.Alias : 0;
        }

        if (_folded?.DocID == Document)
        {
            frequency += _folded.Freq * foldedWeight;
            if (inTitle == 0)
            {
                inTitle += At(lists.TitleFolded, Document) == Document ? Ranking.Title * foldedWeight : 0;
                inTitle += At(lists.AliasFolded, Document) == Document ? Ranking.Alias * foldedWeight : 0;
            }
        }

        var score = frequency * (float)(Ranking.K1 + 1) / (frequency + weights.LengthNorm[data.Lengths[Document]]);
        if (inTitle > 0)
        {
            score += inTitle * weights.TitleNorm[data.TitleLengths[Document]];
        }

        if (At(lists.Exact, Document) == Document)
        {
            score += Ranking.Exact;
        }

        return score * idf;
    }

    public override void Close(Segment segment, int partition)
    {
        segment.ReturnList(partition, lists.Stem);
        segment.ReturnList(partition, lists.Folded);
        segment.ReturnList(partition, lists.Exact);
        segment.ReturnList(partition, lists.Title);
        segment.ReturnList(partition, lists.TitleFolded);
        segment.ReturnList(partition, lists.Alias);
        segment.ReturnList(partition, lists.AliasFolded);
    }

    private static int At(DocsEnum? list, int target) =>
        list is null ? End : list.DocID >= target ? list.DocID : list.Advance(target);
}
