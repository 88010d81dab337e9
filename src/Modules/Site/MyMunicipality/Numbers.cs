using System.Globalization;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.MyMunicipality;

/// <summary>Numbers of regions as people write them.</summary>
internal static class Numbers
{
    private const string Minus = "−";

    public static string Value(Language language, RegionIndicator indicator, decimal value)
    {
        var text = Rounded(language, Math.Abs(value), indicator.Decimals);
        var sign = Math.Round(value, indicator.Decimals) switch
        {
            < 0 => Minus,
            > 0 when indicator.Code == RegionIndicators.Change => "+",
            _ => "",
        };
        var unit = indicator.Unit.In(language.Culture);
        return sign + text + (unit.Length == 0 ? "" : unit == "%" && language.IsEnglish ? unit : "\u00a0" + unit);
    }

    /// <summary>„+1.277“, „−0,5 Punkte“, „gleich“.</summary>
    public static string Difference(Language language, RegionIndicator indicator, decimal difference)
    {
        var rounded = Math.Round(difference, indicator.Decimals);
        if (rounded == 0)
        {
            return language.Pick("gleich", "the same");
        }

        var unit = indicator.Code switch
        {
            RegionIndicators.Density => language.Pick("je km²", "per km²"),
            RegionIndicators.CityDistance => "km",
            RegionIndicators.Population => "",
            _ => language.Pick("Punkte", "points"),
        };
        return (rounded < 0 ? Minus : "+") + Rounded(language, Math.Abs(difference), indicator.Decimals) + (unit.Length == 0 ? "" : "\u00a0" + unit);
    }

    /// <summary>„2022, Quelle 1“, „2019 bis 2022, berechnet aus den Quellen 1 und 2“; new sources are added to the list.</summary>
    public static string Origin(Language language, RegionFigure figure, List<string> sources)
    {
        var year = figure.Since is { } since ? language.Pick($"{since} bis {figure.Year}", $"{since} to {figure.Year}") : figure.Year.ToString(CultureInfo.InvariantCulture);
        var numbers = figure.Sources.Select(source => $"{source}, {figure.Licence}").Select(source =>
        {
            if (!sources.Contains(source))
            {
                sources.Add(source);
            }

            return sources.IndexOf(source) + 1;
        }).Order().ToList();
        var reference = figure.Reference is { } name ? $"{name}, " : "";
        var computed = figure.Computed ? language.Pick("berechnet, ", "computed, ") : "";
        return reference + $"{year}, {computed}" + (numbers is [var only]
            ? language.Pick($"Quelle {only}", $"source {only}")
            : language.Pick($"Quellen {string.Join(" und ", numbers)}", $"sources {string.Join(" and ", numbers)}"));
    }

    public static string? Type(Language language, RegionSnapshot regions, Region region) =>
        regions.TypeOf(region.Ags, RegionSchemes.KreisTypes.Code) is { } type ? RegionSchemes.KreisTypes.Value(type.Value)?.Label.In(language.Culture) : null;

    /// <summary>A coordinate in a picture.</summary>
    public static string Unit(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Rounded(Language language, decimal value, int decimals) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), language.Culture);
}
