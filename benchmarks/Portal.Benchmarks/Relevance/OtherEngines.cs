using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>The ranking of PostgreSQL, SQLite and Lucene for Java over titles and texts. All find documents with any of the words.</summary>
internal static class OtherEngines
{
    /// <summary>A sentence with the figures of each; engines that are not installed are named.</summary>
    public static async Task<string> DescribeAsync(RelevanceCollection collection)
    {
        var others = new List<string>();
        foreach (var (name, run) in new (string, Func<RelevanceCollection, Task<ILookup<string, string>?>>)[]
        {
            ("Lucene 8.7 for Java, GermanAnalyzer, title twice", LuceneAsync), ("PostgreSQL german, title weighted A", PostgresAsync), ("SQLite FTS5, bm25, title twice", SqliteAsync),
        })
        {
            others.Add(await run(collection) is { } ranking ? $"{name}: {collection.Evaluate(ranking)}" : $"{name}: not installed");
        }

        return string.Join("; ", others);
    }

    private static async Task<ILookup<string, string>?> LuceneAsync(RelevanceCollection collection)
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

    private static async Task<ILookup<string, string>?> PostgresAsync(RelevanceCollection collection)
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
                $"SELECT id FROM docs, (SELECT replace(plainto_tsquery('german', $1)::text, '&', '|')::tsquery AS q) AS query WHERE words @@ q ORDER BY ts_rank(words, q, 1) DESC, id LIMIT {RelevanceCollection.Depth}", connection);
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

    private static async Task<ILookup<string, string>?> SqliteAsync(RelevanceCollection collection)
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
            search.Parameters.AddWithValue("@n", RelevanceCollection.Depth);
            await using var row = await search.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                found.Add((id, row.GetString(0)));
            }
        }

        return found.ToLookup(f => f.Item1, f => f.Item2);
    }
}
