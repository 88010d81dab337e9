using System.Buffers;
using System.Text;

namespace Zukunftswerkstatt.Search.Suggestions;

/// <summary>
/// Distinct words in ascending order of their UTF-8 bytes, packed. Finds the words that begin with a text, exactly or nearly, and looks only at
/// those that may: what begins alike is passed over together.
/// </summary>
internal sealed class WordList(byte[] bytes, int[] starts)
{
    /// <summary>Longest text, in bytes; words are no longer than that in letters.</summary>
    private const int MaxText = 160;

    public int Count => starts.Length - 1;

    public ReadOnlySpan<byte> this[int index] => bytes.AsSpan(starts[index]..starts[index + 1]);

    /// <summary>The words that begin with a text: the first of them, and the first behind them.</summary>
    public (int From, int To) Range(ReadOnlySpan<byte> text)
    {
        var (from, high) = (0, Count);
        while (from < high)
        {
            var middle = (from + high) / 2;
            (from, high) = this[middle].SequenceCompareTo(text) < 0 ? (middle + 1, high) : (from, middle);
        }

        return (from, Behind(text, from, Count));
    }

    /// <summary>
    /// Adds the words of which some beginning differs from the text by at most so many letters: left out, put in, exchanged with another or
    /// with their neighbour. The first letter must be right; it hardly ever is the wrong one.
    /// </summary>
    /// <param name="text">What was typed, folded.</param>
    /// <param name="edits">Letters that may differ.</param>
    /// <param name="most">No more words than so many.</param>
    /// <param name="found">Where they are added, ascending.</param>
    public void Begin(ReadOnlySpan<byte> text, int edits, int most, List<int> found)
    {
        var (from, to) = Range(text[..Math.Min(1, text.Length)]);
        Near(text, edits, whole: false, from, to, most, found);
    }

    /// <summary>Adds the words that as a whole differ from the text by at most so many letters, whichever.</summary>
    public void Near(ReadOnlySpan<byte> text, int edits, int most, List<int> found) => Near(text, edits, whole: true, 0, Count, most, found);

    private void Near(ReadOnlySpan<byte> text, int edits, bool whole, int from, int to, int most, List<int> found)
    {
        text = text[..Math.Min(text.Length, MaxText)];
        var width = text.Length + 1;
        var depth = text.Length + edits;

        // A row for every letter of the present word; the rows of what it has in common with the word before are still right.
        var rows = ArrayPool<byte>.Shared.Rent((depth + 1) * width);
        Span<byte> best = stackalloc byte[MaxText + 3];
        for (var j = 0; j < width; j++)
        {
            rows[j] = (byte)j;
        }

        best[0] = (byte)text.Length;
        ReadOnlySpan<byte> before = [];
        for (var i = from; i < to && found.Count < most;)
        {
            var word = this[i];
            var letters = before.CommonPrefixLength(word);
            var length = Math.Min(word.Length, depth);
            var hopeless = false;
            while (letters < length && !hopeless)
            {
                var smallest = Row(rows.AsSpan(0, (depth + 1) * width), width, letters + 1, word, text);
                letters++;
                best[letters] = Math.Min(best[letters - 1], rows[(letters * width) + text.Length]);
                hopeless = smallest > edits;
            }

            letters = Math.Min(letters, length);
            before = word[..letters];
            if (whole ? letters == word.Length && rows[(letters * width) + text.Length] <= edits : best[letters] <= edits)
            {
                found.Add(i++);
            }
            else
            {
                i = hopeless ? Math.Max(i + 1, Behind(before, i, to)) : i + 1;
            }
        }

        ArrayPool<byte>.Shared.Return(rows);
    }

    /// <summary>Fills the row of the word's so-manieth letter and gives its smallest number.</summary>
    private static int Row(Span<byte> rows, int width, int row, ReadOnlySpan<byte> word, ReadOnlySpan<byte> text)
    {
        var now = rows.Slice(row * width, width);
        var last = rows.Slice((row - 1) * width, width);
        now[0] = (byte)row;
        var smallest = row;
        for (var j = 1; j < width; j++)
        {
            var cost = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (word[row - 1] == text[j - 1] ? 0 : 1));
            if (row > 1 && j > 1 && word[row - 1] == text[j - 2] && word[row - 2] == text[j - 1])
            {
                cost = Math.Min(cost, rows[((row - 2) * width) + j - 2] + 1);
            }

            now[j] = (byte)cost;
            smallest = Math.Min(smallest, cost);
        }

        return smallest;
    }

    /// <summary>The first word from an index on that does not begin with a text, where the word at the index does.</summary>
    private int Behind(ReadOnlySpan<byte> text, int from, int to)
    {
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = this[middle].StartsWith(text) ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}

/// <summary>Packs words that come in ascending order of their UTF-8 bytes.</summary>
internal sealed class WordListBuilder
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<int> _starts = [0];

    public void Add(ReadOnlySpan<byte> word)
    {
        _bytes.Write(word);
        _starts.Add(_bytes.WrittenCount);
    }

    public void Add(string word) => Add(Encoding.UTF8.GetBytes(word));

    public WordList Finish() => new(_bytes.WrittenSpan.ToArray(), [.. _starts]);
}
