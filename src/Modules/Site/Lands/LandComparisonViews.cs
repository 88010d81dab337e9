using System.Globalization;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Search;

namespace Zukunftswerkstatt.Site.Lands;

/// <summary>Counts → shares, words about small numbers, and a picture.</summary>
internal sealed class LandComparisonViews(LandComparison comparison, Region land, FilterLabels labels, FactorCatalogue factors)
{
    /// <summary>Fewer initiatives than this on one side are called small numbers.</summary>
    private const int Small = 5;

    /// <summary>From fewer initiatives a Land's shares are not worth a percentage.</summary>
    private const int FewInitiatives = 10;

    private readonly Language _language = labels.Language;

    public IReadOnlyList<LandGroupView> Groups() => comparison.Own == 0 || comparison.Others == 0 ? [] :
    [
        Group("factors", _language.Pick("Erfolgsfaktoren", "Success factors"), _language.Pick("Erfolgsfaktor", "Success factor"), SearchNames.Factor, comparison.Factors),
        Group("topics", _language.Pick("Handlungsfelder", "Fields of action"), _language.Pick("Handlungsfeld", "Field of action"), SearchNames.Topic, comparison.Topics),
    ];

    public IReadOnlyList<string> Cautions()
    {
        var own = _language.Count(comparison.Own, "Initiative", "Initiativen", "initiative", "initiatives");
        if (comparison.Own == 0)
        {
            return [_language.Pick($"Aus {land.Name} ist noch keine Initiative erfasst. Zu vergleichen gibt es deshalb noch nichts.", $"No initiative from {land.Name} has been recorded yet, so there is nothing to compare.")];
        }

        if (comparison.Others == 0)
        {
            return [_language.Pick($"Alle erfassten Initiativen sind aus {land.Name}. Zu vergleichen gibt es deshalb noch nichts.", $"All initiatives recorded are from {land.Name}, so there is nothing to compare.")];
        }

        var cautions = new List<string>
        {
            _language.Pick(
                "Gezählt sind Initiativen, die hier erfasst wurden, keine Stichprobe: Was häufiger vorkommt, wurde vielleicht nur häufiger eingetragen.",
                "What is counted are initiatives recorded here, not a sample: what occurs more often may only have been entered more often."),
            _language.Pick(
                $"Eine einzige Initiative mehr oder weniger verschiebt den Anteil von {land.Name} um {Points(comparison.Step)} Prozentpunkte, den der übrigen um {Points(comparison.OthersStep)}. Kleinere Unterschiede heißen deshalb „nicht zu unterscheiden“.",
                $"A single initiative more or less moves the share of {land.Name} by {Points(comparison.Step)} percentage points, that of the others by {Points(comparison.OthersStep)}. Smaller differences are therefore called “not distinguishable”."),
            _language.Pick(
                $"Eine Initiative, die in {land.Name} und anderswo stattfindet, zählt auf beiden Seiten, eine ohne Land auf keiner.",
                $"An initiative that takes place in {land.Name} and elsewhere counts on both sides, one without a state on neither."),
            _language.Pick(
                $"„Kleine Zahl“ steht, wo auf einer Seite weniger als {Small} Initiativen dahinter stehen.",
                $"“Small number” is said where fewer than {Small} initiatives stand behind one side."),
        };
        if (comparison.Own < FewInitiatives)
        {
            cautions.Insert(0, _language.Pick(
                $"Aus {land.Name} kennen wir erst {own}. Lesen Sie hier die Zahlen, nicht die Prozente.",
                $"We know only {own} from {land.Name} so far. Read the numbers here, not the percentages."));
        }

        return cautions;
    }

    /// <summary>The same as rows of a file.</summary>
    public (IReadOnlyList<string> Heads, IEnumerable<IReadOnlyList<string>> Rows) Table(bool sample, Func<string, string> absolute)
    {
        var others = _language.Pick("übrige Länder", "other states");
        IReadOnlyList<string> heads = _language.IsEnglish
            ? ["Kind", "Name", "Code", $"{land.Name}: initiatives", $"{land.Name}: of", $"{land.Name}: per cent", $"{others}: initiatives", $"{others}: of", $"{others}: per cent", "Difference in percentage points", "Reading", $"Search: {land.Name}", $"Search: {others}", "Note"]
            : ["Art", "Name", "Code", $"{land.Name}: Initiativen", $"{land.Name}: von", $"{land.Name}: Prozent", $"{others}: Initiativen", $"{others}: von", $"{others}: Prozent", "Unterschied in Prozentpunkten", "Lesart", $"Suche: {land.Name}", $"Suche: {others}", "Hinweis"];
        return (heads, Rows(_language.Pick("Erfolgsfaktor", "Success factor"), SearchNames.Factor, comparison.Factors).Concat(Rows(_language.Pick("Handlungsfeld", "Field of action"), SearchNames.Topic, comparison.Topics)));

        IEnumerable<IReadOnlyList<string>> Rows(string kind, string facet, IReadOnlyList<ComparedShare> shares) => shares.Select(share => (IReadOnlyList<string>)
        [
            kind, Name(facet, share.Code).Text, share.Code, Plain(share.Own), Plain(comparison.Own), Plain(comparison.Share(share)), Plain(share.Others), Plain(comparison.Others),
            Plain(comparison.OthersShare(share)), Plain(comparison.Difference(share)), Reading(share), absolute(Search([comparison.Land], facet, share.Code)), absolute(Search(LandComparisonReader.OthersOf(comparison.Land), facet, share.Code)),
            sample ? _language.Pick("mit Beispielinhalten – frei erfunden", "with sample content – invented") : "",
        ]);
    }

