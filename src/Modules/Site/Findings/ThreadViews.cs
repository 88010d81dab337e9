using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Findings;

/// <summary>The thread Workshop → Befund → Erfolgsfaktor → Initiative, seen from one of its stations.</summary>
internal static class ThreadViews
{
    /// <summary>The four stations; <c>here</c> is Workshop or Finding, the addresses belong to the other three in order.</summary>
    public static IReadOnlyList<StationView> At(
        string here, Language language, int workshops, int findings, int factors, int initiatives, string note, string? first, string? second, string? third)
    {
        var atWorkshop = here == "Workshop";
        return
        [
            new(language.Pick(atWorkshop || workshops == 1 ? "Workshop" : "Workshops", workshops == 1 ? "Workshop" : "Workshops"), language.Number(workshops), atWorkshop ? note : Note(workshops, language.Pick("dort gesagt", "where it was said"), language), atWorkshop ? null : first, atWorkshop),
            new(language.Pick(findings == 1 ? "Befund" : "Befunde", findings == 1 ? "Finding" : "Findings"), language.Number(findings), atWorkshop ? Note(findings, language.Pick("dort festgehalten", "recorded there"), language) : note, atWorkshop ? first : null, !atWorkshop),
            new(language.Pick(factors == 1 ? "Erfolgsfaktor" : "Erfolgsfaktoren", factors == 1 ? "Success factor" : "Success factors"), language.Number(factors), Note(factors, language.Pick("daraus gewonnen", "drawn from it"), language), second, false),
            new(language.Pick(initiatives == 1 ? "Initiative" : "Initiativen", initiatives == 1 ? "Initiative" : "Initiatives"), language.Number(initiatives), Note(initiatives, language.Pick("dabei im Blick", "in view"), language), third, false),
        ];
    }

    private static string Note(int count, string known, Language language) => count == 0 ? language.Pick("noch nicht erfasst", "not recorded yet") : known;
}
