using Zukunftswerkstatt.Search.Querying;

namespace Zukunftswerkstatt.Search;

/// <summary>A word, phrase or exclusion of a query, for those who ask what would be without it.</summary>
/// <param name="Text">As the reader wrote it: <c>Bus</c>, <c>"zweiter Bus"</c>, <c>-Bahn</c>.</param>
/// <param name="Rest">The query without it; null when that would not ask for anything any more.</param>
/// <param name="Loose">The query with the words of the phrase, but not as a phrase; null for anything else.</param>
public sealed record QueryPart(string Text, string? Rest, string? Loose)
{
    /// <summary>The parts of any text, in their order; at most <see cref="SearchRequest.MaxClauses"/>.</summary>
    public static IReadOnlyList<QueryPart> Of(string text)
    {
        var clauses = QueryParser.Parse(text).Clauses;
        string[] written = [.. clauses.Select(Write)];
        return [.. clauses.Select((clause, i) => new QueryPart(
            written[i],
            clauses.Where((other, at) => at != i && !other.Excluded).Any() ? string.Join(' ', written.Where((_, at) => at != i)) : null,
            clause is { Kind: ClauseKind.Phrase, Excluded: false } ? string.Join(' ', written.Select((w, other) => other == i ? clause.Text : w)) : null))];
    }

    private static string Write(QueryClause clause) => (clause.Excluded ? "-" : "") + (clause.Kind == ClauseKind.Phrase ? $"\"{clause.Text}\"" : clause.Text);
}
