using Zukunftswerkstatt.Search.Analysis;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>Texts of a document → terms of its two text fields, and the lengths that scoring divides by.</summary>
internal sealed class TextTerms(LanguageTools tools)
{
    /// <summary>Words of one document that are read; the rest of a longer document cannot be found.</summary>
    public const int MaxWords = 50_000;

    /// <summary>Positions between two texts, so that no phrase spans them.</summary>
    internal const int Gap = 100;

    private int _increment;
    private int _read;

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
    }

    public void Add(Language language, string text, TextRole role, int weight)
    {
        var normalized = text.Normalized();
        var scanner = new WordScanner(normalized);
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        var mainEnd = role == TextRole.Title ? MainTitle.End(normalized) : 0;
        var inGroup = false;
        while (_read < MaxWords && scanner.MoveNext())
        {
            _read++;
            language.Read(scanner.Word, ref forms);
            var main = scanner.Start < mainEnd;
            Add(language, forms, role, weight, _increment, main);
            TitleLength += main ? 1 : 0;
            _increment = 1;
            if (scanner.JoinsNext && !inGroup && JoinedWord.Read(scanner, language, ref forms))
            {
                Add(language, forms, role, weight, 0, main);
            }

            inGroup = scanner.JoinsNext;
        }

        _increment = Gap;
    }

    private void Add(Language language, in WordForms forms, TextRole role, int weight, int increment, bool mainTitle)
    {
        if (forms.Exact.IsEmpty)
        {
            return;
        }

        Stems.Add('\0', forms.Stem, weight, increment);
        Forms.Add(IndexFields.Folded, forms.Folded, weight, 1);
        if (role < TextRole.Body)
        {
            Forms.Add(IndexFields.Exact, forms.Exact, 1, 1);
        }

        if (role <= TextRole.Alias)
        {
            var (mark, times) = role == TextRole.Title ? (IndexFields.InTitle, mainTitle ? 2 : 1) : (IndexFields.InAlias, 1);
            Forms.Add(mark, forms.Stem, times, 1);
            Forms.Add(mark, forms.Folded, times, 1);
        }

        foreach (var part in tools.Parts(language, forms.Exact))
        {
            Forms.Add(IndexFields.Part, language.Stem(part), weight, 1);
        }

        Length += weight;
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
