namespace Zukunftswerkstatt.Site.Display;

/// <summary>Addresses of the public pages in both languages. Nothing else writes a path by hand.</summary>
internal static class Paths
{
    public static string Home(Language language) => language.IsEnglish ? "/en" : "/";

    public static string Search(Language language) => language.Pick("/suche", "/en/search");

    public static string Initiatives(Language language) => language.Pick("/initiativen", "/en/initiatives");

    public static string Measures(Language language) => language.Pick("/massnahmen", "/en/measures");

    public static string Factors(Language language) => language.Pick("/erfolgsfaktoren", "/en/success-factors");

    public static string Findings(Language language) => language.Pick("/ergebnisse", "/en/findings");

    public static string Events(Language language) => language.Pick("/veranstaltungen", "/en/events");

    public static string Organisations(Language language) => language.Pick("/organisationen", "/en/organisations");

    public static string Regions(Language language) => language.Pick("/regionen", "/en/regions");

    public static string Region(Language language, string ags) => $"{Regions(language)}/{ags}";

    public static string Topics(Language language) => language.Pick("/themen", "/en/topics");

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
}
