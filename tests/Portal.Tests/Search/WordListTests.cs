using System.Text;
using Xunit;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Suggestions;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class WordListTests
{
    private static readonly string[] _sorted = [.. Words().Distinct().Order(StringComparer.Ordinal)];
    private static readonly WordList _words = Pack(_sorted);

    public static TheoryData<string, int> Typed
    {
        get
        {
            var data = new TheoryData<string, int>();
            var random = new Random(7);
            for (var i = 0; i < 120; i++)
            {
                var word = new StringBuilder(_sorted[random.Next(_sorted.Length)]);
                word.Length = random.Next(1, word.Length + 1);
                for (var edits = random.Next(3); edits > 0 && word.Length > 2; edits--)
                {
                    var at = random.Next(1, word.Length - 1);
                    _ = random.Next(3) switch { 0 => word.Remove(at, 1), 1 => word.Insert(at, 'b'), _ => word.Append(word[at]).Remove(at, 1) };
                }

                data.Add(word.ToString(), random.Next(3));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public void Words_that_begin_nearly_so_are_those_that_looking_at_every_word_finds(string typed, int edits)
    {
        var found = new List<int>();
        _words.Begin(Encoding.UTF8.GetBytes(typed), edits, int.MaxValue, found);
        Assert.Equal(
            _sorted.Where(w => w[0] == typed[0] && Enumerable.Range(0, w.Length + 1).Any(length => NearWords.Distance(typed, w.AsSpan(0, length), edits) <= edits)),
            found.Select(i => _sorted[i]));
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public void Words_that_are_nearly_so_are_those_that_looking_at_every_word_finds(string typed, int edits)
    {
        var found = new List<int>();
        _words.Near(Encoding.UTF8.GetBytes(typed), edits, int.MaxValue, found);
        Assert.Equal(_sorted.Where(w => NearWords.Distance(typed, w, edits) <= edits), found.Select(i => _sorted[i]));
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public void Words_that_begin_so_are_a_range(string typed, int edits)
    {
        var (from, to) = _words.Range(Encoding.UTF8.GetBytes(typed));
        Assert.Equal(_sorted.Where(w => w.StartsWith(typed, StringComparison.Ordinal)), _sorted[from..to]);
        Assert.InRange(edits, 0, 2);
    }

    [Fact]
    public void No_more_words_are_found_than_are_asked_for()
    {
        var found = new List<int>();
        _words.Begin("a"u8, 0, 3, found);
        Assert.Equal(3, found.Count);
    }

    [Fact]
    public void An_empty_list_has_no_words()
    {
        var found = new List<int>();
        Pack([]).Begin("abc"u8, 2, 10, found);
        Pack([]).Near("abc"u8, 2, 10, found);
        Assert.Empty(found);
    }

    private static WordList Pack(IEnumerable<string> sorted)
    {
        var builder = new WordListBuilder();
        foreach (var word in sorted)
        {
            builder.Add(word);
        }

        return builder.Finish();
    }

    /// <summary>Few letters, so that words are near each other.</summary>
    private static IEnumerable<string> Words()
    {
        var random = new Random(3);
        for (var i = 0; i < 3_000; i++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => "abcde"[random.Next(5)]));
        }
    }
}
