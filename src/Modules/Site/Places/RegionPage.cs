using System.Globalization;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Maps;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Places;

/// <summary>Land → Kreis → municipality, each with its figures, its initiatives and the next level; without a key, the Länder.</summary>
internal sealed class RegionPage(IRegionRegister register, ArticleParts parts) : IPage
{
    private const int ShownInitiatives = 9;
    private const int MostBelow = 100;

    public async Task<PageResult> BuildAsync(PageRequest request, CancellationToken ct)
    {
        var language = request.Language;
        var regions = register.Current;
        var ags = request.Route["ags"] is { Length: > 0 } key ? key : "00";
        if (regions.Find(ags) is not { } region)
        {
            return PageResult.Missing;
        }

        // One address per place: a kreisfreie Stadt is its own municipality, Germany is the list.
        var canonical = region.Level == RegionLevel.Bund ? Paths.Regions(language) : Paths.Region(language, region.CanonicalAgs);
        if (canonical != request.Path)
        {
            return PageResult.Moved(canonical);
        }

        var state = new SearchState { Mode = SearchNames.Initiatives };
        var here = region.Level == RegionLevel.Bund ? state : state.With(SearchParameters.OfRegion(region.Ags), region.Ags);
        var initiatives = await parts.HitsAsync(here, ShownInitiatives, language, ct);
        var everything = await parts.CountAsync(here with { Mode = "" }, language, ct);
        var counts = await parts.CountAsync(here, language, ct, PlaceCount.Wish with { Limit = 500 });
        var view = View(region, regions, language, here, initiatives, everything, counts, await parts.RowsAsync(language, ct));
        var other = language.IsEnglish ? Language.German : Language.English;
        return new PageResult.Page
        {
            Templates = ["Region"],
            Model = view,
            Head = new PageHead
            {
                Title = region.Level == RegionLevel.Bund ? language.Pick("Regionen", "Regions") : regions.QualifiedName(region),
                Description = $"{view.Title}: {view.Lead}",
                Path = canonical,
                TranslatedPath = region.Level == RegionLevel.Bund ? Paths.Regions(other) : Paths.Region(other, region.Ags),
                Section = Section.Regions,
                // Thousands of municipalities without an entry are pages for people who come from above, not from a search engine.
                NoIndex = region.Level == RegionLevel.Gemeinde && initiatives.Total == 0,
            },
            Tags = [CacheTags.Search, CacheTags.Regions],
        };
    }

