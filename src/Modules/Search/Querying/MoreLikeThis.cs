using Lucene.Net.Index;
using Lucene.Net.Search;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Querying;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search;

/// <summary>
/// Finds documents by a whole text instead of a query: 1. the words that tell it from others (frequent in it, rare in the index), 2. their posting
/// lists, scored by BM25, 3. the best, each with the words it shares. The cost is bounded by <see cref="MaxTerms"/> lists of <see cref="MaxFrequency"/> documents.
/// </summary>
public sealed class MoreLikeThis
{
    /// <summary>Words that are compared.</summary>
    public const int MaxTerms = 25;

    /// <summary>A word in more documents than that tells little and costs much.</summary>
    public const int MaxFrequency = 20_000;

    private const int ShortestWord = 4;
    private const int MaxWords = 5_000;
    private const int ShownWords = 5;

    private readonly ISnapshots _snapshots;

    internal MoreLikeThis(ISnapshots snapshots) => _snapshots = snapshots;

    /// <summary>The documents most like a text, best first; empty when no word of it says anything.</summary>
    public IReadOnlyList<LikeHit> Find(LikeRequest request)
    {
        using var lease = _snapshots.Lease();
        var snapshot = lease.Snapshot;
        var language = Language.Of(request.TextCulture);
        var partition = IndexFields.Partition(language.Index, DocumentKind.Item);
        var terms = Characteristic(snapshot, request, language, partition); // 1
        if (terms.Count == 0)
        {
            return [];
        }

        var mode = snapshot.Schema.Mode(request.Mode);
        var shownIn = 1 << Language.Of(request.Culture).Index;
        var norms = snapshot.Partitions[partition].LengthNorm;
        var scores = new Dictionary<int, (double Score, uint Terms)>();
        foreach (var segment in snapshot.Segments)
        {
            for (var t = 0; t < terms.Count; t++)
            {
                var list = segment.Reader.GetTermDocsEnum(new Term(IndexFields.Stems(partition), terms[t].Stem));
                for (var document = list?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; document != DocIdSetIterator.NO_MORE_DOCS; document = list!.NextDoc())
                {
                    if (segment.Data.Modes[document] == mode && (segment.Data.ShownIn[document] & shownIn) != 0 && segment.Live?.Get(document) != false)
                    {
                        var frequency = list!.Freq;
                        var known = scores.GetValueOrDefault(segment.Base + document);
                        scores[segment.Base + document] = (
                            known.Score + (terms[t].Weight * frequency / (frequency + norms[segment.Data.Lengths[document]])), known.Terms | (1u << t)); // 2
                    }
                }
            }
        }

        var loader = new HitLoader(snapshot, Synonyms.None, new SearchRequest { Culture = request.Culture }, QueryParser.Parse(""));
        return
        [
            .. scores.OrderByDescending(entry => entry.Value.Score).ThenBy(entry => entry.Key).Take(request.Count + request.Except.Count)
                .Select(entry => new LikeHit(loader.Load(entry.Key, entry.Value.Score), entry.Value.Score, Shared(terms, entry.Value.Terms)))
                .Where(hit => !request.Except.Contains(hit.Hit.ItemId)).Take(request.Count), // 3
        ];
    }

    private static List<(string Stem, string Word, double Weight)> Characteristic(IndexSnapshot snapshot, LikeRequest request, Language language, int partition)
    {
        var counts = new Dictionary<string, (string Word, int Weight)>(StringComparer.Ordinal);
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        foreach (var (text, weight) in request.Texts)
        {
            var scanner = new WordScanner(text.Normalized());
            for (var read = 0; read < MaxWords && scanner.MoveNext(); read++)
            {
                language.Read(scanner.Word, ref forms);
                if (forms.Exact.Length >= ShortestWord && !language.IsStopWord(forms.Exact) && !char.IsAsciiDigit(forms.Exact[0]))
                {
                    var stem = forms.Stem.ToString();
                    var known = counts.GetValueOrDefault(stem, (scanner.Word.ToString(), 0));
                    counts[stem] = (known.Item1, known.Item2 + weight);
                }
            }
        }

        var documents = Math.Max(1, snapshot.Partitions[partition].Documents);
        var most = Math.Min(MaxFrequency, Math.Max(20, documents / 5));
        return
        [
            .. counts.Select(entry => (Stem: entry.Key, entry.Value.Word, entry.Value.Weight, Documents: snapshot.Reader.DocFreq(new Term(IndexFields.Stems(partition), entry.Key))))
                .Where(term => term.Documents >= 2 && term.Documents <= most)
                .Select(term => (term.Stem, term.Word, Weight: Math.Sqrt(term.Weight) * Math.Log(1 + ((documents - term.Documents + 0.5) / (term.Documents + 0.5)))))
                .OrderByDescending(term => term.Weight).ThenBy(term => term.Stem, StringComparer.Ordinal).Take(MaxTerms),
        ];
    }

    private static List<string> Shared(List<(string Stem, string Word, double Weight)> terms, uint mask) =>
        [.. terms.Where((_, t) => (mask & (1u << t)) != 0).Take(ShownWords).Select(term => term.Word)];
}

/// <summary>A text to which others are to be found.</summary>
public sealed record LikeRequest
{
    /// <summary>Its parts; a word of a part with weight 3 counts three times.</summary>
    public required IReadOnlyList<(string Text, int Weight)> Texts { get; init; }

    /// <summary>Language of the text; documents in another language are not found.</summary>
    public required string TextCulture { get; init; }

    /// <summary>Interface language: only documents shown in it are found.</summary>
    public required string Culture { get; init; }

    /// <summary>Result list that is searched.</summary>
    public required string Mode { get; init; }

    /// <summary>Items that are not wanted, by key.</summary>
    public IReadOnlyCollection<string> Except { get; init; } = [];

    /// <summary>Most hits.</summary>
    public int Count { get; init; } = 10;
}

/// <summary>A document like the text.</summary>
/// <param name="Hit">The document.</param>
/// <param name="Score">Only comparable within one answer.</param>
/// <param name="Words">The most telling words that both have, as the text spells them.</param>
public sealed record LikeHit(SearchHit Hit, double Score, IReadOnlyList<string> Words);
