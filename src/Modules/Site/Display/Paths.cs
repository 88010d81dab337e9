namespace Zukunftswerkstatt.Site.Display;

/// <summary>Addresses of the public pages in both languages. Nothing else writes a path by hand.</summary>
internal static class Paths
{
    public static string Home(Language language) => language.IsEnglish ? "/en" : "/";

    public static string Search(Language language) => language.Pick("/suche", "/en/search");

    /// <summary>What is suggested while somebody types into a search field.</summary>
    public static string Suggestions(Language language) => Search(language) + language.Pick("/vorschlaege", "/suggestions");

    public static string Initiatives(Language language) => language.Pick("/initiativen", "/en/initiatives");

    public static string Similar(Language language, string id) => language.Pick("/aehnliche/", "/en/similar/") + id;

    public static string Measures(Language language) => language.Pick("/massnahmen", "/en/measures");

    public static string Factors(Language language) => language.Pick("/erfolgsfaktoren", "/en/success-factors");

    /// <summary>A Land's factors and topics against all others; without a Land the choice.</summary>
    public static string LandComparison(Language language, string? land = null) =>
        Factors(language) + language.Pick("/laendervergleich", "/state-comparison") + (land is null ? "" : "/" + land);

    public static string Findings(Language language) => language.Pick("/ergebnisse", "/en/findings");

    public static string Events(Language language) => language.Pick("/veranstaltungen", "/en/events");

    public static string Organisations(Language language) => language.Pick("/organisationen", "/en/organisations");

    public static string Regions(Language language) => language.Pick("/regionen", "/en/regions");

    public static string Region(Language language, string ags) => $"{Regions(language)}/{ags}";

    public static string MyMunicipality(Language language) => language.Pick("/meine-kommune", "/en/my-municipality");

    public static string Municipality(Language language, string ags) => $"{MyMunicipality(language)}/{ags}";

    /// <summary>How the likeness of municipalities is computed.</summary>
    public static string SimilarityMethod(Language language) => MyMunicipality(language) + language.Pick("/methode", "/method");

    public static string Comparison(Language language) => language.Pick("/vergleich", "/en/comparison");

    /// <summary>The reader's list.</summary>
    public static string Bookmarks(Language language) => language.Pick("/merkliste", "/en/list");

    public static string Topics(Language language) => language.Pick("/themen", "/en/topics");

    /// <summary>The initiatives that share a value, as a search.</summary>
    public static string InitiativesWith(Language language, string parameter, string code) =>
        $"{Search(language)}?mode=initiatives&{parameter}={Uri.EscapeDataString(code)}";

    /// <summary>The initiatives of a region, as a search.</summary>
    public static string InitiativesIn(Language language, string ags) =>
        InitiativesWith(language, ags.Length switch { 2 => "land", 5 => "kreis", _ => "gemeinde" }, ags);

    public static string Imprint(Language language) => language.Pick("/impressum", "/en/imprint");

    public static string Privacy(Language language) => language.Pick("/datenschutz", "/en/privacy");

    public static string Accessibility(Language language) => language.Pick("/barrierefreiheit", "/en/accessibility");

    /// <summary>Leichte Sprache is German by nature; English pages link to it as well.</summary>
    public const string EasyLanguage = "/leichte-sprache";

    public static string About(Language language) => language.Pick("/ueber", "/en/about");

    public static string Method(Language language) => language.Pick("/methode", "/en/method");

    /// <summary>The Atom feed of everything new.</summary>
    public static string Feed(Language language) => language.Pick("/feed.atom", "/en/feed.atom");

    /// <summary>The permanent address of any item or term.</summary>
    public static string Permanent(string contentItemId) => $"/id/{contentItemId}";

    public static string Topic(Language language, string slug) => $"{Topics(language)}/{slug}";

    /// <summary>
    /// The address of a stored path (<c>initiativen/x</c>, <c>en/initiatives/x</c>) in a page of <paramref name="language"/>.
    /// A German path on an English page becomes the English section with the German slug: the page there says that it is not translated.
    /// </summary>
    public static string Item(Language language, string storedPath)
    {
        var path = storedPath.Trim('/');
        if (!language.IsEnglish || path.StartsWith("en/", StringComparison.Ordinal))
        {
            return "/" + path;
        }

        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var section = slash < 0 ? path : path[..slash];
        var rest = slash < 0 ? "" : path[slash..];
        return section switch
        {
            "initiativen" => Initiatives(language) + rest,
            "massnahmen" => Measures(language) + rest,
            "erfolgsfaktoren" => Factors(language) + rest,
            "ergebnisse" => Findings(language) + rest,
            "veranstaltungen" => Events(language) + rest,
            "organisationen" => Organisations(language) + rest,
            _ => "/" + path,
        };
    }

    /// <summary>The stored German path behind an address below <c>/en</c> (without leading slash), or null when the section is unknown.</summary>
    public static string? German(string englishPath)
    {
        var parts = englishPath.Split('/', 3);
        return parts is ["en", var section, ..]
            ? section switch
            {
                "initiatives" => "initiativen",
                "measures" => "massnahmen",
                "success-factors" => "erfolgsfaktoren",
                "findings" => "ergebnisse",
                "events" => "veranstaltungen",
                "organisations" => "organisationen",
                _ => null,
            } is { } german && parts.Length == 3 ? $"{german}/{parts[2]}" : null
            : null;
    }
}
