using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.MyMunicipality;

/// <summary>z-scores as pictures. Every picture has its numbers beside it as text.</summary>
internal static class Charts
{
    private const int LineHeight = 21;
    private const double DifferenceCentre = 178;
    private const double DifferenceReach = 62;
    private const int RowHeight = 44;
    private const double ChartLeft = 20;
    private const double ChartWidth = 560;

    /// <summary>The differences of one neighbour, one line per indicator; half the width is one and a half standard deviations.</summary>
    public static IReadOnlyList<DifferenceView> Differences(Language language, RegionSnapshot regions, Region own, Neighbour neighbour, IReadOnlyList<int> shown) =>
    [
        .. shown.Select((position, line) =>
        {
            var indicator = SimilarityIndicator.All[position];
            var difference = neighbour.Differences[position];
            var x = float.IsNaN(difference) ? null : Numbers.Unit(DifferenceCentre + Math.Clamp(difference / 1.5, -1, 1) * DifferenceReach);
            return new DifferenceView(
                indicator.Name.In(language.Culture), Numbers.Unit(16 + line * LineHeight), Numbers.Unit(12 + line * LineHeight), x,
                MyMunicipality.Differences.IsFar(difference), Text(language, regions, own, neighbour.Municipality, indicator));
        }),
    ];

    public static string DifferencesHeight(int lines) => Numbers.Unit(8 + lines * LineHeight);

    public static ScatterView Scatter(Language language, MunicipalityMatrix matrix, Region own, IReadOnlyList<Neighbour> neighbours, IReadOnlyList<int> shown)
    {
        var scores = matrix.ScoresOf(own);
        var others = neighbours.Select(neighbour => matrix.ScoresOf(neighbour.Municipality)).ToList();
        var rows = shown.Select((position, line) =>
        {
            var indicator = SimilarityIndicator.All[position];
            return new ScatterRowView(
                indicator.Name.In(language.Culture), Numbers.Unit(34 + line * RowHeight), Numbers.Unit(18 + line * RowHeight), X(scores[position]),
                ValueText(language, matrix.Register, own, indicator),
                [.. others.Where(other => !float.IsNaN(other[position])).Select(other => X(other[position]))]);
        }).ToList();
        var height = Numbers.Unit(rows.Count * RowHeight + 10);
        return new ScatterView($"0 0 600 {height}", height, language.Pick($"{own.Name} und die ähnlichsten Gemeinden in jeder Zahl", $"{own.Name} and the most similar municipalities in every number"), rows);
    }

    /// <summary>Where a value lies among others; null when there are too few to speak of.</summary>
    public static (StripView Strip, string Rank)? Strip(Language language, RegionIndicator indicator, decimal own, IReadOnlyList<decimal> sorted, string among)
    {
        const int fewest = 8;
        if (sorted.Count < fewest)
        {
            return null;
        }

        var (low, high) = (Scale(Quantile(0.1)), Scale(Quantile(0.9)));
        var span = high - low == 0 ? 1 : high - low;
        var smaller = sorted.Count(value => value < own) + sorted.Count(value => value == own) / 2d;
        var rank = (int)Math.Round(100 * smaller / sorted.Count);
        var median = Numbers.Value(language, indicator, Quantile(0.5));
        return (
            new StripView(X(Quantile(0.1)), X(Quantile(0.9)), X(Quantile(0.25)), X(Quantile(0.75)), X(Quantile(0.5)), X(own)),
            language.Pick($"Mitte {among}: {median}. Höher als in {rank} von 100.", $"Middle of {among}: {median}. Higher than in {rank} of 100."));

        double Scale(decimal value) => indicator.IsLogarithmic ? Math.Log10((double)value + 1) : (double)value;

        decimal Quantile(double part) => sorted[(int)Math.Round(part * (sorted.Count - 1))];

        string X(decimal value) => Numbers.Unit(Math.Clamp((Scale(value) - low) / span * 180 + 10, 0, 200));
    }

    public static string ValueText(Language language, RegionSnapshot regions, Region region, SimilarityIndicator indicator) => indicator.Indicator is { } measured
        ? RegionProfile.Of(regions, region, measured) is { Figure: { } figure } value
            ? Numbers.Value(language, measured, figure.Value) + (value.IsOfKreis ? language.Pick(" (Kreis)", " (district)") : "")
            : language.Pick("keine Angabe", "not stated")
        : Numbers.Type(language, regions, region) ?? language.Pick("keine Angabe", "not stated");

    private static string X(float score) => float.IsNaN(score)
        ? Numbers.Unit(ChartLeft)
        : Numbers.Unit(ChartLeft + (score + MunicipalityMatrix.Cut) / (2 * MunicipalityMatrix.Cut) * ChartWidth);

    private static string Text(Language language, RegionSnapshot regions, Region own, Region other, SimilarityIndicator indicator)
    {
        if (indicator.Indicator is not { } measured)
        {
            return Numbers.Type(language, regions, own) == Numbers.Type(language, regions, other) ? language.Pick("gleich", "the same") : language.Pick("anderer", "another");
        }

        return RegionProfile.Of(regions, own, measured).Figure is { } a && RegionProfile.Of(regions, other, measured).Figure is { } b
            ? Numbers.Difference(language, measured, b.Value - a.Value)
            : language.Pick("unbekannt", "unknown");
    }
}
