using Zukunftswerkstatt.Knowledge;

namespace Zukunftswerkstatt.Site.Display;

/// <summary>
/// Words for the codes that are stored in content and index. The codes are the vocabulary of the content types
/// (<c>domain.recipe.json</c>); a code that is not listed is shown as it is, never dropped.
/// </summary>
internal static class Labels
{
    /// <summary>Evidence grade 0–4.</summary>
    public static string Grade(Language language, int grade) => grade switch
    {
        0 => language.Pick("keine Angabe", "not stated"),
        1 => language.Pick("Selbstauskunft", "self-reported"),
        2 => language.Pick("dokumentiert", "documented"),
        3 => language.Pick("extern geprüft", "externally evaluated"),
        4 => language.Pick("mehrfach bestätigt", "confirmed several times"),
        _ => grade.ToString(language.Culture),
    };

    public static string Effect(Language language, string code) => code switch
    {
        FactorEffects.Promoting => language.Pick("förderlich", "promoting"),
        FactorEffects.Hindering => language.Pick("hemmend", "hindering"),
        FactorEffects.Neutral => language.Pick("ohne Wirkung", "no effect"),
        _ => code,
    };

    public static string Outcome(Language language, string code) => code switch
    {
        "continued" => language.Pick("läuft weiter", "continued"),
        "changed" => language.Pick("läuft verändert weiter", "continued in another form"),
        "discontinued" => language.Pick("eingestellt", "discontinued"),
        "unknown" => language.Pick("unbekannt", "unknown"),
        _ => code,
    };

    /// <summary>Kind of a workshop finding, one of them.</summary>
    public static string FindingKind(Language language, string code) => code switch
    {
        "challenge" => language.Pick("Herausforderung", "Challenge"),
        "approach" => language.Pick("Ansatz", "Approach"),
        "idea" => language.Pick("Idee", "Idea"),
        "success-factor" => language.Pick("Erfolgsfaktor", "Success factor"),
        "obstacle" => language.Pick("Hürde", "Obstacle"),
        "open-question" => language.Pick("offene Frage", "Open question"),
        "agreement" => language.Pick("Vereinbarung", "Agreement"),
        _ => code,
    };

    /// <summary>Kind of a workshop finding, as the heading of several.</summary>
    public static string FindingKinds(Language language, string code) => code switch
    {
        "challenge" => language.Pick("Herausforderungen", "Challenges"),
        "approach" => language.Pick("Ansätze", "Approaches"),
        "idea" => language.Pick("Ideen", "Ideas"),
        "success-factor" => language.Pick("Erfolgsfaktoren", "Success factors"),
        "obstacle" => language.Pick("Hürden", "Obstacles"),
        "open-question" => language.Pick("Offene Fragen", "Open questions"),
        "agreement" => language.Pick("Vereinbarungen", "Agreements"),
        _ => code,
    };

    /// <summary>The order in which a workshop's findings are told: from what presses to what was agreed.</summary>
    public static readonly IReadOnlyList<string> FindingKindOrder =
        ["challenge", "obstacle", "success-factor", "approach", "idea", "agreement", "open-question"];

    public static string Licence(Language language, string code) => code switch
    {
        "cc-by-4.0" => "CC BY 4.0",
        "cc0-1.0" => "CC0 1.0",
        "dl-de-by-2.0" => language.Pick("Datenlizenz Deutschland – Namensnennung – 2.0", "Data licence Germany – attribution – 2.0"),
        "dl-de-zero-2.0" => language.Pick("Datenlizenz Deutschland – Zero – 2.0", "Data licence Germany – Zero – 2.0"),
        _ => code,
    };

    public static string ContentLanguage(Language language, string code) => code switch
    {
        "de" => language.Pick("Deutsch", "German"),
        "en" => language.Pick("Englisch", "English"),
        _ => code,
    };

    public static string EventStatus(Language language, string code) => code switch
    {
        "planned" => language.Pick("geplant", "planned"),
        "cancelled" => language.Pick("abgesagt", "cancelled"),
        "past" => language.Pick("vorbei", "past"),
        _ => code,
    };
}
