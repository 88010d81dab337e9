namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>How words of one language are read. Everything in the index and in queries goes through <see cref="Read"/>.</summary>
internal sealed class Language
{
    private delegate int Stemmer(Span<char> word, int length);

    private readonly Stemmer _stem;
    private readonly bool _digraphs;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _stopWords;

    private Language(string code, int index, Stemmer stem, bool digraphs, string stopWords)
    {
        (Code, Index, _stem, _digraphs) = (code, index, stem, digraphs);
        _stopWords = stopWords.Split(' ').ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Language German { get; } = new("de", 0, (word, length) => GermanStemmer.Stem(word[..length]), digraphs: true, StopWords.German);

    public static Language English { get; } = new("en", 1, EnglishStemmer.Stem, digraphs: false, StopWords.English);

    /// <summary>By <see cref="Index"/>.</summary>
    public static IReadOnlyList<Language> All { get; } = [German, English];

    public string Code { get; }

    public int Index { get; }

    /// <summary>German for every culture that is not known.</summary>
    public static Language Of(string culture) => culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : German;

    /// <summary>Reads one word into the buffers of <paramref name="forms"/>.</summary>
    public void Read(scoped ReadOnlySpan<char> word, ref WordForms forms)
    {
        var length = Spelling.Precise(word, forms.ExactBuffer, out var folds);
        forms.ExactLength = length;
        forms.ExactBuffer[..length].CopyTo(forms.StemBuffer);
        forms.StemLength = _stem(forms.StemBuffer, length);

        forms.FoldedLength = 0;
        if (folds)
        {
            length = Spelling.Folded(word, forms.FoldedBuffer, _digraphs);
            length = _digraphs ? Spelling.Respelt(forms.FoldedBuffer, length) : length;
            length = _stem(forms.FoldedBuffer, length);
            forms.FoldedLength = forms.FoldedBuffer[..length].SequenceEqual(forms.StemBuffer[..forms.StemLength]) ? 0 : length;
        }
    }

    /// <summary>The stem of a word in precise spelling.</summary>
    public ReadOnlySpan<char> Stem(string exact)
    {
        var word = exact.ToCharArray();
        return word.AsSpan(0, _stem(word, word.Length));
    }

    /// <param name="exact">The precise spelling of a word.</param>
    public bool IsStopWord(ReadOnlySpan<char> exact) => _stopWords.Contains(exact);
}

/// <summary>The forms in which a word is indexed and looked up.</summary>
internal ref struct WordForms(Span<char> buffer)
{
    /// <summary>Characters that the constructor needs.</summary>
    public const int BufferLength = 3 * Spelling.MaxLength;

    internal readonly Span<char> ExactBuffer = buffer[..Spelling.MaxLength];
    internal readonly Span<char> StemBuffer = buffer[Spelling.MaxLength..(2 * Spelling.MaxLength)];
    internal readonly Span<char> FoldedBuffer = buffer[(2 * Spelling.MaxLength)..];
    internal int ExactLength;
    internal int StemLength;
    internal int FoldedLength;

    /// <summary>The word itself in its precise spelling.</summary>
    public readonly ReadOnlySpan<char> Exact => ExactBuffer[..ExactLength];

    /// <summary>Its stem, precise spelling.</summary>
    public readonly ReadOnlySpan<char> Stem => StemBuffer[..StemLength];

    /// <summary>Its stem in the folded spelling; empty when it is the same.</summary>
    public readonly ReadOnlySpan<char> Folded => FoldedBuffer[..FoldedLength];
}
