using Lucene.Net.Index;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Querying;

/// <summary>
/// Raises documents in which words that are neighbours in the query stand near each other. Reads positions of the best hits only
/// (a fixed number of them, so that all pages of a result agree), since positions are the dearest part of an index.
/// </summary>
internal static class Proximity
{
    /// <summary>Positions of one word in one document that are looked at.</summary>
    internal const int MaxPositions = 64;

    public static void Apply(List<(int Document, double Score)> hits, QueryPlan plan, IndexSnapshot snapshot)
    {
        var words = plan.Clauses.Where(c => !c.Clause.Excluded && c.Clause.Kind == ClauseKind.Word && c.Documents > 0).ToArray();
        if (words.Length < 2 || hits.Count < 2)
        {
            return;
        }

        var window = hits.GetRange(0, Math.Min(hits.Count, Ranking.ProximityWindow));
        foreach (var bySegment in window.GroupBy(h => snapshot.SegmentOf(h.Document)))
        {
            var segment = bySegment.Key;
            foreach (var byPartition in bySegment.GroupBy(h => segment.Data.Partitions[h.Document - segment.Base]))
            {
                Raise([.. byPartition.OrderBy(h => h.Document)], words, segment, Array.IndexOf(snapshot.Segments, segment), byPartition.Key, window);
            }
        }

        window.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Document.CompareTo(b.Document));
        hits.RemoveRange(0, window.Count);
        hits.InsertRange(0, window);
    }

    private static void Raise((int Document, double Score)[] ascending, PlannedClause[] words, Segment segment, int index, int partition, List<(int Document, double Score)> window)
    {
        var lists = words.Select(w => w.Words[partition]?.OpenPositions(segment, index) ?? []).ToArray();
        var positions = words.Select(_ => new List<int>()).ToArray();
        foreach (var hit in ascending)
        {
            var document = hit.Document - segment.Base;
            for (var i = 0; i < words.Length; i++)
            {
                Read(lists[i], document, positions[i]);
            }

            var bonus = 0.0;
            for (var i = 1; i < words.Length; i++)
            {
                if (Distance(positions[i - 1], positions[i]) is var distance and <= Ranking.ProximityReach)
                {
                    bonus += Math.Min(words[i - 1].Words[partition]!.Idf, words[i].Words[partition]!.Idf) / distance;
                }
            }

            if (bonus > 0)
            {
                window[window.IndexOf(hit)] = (hit.Document, hit.Score + (Ranking.Proximity * bonus));
            }
        }
    }

    private static void Read(IReadOnlyList<DocsAndPositionsEnum> lists, int document, List<int> positions)
    {
        positions.Clear();
        foreach (var list in lists)
        {
            if ((list.DocID >= document ? list.DocID : list.Advance(document)) == document)
            {
                for (var left = Math.Min(list.Freq, MaxPositions); left > 0; left--)
                {
                    positions.Add(list.NextPosition());
                }
            }
        }

        if (lists.Count > 1)
        {
            positions.Sort();
        }
    }

    /// <summary>Smallest distance between two words; in the wrong order it counts as one more.</summary>
    private static int Distance(List<int> first, List<int> second)
    {
        var best = int.MaxValue;
        var at = 0;
        foreach (var position in second)
        {
            while (at < first.Count && first[at] < position)
            {
                at++;
            }

            if (at > 0)
            {
                best = Math.Min(best, position - first[at - 1]);
            }

            if (at < first.Count)
            {
                best = Math.Min(best, first[at] - position + 1);
            }
        }

        return best;
    }
}
