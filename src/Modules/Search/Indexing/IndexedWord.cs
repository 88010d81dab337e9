using Zukunftswerkstatt.Search.Analysis;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>A word as it was written, and the terms it is found by, in UTF-8 with their marks (<see cref="IndexFields"/>).</summary>
internal sealed class IndexedWord
{
    private readonly string _exact;
    private readonly string _folded;
    private readonly string _stem;

    private byte[]? _exactTerm;
    private byte[]? _titleStem;
    private byte[]? _titleFolded;
    private byte[][]? _titleParts;
    private byte[]? _aliasStem;
    private byte[]? _aliasFolded;

    public IndexedWord(Language language, LanguageTools tools, in WordForms forms)
    {
        (_exact, _folded, _stem) = (forms.Exact.ToString(), forms.Folded.ToString(), forms.Stem.ToString());
        Stem = TermBuffer.Term('\0', _stem);
        Folded = _folded.Length == 0 ? null : TermBuffer.Term(IndexFields.Folded, _folded);
        Parts = [.. tools.Parts(language, _exact).Select(part => TermBuffer.Term(IndexFields.Part, language.Stem(part)))];
    }

    /// <summary>A word of nothing but marks has no terms.</summary>
    public bool IsEmpty => _exact.Length == 0;

    /// <summary>Without a mark.</summary>
    public byte[] Stem { get; }

    /// <summary>Null when it is the same as the stem.</summary>
    public byte[]? Folded { get; }

    /// <summary>Stems of the parts of a compound.</summary>
    public byte[][] Parts { get; }

    public byte[] Exact => _exactTerm ??= TermBuffer.Term(IndexFields.Exact, _exact);

    /// <summary>Stem under the mark of a title.</summary>
    public byte[] TitleStem => _titleStem ??= TermBuffer.Term(IndexFields.InTitle, _stem);

    /// <summary>Parts but the last under the mark of a title: Klimaschutz is about Klima; what its last part names is a kind of everything.</summary>
    public byte[][] TitleParts => _titleParts ??= [.. Parts.SkipLast(1).Select(part => (byte[])[(byte)IndexFields.InTitle, .. part.AsSpan(1)])];

    /// <summary>Stem under the mark of another name.</summary>
    public byte[] AliasStem => _aliasStem ??= TermBuffer.Term(IndexFields.InAlias, _stem);

    /// <summary>Folded stem under the mark of a title; only if there is a <see cref="Folded"/>.</summary>
    public byte[] TitleFolded => _titleFolded ??= TermBuffer.Term(IndexFields.InTitle, _folded);

    /// <summary>Folded stem under the mark of another name; only if there is a <see cref="Folded"/>.</summary>
    public byte[] AliasFolded => _aliasFolded ??= TermBuffer.Term(IndexFields.InAlias, _folded);
}

/// <summary>
/// Words met before and their terms: most words of a text are among the commonest few thousand, and reading, stemming and splitting one costs
/// ten times as much as finding it here. Not thread-safe.
/// </summary>
internal sealed class IndexedWords(LanguageTools tools)
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
        return known[written] = new IndexedWord(language, tools, forms);
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
