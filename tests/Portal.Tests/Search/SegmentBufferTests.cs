using CsCheck;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Portal.Tests.Search;

/// <summary>What is collected and merged in is the same index as what Lucene makes of the same documents one by one.</summary>
public sealed class SegmentBufferTests
{
    private static readonly CompiledSchema _schema = new([SearchIndex.Schema]);

    private static readonly Gen<string> _text = OneOf(
            "Bürgerbus", "bürgerbus", "Dorf", "Dorfladen", "Laden", "Fach- und Arbeitskräfte", "ÖPNV", "Photographie", "Straße", "in", "der", "Mulde", "\ud83d\ude8c", "2024", "x: y")
        .List[0, 12].Select(words => string.Join(' ', words));

    private static readonly Gen<SearchDocument> _document = Gen.Select(
        _text, _text, _text.List[0, 3], OneOf("de", "en"), Gen.Bool, OneOf("1", "2/3", "2/4/5", "9").List[0, 5], OneOf(0, 10, 40_000),
        (title, summary, bodies, culture, passage, topics, payload) => new SearchDocument
        {
            Id = title,
            ItemId = title + passage,
            Kind = passage ? DocumentKind.Passage : DocumentKind.Item,
            Mode = passage ? "factors" : "initiatives",
            Culture = culture,
            Texts = new Dictionary<string, IReadOnlyList<string>> { ["title"] = [title], ["alias"] = bodies, ["summary"] = [summary], ["body"] = bodies },
            Facets = new Dictionary<string, IReadOnlyList<string>> { ["topic"] = topics },
            Numbers = payload == 0 ? new Dictionary<string, double>() : new() { ["cost"] = topics.Count },
            SuggestedAs = passage ? null : new SuggestedAs("initiatives", 3, [summary]),
            Payload = Bytes(payload),
        });

    [Fact]
    public void Collected_documents_make_the_same_index_as_single_ones() => _document.List[1, 12].List[1, 3].Sample(
        segments => Assert.Equal(Dump(writer => AddEach(writer, segments)), Dump(writer => Collect(writer, segments))), iter: 100);

