using System.Globalization;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Querying;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>
/// The Boolean query that the portal makes of words, as text for Lucene for Java: <c>+</c> must, <c>?</c> should, before a term
/// <c>field:term^weight</c>, a phrase <c>"field:word/word^weight</c> or a group <c>( … )^weight</c>.
/// </summary>
internal static class JavaQuery
{
    // Items in German; what the portal counts beside them for other tabs is not asked of Java.
    private static readonly int _partition = IndexFields.Partition(Language.German.Index, DocumentKind.Item);

    public static string Of(IndexSnapshot snapshot, Synonyms synonyms, string text)
    {
        var modes = snapshot.Schema.DefaultModes;
        var request = new SearchRequest { Text = text, Culture = "de" };
        var plan = new QueryPlan(snapshot, synonyms, QueryParser.Parse(text), Language.German.Index, modes, scored: true);

        // The same words are required as in the end of the portal's own search.
        while (true)
        {
            var matcher = new Matcher(snapshot, plan, null, request, new MatcherOptions(modes, SearchSort.Relevance, 1, CountFacets: false, CountSideways: false));
            matcher.Run(new string?[IndexFields.PartitionCount]);
            if (matcher.WordMatches >= Ranking.EnoughMatches || !plan.Relax(matcher.WordMatches))
            {
                return string.Join(' ', plan.Clauses.Select(c => $"{(c.Required ? '+' : '?')} {Clause(c)}"));
            }
        }
    }

    private static string Clause(PlannedClause clause)
    {
        var any = new List<string>();
        if (clause.Words[_partition] is { } word)
        {
            any.Add(Word(word, clause.WordWeight));
        }

        any.AddRange((clause.SynonymPhrases[_partition] ?? []).Select(p => $"\"{IndexFields.Stems(_partition)}:{string.Join('/', p.Words.Select(w => w.Utf8ToString()))}^{Weight(Ranking.Synonym)}"));
        if (clause.Parts.Count > 0)
        {
            any.Add($"( {string.Join(' ', clause.Parts.Select(p => $"+ {Clause(p)}"))} )^{Weight(clause.Joined ? 1 : Ranking.AllParts)}");
        }

        if (clause.AnyPart)
        {
            any.AddRange(clause.Parts.Select(p => $"( + {Clause(p)} )^{Weight(Ranking.AnyPart)}"));
        }

        return any.Count == 1 ? any[0] : Group(any, 1);
    }

    /// <summary>Any of the lists that make a document match, and those that only raise its score.</summary>
    private static string Word(WordPlan word, float weight)
    {
        var terms = word.Terms.ToList();
        var matching = Group([.. terms.Where(t => t.Matches).Select(Term)], 1);
        return $"( + {matching} {string.Join(' ', terms.Where(t => !t.Matches).Select(t => $"? {Term(t)}"))} )^{Weight(weight)}";
    }

    private static string Term((string Field, string Term, float Weight, bool Matches) term) => $"{term.Field}:{term.Term}^{Weight(term.Weight)}";

    private static string Group(IReadOnlyList<string> any, float weight) => $"( {string.Join(' ', any.Select(a => $"? {a}"))} )^{Weight(weight)}";

    private static string Weight(float weight) => weight.ToString(CultureInfo.InvariantCulture);
}