    private static RegionView View(
        Region region, RegionSnapshot regions, Language language, SearchState here, SearchResult initiatives, SearchResult everything, SearchResult inside, HitViews hits)
    {
        var counts = inside.Facets.SelectMany(f => f.Values).Where(v => region.Level == RegionLevel.Bund || v.Code.StartsWith(region.Ags, StringComparison.Ordinal))
            .ToDictionary(v => v.Code, v => v.Count, StringComparer.Ordinal);
        var search = Paths.Search(language);
        var below = regions.Children(region.Ags).Where(r => r.GoneSince is null && r is { Unincorporated: false } && r.CanonicalAgs == r.Ags)
            .OrderByDescending(r => counts.GetValueOrDefault(r.Ags)).ThenBy(r => SortName(r), StringComparer.Create(CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true)).ToList();
        var total = initiatives.Total;
        return new RegionView
        {
            Title = region.Level == RegionLevel.Bund ? language.Pick("Regionen", "Regions") : region.Name,
            Kind = region.Level == RegionLevel.Bund ? "" : RegionSchemes.Of(region.Level).Label.In(language.Culture),
            Place = region.Level is RegionLevel.Bund or RegionLevel.Land ? null : PlaceViews.Line(language, regions, region.Ags),
            Lead = Lead(region, total, language),
            Figures = Figures(region, language),
            Types = Types(region, regions, language, here, search),
            ComparisonHref = region.Level == RegionLevel.Land ? Paths.LandComparison(language, region.Ags) : null,
            InitiativesTitle = region.Level == RegionLevel.Bund ? language.Pick("Neueste Initiativen", "Newest initiatives") : language.Pick("Initiativen von hier", "Initiatives from here"),
            Initiatives = [.. initiatives.Hits.Select(h => hits.Card(h))],
            AllInitiatives = total > ShownInitiatives ? new Link(language.Pick($"Alle {language.Number(total)} Initiativen", $"All {language.Number(total)} initiatives"), here.Href(search)) : null,
            Around = Around(region, language, search),
            More = [.. new (string Mode, string Label)[]
                {
                    (SearchNames.Findings, language.Pick("Ergebnisse aus Werkstätten", "Workshop findings")),
                    (SearchNames.Events, language.Pick("Veranstaltungen", "Events")),
                }.Where(m => everything.ModeCounts.GetValueOrDefault(m.Mode) > 0)
                .Select(m => new TopicLine(m.Label, (here with { Mode = m.Mode }).Href(search), language.Number(everything.ModeCounts[m.Mode]), null, []))],
            BelowTitle = region.Level switch
            {
                RegionLevel.Bund => language.Pick("Die Länder", "The states"),
                RegionLevel.Land => language.Pick("Kreise und kreisfreie Städte", "Districts and independent cities"),
                RegionLevel.Landkreis => language.Pick("Städte und Gemeinden", "Towns and municipalities"),
                _ => null,
            },
            Below = [.. below.Where(r => counts.GetValueOrDefault(r.Ags) > 0).Take(MostBelow)
                .Select(r => new TopicLine(r.Name, Paths.Region(language, r.Ags), language.Number(counts[r.Ags]), null, []))],
            BelowEmpty = [.. below.Where(r => counts.GetValueOrDefault(r.Ags) == 0).Select(r => new Link(r.Name, Paths.Region(language, r.Ags)))],
            SiblingsTitle = region.Level == RegionLevel.Gemeinde ? language.Pick("In der Nachbarschaft", "Nearby") : null,
            Siblings = region.Level == RegionLevel.Gemeinde ? Nearby(region, regions, language) : [],
            Map = Map(region, regions, language, here, inside),
            Attributions =
            [
                .. Attributions.All.Select(a => new AttributionLine(a.What, a.Source, a.Licence, a.LicenceUrl, a.Changes)),
                .. regions.Outlines.Source is { } outlines ? (AttributionLine[])[new("Eingelesene Umrisse", outlines, null, null, "vereinfacht, eigene Projektion")] : [],
            ],
        };
    }

    private static Link? Around(Region region, Language language, string search) =>
        region is { Level: not (RegionLevel.Bund or RegionLevel.Land), Latitude: not null, Longitude: not null }
            ? new Link(
                language.Pick($"Initiativen im Umkreis von {Surroundings.Usual} km", $"Initiatives within {Surroundings.Usual} km"),
                new SearchState { Mode = SearchNames.Initiatives, Around = region.CanonicalAgs, Kilometres = $"{Surroundings.Usual}", Sort = SearchParameters.Nearest }.Href(search))
            : null;

    private static string SortName(Region region) => region.Name.StartsWith("Landkreis ", StringComparison.Ordinal) ? region.Name["Landkreis ".Length..] : region.Name;

    private static string Lead(Region region, int total, Language language) => region.Level switch
    {
        RegionLevel.Bund => language.Pick(
            $"Vom Land über den Kreis bis zur Gemeinde: {language.Count(total, "Initiative", "Initiativen", "", "")}, nach dem Ort, an dem sie wirken.",
            $"From state to district to municipality: {language.Count(total, "", "", "initiative", "initiatives")}, by the place where they work."),
        _ when total == 0 => language.Pick("Von hier ist noch keine Initiative erfasst.", "No initiative from here has been recorded yet."),
        _ => language.Pick(
            $"{language.Count(total, "Initiative ist", "Initiativen sind", "", "")} von hier erfasst.",
            $"{language.Count(total, "", "", "initiative has", "initiatives have")} been recorded from here."),
    };

