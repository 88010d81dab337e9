using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Maps;

/// <summary>The map of all hits of a search, not only of those on the page: drawn of the counts that the search makes anyway.</summary>
internal static class SearchMap
{
    private static readonly string[] _regions = [SearchParameters.Land, SearchParameters.Kreis, SearchParameters.Gemeinde];

    /// <summary>Null without hits, and in modes that know no places.</summary>
    public static MapView? Of(SearchState state, Surroundings? around, SearchResult result, FilterLabels labels)
    {
        if (result.Total == 0 || result.Facets.FirstOrDefault(f => f.Name == SearchNames.Region) is not { } facet)
        {
            return null;
        }

        var (language, regions) = (labels.Language, labels.Regions);
        var path = Paths.Search(language);
        var chosen = state.Filters.Where(f => _regions.Contains(f.Name)).Select(f => regions.Find(f.Value)?.CanonicalAgs ?? f.Value).Distinct().ToList();

        // What is chosen below a Land replaces it.
        chosen = [.. chosen.Where(key => !chosen.Exists(other => other != key && other.StartsWith(key, StringComparison.Ordinal)))];
        var places = PlaceCount.Of(result, regions, chosen);
        var frame = (around?.Place, chosen) switch
        {
            ({ Latitude: not null, Longitude: not null } middle, _) => MapFrame.Around(middle, around!.Kilometres),
            (_, []) => MapFrame.Germany(regions),
            (_, [{ Length: 2 } land]) => MapFrame.OfLand(regions, land),
            (_, _) when chosen.TrueForAll(key => key.Length == 2) => MapFrame.Germany(regions),
            _ => MapFrame.Around(regions, [.. places.Select(place => place.Region)]),
        };
        var lands = facet.Values.Where(v => v.Level == 0 && v.Code != "00").ToDictionary(v => v.Code, v => v.Count, StringComparer.Ordinal);
        return MapDrawing.Of(
            language, regions, frame, lands, ags => lands.ContainsKey(ags) ? LandHref(ags) : null,
            language.Pick("Karte der Treffer, ihre Zahlen stehen darunter als Tabelle", "Map of the results, its numbers are below as a table"), language.Pick("Treffer", "Results")) with
        {
            Circles = MapDrawing.Circles(language, frame, places, state),
            Caption = Caption(language, places, result.Total),
        };

        string LandHref(string ags) => (state with
        {
            Filters = [.. state.Filters.Where(f => !_regions.Contains(f.Name)), new Filter(SearchParameters.Land, ags)],
            Page = 1,
        }).Href(path);
    }

    private static string Caption(Language language, IReadOnlyList<PlaceCount> places, int total)
    {
        var kreise = new Dictionary<string, (int Places, int Kreis)>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            kreise[place.Group] = (kreise.GetValueOrDefault(place.Group).Places + place.Count, place.Kreis);
        }

        var (onMap, caption) = (kreise.Values.Sum(kreis => Math.Min(kreis.Places, kreis.Kreis)), language.Pick(
            "Die Zahl in einem Punkt sagt, wie viele Treffer dort liegen. Wer ihn wählt, grenzt die Suche darauf ein; die Karte selbst filtert nicht.",
            "The number in a dot says how many results lie there. Choosing it narrows the search to them; the map itself does not filter."));
        return caption + (total - onMap) switch
        {
            0 => "",
            < 0 => language.Pick(" Treffer mit mehreren Orten zählen an jedem.", " Results with several places count at each."),
            var without => language.Pick(
                $" {language.Count(without, "Treffer nennt", "Treffer nennen", "", "")} keinen Ort und {(without == 1 ? "steht" : "stehen")} nur in der Liste.",
                $" {language.Count(without, "", "", "result names", "results name")} no place and {(without == 1 ? "is" : "are")} in the list only."),
        };
    }
}
