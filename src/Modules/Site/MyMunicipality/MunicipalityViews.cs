using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.MyMunicipality;

/// <summary>Everything a municipality's page shows, from finished answers.</summary>
internal sealed class MunicipalityViews(
    Language language, MunicipalityMatrix matrix, Region municipality, Weights weights, IReadOnlyList<Neighbour> neighbours, PeerCases cases, FactorCatalogue factors, HitViews hits)
{
    private const int ShownInitiatives = 6;

    private readonly RegionSnapshot _regions = matrix.Register;
    private readonly List<string> _sources = [];

    // Indicators that nobody knows of the municipality are not drawn.
    private readonly List<int> _shown = Known(matrix, municipality);

    public MunicipalityView Build()
    {
        var profile = RegionProfile.Of(_regions, municipality);
        var land = _regions.Find(municipality.LandAgs)!;
        var figures = profile.Select(value => Figure(value, land)).ToList();
        return new MunicipalityView
        {
            Title = municipality.Name,
            Ags = municipality.Ags,
            Place = PlaceViews.Line(language, _regions, municipality.CanonicalAgs),
            Lead = Lead(),
            Types = Types(),
            TypesNote = language.Pick("Typen nach den Definitionen des BBSR, vom Portal aus den Zahlen berechnet", "Types after the BBSR’s definitions, computed by the portal from the figures"),
            Figures = figures,
            Sources = _sources,
            StripNote = language.Pick(
                $"Grüner Punkt: {municipality.Name}. Strich: die Mitte. Breiter Balken: die mittlere Hälfte. Linie: die mittleren 80 von 100. Verglichen wird mit den Gemeinden in {land.Name}, bei Kreiswerten mit den Kreisen dort.",
                $"Green dot: {municipality.Name}. Stroke: the middle. Wide bar: the middle half. Line: the middle 80 of 100. Compared with the municipalities of {land.Name}; figures of districts with the districts there."),
            Problems = weights.Problems,
            Action = Paths.Municipality(language, municipality.CanonicalAgs),
            Weights = [.. SimilarityIndicator.All.Select((indicator, i) => new WeightView(
                Weights.Name(indicator.Code), indicator.Name.In(language.Culture), Weights.Text(weights.Values[i]),
                _shown.Contains(i) ? null : language.Pick("hier unbekannt", "not known here")))],
            Weighted = !weights.Values.IsEqual || weights.Problems.Count > 0,
            MethodHref = Paths.SimilarityMethod(language),
            ChooseHref = Paths.MyMunicipality(language),
            RegionHref = Paths.Region(language, municipality.CanonicalAgs),
            PeersNote = PeersNote(profile),
            Peers = [.. neighbours.Select(Peer)],
            Chart = neighbours.Count == 0 ? null : Charts.Scatter(language, matrix, municipality, neighbours, _shown),
            TableHeads = [.. SimilarityIndicator.All.Select(indicator => indicator.Name.In(language.Culture))],
            TableRows = [.. neighbours.Select(neighbour => neighbour.Municipality).Prepend(municipality).Select(ValueRow)],
            InitiativesNote = InitiativesNote(),
            Initiatives = Initiatives(),
            AllInitiatives = cases.Total > ShownInitiatives
                ? new Link(language.Pick($"Alle {language.Number(cases.Total)} Initiativen", $"All {language.Number(cases.Total)} initiatives"), cases.Href(language, SearchNames.Initiatives))
                : null,
            FactorsNote = FactorsNote(),
            Factors = Factors(),
        };
    }

    private static List<int> Known(MunicipalityMatrix matrix, Region municipality) =>
        [.. matrix.ScoresOf(municipality).Select((score, i) => (score, i)).Where(entry => !float.IsNaN(entry.score)).Select(entry => entry.i)];

    private string Lead()
    {
        var type = Value(RegionSchemes.MunicipalityTypes) ?? language.Pick("Gemeinde", "Municipality");
        var kreis = municipality.CanonicalAgs == municipality.Ags ? _regions.Find(municipality.ParentAgs) : null;
        var where = kreis is null ? "" : $", {kreis.Name}";
        if (municipality.Population is not { } people)
        {
            return language.Pick($"{type}{where}. Eine Einwohnerzahl liegt dem Portal nicht vor.", $"{type}{where}. The portal has no number of inhabitants.");
        }

        return language.Pick(
            $"{type}{where}. {Numbers.Value(language, RegionIndicators.All[0], people.Value)} Einwohnerinnen und Einwohner ({people.Year}).",
            $"{type}{where}. {Numbers.Value(language, RegionIndicators.All[0], people.Value)} inhabitants ({people.Year}).");
    }

    private List<Link> Types()
    {
        var state = new SearchState { Mode = SearchNames.Initiatives };
        var types = new List<Link>();
        foreach (var scheme in (TypeScheme[])[RegionSchemes.KreisTypes, RegionSchemes.MunicipalityTypes])
        {
            if (_regions.TypeOf(municipality.Ags, scheme.Code) is { } type && scheme.Value(type.Value) is { } value)
            {
                types.Add(new($"{value.Label.In(language.Culture)} ({type.Year})", state.With(SearchNames.RegionType, type.Value).Href(Paths.Search(language))));
            }
        }

        if (municipality.SizeClass is { } size && RegionSchemes.SizeClasses.Value(size) is { } sizeClass)
        {
            types.Add(new($"{sizeClass.Label.In(language.Culture)} ({municipality.Population!.Year})", state.With(SearchNames.Size, size).Href(Paths.Search(language))));
        }

        return types;
    }

    private string? Value(TypeScheme scheme) => _regions.TypeOf(municipality.Ags, scheme.Code) is { } type ? scheme.Value(type.Value)?.Label.In(language.Culture) : null;

    private ProfileFigureView Figure(ProfileValue value, Region land)
    {
        var label = value.Indicator.Label.In(language.Culture);
        if (value.Figure is not { } figure)
        {
            return new ProfileFigureView(label, null, null, language.Pick("Weder für die Gemeinde noch für ihren Kreis liegt dem Portal eine Zahl vor.", "The portal has no figure, neither of the municipality nor of its district."), null, null);
        }

        var others = value.IsOfKreis
            ? _regions.Kreise.Where(kreis => kreis.GoneSince is null)
            : matrix.Municipalities;
        var sorted = others.Where(region => region.LandAgs == land.Ags).Select(region => region.Figure(value.Indicator.Code)?.Value).OfType<decimal>().Order().ToList();
        var among = value.IsOfKreis ? language.Pick($"der {sorted.Count} Kreise", $"the {sorted.Count} districts") : language.Pick($"der {language.Number(sorted.Count)} Gemeinden", $"the {language.Number(sorted.Count)} municipalities");
        var strip = Charts.Strip(language, value.Indicator, figure.Value, sorted, among);
        return new ProfileFigureView(
            label, Numbers.Value(language, value.Indicator, figure.Value),
            value.IsOfKreis ? language.Pick($"Wert für: {value.Of.Name}", $"Figure of {value.Of.Name}") : null,
            Numbers.Origin(language, figure, _sources), strip?.Strip, strip?.Rank);
    }

    private string PeersNote(IReadOnlyList<ProfileValue> profile)
    {
        var note = language.Pick(
            $"Verglichen mit {language.Number(matrix.Count - 1)} Gemeinden in ganz Deutschland. Die grüne Linie ist {municipality.Name}; je näher die Punkte, desto ähnlicher.",
            $"Compared with {language.Number(matrix.Count - 1)} municipalities all over Germany. The green line is {municipality.Name}; the nearer the dots, the more alike.");
        var kreis = profile.Where(value => value.IsOfKreis).Select(value => value.Indicator.Label.In(language.Culture)).ToList();
        if (kreis.Count > 0)
        {
            note += language.Pick($" Wert des Kreises, weil es für die Gemeinde keinen gibt: {string.Join(", ", kreis)}.", $" Figure of the district, since there is none of the municipality: {string.Join(", ", kreis)}.");
        }

        var missing = profile.Where(value => value.Figure is null).Select(value => value.Indicator.Label.In(language.Culture)).ToList();
        return missing.Count == 0 ? note : note + language.Pick(
            $" Nicht verglichen, weil unbekannt: {string.Join(", ", missing)}.", $" Not compared, since unknown: {string.Join(", ", missing)}.");
    }

    private PeerView Peer(Neighbour neighbour, int index)
    {
        var other = neighbour.Municipality;
        var lines = Charts.Differences(language, _regions, municipality, neighbour, _shown);
        var count = cases.Counts.GetValueOrDefault(other.CanonicalAgs);
        return new PeerView(
            language.Number(index + 1), other.Name, Paths.Municipality(language, other.CanonicalAgs), Where(other),
            neighbour.Distance.ToString("0.00", language.Culture), lines,
            string.Join("; ", lines.Select(line => $"{line.Label}: {line.Text}")), Charts.DifferencesHeight(lines.Count),
            Differences.Why(language, neighbour, weights.Values, other.KreisAgs == municipality.KreisAgs),
            Differences.Where(language, neighbour, Numbers.Type(language, _regions, other)),
            count == 0 ? null : new Link(language.Count(count, "Initiative", "Initiativen", "initiative", "initiatives"), Paths.InitiativesIn(language, other.CanonicalAgs)));
    }

    // „Landkreis Mittelsachsen, Sachsen, 20 km“
    private string Where(Region other)
    {
        var names = _regions.Ancestors(other.CanonicalAgs).Where(region => region.Level != RegionLevel.Bund).Select(region => region.Name).ToList();
        if (municipality is { Latitude: { } y1, Longitude: { } x1 } && other is { Latitude: { } y2, Longitude: { } x2 })
        {
            var (a, b) = (LandOutlines.Project(y1, x1), LandOutlines.Project(y2, x2));
            names.Add(Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y)).ToString("N0", language.Culture) + "\u00a0km");
        }

        return string.Join(", ", names);
    }

    private ValueRowView ValueRow(Region region) => new(
        region.Name, region.CanonicalAgs == municipality.CanonicalAgs ? null : Paths.Municipality(language, region.CanonicalAgs),
        [.. SimilarityIndicator.All.Select(indicator => Charts.ValueText(language, _regions, region, indicator))]);

    private string InitiativesNote()
    {
        var circle = language.Number(cases.Circle);
        if (cases.Total == 0)
        {
            return language.Pick(
                $"Aus {municipality.Name} und den {circle} ähnlichsten Gemeinden ist noch keine Initiative erfasst.",
                $"No initiative from {municipality.Name} and the {circle} most similar municipalities has been recorded yet.");
        }

        var wide = cases.Circle > neighbours.Count
            ? language.Pick($" Die {neighbours.Count} ähnlichsten allein hätten zu wenige ergeben; deshalb wurde weiter gesucht.", $" The {neighbours.Count} most similar alone gave too few; that is why the circle was widened.")
            : "";
        return language.Pick(
            $"{language.Count(cases.Total, "Initiative", "Initiativen", "", "")} aus {municipality.Name} und den {circle} ähnlichsten Gemeinden, die ähnlichsten zuerst.{wide}",
            $"{language.Count(cases.Total, "", "", "initiative", "initiatives")} from {municipality.Name} and the {circle} most similar municipalities, the most similar first.{wide}");
    }

    private List<CardView> Initiatives() =>
    [
        .. cases.Hits.Select(hit => (Hit: hit, Rank: HitCard.Read(hit.Payload).Places.Select(place => cases.Ranks.GetValueOrDefault(place, int.MaxValue)).DefaultIfEmpty(int.MaxValue).Min()))
            .OrderBy(entry => entry.Rank).Take(ShownInitiatives)
            .Select(entry => hits.Card(entry.Hit, Reason(entry.Rank))),
    ];

    private string? Reason(int rank) => rank switch
    {
        0 => language.Pick($"aus {municipality.Name} selbst", $"from {municipality.Name} itself"),
        int.MaxValue => null,
        _ => language.Pick($"aus der ähnlichsten Gemeinde Nummer {language.Number(rank)}", $"from the most similar municipality number {language.Number(rank)}"),
    };

    private string FactorsNote() => cases.Factors.Count == 0
        ? language.Pick("In diesen Initiativen ist noch kein Erfolgsfaktor belegt.", "No success factor is evidenced in these initiatives yet.")
        : cases.Factors.Any(value => value.Count > 1)
            ? language.Pick("Diese Faktoren kommen in den Initiativen von dort vor, die häufigsten zuerst. Gezählt werden Initiativen, nicht Belege.", "These factors occur in the initiatives from there, the most frequent first. Initiatives are counted, not pieces of evidence.")
            : language.Pick("Noch kommt kein Faktor in mehr als einer dieser Initiativen vor; das sind die einzelnen Funde.", "So far no factor occurs in more than one of these initiatives; these are the single finds.");

    private List<RowView> Factors()
    {
        var recurring = cases.Factors.Any(value => value.Count > 1);
        return
        [
            .. cases.Factors.Where(value => !recurring || value.Count > 1).Select(value => (Factor: factors.BySlug(value.Code), value.Count)).Where(entry => entry.Factor is not null)
                .Select(entry => new RowView
                {
                    Title = entry.Factor!.In(language.Code).Title,
                    Href = cases.Href(language, SearchNames.Factors, entry.Factor.Slug),
                    Lang = entry.Factor.English is null && language.IsEnglish ? "de" : null,
                    Meta = Effects(entry.Factor, entry.Count),
                    Text = entry.Factor.In(language.Code).Statement,
                }),
        ];
    }

    private string Effects(Factor factor, int count)
    {
        var promoting = cases.FactorEffects.GetValueOrDefault(SearchNames.FactorEffectOf(factor.Slug, FactorEffects.Promoting));
        var against = cases.FactorEffects.GetValueOrDefault(SearchNames.FactorEffectOf(factor.Slug, SearchNames.Against));
        return language.Pick(
            $"in {language.Count(count, "Initiative", "Initiativen", "", "")}: förderlich in {promoting}, hemmend oder ohne Wirkung in {against}",
            $"in {language.Count(count, "", "", "initiative", "initiatives")}: promoting in {promoting}, hindering or without effect in {against}");
    }
}