    private static List<FigureLine> Figures(Region region, Language language)
    {
        var figures = new List<FigureLine>();
        if (region.Population is { } people)
        {
            figures.Add(new(language.Pick("Einwohnerinnen und Einwohner", "Inhabitants"), people.Value.ToString("N0", language.Culture), Note(people)));
        }

        if (region.Area is { } area)
        {
            figures.Add(new(language.Pick("Fläche", "Area"), area.Value.ToString("N0", language.Culture) + " km²", Note(area)));
        }

        if (region.Density is { } density)
        {
            figures.Add(new(language.Pick("Menschen je km²", "People per km²"), density.ToString("N0", language.Culture), language.Pick("berechnet aus beidem", "computed from both")));
        }

        return figures;

        static string Note(RegionFigure figure) => $"{figure.Year}, {figure.Source}, {figure.Licence}";
    }

    private static List<FactRow> Types(Region region, RegionSnapshot regions, Language language, SearchState here, string search)
    {
        var rows = new List<FactRow>();
        if (region.Level is RegionLevel.Bund or RegionLevel.Land)
        {
            return rows;
        }

        var everywhere = here with { Filters = [] };
        foreach (var scheme in (TypeScheme[])[RegionSchemes.KreisTypes, RegionSchemes.MunicipalityTypes])
        {
            if (regions.TypeOf(region.Ags, scheme.Code) is { } type && scheme.Value(type.Value) is { } value)
            {
                rows.Add(new(scheme.Label.In(language.Culture), [new($"{value.Label.In(language.Culture)} ({type.Year})", everywhere.With(SearchNames.RegionType, type.Value).Href(search))]));
            }
        }

        if (region.SizeClass is { } size && RegionSchemes.SizeClasses.Value(size) is { } sizeClass)
        {
            rows.Add(new(language.Pick("Größenklasse", "Size class"), [new(sizeClass.Label.In(language.Culture), everywhere.With(SearchNames.Size, size).Href(search))]));
        }

        rows.Add(new(language.Pick("Amtlicher Schlüssel", "Official key"), [new(region.Ags)]));
        return rows;
    }

    private static List<Link> Nearby(Region region, RegionSnapshot regions, Language language)
    {
        const int most = 12;
        return
        [
            .. regions.Children(region.ParentAgs!).Where(r => r.Ags != region.Ags && r is { GoneSince: null, Unincorporated: false })
                .OrderBy(r => Distance(r)).Take(most).Select(r => new Link(r.Name, Paths.Region(language, r.Ags))),
        ];

        double Distance(Region other)
        {
            if (region is not { Latitude: { } latitude, Longitude: { } longitude } || other is not { Latitude: { } y, Longitude: { } x })
            {
                return double.MaxValue;
            }

            var (x1, y1) = LandOutlines.Project(latitude, longitude);
            var (x2, y2) = LandOutlines.Project(y, x);
            return (x1 - x2) * (x1 - x2) + (y1 - y2) * (y1 - y2);
        }
    }

    private static MapView Map(Region region, RegionSnapshot regions, Language language, SearchState here, SearchResult counts)
    {
        var frame = MapFrame.OfLand(regions, region.LandAgs);
        var lands = counts.Facets.SelectMany(f => f.Values).Where(v => v.Level == 0).ToDictionary(v => v.Code, v => v.Count, StringComparer.Ordinal);
        var map = MapDrawing.Of(
            language, regions, frame, lands, ags => Paths.Region(language, ags),
            region.Level == RegionLevel.Bund ? language.Pick("Deutschland, Initiativen je Land", "Germany, initiatives by state") : language.Pick($"Lage von {region.Name}", $"Location of {region.Name}"),
            language.Pick("Initiativen", "Initiatives"));
        if (region.Level == RegionLevel.Bund)
        {
            return map;
        }

        var places = PlaceCount.Of(counts, regions, [region.Ags]);
        return map with
        {
            Circles = MapDrawing.Circles(language, frame, places, here),
            Dot = places.Count == 0 && region.Level != RegionLevel.Land ? MapDrawing.Dot(frame, region) : null,
        };
    }
}
