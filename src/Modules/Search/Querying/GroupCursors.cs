using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Querying;

/// <summary>Documents of either clause; what is in both earns both.</summary>
internal sealed class EitherCursor(ClauseCursor first, ClauseCursor second) : ClauseCursor
{
    public override long Cost => first.Cost + second.Cost;

    public override int Next() => Advance(Document + 1);

    public override int Advance(int target) => Document = Math.Min(first.At(target), second.At(target));

    public override float Score(SegmentData data, PartitionWeights weights) =>
        (first.Document == Document ? first.Score(data, weights) : 0) + (second.Document == Document ? second.Score(data, weights) : 0);

    public override void Close(Segment segment, int partition)
    {
        first.Close(segment, partition);
        second.Close(segment, partition);
    }
}

/// <summary>Documents of all clauses.</summary>
/// <param name="cursors">Rarest first.</param>
internal sealed class AllCursor(ClauseCursor[] cursors) : ClauseCursor
{
    public override long Cost => cursors[0].Cost;

    public override int Next() => Advance(Document + 1);

    public override int Advance(int target)
    {
        for (var i = 0; i < cursors.Length && target != End; i++)
        {
            var found = cursors[i].At(target);
            if (found > target)
            {
                target = found;
                i = -1;
            }
        }

        return Document = target;
    }

    public override void Close(Segment segment, int partition)
    {
        foreach (var cursor in cursors)
        {
            cursor.Close(segment, partition);
        }
    }

    public override float Score(SegmentData data, PartitionWeights weights)
    {
        var score = 0f;
        foreach (var cursor in cursors)
        {
            score += cursor.Score(data, weights);
        }

        return score;
    }
}
