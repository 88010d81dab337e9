using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>A title and everything else that can be searched.</summary>
internal sealed record RelevanceDocument(string Id, string Title, string Text);

/// <summary>Documents, queries, and how well which document answers which query.</summary>
/// <param name="Documents">All that can be found.</param>
/// <param name="Queries">As typed.</param>
/// <param name="Judgements">By query: grade of each document that answers it, from 1.</param>
internal sealed record RelevanceCollection(
    IReadOnlyList<RelevanceDocument> Documents, IReadOnlyList<(string Id, string Text)> Queries, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Judgements)
{
    /// <summary>Hits that are looked at.</summary>
    public const int Depth = 100;

    /// <summary>Titles and abstracts of a library; what its librarians gave the query as subject heading answers it.</summary>
    /// <param name="folder">Of the collection.</param>
    public static RelevanceCollection ReadLibrary(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidOperationException($"The collection is not at {folder}; PORTAL_SHARED names the folder above data/ir.");
        }

        var documents = new List<RelevanceDocument>();
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "corpus.jsonl.gz")), CompressionMode.Decompress)))
        {
            while (reader.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                documents.Add(new(json.RootElement.GetProperty("_id").GetString()!, json.RootElement.GetProperty("title").GetString()!, json.RootElement.GetProperty("text").GetString()!));
            }
        }

        var judgements = File.ReadLines(Path.Combine(folder, "qrels.tsv")).Select(l => l.Split('\t')).Where(l => l[^1] == "1")
            .GroupBy(l => l[0], l => l[2]).ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, int>)g.Distinct().ToDictionary(d => d, _ => 1));
        return new(documents, [.. File.ReadLines(Path.Combine(folder, "queries.tsv")).Select(l => l.Split('\t')).Where(q => judgements.ContainsKey(q[0])).Select(q => (q[0], q[1]))], judgements);
    }

    /// <summary>The portal's sample content, named by the last part of its addresses, and what town halls type.</summary>
    /// <param name="documents">What the portal makes of its content.</param>
    /// <param name="judgements">A line for each query: text, tab, <c>name=grade</c> separated by spaces.</param>
    public static RelevanceCollection OfSample(IEnumerable<SearchDocument> documents, string judgements)
    {
        var titles = KnowledgeSearchSchema.Create().Texts.Where(t => t.Role == TextRole.Title).Select(t => t.Name).ToHashSet();
        var queries = File.ReadLines(judgements).Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')).ToList();
        return new(
            [.. documents.Select(d => new RelevanceDocument(NameOf(d.Payload), Text(d, titles.Contains), Text(d, name => !titles.Contains(name))))],
            [.. queries.Select(q => (q[0], q[0]))],
            queries.ToDictionary(q => q[0], q => (IReadOnlyDictionary<string, int>)q[1].Split(' ').Select(g => g.Split('=')).ToDictionary(g => g[0], g => int.Parse(g[1], CultureInfo.InvariantCulture))));

        static string Text(SearchDocument document, Func<string, bool> wanted) => string.Join('\n', document.Texts.Where(t => wanted(t.Key)).SelectMany(t => t.Value));
    }

    /// <summary>What the judgements call a hit.</summary>
    public static string NameOf(ReadOnlyMemory<byte> payload) => HitCard.Read(payload).Path.Split('#')[0].Split('/')[^1];

    /// <param name="rankings">By query: documents, best first.</param>
    public RelevanceFigures Evaluate(ILookup<string, string> rankings)
    {
        var (ndcg, map, recall) = (0.0, 0.0, 0.0);
        foreach (var (id, _) in Queries)
        {
            var grades = Judgements[id];
            var ranking = rankings[id].Distinct().ToList();
            ndcg += Gain(ranking.Select(d => grades.GetValueOrDefault(d))) / Gain(grades.Values.OrderDescending());
            var hits = 0;
            map += ranking.Select((d, i) => grades.ContainsKey(d) ? ++hits / (i + 1.0) : 0).Sum() / grades.Count;
            recall += hits / (double)grades.Count;
        }

        return new(ndcg / Queries.Count, map / Queries.Count, recall / Queries.Count);
    }

    private static double Gain(IEnumerable<int> grades) => grades.Take(10).Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();
}

/// <param name="Ndcg">nDCG@10.</param>
/// <param name="Map">Mean average precision.</param>
/// <param name="Recall">At 100.</param>
internal sealed record RelevanceFigures(double Ndcg, double Map, double Recall)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"nDCG@10 {Ndcg:0.000}, MAP {Map:0.000}, recall@100 {Recall:0.000}");
}