    [Fact]
    public void A_term_may_count_more_often_than_an_entry_has_room_for()
    {
        var table = new TermTable();
        var log = new PostingLog(table, IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        log.Add(3, table.Find('\0', "dorf"), 600, 1);
        log.Add(3, table.Find('\0', "laden"), 1, 2);
        log.Add(3, table.Find('\0', "dorf"), 1, 1);
        log.Add(7, table.Find('\0', "dorf"), 1, 1);

        var terms = new LoggedTerms(log, new SortedPostings()).GetEnumerator();

        Assert.True(terms.MoveNext());
        Assert.Equal("dorf", terms.Term.Utf8ToString());
        Assert.Equal(2, terms.DocFreq);
        var postings = terms.DocsAndPositions(null, null);
        Assert.Equal((3, 601), (postings.NextDoc(), postings.Freq));
        Assert.Equal([.. Enumerable.Repeat(0, 600), 3], Enumerable.Range(0, 601).Select(_ => postings.NextPosition()));
        Assert.Equal((7, 1), (postings.NextDoc(), postings.Freq));
        Assert.Equal(DocIdSetIterator.NO_MORE_DOCS, postings.NextDoc());
        Assert.True(terms.MoveNext());
        Assert.False(terms.MoveNext());
    }

    [Fact]
    public async Task An_index_that_was_filled_settles_into_few_segments()
    {
        var path = System.IO.Directory.CreateTempSubdirectory("portal-fill-").FullName;
        try
        {
            await FillAsync(path);

            using var generation = new IndexGeneration(path, _schema, new LanguageTools(KnownWords.None), 0, e => throw e);
            var filled = generation.Refresh(present: null)!;
            Assert.Equal(25, filled.Segments.Length);
            generation.Settle();
            var settled = generation.Refresh(filled)!;
            Assert.InRange(settled.Segments.Length, 1, IndexGeneration.MostSettled);
            Assert.Equal(25, settled.Reader.NumDocs);
            filled.Reader.DecRef();
            settled.Reader.DecRef();
        }
        finally
        {
            System.IO.Directory.Delete(path, recursive: true);
        }
    }

    [Fact]
    public async Task An_index_whose_portal_was_stopped_before_it_settled_settles_when_it_is_opened()
    {
        var path = System.IO.Directory.CreateTempSubdirectory("portal-fill-").FullName;
        try
        {
            using (var folder = new IndexFolder(path))
            {
                var build = folder.Begin();
                await FillAsync(build);
                folder.Finish(build);
            }

            using var store = new IndexStore(path, _schema, KnownWords.None, TimeProvider.System, NullLogger<IndexStore>.Instance);
            Assert.Equal(7, store.Open());
            await store.Settling;
            using var lease = store.Lease();
            Assert.InRange(lease.Snapshot.Segments.Length, 1, IndexGeneration.MostSettled);
            Assert.Equal(25, lease.Snapshot.Reader.NumDocs);
        }
        finally
        {
            System.IO.Directory.Delete(path, recursive: true);
        }
    }

    [Fact]
    public void A_field_of_another_kind_is_refused()
    {
        using var buffer = new SegmentBuffer(new TermTable());

        Assert.Throws<NotSupportedException>(() => buffer.Add([new StoredField("text", "kept")]));
    }

    /// <summary>25 documents, each in a segment of its own, at fact 7. The last one is tiny, from which the merge policy reckons that so many segments are few enough.</summary>
    private static async Task FillAsync(string path)
    {
        using var filling = new IndexGeneration(path, _schema, new LanguageTools(KnownWords.None), 0, e => throw e, filling: true) { SegmentBytes = 1 };
        await filling.FillAsync(Enumerable.Range(0, 25).Select(i => SearchIndex.Document($"{i}", "Dorfladen") with { Payload = Bytes(i < 24 ? 300_000 : 0) }).ToAsyncEnumerable().Chunk(5), TestContext.Current.CancellationToken);
        filling.MoveTo(7);
        filling.Commit();
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static byte[] Bytes(int length)
    {
        // Not to be compressed, so that it is too long for a doc value.
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static void AddEach(IndexWriter writer, List<List<SearchDocument>> segments)
    {
        var maker = new DocumentMaker(_schema, new LanguageTools(KnownWords.None), filling: true);
        foreach (var document in segments.SelectMany(s => s))
        {
            writer.AddDocument(maker.Make(document));
        }
    }

    private static void Collect(IndexWriter writer, List<List<SearchDocument>> segments)
    {
        var maker = new DocumentMaker(_schema, new LanguageTools(KnownWords.None), filling: true);
        using var buffer = new SegmentBuffer(maker.Terms);
        foreach (var segment in segments)
        {
            foreach (var document in segment)
            {
                buffer.Add(maker.Make(document));
            }

            writer.AddIndexes(buffer);
            buffer.Clear();
            maker.Forget();
        }
    }

    /// <summary>Everything an index has, as lines.</summary>
    private static List<string> Dump(Action<IndexWriter> fill)
    {
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())))
        {
            fill(writer);
        }

        var status = new CheckIndex(directory).DoCheckIndex();
        Assert.True(status.Clean);
        using var reader = DirectoryReader.Open(directory);
        using var all = SlowCompositeReaderWrapper.Wrap(reader);
        var lines = new List<string>();
        foreach (var info in all.FieldInfos.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            lines.Add($"{info.Name} {info.IndexOptions} {info.DocValuesType} {info.OmitsNorms}");
            if (all.GetTerms(info.Name) is { } terms)
            {
                lines.AddRange(Postings(info.Name, terms));
            }

            if (info.HasDocValues)
            {
                lines.AddRange(Enumerable.Range(0, all.MaxDoc).Select(document => $"{info.Name} {document} {Value(all, info, document)}"));
            }
        }

        lines.AddRange(Enumerable.Range(0, all.MaxDoc).SelectMany(d => all.Document(d).Fields.Select(f => $"stored {d} {f.Name} {Convert.ToHexString(Hash(f.GetBinaryValue()))}")));
        return lines;
    }

    private static IEnumerable<string> Postings(string field, Terms terms)
    {
        var each = terms.GetEnumerator();
        while (each.MoveNext())
        {
            var documents = terms.HasPositions ? each.DocsAndPositions(null, null) : each.Docs(null, null, terms.HasFreqs ? DocsFlags.FREQS : DocsFlags.NONE);
            while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                var positions = documents is DocsAndPositionsEnum p ? string.Join(',', Enumerable.Range(0, p.Freq).Select(_ => p.NextPosition())) : "";
                yield return $"{field} {Convert.ToHexString(each.Term.Bytes, each.Term.Offset, each.Term.Length)} {documents.DocID} {(terms.HasFreqs ? documents.Freq : 0)} {positions}";
            }
        }
    }

    private static string Value(AtomicReader reader, FieldInfo info, int document)
    {
        if (!reader.GetDocsWithField(info.Name).Get(document))
        {
            return "none";
        }

        var bytes = new BytesRef();
        switch (info.DocValuesType)
        {
            case DocValuesType.NUMERIC:
                return $"{reader.GetNumericDocValues(info.Name).Get(document)}";

            case DocValuesType.BINARY:
                reader.GetBinaryDocValues(info.Name).Get(document, bytes);
                return Convert.ToHexString(Hash(bytes));

            case DocValuesType.SORTED:
                reader.GetSortedDocValues(info.Name).Get(document, bytes);
                return bytes.Utf8ToString();

            default:
                var values = reader.GetSortedSetDocValues(info.Name);
                values.SetDocument(document);
                var found = new List<string>();
                for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
                {
                    values.LookupOrd(ordinal, bytes);
                    found.Add(bytes.Utf8ToString());
                }

                return string.Join('|', found);
        }
    }

    private static byte[] Hash(BytesRef bytes) => System.Security.Cryptography.SHA256.HashData(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
}
