using System.Collections.Concurrent;
using System.Globalization;

namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>
/// The words of the portal's own texts in one language: how many documents have them, whether they are written with a capital, and how.
/// Grows with every document that is indexed and never shrinks; a rebuild begins anew. One thread learns, any number read.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Beyond this many words only those are learnt that were seen before, i.e. none that are new.</summary>
    internal const int MaxWords = 1_000_000;

    private const int MostSeen = 2_000;

    private readonly ConcurrentDictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private readonly WordNeighbours _neighbours;

    private Dictionary<string, (bool Capital, int Start, int End, string Text)> _seen = new(StringComparer.Ordinal);

    public Vocabulary()
    {
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _neighbours = new WordNeighbours(() => _words.Select(word => word.Key));
    }

    /// <summary>How often a word was learnt, and how it is written.</summary>
    /// <param name="Documents">Documents that have it.</param>
    /// <param name="Capitalised">Those that write it with a capital, as German does with nouns.</param>
    /// <param name="Written">As it first stood in a text.</param>
    public readonly record struct Word(int Documents, int Capitalised, string Written)
    {
        public bool IsNoun => Capitalised * 2 > Documents;
    }

    /// <summary>Kept by hand: the dictionary counts by taking all its locks.</summary>
    public int Count { get; private set; }

    public IEnumerable<KeyValuePair<string, Word>> Words => _words;

    /// <param name="exact">Precise spelling.</param>
    public Word Find(ReadOnlySpan<char> exact) => _lookup.TryGetValue(exact, out var word) ? word : default;

    /// <summary>Words that differ from another by at most so many letters, itself among them if it is known; some may come twice.</summary>
    public IEnumerable<(string Exact, Word Word)> Near(string exact, int edits) => _neighbours.Near(exact, edits).Select(near => (near, Find(near)));

    /// <summary>Counts every word of a document once.</summary>
    public void Learn(Language language, IEnumerable<string> texts)
    {
        // Kept from document to document, unless a huge one made it large: emptying it takes as long as it is large.
        var seen = _seen;
        if (seen.Count > MostSeen)
        {
            _seen = seen = new(StringComparer.Ordinal);
        }

        seen.Clear();
        var known = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[WordForms.BufferLength];
        var forms = new WordForms(buffer);
        foreach (var text in texts)
        {
            var normalized = text.Normalized();
            var scanner = new WordScanner(normalized);
            while (scanner.MoveNext())
            {
                // Fach- und Arbeitskräfte: what stands before a joining sign is half a word.
                var half = scanner.JoinsNext || (scanner.End < normalized.Length && normalized[scanner.End] == '-');
                if (half || scanner.Word.Length < 3 || !char.IsLetter(scanner.Word[0]))
                {
                    continue;
                }

                language.Read(scanner.Word, ref forms);
                var capital = char.IsUpper(scanner.Word[0]);
                if (!known.TryGetValue(forms.Exact, out var before) || (capital && !before.Capital))
                {
                    known[forms.Exact] = (capital, scanner.Start, scanner.End, normalized);
                }
            }
        }

        foreach (var (exact, (capital, start, end, text)) in seen)
        {
            if (_words.TryGetValue(exact, out var word))
            {
                _words[exact] = word with { Documents = word.Documents + 1, Capitalised = word.Capitalised + (capital ? 1 : 0) };
            }
            else if (Count < MaxWords)
            {
                _words[exact] = new Word(1, capital ? 1 : 0, text[start..end]);
                _neighbours.Add(exact);
                Count++;
            }
        }
    }

    /// <summary>Adds a word that somebody vouches for, e.g. out of a word list.</summary>
    public void Add(Language language, string written, int documents)
    {
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        language.Read(written, ref forms);
        if (!forms.Exact.IsEmpty && _words.TryAdd(forms.Exact.ToString(), new Word(documents, char.IsUpper(written[0]) ? documents : 0, written)))
        {
            Count++;
        }
    }

    public void Write(TextWriter writer)
    {
        foreach (var (exact, word) in _words)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{exact}\t{word.Documents}\t{word.Capitalised}\t{word.Written}"));
        }
    }

    /// <exception cref="InvalidDataException">Not what <see cref="Write"/> wrote.</exception>
    public void ReadLine(string line)
    {
        if (line.Split('\t') is [var exact, var documents, var capitalised, var written]
            && int.TryParse(documents, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
            && int.TryParse(capitalised, NumberStyles.None, CultureInfo.InvariantCulture, out var c))
        {
            _words[exact] = new Word(d, c, written);
            Count++;
            return;
        }

        throw new InvalidDataException("A line of the vocabulary cannot be read.");
    }
}
