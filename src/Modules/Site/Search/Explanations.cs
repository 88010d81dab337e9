using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>The parts of a score in words.</summary>
internal static class Explanations
{
    public static ExplanationView? Of(SearchHit hit, Language language) => hit.Explanation.Count == 0 ? null : new ExplanationView(
        language.Pick($"{Number(language, hit.Score)} Punkte", $"{Number(language, hit.Score)} points"),
        [.. hit.Explanation.Select(part => new ExplanationRow(part.Word, (part.Within ? "– " : "") + How(part, language), Number(language, part.Points)))]);

    private static string Number(Language language, double value) => value.ToString("0.00", language.Culture);

    private static string How(ScorePart part, Language language) => part.Kind switch
    {
        ScoreKind.Word => language.Pick($"Wort insgesamt, Seltenheit {Number(language, part.Rarity ?? 0)}", $"word in all, rarity {Number(language, part.Rarity ?? 0)}"),
        ScoreKind.Stem => language.Pick($"davon {part.Occurrences}-mal so oder gebeugt", $"of these {part.Occurrences} times so or inflected"),
        ScoreKind.Folded => language.Pick($"davon {part.Occurrences}-mal mit anderem Umlaut", $"of these {part.Occurrences} times with another umlaut"),
        ScoreKind.Part => language.Pick($"davon {part.Occurrences}-mal als Teil eines Wortes", $"of these {part.Occurrences} times as part of a word"),
        ScoreKind.Derived => language.Pick($"davon {part.Occurrences}-mal ein davon abgeleitetes Wort", $"of these {part.Occurrences} times a word derived from it"),
        ScoreKind.Synonym => language.Pick($"davon {part.Occurrences}-mal ein gleichbedeutendes Wort", $"of these {part.Occurrences} times a synonym"),
        ScoreKind.Exact => language.Pick("davon, weil genau diese Form vorkommt", "of these for the very form"),
        ScoreKind.Title => language.Pick("davon für den Titel", "of these for the title"),
        ScoreKind.Alias => language.Pick("davon für einen anderen Namen", "of these for another name"),
        ScoreKind.Parts => language.Pick("Teile des zusammengesetzten Wortes", "parts of the compound"),
        ScoreKind.Phrases => language.Pick("Wendungen aus mehreren Wörtern", "phrases"),
        ScoreKind.Optional => language.Pick("nicht verlangt, kommt aber vor", "not required, but there"),
        ScoreKind.Quality => language.Pick("Vollständigkeit, Belege und Aktualität des Eintrags", "completeness, evidence and recency of the entry"),
        ScoreKind.OwnTitle => language.Pick("die Suche ist der Titel", "the query is the title"),
        ScoreKind.Missing => language.Pick("kommt nicht vor", "does not occur"),
        _ => language.Pick("Nähe der Wörter zueinander", "nearness of the words"),
    };
}
