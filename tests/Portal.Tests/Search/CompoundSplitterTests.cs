using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Search.Analysis;

namespace Zukunftswerkstatt.Portal.Tests.Search;

/// <summary>What is learnt from the sample content and the synonyms alone, without a word list.</summary>
public sealed class CompoundSplitterTests
{
    /// <summary>Compounds of the field as a speaker splits them; where there are two good ways, both.</summary>
    private const string Compounds = """
        Bürgerbus: buerger|bus
        Dorfladen: dorf|laden
        Mehrgenerationenhaus: mehr|generationen|haus
        Rückkehragentur: rueckkehr|agentur
        Fachkräftesicherung: fachkraefte|sicherung / fach|kraefte|sicherung
        Daseinsvorsorge: dasein|vorsorge
        Nahversorgung: nah|versorgung
        Pendlerparkplatz: pendler|parkplatz / pendler|park|platz
        Gemeindeschwester: gemeinde|schwester
        Ärztemangel: aerzte|mangel
        Leerstandskataster: leerstand|kataster
        Jugendbeteiligung: jugend|beteiligung
        Seniorengenossenschaft: senioren|genossenschaft
        Wohnraumanpassung: wohnraum|anpassung / wohnen|raum|anpassung
        Willkommenslotse: willkommen|lotse
        Vereinsförderung: verein|foerderung
        Bildungslandschaft: bildung|landschaft
        Gesundheitszentrum: gesundheit|zentrum
        Mitfahrbank: mitfahren|bank
        Dorfgemeinschaftshaus: dorf|gemeinschaft|haus / dorfgemeinschaft|haus
        Ortskernbelebung: ortskern|belebung / ort|kern|belebung / orts|kern|belebung
        Zuzugsmarketing: zuzug|marketing
        Ehrenamtskarte: ehrenamt|karte
        Bevölkerungsrückgang: bevoelkerung|rueckgang
        Kinderbetreuung: kinder|betreuung
        Schulstandort: schule|standort
        Regionalbudget: regional|budget
        Standortfaktor: standort|faktor
        Arbeitskräftebedarf: arbeit|kraefte|bedarf / arbeitskraefte|bedarf
        Zukunftswerkstatt: zukunft|werkstatt
        """;

    private const string Whole =
        "Gemeinde Verwaltung Wirtschaft Gesellschaft Landschaft Veranstaltung Beteiligung Erfahrung Unternehmen Entwicklung Förderung Beratung Betreuung Ausbildung Verein Ergebnis "
        + "Initiative Organisation Information Kommunikation Finanzierung Digitalisierung Sanierung Mobilität Universität Qualität Identität Kultur Natur Region Stiftung Wohnung Zeitung "
        + "Sitzung Rechnung Leitung Planung Lösung Wirkung Prüfung Gründung Nutzung Bevölkerung Einrichtung Untersuchung Unterstützung Zusammenarbeit Vertrauen Gespräch Ereignis "
        + "Bürgermeisterin Lehrerinnen Besucherinnen Jugendliche Freiwillige Ehrenamtliche Interessierte Beschäftigte Selbstständige Angehörige Teilnehmende Studierende Geflüchtete "
        + "Vorhaben Vorbild Vorlage Vortrag Verfahren Verbindung Vereinbarung Verantwortung Versammlung Vergleich Vermittlung Verbesserung Auswertung Auskunft Ausstellung Aufgabe Auftrag "
        + "Einwohner Eigentümer Eigentum Anspruch Antrag Anfrage Angebot Ansprechpartnerin Abschluss Abstimmung Nachfrage Nachweis Hindernis Verhältnis Geheimnis Dienstag Samstag September November Genossenschaft Nachbarschaft";

    private static readonly CompoundSplitter _splitter = Learnt();

    [Fact]
    public void Compounds_of_the_field_are_split_as_a_speaker_would()
    {
        var wrong = Compounds.Split('\n').Select(line => line.Split(": ")).Where(c => !c[1].Split(" / ").Contains(Split(c[0]))).Select(c => $"{c[0]}: {Split(c[0])}").ToArray();
        Assert.True(wrong.Length <= 3, string.Join(", ", wrong));
    }

    [Fact]
    public void A_hundred_words_that_are_no_compounds_stay_whole()
    {
        var words = Whole.Split(' ');
        Assert.True(words.Length >= 100, $"{words.Length} words");
        var split = words.Select(w => (w, Split(w))).Where(w => w.Item2.Length > 0).Select(w => $"{w.w}: {w.Item2}").ToArray();
        Assert.True(split.Length == 0, string.Join(", ", split));
    }

    [Fact]
    public void A_word_list_teaches_what_the_texts_do_not()
    {
        Assert.Equal("", Split("Kernfusionsreaktor"));
        var tools = new LanguageTools(new KnownWords([], ["Kernfusion", "Reaktor"]));
        Assert.Equal(["kernfusion", "reaktor"], tools.Parts(Language.German, "kernfusionsreaktor"));
    }

    private static string Split(string word)
    {
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        Language.German.Read(word, ref forms);
        return string.Join('|', _splitter.Split(forms.Exact));
    }

    private static CompoundSplitter Learnt()
    {
        var vocabulary = new Vocabulary();
        foreach (var word in Synonyms.Of(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "synonyms.txt"))).Words)
        {
            vocabulary.Add(Language.German, word, CompoundSplitter.ShortPartDocuments);
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Recipes"), "*.recipe.json").Order())
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var item in json.RootElement.GetProperty("steps").EnumerateArray().Where(s => s.TryGetProperty("data", out _)).SelectMany(s => s.GetProperty("data").EnumerateArray()))
            {
                if (!(item.TryGetProperty("LocalizationPart", out var part) && part.TryGetProperty("Culture", out var culture) && culture.GetString() == "en"))
                {
                    vocabulary.Learn(Language.German, Texts(item, ""));
                }
            }
        }

        return new CompoundSplitter(vocabulary);
    }

    private static IEnumerable<string> Texts(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value, p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Texts(e, name)),
        JsonValueKind.String when name is "Text" or "Markdown" or "Title" or "Values" or "DisplayText" => [element.GetString()!],
        _ => [],
    };
}
