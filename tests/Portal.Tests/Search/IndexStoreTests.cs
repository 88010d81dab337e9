using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class IndexStoreTests : IDisposable
{
    private readonly SearchIndex _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task What_is_applied_is_found_at_once_and_what_is_removed_is_gone()
    {
        await _index.OpenAsync();
        _index.Put(SearchIndex.Document("a", "Mitfahrbank"));
        Assert.Equal(["a"], _index.Ids("Mitfahrbank"));
        _index.Put(SearchIndex.Document("a", "Rufbus"));
        Assert.Empty(_index.Ids("Mitfahrbank"));
        Assert.Equal(["a"], _index.Ids("Rufbus"));
        _index.Remove("a");
        Assert.Equal(0, _index.Search("").Total);
    }

    [Fact]
    public async Task An_item_is_replaced_with_all_its_passages()
    {
        await _index.OpenAsync();
        _index.Put(Passage("p1"), Passage("p2"), Passage("p3"));
        Assert.Equal(3, _index.Search(new SearchRequest { Culture = "de", Modes = ["factors"] }).Total);
        _index.Put(Passage("p2"));
        Assert.Equal(1, _index.Search(new SearchRequest { Culture = "de", Modes = ["factors"] }).Total);

        static SearchDocument Passage(string id) => SearchIndex.Document(id, "Beleg", mode: "factors") with { ItemId = "item" };
    }

    [Fact]
    public async Task Index_and_cursor_survive_a_restart()
    {
        await _index.OpenAsync(SearchIndex.Document("a", "Dorfladen"));
        _index.Put(SearchIndex.Document("b", "Bürgerbus"));
        _index.Close();
        await _index.OpenAsync();
        Assert.Equal(["a", "b"], _index.Search("").Hits.Select(h => h.Id).Order());
        _index.Put(SearchIndex.Document("c", "Rufbus"));
        _index.Close();
        using var store = NewStore(SearchIndex.Schema);
        Assert.Equal(2, store.Open());
    }

    /// <summary>A copy of the files at any moment is what a crash leaves. Whatever the copy's cursor says was applied must be in it.</summary>
    [Fact]
    public async Task After_a_crash_the_cursor_never_claims_more_than_the_index_has()
    {
        await _index.OpenAsync();
        using var copies = new SearchIndex();
        for (var i = 1; i <= 60; i++)
        {
            _index.Put(SearchIndex.Document($"d{i}", $"Titel {i}"));
            if (i % 20 == 0)
            {
                _index.Store.CommitNow();
            }

            if (i % 15 == 0)
            {
                copies.Dispose();
                Copy(_index.Path, copies.Path);
                using var store = new IndexStore(copies.Path, new CompiledSchema([SearchIndex.Schema]), KnownWords.None, TimeProvider.System, NullLogger<IndexStore>.Instance);
                var cursor = store.Open();
                Assert.Equal(i / 20 * 20, cursor);
                using var lease = store.Lease();
                Assert.Equal(cursor, lease.Snapshot.Reader.NumDocs);
            }
        }
    }

    [Fact]
    public async Task A_damaged_index_is_noticed_and_made_anew()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            using var index = new SearchIndex();
            await index.OpenAsync([.. Enumerable.Range(0, 50).Select(i => SearchIndex.Document($"d{i}", $"Dorfladen {i}", body: "Ein Text, damit etwas da ist", facets: [("goal", $"g{i % 5}")]))]);
            index.Close();
            var random = new Random(seed);
            // segments.gen is a hint that Lucene does without.
            var files = Directory.EnumerateFiles(index.Path, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 0 && Path.GetFileName(f) != "segments.gen").Order(StringComparer.Ordinal).ToArray();
            var file = files[random.Next(files.Length)];
            var bytes = File.ReadAllBytes(file);
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(file, bytes);

            await index.OpenAsync([.. Enumerable.Range(0, 7).Select(i => SearchIndex.Document($"n{i}", "Dorfladen neu"))]);
            Assert.True(index.Search("Dorfladen").Total == 7, $"A flipped bit in {Path.GetFileName(file)} was not noticed.");
        }
    }

    [Fact]
    public async Task A_missing_file_or_a_foreign_folder_is_made_anew()
    {
        await _index.OpenAsync(SearchIndex.Document("a", "Dorfladen"));
        _index.Close();
        foreach (var file in Directory.EnumerateFiles(_index.Path, "_*", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }

        await _index.OpenAsync(SearchIndex.Document("b", "Dorfladen"));
        Assert.Equal(["b"], _index.Ids("Dorfladen"));
    }

    [Fact]
    public async Task An_index_of_an_older_schema_serves_until_the_new_one_is_made()
    {
        await _index.OpenAsync(SearchIndex.Document("old", "Dorfladen", facets: [("goal", "economy")]));
        _index.Close();

        // The new schema numbers its facets otherwise.
        var schema = SearchIndex.Schema with { Facets = [FacetField.Flat("new"), .. SearchIndex.Schema.Facets.Reverse()] };
        using var store = NewStore(schema);
        Assert.Null(store.Open());
        AssertServes(store, "old");
        await store.RebuildAsync(7, Slowly().Chunk(1), CancellationToken.None);
        AssertServes(store, "new");

        async IAsyncEnumerable<SearchDocument> Slowly()
        {
            AssertServes(store, "old");
            yield return SearchIndex.Document("new", "Dorfladen", facets: [("goal", "economy")]);
            await Task.Yield();
            AssertServes(store, "old");
        }

        static void AssertServes(IndexStore store, string id)
        {
            var result = SearchIndex.Ask(store, new SearchRequest { Text = "Dorfladen", Culture = "de", FacetWishes = [new("goal")] });
            Assert.Equal(id, result.Hits.Single().Id);
            Assert.Equal("economy", result.Facets.Single().Values.Single().Code);
        }
    }

    [Fact]
    public async Task A_second_portal_on_the_same_folder_is_refused_with_a_reason()
    {
        await _index.OpenAsync();
        using var second = NewStore(SearchIndex.Schema);
        var refusal = Assert.Throws<IOException>(() => second.Open());
        Assert.Contains("in use by another process", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_there_is_an_index_searches_find_nothing()
    {
        using var store = NewStore(SearchIndex.Schema);
        var result = SearchIndex.Ask(store, new SearchRequest { Text = "Dorfladen", Culture = "de", FacetWishes = [new("goal")] });
        Assert.Equal(0, result.Total);
    }

    [Fact]
    public async Task An_interrupted_rebuild_leaves_the_index_as_it_was()
    {
        await _index.OpenAsync(SearchIndex.Document("a", "Dorfladen"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _index.Store.RebuildAsync(9, Broken().Chunk(1), CancellationToken.None));
        _index.Put(SearchIndex.Document("b", "Dorfladen"));
        Assert.Equal(["a", "b"], _index.Ids("Dorfladen").Order());

        static async IAsyncEnumerable<SearchDocument> Broken()
        {
            yield return SearchIndex.Document("c", "Dorfladen");
            await Task.Yield();
            throw new InvalidOperationException();
        }
    }

    private IndexStore NewStore(SearchSchema schema) => new(_index.Path, new CompiledSchema([schema]), KnownWords.None, TimeProvider.System, NullLogger<IndexStore>.Instance);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
