using System.Text;
using Zukunftswerkstatt.Search.Analysis;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>Titles reduced to keys.</summary>
internal static class TitleKey
{
    private const char TitleMark = '\u0001';

    /// <summary>All words of a title in precise spelling: a query with the same key asks for just this title. Cut where queries are cut.</summary>
    public static string Of(string title, Language language)
    {
        if (title.Length > SearchRequest.MaxTextLength)
        {
            title = title[..SearchRequest.MaxTextLength];
        }

        var key = new StringBuilder(title.Length + 8);
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        var scanner = new WordScanner(title.Normalized());
        while (scanner.MoveNext())
        {
            language.Read(scanner.Word, ref forms);
            key.Append(forms.Exact).Append(' ');
        }

        return key.ToString();
    }

    /// <summary>
    /// Sort key after DIN 5007-1: umlauts as their base letters, ß as ss, signs ignored, equal words told apart by their spelling.
    /// Our own, because an index must sort alike on machines with different ICU versions.
    /// </summary>
    public static string ForSorting(string title)
    {
        var key = new StringBuilder(title.Length * 2);
        Span<char> folded = stackalloc char[Spelling.MaxLength];
        var scanner = new WordScanner(title.Normalized());
        while (scanner.MoveNext() && key.Length < 400)
        {
            key.Append(folded[..Spelling.Folded(scanner.Word, folded, digraphs: false)]).Append(' ');
        }

        return key.Append(TitleMark).Append(title.AsSpan(0, Math.Min(title.Length, 400))).ToString();
    }

    /// <summary>The title in a key for sorting.</summary>
    public static string Title(string sortKey) => sortKey[(sortKey.IndexOf(TitleMark, StringComparison.Ordinal) + 1)..];
}
