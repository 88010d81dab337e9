using Xunit;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>One address of the sample site for every template, in both languages.</summary>
internal static class Templates
{
    /// <summary>The record with every field filled in.</summary>
    public const string Record = "/initiativen/zukunftswerkstatt-kommunen-und-wirtschaft";

    public static TheoryData<string> All =>
    [
        "/", "/en",
        "/suche?q=Fachkr%C3%A4fte", "/en/search?q=business",
        "/suche?q=Xyzzyplugh", "/en/search?q=Xyzzyplugh",
        "/suche?mode=factors&q=Vertrauen",
        "/initiativen", "/en/initiatives",
        Record, "/en/initiatives/zukunftswerkstatt-kommunen-und-wirtschaft",
        "/massnahmen", "/en/measures",
        "/erfolgsfaktoren", "/en/success-factors",
        "/ergebnisse", "/en/findings",
        "/veranstaltungen", "/en/events",
        "/organisationen", "/en/organisations",
        "/regionen", "/en/regions",
        "/regionen/14", "/en/regions/14",
        "/regionen/14522", "/en/regions/14522",
        "/regionen/14522060", "/en/regions/14522060",
        "/themen", "/en/topics",
        "/impressum", "/en/imprint",
        "/datenschutz", "/en/privacy",
        "/barrierefreiheit", "/en/accessibility",
        "/leichte-sprache",
        "/ueber", "/en/about",
    ];

    /// <summary>Lists whose first entry shows the template of a detail page.</summary>
    public static TheoryData<string> Lists =>
    [
        "/initiativen", "/massnahmen", "/erfolgsfaktoren", "/ergebnisse", "/veranstaltungen", "/organisationen", "/themen",
        "/en/initiatives", "/en/measures", "/en/success-factors", "/en/findings", "/en/events", "/en/organisations", "/en/topics",
    ];
}
