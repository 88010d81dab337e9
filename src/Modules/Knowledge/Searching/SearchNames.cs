using System.Collections.ObjectModel;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Names of the result lists, facets and texts that this module declares; addresses use the same words.</summary>
public static class SearchNames
{
    /// <summary>Case studies.</summary>
    public const string Initiatives = "initiatives";

    /// <summary>Success factors themselves.</summary>
    public const string Factors = "factors";

    /// <summary>Passages: what was observed about one factor in one initiative.</summary>
    public const string Evidence = "evidence";

    /// <summary>Workshops and their findings.</summary>
    public const string Findings = "findings";

    /// <summary>Events.</summary>
    public const string Events = "events";

    /// <summary>Measure types, organisations and pages.</summary>
    public const string Others = "others";

    /// <summary>Projektziel, term slugs.</summary>
    public const string Goal = "goal";

    /// <summary>Projektart, term slugs.</summary>
    public const string Kind = "kind";

    /// <summary>Gebietsbezug, term slugs.</summary>
    public const string Scope = "scope";

    /// <summary>Handlungsfeld, paths of term slugs.</summary>
    public const string Topic = "topic";

    /// <summary>Zielgruppe, term slugs.</summary>
    public const string Group = "group";

    /// <summary>AGS of where it works: Land, Kreis, municipality.</summary>
    public const string Region = "region";

    /// <summary>Codes of both BBSR schemes; they are unique across the schemes.</summary>
    public const string RegionType = "regiontype";

    /// <summary>Size class of the municipality.</summary>
    public const string Size = "size";

    /// <summary>Evidence grade, 0 to 4.</summary>
    public const string Grade = "grade";

    /// <summary>Success factor, <see cref="Knowledge.Factor.Slug"/>.</summary>
    public const string Factor = "factor";

    /// <summary>One of <see cref="FactorEffects"/>.</summary>
    public const string Effect = "effect";

    /// <summary>
    /// Factor and effect in one value (<see cref="FactorEffectOf"/>). An initiative may promote one factor and hinder another;
    /// two facets side by side would find it for the wrong pair.
    /// </summary>
    public const string FactorEffect = "factoreffect";

    /// <summary>In <see cref="FactorEffect"/>: any of <see cref="FactorEffects.Contradicting"/>.</summary>
    public const string Against = "against";

    /// <summary>Factor and grade of a passage in one value (<see cref="FactorGradeOf"/>): the best evidence of every factor from one count.</summary>
    public const string FactorGrade = "factorgrade";

    /// <summary>What became of it.</summary>
    public const string Outcome = "outcome";

    /// <summary>Year in which it began.</summary>
    public const string Year = "year";

    /// <summary>Steps of <see cref="Requirements.Staff"/>.</summary>
    public const string Staff = "staff";

    /// <summary>Steps of <see cref="Requirements.Cost"/>.</summary>
    public const string Cost = "cost";

    /// <summary>Steps of <see cref="Requirements.Minimum"/>.</summary>
    public const string Minimum = "minimum";

    /// <summary>Trägertyp, term slugs, or <see cref="Requirements.Unknown"/>.</summary>
    public const string Carrier = "carrier";

    /// <summary>Steps of <see cref="Requirements.Resolution"/>.</summary>
    public const string Resolution = "resolution";

    /// <summary>Steps of <see cref="Requirements.Months"/>.</summary>
    public const string Months = "months";

    /// <summary>Licence code.</summary>
    public const string Licence = "licence";

    /// <summary>Language of the text.</summary>
    public const string Language = "lang";

    /// <summary>Measure type, last segment of its path.</summary>
    public const string Measure = "measure";

    /// <summary>Organisation, content item id.</summary>
    public const string Organisation = "organisation";

    /// <summary>Content type, lower case; tells workshops from findings.</summary>
    public const string Type = "type";

    /// <summary>Kind of a finding.</summary>
    public const string FindingKind = "findingkind";

    /// <summary>Days since 1970-01-01 on which it begins.</summary>
    public const string Start = "start";

    /// <summary>Texts, by name.</summary>
    public const string Title = "title", Alias = "alias", Summary = "summary", Statement = "statement", FactorText = "factortext", Place = "place", Body = "body";

    /// <summary>The value of <see cref="FactorEffect"/>.</summary>
    public static string FactorEffectOf(string factorSlug, string effect) => $"{factorSlug}~{effect}";

    /// <summary>The value of <see cref="FactorGrade"/>.</summary>
    public static string FactorGradeOf(string factorSlug, int grade) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{factorSlug}~{grade}");

    /// <summary>The numbers of a document that begins on the day.</summary>
    internal static IReadOnlyDictionary<string, double> Numbers(DateTime? start) =>
        start is { } day ? new Dictionary<string, double>(1, StringComparer.Ordinal) { [Start] = Day(day) } : ReadOnlyDictionary<string, double>.Empty;

    /// <summary>The value of <see cref="Start"/>.</summary>
    public static double Day(DateTime date) => Math.Floor((date - DateTime.UnixEpoch).TotalDays);
}
