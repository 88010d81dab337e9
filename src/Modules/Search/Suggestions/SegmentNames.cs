using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Search.Suggestions;

/// <summary>The words of the names in one segment, by group. Posting lists stay in the index; in memory are the words alone.</summary>
internal sealed class SegmentNames
{
    private readonly WordList[] _words;

    private SegmentNames(WordList[] words) => _words = words;

    public WordList this[int group] => _words[group];

    public static SegmentNames Load(AtomicReader reader, int groups)
    {
        var builders = Enumerable.Range(0, groups).Select(_ => new WordListBuilder()).ToArray();
        if (reader.GetTerms(IndexFields.Names) is { } terms)
        {
            var words = terms.GetEnumerator();
            while (words.MoveNext())
            {
                var term = words.Term;
                var group = term.Bytes[term.Offset] - NameTerms.FirstWord;
                if (group >= 0 && group < groups)
                {
                    builders[group].Add(term.Bytes.AsSpan(term.Offset + 1, term.Length - 1));
                }
            }
        }

        return new SegmentNames([.. builders.Select(b => b.Finish())]);
    }
}

/// <summary>Terms of <see cref="IndexFields.Names"/>: a group's mark, then a word or its first letters.</summary>
internal static class NameTerms
{
    /// <summary>Mark of the first group's whole words; the next groups follow.</summary>
    public const char FirstWord = 'A';

    /// <summary>Mark of the first group's beginnings of words.</summary>
    public const char FirstBeginning = 'a';

    /// <summary>Beginnings up to so many letters are terms of their own: there are too many words that begin so to look each up.</summary>
    public const int LongestBeginning = 4;

    /// <summary>Groups that there may be.</summary>
    public const int MaxGroups = 16;

    public static BytesRef Word(int group, ReadOnlySpan<byte> word)
    {
        var term = new byte[word.Length + 1];
        term[0] = (byte)(FirstWord + group);
        word.CopyTo(term.AsSpan(1));
        return new BytesRef(term);
    }

    public static BytesRef Beginning(int group, string letters) => new(Encoding.UTF8.GetBytes((char)(FirstBeginning + group) + letters));

    /// <summary>Adds the terms of a name.</summary>
    /// <param name="table">Where they are from.</param>
    /// <param name="terms">Where they are added.</param>
    /// <param name="group">Number of the name's group.</param>
    /// <param name="name">Read as <see cref="NameQuery"/> reads what is typed.</param>
    public static void Add(TermTable table, TermBuffer terms, int group, string name)
    {
        foreach (var word in NameQuery.Fold(name))
        {
            terms.Add(table.Find((char)(FirstWord + group), word), 1, 1);
            for (var length = 1; length <= Math.Min(word.Length, LongestBeginning); length++)
            {
                terms.Add(table.Find((char)(FirstBeginning + group), word.AsSpan(0, length)), 1, 1);
            }
        }
    }
}
