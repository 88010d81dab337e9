using System.Globalization;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Maps;

/// <summary>The search that a circle on the map opens.</summary>
internal static class ClusterSearches
{
    private const int MostFilters = 20;

    /// <summary>The same search in any place.</summary>
    public static SearchState Anywhere(SearchState state) => state with
    {
        Filters = [.. state.Filters.Where(f => f.Name is not (SearchParameters.Land or SearchParameters.Kreis or SearchParameters.Gemeinde))],
        Page = 1,
    };

    /// <summary>
    /// The same search in the places of the circle: a Kreis where all its hits lie in the circle, else the places by name. Where that
    /// would be too many, what lies around its first place as far as the circle's last.
    /// </summary>
    /// <param name="anywhere">See <see cref="Anywhere"/>.</param>
    /// <param name="cluster">The circle.</param>
    public static SearchState Of(SearchState anywhere, MapCluster cluster)
    {
        if (Keys(cluster.Places) is { } keys)
        {
            return anywhere with { Filters = [.. anywhere.Filters, .. keys.Select(ags => new Filter(SearchParameters.OfRegion(ags), ags))] };
        }

        var middle = cluster.Places.MinBy(place => Kilometres(place.Region, cluster.X, cluster.Y))!.Region;
        var (x, y) = LandOutlines.Project(middle.Latitude!.Value, middle.Longitude!.Value);
        var far = (int)Math.Ceiling(cluster.Places.Max(place => Kilometres(place.Region, x, y))) + 1;
        return anywhere with { Around = middle.CanonicalAgs, Kilometres = Math.Clamp(far, Surroundings.Least, Surroundings.Most).ToString(CultureInfo.InvariantCulture) };
    }

    /// <summary>„Chemnitz, Burgstädt und 12 weitere Orte“.</summary>
    public static string Names(Language language, MapCluster cluster)
    {
        const int named = 3;
        var names = string.Join(", ", cluster.Places.Take(cluster.Places.Count == named + 1 ? named + 1 : named).Select(place => place.Region.Name));
        return cluster.Places.Count > named + 1
            ? language.Pick($"{names} und {cluster.Places.Count - named} weitere Orte", $"{names} and {cluster.Places.Count - named} other places")
            : names;
    }

    /// <summary>Kreise that lie in the circle with all their hits, and the other places; null for too many.</summary>
    private static List<string>? Keys(IReadOnlyList<PlaceCount> places)
    {
        var kreise = new OrderedDictionary<string, (int Places, int Hits)>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            var (number, hits) = kreise.GetValueOrDefault(place.Group);
            kreise[place.Group] = (number + 1, hits + place.Count);
            if (kreise.Count > MostFilters)
            {
                return null;
            }
        }

        // In the order of the first place of each Kreis.
        var keys = new List<string>();
        foreach (var (kreis, (number, hits)) in kreise)
        {
            foreach (var place in places)
            {
                if (place.Group == kreis)
                {
                    var whole = number > 1 && hits >= place.Together;
                    keys.Add(whole ? kreis : place.Region.Ags);
                    if (whole || keys.Count > MostFilters)
                    {
                        break;
                    }
                }
            }
        }

        return keys.Count <= MostFilters ? keys : null;
    }

    private static double Kilometres(Region region, double x, double y)
    {
        var (a, b) = LandOutlines.Project(region.Latitude!.Value, region.Longitude!.Value);
        return Math.Sqrt((a - x) * (a - x) + (b - y) * (b - y));
    }
}