    private LandGroupView Group(string id, string title, string head, string facet, IReadOnlyList<ComparedShare> shares)
    {
        // A round end beyond the largest share keeps the picture readable when all shares are small.
        var most = shares.SelectMany(share => new[] { comparison.Share(share), comparison.OthersShare(share) }).DefaultIfEmpty(0).Max();
        var end = most switch { <= 20 => 20, <= 50 => 50, _ => 100 };
        var rows = shares.Where(share => share.Own + share.Others > 0).OrderByDescending(share => Math.Abs(comparison.Difference(share))).Select(share => Row(facet, share, end)).ToList();
        return new LandGroupView(
            id, title, head,
            _language.Pick($"{title}: Anteil der Initiativen in {land.Name} und in den übrigen Ländern, die Zahlen stehen in der Tabelle darunter", $"{title}: share of initiatives in {land.Name} and in the other states, the numbers are in the table below"),
            [.. new[] { 0, end / 2, end }.Select(value => value.ToString(_language.Culture) + PercentSign())], rows);
    }

    private LandRowView Row(string facet, ComparedShare share, int end) => new()
    {
        Name = Name(facet, share.Code),
        Own = Of(share.Own, comparison.Own),
        OwnHref = Search([comparison.Land], facet, share.Code),
        OwnShare = Percent(comparison.Share(share)),
        Others = Of(share.Others, comparison.Others),
        OthersHref = Search(LandComparisonReader.OthersOf(comparison.Land), facet, share.Code),
        OthersShare = Percent(comparison.OthersShare(share)),
        Difference = Signed(comparison.Difference(share)),
        Reading = Reading(share),
        Tells = Tells(share),
        X = X(comparison.Share(share), end),
        OthersX = X(comparison.OthersShare(share), end),
    };

    private Link Name(string facet, string code)
    {
        if (facet == SearchNames.Factor && factors.BySlug(code) is { } factor)
        {
            var text = factor.In(_language.Code);
            return new Link(text.Title, Paths.Item(_language, text.Path), _language.IsEnglish && factor.English is null ? "de" : null);
        }

        return new Link(labels.Of(facet, code) ?? code, Paths.Topic(_language, code));
    }

    private string Search(IReadOnlyList<string> lands, string facet, string code) =>
        lands.Aggregate(new SearchState { Mode = SearchNames.Initiatives }, (state, land) => state.With(SearchParameters.Land, land)).With(facet, code).Href(Paths.Search(_language));

    // One initiative more or less on either side must not turn it round.
    private bool Tells(ComparedShare share) => Math.Abs(comparison.Difference(share)) > Math.Max(comparison.Step, comparison.OthersStep) + 1e-9;

    private string Reading(ComparedShare share)
    {
        if (!Tells(share))
        {
            return _language.Pick("nicht zu unterscheiden", "not distinguishable");
        }

        var small = Math.Min(share.Own, share.Others) < Small ? _language.Pick(", kleine Zahl", ", small number") : "";
        return (comparison.Difference(share) > 0
            ? _language.Pick($"in {land.Name} häufiger", $"more frequent in {land.Name}")
            : _language.Pick($"in {land.Name} seltener", $"less frequent in {land.Name}")) + small;
    }

    private string Of(int part, int whole) => $"{_language.Number(part)} {_language.Pick("von", "of")} {_language.Number(whole)}";

    private string Percent(double value) => Math.Round(value).ToString("N0", _language.Culture) + PercentSign();

    private string PercentSign() => _language.Pick("\u00a0%", "%");

    private string Points(double value) => value.ToString("0.0", _language.Culture);

    private static string Signed(double value) => Math.Round(value) switch
    {
        0 => "0",
        > 0 and var more => "+" + more.ToString("0", CultureInfo.InvariantCulture),
        var less => "−" + (-less).ToString("0", CultureInfo.InvariantCulture),
    };

    private static string X(double share, int end) => Math.Clamp(100 * share / end, 0, 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    // As the office programs of the language read it.
    private string Plain(double value) => value.ToString("0.0", _language.Culture);
}
