namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>
/// Words that mean the same to a reader. A group is a line of words or phrases separated by commas; with <c>&gt;</c> after the first, the
/// others are found for it but not it for them (Nahverkehr &gt; Rufbus). <c>#</c> begins a comment. A word finds the members of its own groups,
/// not the members of their groups: synonyms of synonyms drift, and cycles do no harm.
/// </summary>
internal sealed class Synonyms
{
    /// <summary>Others that one word brings in at most.</summary>
    internal const int MaxExpansions = 12;

    /// <summary>Words of a phrase that is recognised in a query.</summary>
    internal const int MaxWords = 4;

    private readonly Dictionary<string, SynonymsOf>[] _byStem;

    private Synonyms(Dictionary<string, SynonymsOf>[] byStem, IReadOnlyList<string> words) => (_byStem, Words) = (byStem, words);

    public static Synonyms None { get; } = Of([]);

    /// <summary>All words of all groups, as written.</summary>
    public IReadOnlyList<string> Words { get; }

    public SynonymsOf Of(Language language, string stem) => _byStem[language.Index].GetValueOrDefault(stem) ?? SynonymsOf.None;

    /// <param name="lines">Groups for German; for English those of a line that begins with <c>en:</c>.</param>
    public static Synonyms Of(IEnumerable<string> lines)
    {
        var collected = Language.All.Select(_ => new Dictionary<string, List<string>>(StringComparer.Ordinal)).ToArray();
        var words = new List<string>();
        foreach (var line in lines.Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0))
        {
            var language = line.StartsWith("en:", StringComparison.Ordinal) ? Language.English : Language.German;
            var text = language == Language.English ? line[3..] : line;
            var oneWay = text.Contains('>', StringComparison.Ordinal);
            var members = text.Split([',', '>'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            foreach (var member in oneWay ? members.Take(1) : members)
            {
                if (Key(language, member) is not { Length: > 0 } key)
                {
                    continue;
                }

                var others = collected[language.Index].TryGetValue(key, out var known) ? known : collected[language.Index][key] = [];
                others.AddRange(members.Where(other => Key(language, other) != key && !others.Contains(other)));
            }

            if (language == Language.German)
            {
                words.AddRange(members.SelectMany(m => m.Split(' ')));
            }
        }

        return new Synonyms(
            [.. collected.Select((groups, i) => groups.ToDictionary(g => g.Key, g => SynonymsOf.From(Language.All[i], g.Value), StringComparer.Ordinal))],
            [.. words.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Stems of a word or phrase, with spaces between.</summary>
    internal static string Key(Language language, string text)
    {
        var stems = new List<string>();
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        var scanner = new WordScanner(text.Normalized());
        while (scanner.MoveNext())
        {
            language.Read(scanner.Word, ref forms);
            stems.Add(forms.Stem.ToString());
        }

        return string.Join(' ', stems);
    }
}

/// <summary>What means the same as one word or phrase.</summary>
/// <param name="Words">Stems.</param>
/// <param name="Phrases">Several words each, as written.</param>
internal sealed record SynonymsOf(IReadOnlyList<string> Words, IReadOnlyList<string> Phrases)
{
    public static SynonymsOf None { get; } = new([], []);

    public static SynonymsOf From(Language language, IEnumerable<string> members)
    {
        var some = members.Take(Synonyms.MaxExpansions).ToLookup(m => Synonyms.Key(language, m).Contains(' ', StringComparison.Ordinal));
        return new([.. some[false].Select(m => Synonyms.Key(language, m)).Distinct()], [.. some[true]]);
    }
}
