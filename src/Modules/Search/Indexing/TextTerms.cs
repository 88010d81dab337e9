using Zukunftswerkstatt.Search.Analysis;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>Texts of a document → terms of its two text fields, and the lengths that scoring divides by.</summary>
internal sealed class TextTerms
{
    /// <summary>Words of one document that are read; the rest of a longer document cannot be found.</summary>
    public const int MaxWords = 50_000;

    /// <summary>Positions between two texts, so that no phrase spans them.</summary>
    internal const int Gap = 100;

    private readonly bool _filling;
    private readonly IndexedWords _words;
    private int _increment;
    private int _read;

    /// <param name="tools">What is known of the languages.</param>
    /// <param name="filling">Whether nothing is learnt any more, so that a word read once is read for good.</param>
    public TextTerms(LanguageTools tools, bool filling)
    {
        _filling = filling;
        _words = new IndexedWords(tools, Table);
    }

    /// <summary>Where all terms are from.</summary>
    public TermTable Table { get; } = new();

    public TermBuffer Stems { get; } = new();

    public TermBuffer Forms { get; } = new();

    /// <summary>What the document's names are found by while they are typed; filled by the maker.</summary>
    public TermBuffer Names { get; } = new();

    public int Length { get; private set; }

    /// <summary>Words of the title's main part.</summary>
    public int TitleLength { get; private set; }

    public void Clear()
    {
        Stems.Clear();
        Forms.Clear();
        Names.Clear();
        (Length, TitleLength, _increment, _read) = (0, 0, 1, 0);
        if (!_filling)
        {
            Forget();
        }
    }

    /// <summary>Forgets words and terms; those handed out before are of no <see cref="Table"/> any more.</summary>
    public void Forget()
    {
        _words.Forget();
        Table.Clear();
    }

    public void Add(Language language, string text, TextRole role, int weight)
    {
        var normalized = text.Normalized();
        var scanner = new WordScanner(normalized);
        Span<char> joined = stackalloc char[Spelling.MaxLength];
        var mainEnd = role == TextRole.Title ? MainTitle.End(normalized) : 0;
        var inGroup = false;
        while (_read < MaxWords && scanner.MoveNext())
        {
            _read++;
            var main = scanner.Start < mainEnd;
            Add(_words.Find(language, scanner.Word), role, weight, _increment, main);
            TitleLength += main ? 1 : 0;
            _increment = 1;
            if (scanner.JoinsNext && !inGroup && JoinedWord.Read(scanner, joined, out _) is > 0 and var length)
            {
                Add(_words.Find(language, joined[..length]), role, weight, 0, main);
            }

            inGroup = scanner.JoinsNext;
        }

        _increment = Gap;
    }

    private void Add(IndexedWord word, TextRole role, int weight, int increment, bool mainTitle)
    {
        if (word.IsEmpty)
        {
            return;
        }

        Stems.Add(word.Stem, weight, increment);
        if (word.Folded is { } folded)
        {
            Forms.Add(folded, weight, 1);
        }

        if (role < TextRole.Body)
        {
            Forms.Add(word.Exact, 1, 1);
        }

        switch (role)
        {
            case TextRole.Title:
                AddName(word.TitleStem, word.Folded is null ? null : word.TitleFolded, mainTitle ? IndexFields.TitleMark.Main : IndexFields.TitleMark.Word);
                foreach (var part in word.TitleParts)
                {
                    Forms.Add(part, IndexFields.TitleMark.Part, 1);
                }

                break;

            case TextRole.Alias:
                AddName(word.AliasStem, word.Folded is null ? null : word.AliasFolded, 1);
                break;
        }

        foreach (var part in word.Parts)
        {
            Forms.Add(part, weight, 1);
        }

        Length += weight;
    }

    private void AddName(IndexTerm stem, IndexTerm? folded, int times)
    {
        Forms.Add(stem, times, 1);
        if (folded is not null)
        {
            Forms.Add(folded, times, 1);
        }
    }
}

/// <summary>What an entry is called, as against what a subtitle adds: Bürgerbus Mulde – Mobilität für alle.</summary>
internal static class MainTitle
{
    private static readonly string[] _signs = [": ", " : ", " – ", " — ", " - ", " | ", ". "];

    /// <summary>Offset behind the main part.</summary>
    public static int End(string title)
    {
        var end = title.Length;
        foreach (var sign in _signs)
        {
            // Not so near the beginning that what is left is no title: "Titel: …", "1. Bericht".
            var at = title.IndexOf(sign, Math.Min(8, title.Length), StringComparison.Ordinal);
            end = at >= 0 ? Math.Min(end, at) : end;
        }

        return end;
    }
}
