using Lucene.Net.Index;
using Lucene.Net.Search;
using Zukunftswerkstatt.Search.Indexing;
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

/// <summary>The posting lists of one word in one segment; a list that the segment does not have is null.</summary>
/// <param name="Any">Lists any of which makes a document match.</param>
/// <param name="Weights">What an occurrence in each of them counts.</param>
/// <param name="Marks">Lists that only raise the score of what matched, in the order of <see cref="WordMark"/>.</param>
/// <param name="Cost">Documents in <paramref name="Any"/> together, at most.</param>
internal sealed record WordLists(DocsEnum[] Any, float[] Weights, DocsEnum?[] Marks, long Cost);

/// <summary>Where a matched word may stand besides.</summary>
internal enum WordMark
{
    Exact,
    Title,
    FoldedTitle,
    Alias,
    FoldedAlias,
}

/// <summary>A posting list and where it stands, kept beside it: asking the list is a virtual call.</summary>
internal struct Posting(DocsEnum? list)
{
    public readonly DocsEnum? List = list;

    /// <summary>Current document; the end for a list that is not there.</summary>
    public int Document = list is null ? ClauseCursor.End : -1;

    /// <summary>The first document not before <paramref name="target"/>, going there only if need be.</summary>
    public int At(int target) => Document >= target ? Document : Document = List!.Advance(target);
}

/// <summary>A word in any of its forms. The lists of exact form, title and alias are looked at for matching documents alone.</summary>
internal sealed class WordCursor(WordLists lists, float idf) : ClauseCursor
{
    private readonly Posting[] _any = Array.ConvertAll(lists.Any, list => new Posting(list));
    private readonly Posting[] _marks = Array.ConvertAll(lists.Marks, list => new Posting(list));
    private readonly float[] _weights = lists.Weights;

    public override long Cost => lists.Cost;

    public override int Next()
    {
        if (_any.Length > 1)
        {
            return Advance(Document + 1);
        }

        ref var only = ref _any[0];
        return Document = only.Document = only.List!.NextDoc();
    }

    public override int Advance(int target)
    {
        var first = End;
        for (var i = 0; i < _any.Length; i++)
        {
            first = Math.Min(first, _any[i].At(target));
        }

        return Document = first;
    }

    public override float Score(SegmentData data, PartitionWeights weights)
    {
        var frequency = 0f;
        for (var i = 0; i < _any.Length; i++)
        {
            if (_any[i].Document == Document)
            {
                frequency += _any[i].List!.Freq * _weights[i];
            }
        }

        // The share of the title that the word is says more about what the document is about than all else.
        var bonus = 0f;
        var inTitle = Math.Max(Mark(WordMark.Title)?.Freq ?? 0, Mark(WordMark.FoldedTitle)?.Freq ?? 0);
        frequency += inTitle switch { 0 => 0, < IndexFields.TitleMark.Word => Ranking.TitlePartFrequency, _ => Ranking.TitleFrequency };
        bonus = inTitle >= IndexFields.TitleMark.Main ? weights.TitleNorm[data.TitleLengths[Document]] : 0;

        if (Mark(WordMark.Alias) is not null || Mark(WordMark.FoldedAlias) is not null)
        {
            frequency += Ranking.AliasFrequency;
            bonus += Ranking.Alias;
        }

        if (Mark(WordMark.Exact) is not null)
        {
            bonus += Ranking.Exact;
        }

        return idf * ((frequency * (float)(Ranking.K1 + 1) / (frequency + weights.LengthNorm[data.Lengths[Document]])) + bonus);
    }

    public override void Close(Segment segment, int partition)
    {
        foreach (var list in lists.Any)
        {
            segment.ReturnList(partition, list);
        }

        foreach (var list in lists.Marks)
        {
            segment.ReturnList(partition, list);
        }
    }

    private DocsEnum? Mark(WordMark mark) => _marks.Length > 0 && _marks[(int)mark].At(Document) == Document ? _marks[(int)mark].List : null;
}
