using System.Collections.Concurrent;

namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>
/// Words of the portal's own texts that German derives from the same root: statistisch of Statistik, ländlich of Land, optimieren of
/// Optimierung. Librarians and town halls search with nouns where texts use the adjective or the verb. Within a family endings stand in for one
/// another; only what some document has is derived. For queries only: what is learnt later needs no new index.
/// </summary>
internal sealed class Derivations(Vocabulary words)
{
    /// <summary>Words of a root that are searched besides; each is a posting list to read.</summary>
    internal const int Most = 4;

    private const int MinRoot = 4;
    private const int MaxRemembered = 50_000;

    /// <summary>Endings of stems that take each other's place; an empty one is the bare root.</summary>
    private static readonly string[][] _families =
    [
        ["ik", "iker", "isch", "i"],
        ["ation", "ator", "iert", "ier", "ierung", "ativ"],
        ["isierung", "isiert", "isier", ""],
        ["", "isch", "lich", "ig", "al", "ell"],
        ["", "heit", "keit", "itaet"],
        ["ig", "igkeit"],
        ["bar", "barkeit"],
        ["ung", "", "t", "end", "bar"],
        ["ion", "or", "iv", "iert"],
        ["enz", "ent", "anz", "ant"],
        ["ismus", "ist", "istisch"],
    ];

    /// <summary>Inflection, so that the words of a stem are found in a vocabulary of whole words.</summary>
    private static readonly string[] _inflections = ["", "e", "en", "er", "es", "n", "s"];

    private readonly ConcurrentDictionary<string, string[]> _remembered = new(StringComparer.Ordinal);
    private int _wordsThen;

    /// <summary>Stems of derived words in precise spelling, the commonest first.</summary>
    /// <param name="stem">Precise spelling.</param>
    public string[] Of(string stem)
    {
        // What was learnt since may add some; a few words more add hardly any.
        if (words.Count > _wordsThen + (_wordsThen / 64) || _remembered.Count > MaxRemembered)
        {
            _remembered.Clear();
            _wordsThen = words.Count;
        }

        return _remembered.GetOrAdd(stem, Find);
    }

    private string[] Find(string stem)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var forms = _inflections.Select(ending => words.Find(stem + ending)).Where(word => word.Documents > 0).ToArray();
        var verb = forms.Length > 0 && !Array.Exists(forms, word => word.IsNoun);
        foreach (var family in _families)
        {
            foreach (var own in family)
            {
                if (stem.Length - own.Length < MinRoot || !stem.EndsWith(own, StringComparison.Ordinal))
                {
                    continue;
                }

                var root = stem[..^own.Length];
                foreach (var other in family.Where(ending => ending != own))
                {
                    // -ung makes nouns of verbs; a noun beside it is another word (Bild and Bildung, Zeit and Zeitung).
                    if (own.Length == 0 && other == "ung" && !verb)
                    {
                        continue;
                    }

                    var verbOnly = own == "ung" && other.Length == 0;
                    Add(found, root + other, verbOnly);
                    if (Umlaut(root) is { } changed)
                    {
                        Add(found, changed + other, verbOnly);
                    }
                }
            }
        }

        var same = Plain(stem);
        return [.. found.Where(f => Plain(f.Key) != same).OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Take(Most).Select(f => f.Key)];
    }

    private void Add(Dictionary<string, int> found, string derived, bool verbOnly)
    {
        if (found.ContainsKey(derived))
        {
            return;
        }

        var documents = 0;
        foreach (var ending in _inflections)
        {
            var written = derived + ending;
            var word = words.Find(written);
            if (word.Documents > 0 && !(verbOnly && word.IsNoun) && Language.German.Stem(written).SequenceEqual(derived))
            {
                documents += word.Documents;
            }
        }

        if (documents > 0)
        {
            found[derived] = documents;
        }
    }

    /// <summary>The root with its last vowel changed: stadt and staedt, haeus and haus; null without a vowel that changes.</summary>
    private static string? Umlaut(string root)
    {
        var at = root.LastIndexOfAny(['a', 'e', 'i', 'o', 'u']);
        if (at < 1)
        {
            return at == 0 && root[0] is 'a' or 'o' or 'u' ? root.Insert(1, "e") : null;
        }

        return root[at] switch
        {
            'e' when root[at - 1] is 'a' or 'o' or 'u' => root.Remove(at, 1),
            'u' when root[at - 1] == 'a' => root.Insert(at, "e"),
            'u' when root[at - 1] == 'e' && at > 1 && root[at - 2] == 'a' => root.Remove(at - 1, 1),
            'a' or 'o' or 'u' => root.Insert(at + 1, "e"),
            _ => null,
        };
    }

    /// <summary>Without umlauts, so that Städte is no derivation of Stadt: the folded spelling finds it already.</summary>
    private static string Plain(string stem) => stem.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);
}
