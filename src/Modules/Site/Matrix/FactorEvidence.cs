using System.Globalization;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Maps;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Matrix;

/// <summary>Where a factor was observed: by region type as a chart with its table, and by Land with the places.</summary>
internal static class FactorEvidence
{
    private const int RowHeight = 46;
    private const double ChartWidth = 440;
    private const int MostPlaces = 12;

    /// <summary>Evidence for and against by type of Kreis.</summary>
    public static EvidenceChartView Chart(Language language, SearchResult pro, SearchState supporting, SearchResult contra, SearchState contradicting)
    {
        var path = Paths.Search(language);
        var counts = RegionSchemes.KreisTypes.Values.Select(type => (Type: type, For: Count(pro, type.Code), Against: Count(contra, type.Code))).ToList();
        var longest = Math.Max(1, counts.Max(c => c.For + c.Against));
        return new EvidenceChartView(
            string.Create(CultureInfo.InvariantCulture, $"0 0 600 {counts.Count * RowHeight}"),
            language.Pick("Belege für und gegen den Satz nach Kreistyp; die Zahlen stehen in der Tabelle", "Evidence for and against the statement by district type; the numbers are in the table"),
            [.. counts.Select((c, i) => new EvidenceBarView
            {
                Label = c.Type.Label.In(language.Culture),
                TextY = Unit(14 + i * RowHeight),
                Y = Unit(21 + i * RowHeight),
                For = Unit(ChartWidth * c.For / longest),
                AgainstX = Unit(ChartWidth * c.For / longest + (c.For > 0 ? 2 : 0)),
                Against = Unit(ChartWidth * c.Against / longest),
                NumbersX = Unit(ChartWidth * (c.For + c.Against) / longest + 12),
                NumbersY = Unit(34 + i * RowHeight),
                Numbers = c.For + c.Against == 0 ? language.Pick("Lücke", "gap") : language.Pick($"{c.For} dafür, {c.Against} dagegen", $"{c.For} for, {c.Against} against"),
                Supporting = Cell(language, c.For, supporting.With(SearchNames.RegionType, c.Type.Code).Href(path)),
                Contradicting = Cell(language, c.Against, contradicting.With(SearchNames.RegionType, c.Type.Code).Href(path)),
            })]);
    }

    /// <summary>All places of its initiatives; Germany, or the one Land in which they lie.</summary>
    public static MapView Map(Language language, RegionSnapshot regions, IReadOnlyList<PlaceCount> places, SearchState about)
    {
        var lands = places.Select(place => place.Region.LandAgs).Distinct().ToList();
        var frame = lands is [var only] ? MapFrame.OfLand(regions, only) : MapFrame.Germany(regions);
        return MapDrawing.Of(
            language, regions, frame, new Dictionary<string, int>(), _ => null,
            language.Pick("Orte, an denen der Satz beobachtet wurde", "Places where the statement was observed"), language.Pick("Initiativen", "Initiatives")) with
        {
            Circles = MapDrawing.Circles(language, frame, places, about),
            Lands = [], // Stand beside it.
        };
    }

    /// <summary>The Länder with their initiatives, and below each the places with most of them.</summary>
    public static IReadOnlyList<PlaceGroupView> Places(Language language, RegionSnapshot regions, SearchResult cases, SearchState about, IReadOnlyList<PlaceCount> counts)
    {
        var path = Paths.Search(language);
        var places = counts.Where(place => place.Region.Level != RegionLevel.Land).Select(place => place.Region).ToLookup(region => region.LandAgs);
        return
        [
            .. cases.Facets.Where(f => f.Name == SearchNames.Region).SelectMany(f => f.Values).Where(v => v is { Level: 0, Count: > 0 })
                .Select(v => (v.Code, v.Count, Name: regions.Find(v.Code)?.Name ?? v.Code))
                .Select(land => new PlaceGroupView(
                    new Link(land.Name, about.With(SearchParameters.Land, land.Code).Href(path)), language.Number(land.Count),
                    [.. places[land.Code].Take(MostPlaces).OrderBy(region => region.Name, StringComparer.Create(CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true))
                        .Select(region => new Link(region.Name, about.With(SearchParameters.OfRegion(region.Ags), region.Ags).Href(path)))])),
        ];
    }

    /// <summary>Says when places are left out of the list; null when none is.</summary>
    public static string? PlacesNote(Language language, IReadOnlyList<PlaceCount> places) =>
        places.GroupBy(place => place.Region.LandAgs).Any(land => land.Count() > MostPlaces)
            ? language.Pick(
                $"Genannt sind je Land die {MostPlaces} Orte mit den meisten Initiativen; Karte und Zahlen umfassen alle.",
                $"Named are the {MostPlaces} places of each state with the most initiatives; map and numbers cover all.")
            : null;

    private static Link Cell(Language language, int count, string href) => new(language.Number(count), href);

    private static int Count(SearchResult result, string type) => result.Facets.SelectMany(f => f.Values).FirstOrDefault(v => v.Code == type)?.Count ?? 0;

    private static string Unit(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Evidence for and against by type of region.</summary>
internal sealed record EvidenceChartView(string ViewBox, string Label, IReadOnlyList<EvidenceBarView> Rows);

/// <summary>One type of region: its bar, and the numbers with the searches that count them.</summary>
internal sealed record EvidenceBarView
{
    public required string Label { get; init; }

    public required string TextY { get; init; }

    public required string Y { get; init; }

    public required string For { get; init; }

    public required string AgainstX { get; init; }

    public required string Against { get; init; }

    public required string NumbersX { get; init; }

    public required string NumbersY { get; init; }

    /// <summary>„11 dafür, 5 dagegen“.</summary>
    public required string Numbers { get; init; }

    public required Link Supporting { get; init; }

    public required Link Contradicting { get; init; }
}

/// <summary>A Land with its number of initiatives, and places in it.</summary>
internal sealed record PlaceGroupView(Link Land, string Count, IReadOnlyList<Link> Places);
