using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// What an entry is worth whatever is searched: how complete it is, how well proven, how recent. The years lie on a fixed scale, since what the
/// index holds must be as right tomorrow as today.
/// </summary>
internal static class EntryQuality
{
    private const int FirstYear = 2000, LastYear = 2040, BestGrade = 4;

    private static readonly string[] _texts = ["Summary", "EvidenceReason"];

    private static readonly string[] _markdowns = ["InitialSituation", "BuildingBlocks", "Steps", "Results", "Obstacles", "Lessons", "Transferability"];

    /// <summary>Of an initiative, 0 to 1.</summary>
    /// <param name="initiative">Its fields, end and last change.</param>
    /// <param name="grade">Grade of its evidence, 0 to 4.</param>
    public static double Of(ContentItem initiative, int grade)
    {
        var filled = _texts.Count(field => initiative.HasText("Initiative", field))
            + _markdowns.Count(field => initiative.HasMarkdown("Initiative", field));
        return (0.4 * filled / (_texts.Length + _markdowns.Length)) + OfEvidence(initiative, grade);
    }

    /// <summary>Of a piece of evidence, 0 to 0.6.</summary>
    /// <param name="parent">Where it was found; only an initiative has a year here.</param>
    /// <param name="grade">Its own grade.</param>
    public static double OfEvidence(ContentItem parent, int grade) => OfEvidence(Year(parent), grade);

    /// <summary>The same for whoever knows the parent's <see cref="Year"/>.</summary>
    public static double OfEvidence(int? year, int grade) => Proven(grade) + Recent(year);

    /// <summary>Of its end or, while it goes on, of its last change.</summary>
    public static int? Year(ContentItem item) =>
        (item.Flag("Initiative", "Ongoing") == true ? item.ModifiedUtc : item.Date("Initiative", "End") ?? item.Date("Initiative", "Start"))?.Year;

    private static double Proven(int grade) => 0.4 * Math.Clamp(grade, 0, BestGrade) / BestGrade;

    private static double Recent(int? year) => 0.2 * (Math.Clamp(year ?? FirstYear, FirstYear, LastYear) - FirstYear) / (LastYear - FirstYear);
}
