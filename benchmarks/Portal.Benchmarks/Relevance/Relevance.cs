using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Querying;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>How well the ranking agrees with people, side by side with other engines over the same texts.</summary>
internal static class Relevance
{
    public static async Task MeasureAsync(Report report)
    {
        await MeasureLibraryAsync(report);
        await MeasureSampleAsync(report);
    }

    /// <summary>Librarians (TIBKAT / LLMs4Subjects, CC BY 4.0): the ranking alone, without the portal's synonyms.</summary>
    private static async Task MeasureLibraryAsync(Report report)
    {
        var collection = RelevanceCollection.ReadLibrary(Path.Combine(Environment.GetEnvironmentVariable("PORTAL_SHARED") ?? Path.Combine(Folders.Root, "..", "shared"), "data", "ir", "tibkat-de"));
        var folder = Directory.CreateTempSubdirectory("portal-relevance-").FullName;
        try
        {
            var schema = new SearchSchema { Modes = [new("documents")], Texts = [new("title", TextRole.Title), new("text", TextRole.Body)] };
            using var store = new IndexStore(folder, new CompiledSchema([schema]), KnownWords.None, TimeProvider.System, NullLogger<IndexStore>.Instance);
            store.Open();
            await store.RebuildAsync(1, collection.Documents.Select(Made).ToAsyncEnumerable().Chunk(1), CancellationToken.None);
            var portal = collection.Evaluate(await RankAsync(new Searcher(store, Synonyms.None, TimeProvider.System), collection, hit => hit.Id));
            report.Add(
                "r", $"relevance: nDCG@10 on tibkat-de, {collection.Queries.Count} queries", portal.Ndcg, "≥ 0.48", portal.Ndcg >= 0.48, $"{portal}; {await OtherEngines.DescribeAsync(collection)}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static SearchDocument Made(RelevanceDocument document) => new()
        {
            Id = document.Id,
            ItemId = document.Id,
            Kind = DocumentKind.Item,
            Mode = "documents",
            Culture = "de",
            Texts = new Dictionary<string, IReadOnlyList<string>> { ["title"] = [document.Title], ["text"] = [document.Text] },
        };
    }

    /// <summary>Town halls over the sample content: the portal as it is served, synonyms and all.</summary>
    private static async Task MeasureSampleAsync(Report report)
    {
        // Anew each time: a portal that was set up before would keep the recipes of then.
        var data = Directory.CreateTempSubdirectory("portal-sample-").FullName;
        try
        {
            await MeasureSampleAsync(report, data);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task MeasureSampleAsync(Report report, string data)
    {
        await using var app = await InProcess.StartAsync(data, setUp: true);
        var documents = new List<SearchDocument>();
        foreach (var source in app.Services.GetServices<ISearchDocumentSource>())
        {
            await foreach (var batch in source.AllAsync(CancellationToken.None))
            {
                documents.AddRange(batch.Where(d => d.Kind == DocumentKind.Item && (d.Culture == "de" || d.ShownIn.Contains("de"))));
            }
        }

        var collection = RelevanceCollection.OfSample(documents, Path.Combine(Folders.Root, "tests", "Portal.WebTests", "Search", "judged-queries.tsv"));
        var portal = collection.Evaluate(await RankAsync(app.Services.GetRequiredService<ISearcher>(), collection, hit => RelevanceCollection.NameOf(hit.Payload)));
        report.State("r2", $"relevance: nDCG@10 on the sample content, {collection.Queries.Count} queries of town halls, graded", portal.Ndcg, $"{portal}, of {documents.Count} entries; {await OtherEngines.DescribeAsync(collection)}");
        await app.StopAsync();
    }

    private static async Task<ILookup<string, string>> RankAsync(ISearcher searcher, RelevanceCollection collection, Func<SearchHit, string> name)
    {
        var found = new List<(string Query, string Document)>();
        foreach (var (id, text) in collection.Queries)
        {
            var result = await searcher.SearchAsync(new SearchRequest { Text = text, Culture = "de", PageSize = RelevanceCollection.Depth }, CancellationToken.None);
            found.AddRange(result.Hits.Select(hit => (id, name(hit))));
        }

        return found.ToLookup(f => f.Query, f => f.Document);
    }
}
