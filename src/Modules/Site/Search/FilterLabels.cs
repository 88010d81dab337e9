using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Search;

/// <summary>What people call the codes of filters. One per request; it looks at snapshots only.</summary>
internal sealed class FilterLabels(Language language, VocabularySet vocabularies, FactorCatalogue factors, RegionSnapshot regions)
{
    public RegionSnapshot Regions => regions;

    public Language Language => language;

    /// <summary>The label of a value, or <c>null</c> when the portal does not know the code.</summary>
    public string? Of(string facet, string code) => facet switch
    {
        SearchNames.Region => regions.Find(code)?.Name,
        SearchNames.Topic => Term(VocabularyKeys.Topics, code),
        SearchNames.Goal => Term(VocabularyKeys.Goals, code),
        SearchNames.Kind => Term(VocabularyKeys.Kinds, code),
        SearchNames.Scope => Term(VocabularyKeys.Scopes, code),
        SearchNames.Group => Term(VocabularyKeys.Groups, code),
        SearchNames.RegionType => (RegionSchemes.KreisTypes.Value(code) ?? RegionSchemes.MunicipalityTypes.Value(code))?.Label.In(language.Culture),
        SearchNames.Size => RegionSchemes.SizeClasses.Value(code)?.Label.In(language.Culture),
        SearchNames.Grade => code is ['0' or '1' or '2' or '3' or '4'] ? Labels.Grade(language, code[0] - '0') : null,
        SearchNames.Factor => factors.BySlug(code)?.In(language.Code).Title,
        SearchNames.Effect => Known(Labels.Effect(language, code), code),
        SearchNames.Outcome => Known(Labels.Outcome(language, code), code),
        SearchNames.FindingKind => Known(Labels.FindingKind(language, code), code),
        SearchNames.Year => code.Length == 4 && code.All(char.IsAsciiDigit) ? code : null,
        SearchNames.Carrier when code != Requirements.Unknown => Term(VocabularyKeys.CarrierTypes, code),
        _ when Requirements.Contains(facet) => Step(facet, code),
        SearchNames.Licence => Known(Labels.Licence(language, code), code),
        SearchNames.Language => Known(Labels.ContentLanguage(language, code), code),
        _ => null,
    };

    /// <summary>Heading of a facet.</summary>
    public string Legend(string facet) => facet switch
    {
        SearchNames.Region => language.Pick("Ort", "Place"),
        SearchNames.Topic => language.Pick("Handlungsfeld", "Field of action"),
        SearchNames.Goal => language.Pick("Projektziel", "Goal"),
        SearchNames.Kind => language.Pick("Projektart", "Kind of project"),
        SearchNames.Scope => language.Pick("Gebietsbezug", "Scope"),
        SearchNames.Group => language.Pick("Zielgruppe", "Target group"),
        SearchNames.RegionType => language.Pick("Regionstyp", "Type of region"),
        SearchNames.Size => language.Pick("Größe der Gemeinde", "Size of municipality"),
        SearchNames.Grade => language.Pick("Beleg", "Evidence"),
        SearchNames.Factor => language.Pick("Erfolgsfaktor", "Success factor"),
        SearchNames.Effect => language.Pick("Wirkung", "Effect"),
        SearchNames.Outcome => language.Pick("Was wurde daraus?", "What became of it?"),
        SearchNames.FindingKind => language.Pick("Art des Befunds", "Kind of finding"),
        SearchNames.Year => language.Pick("Beginn", "Begin"),
        SearchNames.Staff => language.Pick("Stellen", "Posts"),
        SearchNames.Cost => language.Pick("Kosten im Jahr", "Cost per year"),
        SearchNames.Minimum => language.Pick("Mindestgröße der Gemeinde", "Least size of municipality"),
        SearchNames.Carrier => language.Pick("Rechtsform des Trägers", "Legal form of the carrier"),
        SearchNames.Resolution => language.Pick("Beschluss des Rates", "Council resolution"),
        SearchNames.Months => language.Pick("Erste Wirkung", "First effect"),
        SearchNames.Licence => language.Pick("Lizenz", "Licence"),
        SearchNames.Language => language.Pick("Sprache des Eintrags", "Language of the entry"),
        SearchNames.Measure => language.Pick("Maßnahme", "Measure"),
        SearchNames.Organisation => "Organisation",
        _ => facet,
    };

    /// <summary>The label of a chosen value where it stands alone: „Stellen: keine Angabe“.</summary>
    public string? Alone(string facet, string code) => Of(facet, code) is { } label && Requirements.Contains(facet) ? $"{Legend(facet)}: {label}" : Of(facet, code);

    private string? Step(string facet, string code) => (facet, code) switch
    {
        (_, Requirements.Unknown) => language.Pick("keine Angabe", "not stated"),
        (SearchNames.Staff, "none") => language.Pick("keine eigene Stelle", "no post of its own"),
        (SearchNames.Staff, "lt1") => language.Pick("weniger als eine", "less than one"),
        (SearchNames.Staff, "1-2") => language.Pick("eine bis zwei", "one to two"),
        (SearchNames.Staff, "gt2") => language.Pick("mehr als zwei", "more than two"),
        (SearchNames.Cost, "lt10000") => language.Pick("unter 10.000 Euro", "under €10,000"),
        (SearchNames.Cost, "10000-50000") => language.Pick("10.000 bis unter 50.000 Euro", "€10,000 to under €50,000"),
        (SearchNames.Cost, "50000-200000") => language.Pick("50.000 bis unter 200.000 Euro", "€50,000 to under €200,000"),
        (SearchNames.Cost, "ge200000") => language.Pick("200.000 Euro und mehr", "€200,000 and more"),
        (SearchNames.Minimum, "le2000") => language.Pick("bis 2.000 Einwohner", "up to 2,000 inhabitants"),
        (SearchNames.Minimum, "2000-5000") => language.Pick("über 2.000 bis 5.000 Einwohner", "over 2,000 to 5,000 inhabitants"),
        (SearchNames.Minimum, "5000-20000") => language.Pick("über 5.000 bis 20.000 Einwohner", "over 5,000 to 20,000 inhabitants"),
        (SearchNames.Minimum, "gt20000") => language.Pick("über 20.000 Einwohner", "over 20,000 inhabitants"),
        (SearchNames.Resolution, "required") => language.Pick("nötig", "required"),
        (SearchNames.Resolution, "not-required") => language.Pick("nicht nötig", "not required"),
        (SearchNames.Months, "le6") => language.Pick("nach höchstens 6 Monaten", "after 6 months at most"),
        (SearchNames.Months, "6-12") => language.Pick("nach 7 bis 12 Monaten", "after 7 to 12 months"),
        (SearchNames.Months, "12-24") => language.Pick("nach 13 bis 24 Monaten", "after 13 to 24 months"),
        (SearchNames.Months, "gt24") => language.Pick("nach mehr als 24 Monaten", "after more than 24 months"),
        _ => null,
    };

    private string? Term(string vocabulary, string slug) =>
        vocabularies.BySlug(slug) is { } term && term.Vocabulary == vocabulary ? term.Label(language.Code) : null;

    private static string? Known(string label, string code) => label == code && !label.StartsWith("CC", StringComparison.Ordinal) ? null : label;
}
