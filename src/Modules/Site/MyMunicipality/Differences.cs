using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.MyMunicipality;

/// <summary>Differences of z-scores in words: why two municipalities are alike, and where they are not.</summary>
internal static class Differences
{
    private const float Alike = 0.25f;
    private const float Different = 0.5f;
    private const float Clearly = 1f;
    private const int MostReasons = 3;

    /// <summary>Whether a difference is drawn as one.</summary>
    public static bool IsFar(float difference) => Math.Abs(difference) >= Different;

    public static string Why(Language language, Neighbour neighbour, SimilarityWeights weights, bool sameKreis)
    {
        var alike = neighbour.Differences.Select((difference, i) => (Size: Math.Abs(difference), Position: i))
            .Where(entry => entry.Size < Alike && weights[entry.Position] > 0 && !(sameKreis && IsOfKreis(entry.Position)))
            .OrderBy(entry => entry.Position).Take(MostReasons)
            .Select(entry => Noun(language, SimilarityIndicator.All[entry.Position].Code)).ToList();
        var kreis = language.Pick("derselbe Kreis", "the same district");
        return (alike.Count, sameKreis) switch
        {
            (0, false) => language.Pick("insgesamt nahe, in keiner Zahl ganz gleich", "close on the whole, the same in no single number"),
            (0, true) => kreis,
            (_, true) => $"{Sentence(language, alike)}; {kreis}",
            _ => Sentence(language, alike),
        };
    }

    public static string Where(Language language, Neighbour neighbour, string? type)
    {
        var different = neighbour.Differences.Select((difference, i) => (Difference: difference, Position: i))
            .Where(entry => IsFar(entry.Difference)).OrderByDescending(entry => Math.Abs(entry.Difference)).Take(MostReasons)
            .Select(entry => Words(language, SimilarityIndicator.All[entry.Position].Code, entry.Difference, type)).ToList();
        return different.Count == 0 ? language.Pick("kaum, soweit die Zahlen reichen", "hardly, as far as the numbers go") : string.Join("; ", different);
    }

    private static bool IsOfKreis(int position) => SimilarityIndicator.All[position].Code is SimilarityIndicator.Type or RegionIndicators.Older or RegionIndicators.Younger;

    private static string Sentence(Language language, List<string> parts) =>
        (parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} {language.Pick("und", "and")} {parts[^1]}") + language.Pick(" fast gleich", " nearly the same");

    private static string Noun(Language language, string code) => code switch
    {
        RegionIndicators.Population => language.Pick("Größe", "size"),
        RegionIndicators.Change => language.Pick("Entwicklung", "development"),
        RegionIndicators.Density => language.Pick("Dichte", "density"),
        RegionIndicators.Older => language.Pick("Anteil der Älteren", "share of older people"),
        RegionIndicators.Younger => language.Pick("Anteil der Jüngeren", "share of young people"),
        RegionIndicators.CityDistance => language.Pick("Weg zur Großstadt", "way to a city"),
        _ => language.Pick("Kreistyp", "type of district"),
    };

    private static string Words(Language language, string code, float difference, string? type)
    {
        var clearly = Math.Abs(difference) >= Clearly ? language.Pick("deutlich ", "clearly ") : "";
        var more = difference > 0;
        return code switch
        {
            RegionIndicators.Population => clearly + (more ? language.Pick("größer", "larger") : language.Pick("kleiner", "smaller")),
            RegionIndicators.Change => more
                ? language.Pick($"wächst {clearly}mehr oder schrumpft weniger", $"grows {clearly}more or shrinks less")
                : language.Pick($"schrumpft {clearly}mehr oder wächst weniger", $"shrinks {clearly}more or grows less"),
            RegionIndicators.Density => clearly + (more ? language.Pick("dichter besiedelt", "more densely populated") : language.Pick("dünner besiedelt", "less densely populated")),
            RegionIndicators.Older => language.Pick($"{clearly}{(more ? "mehr" : "weniger")} Ältere", $"{clearly}{(more ? "more" : "fewer")} older people"),
            RegionIndicators.Younger => language.Pick($"{clearly}{(more ? "mehr" : "weniger")} Kinder und Jugendliche", $"{clearly}{(more ? "more" : "fewer")} children and young people"),
            RegionIndicators.CityDistance => clearly + (more ? language.Pick("weiter von einer Großstadt", "farther from a city") : language.Pick("näher an einer Großstadt", "nearer to a city")),
            _ => type ?? language.Pick("anderer Kreistyp", "another type of district"),
        };
    }
}
