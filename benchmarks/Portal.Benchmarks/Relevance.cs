using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Querying;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>
/// How well the ranking agrees with librarians (TIBKAT / LLMs4Subjects, CC BY 4.0), side by side with PostgreSQL, SQLite and Lucene for Java over
/// the same titles and abstracts. Engines that are not installed are left out and named.
/// </summary>
internal static class Relevance
{
    private const int Depth = 100;

    private sealed record Document(string Id, string Title, string Text);

    private sealed record Collection(IReadOnlyList<Document> Documents, IReadOnlyList<(string Id, string Text)> Queries, ILookup<string, string> Relevant);

    public static async Task MeasureAsync(Report report)
    {
        var collection = Read(Path.Combine(Environment.GetEnvironmentVariable("PORTAL_SHARED") ?? Path.Combine(Folders.Root, "..", "shared"), "data", "ir", "tibkat-de"));
        var portal = Evaluate(collection, await PortalAsync(collection));
        var others = new List<string>();
        foreach (var (name, run) in new (string, Func<Collection, Task<ILookup<string, string>?>>)[]
        {
            ("Lucene 8.7 for Java, GermanAnalyzer, title twice", LuceneAsync), ("PostgreSQL german, title weighted A", PostgresAsync), ("SQLite FTS5, bm25, title twice", SqliteAsync),
        })
        {
            others.Add(await run(collection) is { } ranking ? $"{name}: {Evaluate(collection, ranking)}" : $"{name}: not installed");
        }

        report.Add(
            "r", $"relevance: nDCG@10 on tibkat-de, {collection.Queries.Count} queries", portal.Ndcg, "≥ 0.48", portal.Ndcg >= 0.48, $"{portal}; {string.Join("; ", others)}");
    }

    private static async Task<ILookup<string, string>> PortalAsync(Collection collection)
    {
        var folder = Directory.CreateTempSubdirectory("portal-relevance-").FullName;
        try
        {
            var schema = new SearchSchema { Modes = [new("documents")], Texts = [new("title", TextRole.Title), new("text", TextRole.Body)] };
            using var store = new IndexStore(folder, new CompiledSchema([schema]), KnownWords.None, TimeProvider.System, NullLogger<IndexStore>.Instance);
            store.Open();
            await store.RebuildAsync(1, collection.Documents.Select(Made).ToAsyncEnumerable().Chunk(1), CancellationToken.None);
            var searcher = new Searcher(store, Synonyms.None, TimeProvider.System);
            var found = new List<(string, string)>();
            foreach (var (id, text) in collection.Queries)
            {
                var result = await searcher.SearchAsync(new SearchRequest { Text = text, Culture = "de", PageSize = Depth }, CancellationToken.None);
                found.AddRange(result.Hits.Select(h => (id, h.Id)));
            }

            return found.ToLookup(f => f.Item1, f => f.Item2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static SearchDocument Made(Document document) => new()
        {
            Id = document.Id,
            ItemId = document.Id,
            Kind = DocumentKind.Item,
            Mode = "documents",
            Culture = "de",
            Texts = new Dictionary<string, IReadOnlyList<string>> { ["title"] = [document.Title], ["text"] = [document.Text] },
        };
    }

    private static async Task<ILookup<string, string>?> LuceneAsync(Collection collection)
    {
        const string Jars = "/usr/share/java/lucene-core-8.7.0.jar:/usr/share/java/lucene-analyzers-common-8.7.0.jar";
        if (!File.Exists(Jars.Split(':')[0]))
        {
            return null;
        }

        var documents = Path.Combine(Folders.Work, "relevance-documents.tsv");
        var queries = Path.Combine(Folders.Work, "relevance-queries.tsv");
        await File.WriteAllLinesAsync(documents, collection.Documents.Select(d => $"{d.Id}\t{Line(d.Title)}\t{Line(d.Text)}"));
        await File.WriteAllLinesAsync(queries, collection.Queries.Select(q => $"{q.Id}\t{Line(q.Text)}"));
        var start = new ProcessStartInfo("java", ["-cp", Jars, Path.Combine(Folders.Root, "benchmarks", "relevance", "LuceneGerman.java"), documents, queries]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToLookup(l => l[0], l => l[1])
            : throw new InvalidOperationException($"Lucene for Java ended with {process.ExitCode}.");

        static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<ILookup<string, string>?> PostgresAsync(Collection collection)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES") is not { Length: > 0 } address)
        {
            return null;
        }

        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await Run("CREATE TEMP TABLE docs (id text, words tsvector)");
        foreach (var document in collection.Documents)
        {
            await Run("INSERT INTO docs VALUES ($1, setweight(to_tsvector('german', $2), 'A') || setweight(to_tsvector('german', $3), 'D'))", document.Id, document.Title, document.Text);
        }

        var found = new List<(string, string)>();
        foreach (var (id, text) in collection.Queries)
        {
            // Any of the words, as the other engines do it; the functions themselves would demand them all.
            await using var command = new NpgsqlCommand(
                $"SELECT id FROM docs, (SELECT replace(plainto_tsquery('german', $1)::text, '&', '|')::tsquery AS q) AS query WHERE words @@ q ORDER BY ts_rank(words, q, 1) DESC, id LIMIT {Depth}", connection);
            command.Parameters.Add(new() { Value = text });
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                found.Add((id, row.GetString(0)));
            }
        }

        return found.ToLookup(f => f.Item1, f => f.Item2);

        async Task Run(string sql, params string[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            foreach (var value in values)
            {
                command.Parameters.Add(new() { Value = value });
            }

            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<ILookup<string, string>?> SqliteAsync(Collection collection)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using (var create = connection.CreateCommand())
        {
            create.CommandText = "CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 2')";
            await create.ExecuteNonQueryAsync();
        }

        foreach (var document in collection.Documents)
        {
            await using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO docs VALUES (@id, @title, @text)";
            insert.Parameters.AddWithValue("@id", document.Id);
            insert.Parameters.AddWithValue("@title", document.Title);
            insert.Parameters.AddWithValue("@text", document.Text);
            await insert.ExecuteNonQueryAsync();
        }

        var found = new List<(string, string)>();
        foreach (var (id, text) in collection.Queries)
        {
            await using var search = connection.CreateCommand();
            search.CommandText = "SELECT id FROM docs WHERE docs MATCH @q ORDER BY bm25(docs, 0, 2, 1) LIMIT @n";
            search.Parameters.AddWithValue("@q", string.Join(" OR ", text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => $"\"{w}\"")));
            search.Parameters.AddWithValue("@n", Depth);
            await using var row = await search.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                found.Add((id, row.GetString(0)));
            }
        }

        return found.ToLookup(f => f.Item1, f => f.Item2);
    }

    private sealed record Figures(double Ndcg, double Map, double Recall)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"nDCG@10 {Ndcg:0.000}, MAP {Map:0.000}, recall@100 {Recall:0.000}");
    }

