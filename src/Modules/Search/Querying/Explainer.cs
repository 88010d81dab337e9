using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Querying;

/// <summary>
/// Takes the score of a hit apart without knowing its formula: what a mark or a list of occurrences is worth is how much less the word would
/// earn without it. Only for those who tune the ranking; costs a search again for every hit.
/// </summary>
internal sealed class Explainer(IndexSnapshot snapshot, QueryPlan plan)
{
    public IReadOnlyList<ScorePart> Explain(int document, double score)
    {
        var segment = snapshot.SegmentOf(document);
        var index = Array.IndexOf(snapshot.Segments, segment);
        var local = document - segment.Base;
        var partition = segment.Data.Partitions[local];
        var weights = snapshot.Partitions[partition];
        var parts = new List<ScorePart>();
        var known = 0.0;
        foreach (var clause in plan.Clauses.Where(c => !c.Clause.Excluded))
        {
            var earned = Earned(clause.Open(segment, index, partition), segment.Data, weights, local);
            if (earned is not { } points)
            {
                parts.Add(new ScorePart(clause.Clause.Text, ScoreKind.Missing, 0));
                continue;
            }

            var word = clause.Words[partition]?.Explain(segment, index, local, weights, clause.Clause.Text) ?? [];
            parts.AddRange(word);
            if (points - (clause.WordWeight * word.Where(p => !p.Within).Sum(p => p.Points)) is var others and > 0.0005)
            {
                parts.Add(new ScorePart(clause.Clause.Text, clause.Compound ? ScoreKind.Parts : ScoreKind.Phrases, others));
            }

            if (!clause.Required)
            {
                parts.Add(new ScorePart(clause.Clause.Text, ScoreKind.Optional, Ranking.Optional));
            }

            known += points + (clause.Required ? 0 : Ranking.Optional);
        }

        if (known * Ranking.Quality / byte.MaxValue * segment.Data.Quality[local] is var quality and > 0)
        {
            parts.Add(new ScorePart("", ScoreKind.Quality, quality));
            known += quality;
        }

        if (score >= Ranking.OwnTitle)
        {
            parts.Add(new ScorePart("", ScoreKind.OwnTitle, Ranking.OwnTitle));
            known += Ranking.OwnTitle;
        }

        // What is left was earned by words that stand near each other.
        if (Math.Abs(score - known) > 0.005)
        {
            parts.Add(new ScorePart("", ScoreKind.Rest, score - known));
        }

        return parts;
    }

    internal static double? Earned(ClauseCursor? cursor, SegmentData data, PartitionWeights weights, int document) =>
        cursor is not null && cursor.At(document) == document ? cursor.Score(data, weights) : null;
}
