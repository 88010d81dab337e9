using System.IO.Compression;
using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Search;

/// <summary>
/// A floor under the ranking, on a German collection with librarians' judgements (TIBKAT / LLMs4Subjects, CC BY 4.0), which lies beside
/// the repository and not in it.
/// </summary>
public sealed class RelevanceTests
{
    [Fact]
    public async Task The_ranking_does_not_get_worse_on_librarians_judgements()
    {
        var folder = Folder();
        if (folder is null)
        {
            TestContext.Current.SendDiagnosticMessage("shared/data/ir/tibkat-de is absent; nothing was measured.");
            return;
        }

        using var index = new SearchIndex();
        await index.OpenAsync([.. Corpus(folder)]);
        var relevant = File.ReadLines(Path.Combine(folder, "qrels.tsv")).Select(line => line.Split('\t')).Where(p => p[^1] == "1").ToLookup(p => p[0], p => p[2]);
        var ndcg = File.ReadLines(Path.Combine(folder, "queries.tsv")).Select(line => line.Split('\t')).Where(q => relevant.Contains(q[0])).Average(query =>
        {
            var wanted = relevant[query[0]].ToHashSet();
            var gain = index.Ids(query[1]).Take(10).Select((id, i) => wanted.Contains(id) ? 1 / Math.Log2(i + 2) : 0).Sum();
            return gain / Enumerable.Range(0, Math.Min(10, wanted.Count)).Sum(i => 1 / Math.Log2(i + 2));
        });

        // Lucene's own German analyzer with BM25 over both fields: 0.406 on these 167 queries.
        Assert.True(ndcg >= 0.45, $"nDCG@10 is {ndcg:F3}.");
    }

    private static IEnumerable<SearchDocument> Corpus(string folder)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "corpus.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            yield return SearchIndex.Document(root.GetProperty("_id").GetString()!, root.GetProperty("title").GetString()!, body: root.GetProperty("text").GetString()!);
        }
    }

    private static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "ir", "tibkat-de");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        return null;
    }
}
