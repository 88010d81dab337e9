using Zukunftswerkstatt.Search.Analysis;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>Texts of a document → terms of its two text fields, and the lengths that scoring divides by.</summary>
internal sealed class TextTerms
{
    /// <summary>Words of one document that are read; the rest of a longer document cannot be found.</summary>
    public const int MaxWords = 50_000;

    /// <summary>Positions between two texts, so that no phrase spans them.</summary>
    internal const int Gap = 100;

    private int _increment;
    private int _read;

    public TermBuffer Words { get; } = new();

    public TermBuffer Positions { get; } = new();

    public int Length { get; private set; }

    public int TitleLength { get; private set; }

    public void Clear()
    {
        Words.Clear();
        Positions.Clear();
        (Length, TitleLength, _increment, _read) = (0, 0, 1, 0);
    }

    public void Add(Language language, string text, TextRole role, int weight)
    {
        var scanner = new WordScanner(text.Normalized());
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        var inGroup = false;
        while (_read < MaxWords && scanner.MoveNext())
        {
            _read++;
            language.Read(scanner.Word, ref forms);
            Add(forms, role, weight, _increment);
            _increment = 1;
            if (scanner.JoinsNext && !inGroup && JoinedWord.Read(scanner, language, ref forms))
            {
                Add(forms, role, weight, 0);
            }

            inGroup = scanner.JoinsNext;
        }

        _increment = Gap;
    }

    private void Add(in WordForms forms, TextRole role, int weight, int increment)
    {
        if (forms.Exact.IsEmpty)
        {
            return;
        }

        Words.Add('\0', forms.Stem, weight, 1);
        Words.Add(IndexFields.Folded, forms.Folded, weight, 1);
        Words.Add(IndexFields.Exact, forms.Exact, 1, 1);
        if (role <= TextRole.Alias)
        {
            var mark = role == TextRole.Title ? IndexFields.InTitle : IndexFields.InAlias;
            Words.Add(mark, forms.Stem, 1, 1);
            Words.Add(mark, forms.Folded, 1, 1);
            TitleLength += role == TextRole.Title ? 1 : 0;
        }

        Positions.Add(IndexFields.Exact, forms.Exact, 1, increment);
        Positions.Add('\0', forms.Stem, 1, 0);
        Positions.Add(IndexFields.Folded, forms.Folded, 1, 0);
        Length += weight;
    }
}
