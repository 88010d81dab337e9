using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>What the sentences about one initiative have in common.</summary>
internal sealed record Setting(Noun Subject, string Place, string Kreis, IReadOnlyList<string> OtherPlaces, IReadOnlyList<string> Organisations);

/// <summary>
/// Sentences with slots (<c>sentences.txt</c>), by section. A slot in braces is a word list or a form of a noun: <c>{den}</c> is the
/// initiative's own noun with its article in the accusative, <c>{den2}</c> another noun, <c>{Die2}</c> a plural at the start of a sentence.
/// </summary>
internal sealed class Sentences
{
    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de-DE");

    private readonly Words _words;
    private readonly Zipf _nounRanks;
    private readonly FrozenDictionary<string, string[][]> _sections;

    public Sentences(Words words, Zipf nounRanks)
    {
        _words = words;
        _nounRanks = nounRanks;
        // Odd pieces are slots.
        _sections = TextSections.Read("sentences.txt").ToFrozenDictionary(
            section => section.Key, section => section.Value.Select(line => line.Replace("\\n", "\n", StringComparison.Ordinal).Split('{', '}')).ToArray());
    }

    /// <summary>So many different sentences of a section.</summary>
    public string Text(string section, int count, Setting setting, Dice dice)
    {
        var sentences = _sections[section];
        var text = new StringBuilder(160 * count);
        // Without repetition: a random start and a step coprime to the usual lengths.
        var at = dice.Below(sentences.Length);
        var step = sentences.Length % 7 == 0 ? 1 : 7;
        for (var i = 0; i < Math.Min(count, sentences.Length); i++, at = (at + step) % sentences.Length)
        {
            if (i > 0 && text[^1] != '\n')
            {
                text.Append(i % 3 == 0 ? "\n\n" : " ");
            }

            Append(text, sentences[at], setting, dice);
        }

        return text.ToString().TrimEnd('\n');
    }

    private void Append(StringBuilder text, string[] pieces, Setting setting, Dice dice)
    {
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 0)
            {
                text.Append(pieces[i]);
            }
            else
            {
                AppendSlot(text, pieces[i], setting, dice);
            }
        }
    }

    private void AppendSlot(StringBuilder text, string slot, Setting setting, Dice dice) => _ = slot switch
    {
        "ort" => text.Append(setting.Place),
        "ort2" => text.Append(dice.Of(setting.OtherPlaces)),
        "kreis" => text.Append(setting.Kreis),
        "orga" => text.Append(dice.Of(setting.Organisations)),
        "grund" => text.Append(dice.Of(_words.Causes)),
        "stelle" => text.Append(dice.Of(_words.Places)),
        "person" => text.Append(dice.Of(_words.People)),
        "Person" => text.Append(Words.Capital(dice.Of(_words.People))),
        "name" => text.Append(_words.Name(dice)),
        "jahr" => text.Append(dice.Between(2008, 2023)),
        "zahl" => text.Append(dice.Between(13, 240)),
        "klein" => text.Append(dice.Between(2, 12)),
        "prozent" => text.Append(dice.Between(8, 72)),
        "Prozent" => text.Append(dice.Between(13, 85)),
        "euro" => text.Append((dice.Between(4, 180) * 500).ToString("N0", _german)),
        "N2" => text.Append(Another(dice).Word),
        _ => AppendNoun(text, slot, setting, dice),
    };

    private StringBuilder AppendNoun(StringBuilder text, string slot, Setting setting, Dice dice)
    {
        var form = slot.TrimEnd('2');
        var noun = form == slot ? setting.Subject : Another(dice);
        var article = Article(form.ToLowerInvariant(), noun.Gender);
        text.Append(char.IsUpper(form[0]) ? Words.Capital(article) : article).Append(' ');
        return text.Append(form is "die" or "Die" ? noun.Plural : noun.Word);
    }

    private static string Article(string masculine, Gender gender) => (masculine, gender) switch
    {
        (_, Gender.Masculine) => masculine,
        ("die", _) => "die",
        ("der" or "den", Gender.Feminine) => "die",
        ("der" or "den", _) => "das",
        ("dem", Gender.Feminine) => "der",
        ("ein" or "einen", Gender.Feminine) => "eine",
        ("ein" or "einen", _) => "ein",
        ("einem", Gender.Feminine) => "einer",
        _ => masculine,
    };

    private Noun Another(Dice dice) => _words.Noun(_nounRanks.Draw(dice));
}
