using Xunit;

namespace Zukunftswerkstatt.Portal.WebTests.Harness;

/// <summary>
/// An address of the sample site for every template, in both languages. <c>full:Initiative:de</c> stands for the published item of the type
/// with the most text, <c>short:…</c> for the one with the least.
/// </summary>
public static class SampleAddresses
{
    /// <summary>The record that is not a sample.</summary>
    public const string Record = "/initiativen/zukunftswerkstatt-kommunen-und-wirtschaft";

    private static readonly string[] _types = ["Initiative", "MeasureType", "SuccessFactor", "Workshop", "Finding", "Event", "Organisation"];

    private static readonly string[] _fixed =
    [
        "/", "/en", Record, "/en/initiatives/future-workshop-municipalities-and-business",
        "/suche?q=Fachkr%C3%A4fte", "/en/search?q=business", "/suche?q=Xyzzyplugh", "/en/search?q=Xyzzyplugh", "/suche?mode=factors&q=Vertrauen&land=14",
        "/suche?umkreis=14522060&km=50&sort=distance", "/en/search?umkreis=14522060&km=50&sort=distance", "/suche?umkreis=99999999&km=x", "/suche?umkreis=Burg",
        "/initiativen", "/en/initiatives", "/massnahmen", "/en/measures", "/erfolgsfaktoren", "/en/success-factors",
        "/erfolgsfaktoren?axis=handlungsfeld", "/erfolgsfaktoren?axis=land", "/en/success-factors?axis=land", "/erfolgsfaktoren?axis=groessenklasse",
        "/erfolgsfaktoren/laendervergleich", "/en/success-factors/state-comparison", "/erfolgsfaktoren/laendervergleich/14", "/en/success-factors/state-comparison/14", "/erfolgsfaktoren/laendervergleich/04",
        "/suche?mode=factors", "/suche?mode=factors&by=region", "/en/search?mode=factors", "/en/search?mode=factors&by=none&q=money", "/ergebnisse", "/en/findings",
        "/veranstaltungen", "/en/events", "/organisationen", "/en/organisations",
        "/regionen", "/en/regions", "/regionen/14", "/en/regions/14", "/regionen/14522", "/en/regions/14522", "/regionen/14522060", "/en/regions/14522060",
        "/vergleich", "/en/comparison", "/vergleich?id=049ce5tdjkr26mgykemsdjyjrc&id=1f5hdz3jjxr621xj22y4kxmw68&id=20t0t706merfmphn33abzxcjfs",
        "/en/comparison?id=049ce5tdjkr26mgykemsdjyjrc&id=1f5hdz3jjxr621xj22y4kxmw68", "/merkliste", "/en/list", "/merkliste?id=049ce5tdjkr26mgykemsdjyjrc&id=1f5hdz3jjxr621xj22y4kxmw68&q=Bus",
        "/meine-kommune", "/en/my-municipality", "/meine-kommune?q=burgst", "/meine-kommune/14522060", "/en/my-municipality/14522060", "/meine-kommune/14522060?w.population=3&w.type=0",
        "/meine-kommune/14522", "/meine-kommune/methode", "/en/my-municipality/method",
        "/themen", "/en/topics", "/themen/wirtschaft-und-arbeit", "/en/topics/wirtschaft-und-arbeit",
        "/impressum", "/en/imprint", "/datenschutz", "/en/privacy", "/barrierefreiheit", "/en/accessibility", "/leichte-sprache",
        "/ueber", "/en/about", "/methode", "/en/method",
    ];

    /// <summary>All of them, for <c>[MemberData]</c>.</summary>
    public static TheoryData<string> All =>
    [
        .. _fixed,
        .. from type in _types from culture in new[] { "de", "en" } select $"full:{type}:{culture}",
        .. _types.Select(type => $"short:{type}:de"),
    ];

    /// <summary>The path that an address of <see cref="All"/> stands for.</summary>
    public static async Task<string> PathOfAsync(this SamplePortal portal, string address)
    {
        if (address.StartsWith('/'))
        {
            return address;
        }

        var parts = address.Split(':');
        var items = (await portal.ItemsAsync()).Where(item => item.ContentType == parts[1] && item.Culture == parts[2] && item.Path is not null).ToList();
        Assert.NotEmpty(items);
        var byLength = items.OrderBy(item => item.Content.GetRawText().Length).ToList();
        return "/" + (parts[0] == "full" ? byLength[^1] : byLength[0]).Path;
    }
}
