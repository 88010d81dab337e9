using System.Security.Cryptography;
using System.Text;

namespace Zukunftswerkstatt.Search.Analysis;

/// <summary>What an index has learnt of its languages: a vocabulary each, and how German compounds fall into parts. Lies beside the index as a file: a SHA-256, then text.</summary>
internal sealed class LanguageTools
{
    /// <summary>Name of the file in the index's folder.</summary>
    public const string FileName = "vocabulary";

    private readonly Vocabulary[] _vocabularies = [.. Language.All.Select(_ => new Vocabulary())];
    private readonly CompoundSplitter _splitter;
    private readonly Derivations _derivations;
    private int _documents;
    private int _written = -1;

    /// <param name="known">Words that are known before any text is read: a word list, synonyms.</param>
    public LanguageTools(KnownWords known)
    {
        _splitter = new CompoundSplitter(German);
        _derivations = new Derivations(German);
        foreach (var word in known.Vouched)
        {
            German.Add(Language.German, word, CompoundSplitter.ShortPartDocuments);
        }

        foreach (var word in known.Listed)
        {
            German.Add(Language.German, word, documents: 1);
        }
    }

    /// <summary>Documents learnt from.</summary>
    public int Documents => _documents;

    /// <summary>Documents learnt from when the index was last made as a whole; what was indexed then is split with what was known then.</summary>
    public int DocumentsWhenMade { get; set; }

    public Vocabulary this[Language language] => _vocabularies[language.Index];

    private Vocabulary German => _vocabularies[Language.German.Index];

    public void Learn(SearchDocument document)
    {
        var language = Language.Of(document.Culture);
        this[language].Learn(language, document.Texts.Values.SelectMany(v => v));
        _documents++;
    }

    /// <summary>The parts of a word in precise spelling; empty for a word that is whole.</summary>
    public string[] Parts(Language language, ReadOnlySpan<char> exact) => language == Language.German ? _splitter.Split(exact) : [];

    /// <summary>Stems of words derived from the same root that documents have, the commonest first; see <see cref="Derivations"/>.</summary>
    public string[] Derived(Language language, string stem) => language == Language.German ? _derivations.Of(stem) : [];

    /// <summary>Writes the file when a good part of it is new. What a crash loses of it is learnt again in time.</summary>
    public void WriteIfGrown(string folder)
    {
        if (_written < 0 || _documents > _written + (_written / 10))
        {
            Write(folder);
        }
    }

    private void Write(string folder)
    {
        var path = Path.Combine(folder, FileName);
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{_documents}\t{DocumentsWhenMade}");
        foreach (var vocabulary in _vocabularies)
        {
            vocabulary.Write(text);
            text.WriteLine();
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        File.WriteAllBytes(path + ".new", [.. SHA256.HashData(bytes), .. bytes]);
        File.Move(path + ".new", path, overwrite: true);
        _written = _documents;
    }

    /// <exception cref="IOException">There is no such file, or it is damaged.</exception>
    public static LanguageTools Read(string folder, KnownWords known)
    {
        var tools = new LanguageTools(known);
        var bytes = File.ReadAllBytes(Path.Combine(folder, FileName)).AsSpan();
        if (bytes.Length < SHA256.HashSizeInBytes || !SHA256.HashData(bytes[SHA256.HashSizeInBytes..]).AsSpan().SequenceEqual(bytes[..SHA256.HashSizeInBytes]))
        {
            throw new InvalidDataException("The vocabulary of the index is damaged.");
        }

        using var reader = new StringReader(Encoding.UTF8.GetString(bytes[SHA256.HashSizeInBytes..]));
        try
        {
            var counts = reader.ReadLine()?.Split('\t') ?? throw new InvalidDataException("It is empty.");
            (tools._documents, tools.DocumentsWhenMade) = (int.Parse(counts[0], null), int.Parse(counts[1], null));
            foreach (var vocabulary in tools._vocabularies)
            {
                while (true)
                {
                    var line = reader.ReadLine() ?? throw new InvalidDataException("It ends early.");
                    if (line.Length == 0)
                    {
                        break;
                    }

                    vocabulary.ReadLine(line);
                }
            }
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or OverflowException or InvalidDataException)
        {
            throw new InvalidDataException($"The vocabulary of the index cannot be read: {e.Message}", e);
        }

        tools._written = tools._documents;
        return tools;
    }
}

/// <summary>German words that are known before any text is read, as written, so that a noun has its capital.</summary>
/// <param name="Vouched">Words that somebody chose, e.g. synonyms.</param>
/// <param name="Listed">Words out of a list of everything.</param>
internal sealed record KnownWords(IReadOnlyList<string> Vouched, IReadOnlyList<string> Listed)
{
    public static KnownWords None { get; } = new([], []);
}
