using System.IO.Compression;
using System.Text;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>
/// Documents as text for Lucene for Java, with the very terms that the portal indexes, so that both engines read the same posting lists.
/// A line is id, payload, texts kept for highlighting, facet values, terms of each text field; separated by tabs.
/// </summary>
internal static class JavaDocuments
{
    // What stands before a term: how far it is from the one before.
    private const char Next = ' ', Same = '|', Far = '/';

    /// <summary>Writes as many files as there are processors; returns the size of the documents' texts in bytes.</summary>
    public static async Task<long> WriteAsync(string folder, IEnumerable<IEnumerable<SearchDocument>> batches, CompiledSchema schema, LanguageTools tools)
    {
        using var all = batches.GetEnumerator();
        var next = new Lock();
        var sizes = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(i => Task.Run(() => Write(Path.Combine(folder, $"documents-{i}.gz")))));
        return sizes.Sum();

        long Write(string path)
        {
            var maker = new DocumentMaker(schema, tools, filling: true);
            var line = new StringBuilder();
            var size = 0L;
            using var file = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest), new UTF8Encoding(false), 1 << 16);
            while (Take() is { } batch)
            {
                foreach (var document in batch)
                {
                    size += document.Texts.Values.Sum(values => values.Sum(Encoding.UTF8.GetByteCount));
                    line.Clear();
                    Append(line, document, maker.Make(document), schema);
                    file.Write(line);
                }
            }

            return size;
        }

        IEnumerable<SearchDocument>? Take()
        {
            lock (next)
            {
                return all.MoveNext() ? all.Current : null;
            }
        }
    }

    private static void Append(StringBuilder line, SearchDocument document, Document made, CompiledSchema schema)
    {
        line.Append(document.Id).Append('\t').Append(OneLine(Encoding.UTF8.GetString(document.Payload.Span))).Append('\t');
        foreach (var text in schema.Declared.Texts.Where(t => t.Highlighted && document.Texts.ContainsKey(t.Name)))
        {
            line.Append(OneLine(string.Join(' ', document.Texts[text.Name]))).Append(' ');
        }

        line.Append('\t').AppendJoin('|', made.Fields.OfType<SortedSetDocValuesField>().Select(f => f.GetBinaryValue().Utf8ToString().Replace(IndexFields.FacetSeparator, '=')).Distinct());
        foreach (var field in made.Fields.Where(f => f.Name[0] is 's' or 'f' && f.Name.Length == 2))
        {
            line.Append('\t').Append(field.Name);
            using var terms = field.GetTokenStream(null);
            var term = terms.GetAttribute<ITermToBytesRefAttribute>();
            var position = terms.GetAttribute<IPositionIncrementAttribute>();
            terms.Reset();
            while (terms.IncrementToken())
            {
                line.Append(position.PositionIncrement switch { 0 => Same, 1 => Next, _ => Far }).Append(term.BytesRef.Utf8ToString());
            }
        }

        line.Append('\n');
    }

    private static string OneLine(string text) => text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
