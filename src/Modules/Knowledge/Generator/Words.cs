using System.Collections.Frozen;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Grammatical gender.</summary>
internal enum Gender
{
    Masculine,
    Feminine,
    Neuter,
}

/// <summary>A compound noun: „Bürgerbus“.</summary>
internal sealed record Noun(string Word, Gender Gender, string Plural);

/// <summary>
/// The generator's vocabulary (<c>words.txt</c>): tens of thousands of compounds of a first and a second part, a few very common and most
/// of them rare, and lists of phrases.
/// </summary>
internal sealed class Words
{
    // Coprime to every possible number of compounds of the list: spreads the frequent ranks over all first and second parts.
    private const long Stride = 1_000_003;

    private readonly string[] _modifiers;
    private readonly (string Word, Gender Gender, string Plural)[] _heads;
    private readonly FrozenDictionary<string, string[]> _lists;

    private Words(Dictionary<string, List<string>> sections)
    {
        _modifiers = [.. sections["modifiers"].SelectMany(line => line.Split(' ')).Distinct()];
        _heads = [.. sections["heads"].Select(line => line.Split(' ')).Select(head => (head[0], ParseGender(head[1]), head[2]))];
        _lists = new[] { ("causes", ' '), ("people", '|'), ("places", '|'), ("syllables", ' '), ("endings", ' ') }
            .ToFrozenDictionary(list => list.Item1, list => sections[list.Item1].SelectMany(line => line.Split(list.Item2)).ToArray());
    }

    /// <summary>How many compounds there are.</summary>
    public int NounCount => _modifiers.Length * _heads.Length;

    public string[] Causes => _lists["causes"];

    public string[] People => _lists["people"];

    public string[] Places => _lists["places"];

    public static Words Load() => new(TextSections.Read("words.txt"));

    /// <summary>The compound of a rank.</summary>
    public Noun Noun(int rank)
    {
        var at = (int)(rank * Stride % NounCount);
        var (word, gender, plural) = _heads[at % _heads.Length];
        var modifier = _modifiers[at / _heads.Length];
        return modifier.EndsWith('-')
            ? new Noun(modifier + Capital(word), gender, modifier + plural)
            : new Noun(modifier + word, gender, modifier + plural.ToLowerInvariant());
    }

    /// <summary>An invented name of a farm or house: „Lindenfeld“.</summary>
    public string Name(Dice dice) => dice.Of(_lists["syllables"]) + dice.Of(_lists["endings"]);

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static Gender ParseGender(string letter) => letter switch
    {
        "m" => Gender.Masculine,
        "f" => Gender.Feminine,
        _ => Gender.Neuter,
    };
}