    private static Figures Evaluate(Collection collection, ILookup<string, string> rankings)
    {
        var (ndcg, map, recall) = (0.0, 0.0, 0.0);
        foreach (var (id, _) in collection.Queries)
        {
            var wanted = collection.Relevant[id].ToHashSet();
            var ranking = rankings[id].ToList();
            ndcg += ranking.Take(10).Select((d, i) => wanted.Contains(d) ? 1 / Math.Log2(i + 2) : 0).Sum() / Enumerable.Range(0, Math.Min(10, wanted.Count)).Sum(i => 1 / Math.Log2(i + 2));
            var hits = 0;
            map += ranking.Select((d, i) => wanted.Contains(d) ? ++hits / (i + 1.0) : 0).Sum() / wanted.Count;
            recall += hits / (double)wanted.Count;
        }

        var n = collection.Queries.Count;
        return new Figures(ndcg / n, map / n, recall / n);
    }

    private static Collection Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidOperationException($"The collection is not at {folder}; PORTAL_SHARED names the folder above data/ir.");
        }

        var documents = new List<Document>();
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "corpus.jsonl.gz")), CompressionMode.Decompress)))
        {
            while (reader.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                documents.Add(new(json.RootElement.GetProperty("_id").GetString()!, json.RootElement.GetProperty("title").GetString()!, json.RootElement.GetProperty("text").GetString()!));
            }
        }

        var relevant = File.ReadLines(Path.Combine(folder, "qrels.tsv")).Select(l => l.Split('\t')).Where(l => l[^1] == "1").ToLookup(l => l[0], l => l[2]);
        return new(documents, [.. File.ReadLines(Path.Combine(folder, "queries.tsv")).Select(l => l.Split('\t')).Where(q => relevant.Contains(q[0])).Select(q => (q[0], q[1]))], relevant);
    }
}
