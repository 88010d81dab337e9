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
        SearchNames.Licence => language.Pick("Lizenz", "Licence"),
        SearchNames.Language => language.Pick("Sprache des Eintrags", "Language of the entry"),
        SearchNames.Measure => language.Pick("Maßnahme", "Measure"),
        SearchNames.Organisation => "Organisation",
        _ => facet,
    };

    private string? Term(string vocabulary, string slug) =>
        vocabularies.BySlug(slug) is { } term && term.Vocabulary == vocabulary ? term.Label(language.Code) : null;

    private static string? Known(string label, string code) => label == code && !label.StartsWith("CC", StringComparison.Ordinal) ? null : label;
}
