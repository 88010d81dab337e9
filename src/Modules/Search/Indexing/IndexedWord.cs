using Zukunftswerkstatt.Search.Analysis;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>A word as it was written, and the terms it is found by, with their marks (<see cref="IndexFields"/>).</summary>
internal sealed class IndexedWord
{
    private readonly string _exact;
    private readonly string _folded;
    private readonly string _stem;

    private readonly TermTable _terms;

    private IndexTerm? _exactTerm;
    private IndexTerm? _titleStem;
    private IndexTerm? _titleFolded;
    private IndexTerm[]? _titleParts;
    private IndexTerm? _aliasStem;
    private IndexTerm? _aliasFolded;

    public IndexedWord(Language language, LanguageTools tools, TermTable terms, in WordForms forms)
    {
        _terms = terms;
        (_exact, _folded, _stem) = (forms.Exact.ToString(), forms.Folded.ToString(), forms.Stem.ToString());
        Stem = _terms.Find('\0', _stem);
        Folded = _folded.Length == 0 ? null : _terms.Find(IndexFields.Folded, _folded);
        Parts = [.. tools.Parts(language, _exact).Select(part => _terms.Find(IndexFields.Part, language.Stem(part)))];
    }

    /// <summary>A word of nothing but marks has no terms.</summary>
    public bool IsEmpty => _exact.Length == 0;

    /// <summary>Without a mark.</summary>
    public IndexTerm Stem { get; }

    /// <summary>Null when it is the same as the stem.</summary>
    public IndexTerm? Folded { get; }

    /// <summary>Stems of the parts of a compound.</summary>
    public IndexTerm[] Parts { get; }

    public IndexTerm Exact => _exactTerm ??= _terms.Find(IndexFields.Exact, _exact);

    /// <summary>Stem under the mark of a title.</summary>
    public IndexTerm TitleStem => _titleStem ??= _terms.Find(IndexFields.InTitle, _stem);

    /// <summary>Parts but the last under the mark of a title: Klimaschutz is about Klima; what its last part names is a kind of everything.</summary>
    public IndexTerm[] TitleParts => _titleParts ??= [.. Parts.SkipLast(1).Select(part => _terms.Find([(byte)IndexFields.InTitle, .. part.Bytes.AsSpan(1)]))];

    /// <summary>Stem under the mark of another name.</summary>
    public IndexTerm AliasStem => _aliasStem ??= _terms.Find(IndexFields.InAlias, _stem);

    /// <summary>Folded stem under the mark of a title; only if there is a <see cref="Folded"/>.</summary>
    public IndexTerm TitleFolded => _titleFolded ??= _terms.Find(IndexFields.InTitle, _folded);

    /// <summary>Folded stem under the mark of another name; only if there is a <see cref="Folded"/>.</summary>
    public IndexTerm AliasFolded => _aliasFolded ??= _terms.Find(IndexFields.InAlias, _folded);
}

/// <summary>
/// Words met before and their terms: most words of a text are among the commonest few thousand, and reading, stemming and splitting one costs
/// ten times as much as finding it here. Not thread-safe.
/// </summary>
/// <param name="tools">What is known of the languages.</param>
/// <param name="terms">Where the terms are from.</param>
internal sealed class IndexedWords(LanguageTools tools, TermTable terms)
{
    /// <summary>About 15 MB; beyond it the table begins anew.</summary>
    private const int Most = 40_000;

    private readonly Dictionary<string, IndexedWord>[] _words = [.. Language.All.Select(_ => new Dictionary<string, IndexedWord>(StringComparer.Ordinal))];

    /// <param name="language">Of the text.</param>
    /// <param name="written">The word as written.</param>
    public IndexedWord Find(Language language, ReadOnlySpan<char> written)
    {
        var words = _words[language.Index];
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(written, out var word))
        {
            return word;
        }

        if (words.Count >= Most)
        {
            words.Clear();
        }

        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        language.Read(written, ref forms);
        return known[written] = new IndexedWord(language, tools, terms, forms);
    }

    /// <summary>What was learnt since may split a word otherwise.</summary>
    public void Forget()
    {
        foreach (var words in _words)
        {
            words.Clear();
        }
    }
}
