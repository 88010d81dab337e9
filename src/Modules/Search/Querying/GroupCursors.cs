using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Querying;

/// <summary>Documents of any clause; what is in several earns them all, each by its weight.</summary>
internal sealed class AnyCursor((ClauseCursor Cursor, float Weight)[] clauses) : ClauseCursor
{
    public override long Cost => clauses.Sum(c => c.Cursor.Cost);

    public override int Next() => Advance(Document + 1);

    public override int Advance(int target)
    {
        var first = End;
        foreach (var (cursor, _) in clauses)
        {
            first = Math.Min(first, cursor.At(target));
        }

        return Document = first;
    }

    public override float Score(SegmentData data, PartitionWeights weights)
    {
        var score = 0f;
        foreach (var (cursor, weight) in clauses)
        {
            score += cursor.Document == Document ? weight * cursor.Score(data, weights) : 0;
        }

        return score;
    }

    public override void Close(Segment segment, int partition)
    {
        foreach (var (cursor, _) in clauses)
        {
            cursor.Close(segment, partition);
        }
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
