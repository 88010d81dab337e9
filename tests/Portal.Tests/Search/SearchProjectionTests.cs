using Xunit;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class SearchProjectionTests : IAsyncDisposable
{
    private readonly SearchIndex _index = new();
    private readonly Source _source = new();
    private TestPortal? _portal;

    public async ValueTask DisposeAsync()
    {
        _index.Dispose();
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }
    }

    [Fact]
    public async Task Facts_bring_the_present_state_of_items_and_of_those_that_show_them()
    {
        var projection = await StartAsync();
        _source.Put(SearchIndex.Document("a", "Bürgerbus"));
        _source.Put(SearchIndex.Document("b", "Dorfladen"));
        await projection.ApplyAsync([Fact(1, FactKinds.ItemPublished, "a"), Fact(2, FactKinds.ItemPublished, "b")], CancellationToken.None);
        Assert.Equal(["a", "b"], _index.Search("").Hits.Select(h => h.Id).Order());

        // b shows a: when a changes, b is asked for again.
        _source.Shows["a"] = "b";
        _source.Put(SearchIndex.Document("b", "Dorfladen neben dem Rufbus"));
        await projection.ApplyAsync([Fact(3, FactKinds.ItemPublished, "a")], CancellationToken.None);
        Assert.Equal(["b"], _index.Ids("Rufbus"));

        // Drafts change nothing, unpublishing removes, and the same batch twice is the same as once.
        _source.Documents.Remove("a");
        Fact[] batch = [Fact(4, FactKinds.ItemDraftSaved, "b"), Fact(5, FactKinds.ItemUnpublished, "a")];
        await projection.ApplyAsync(batch, CancellationToken.None);
        await projection.ApplyAsync(batch, CancellationToken.None);
        Assert.Equal(["b"], _index.Search("").Hits.Select(h => h.Id));
        _index.Store.CommitNow();
        Assert.Equal(5, await projection.ReadCursorAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_new_index_is_made_of_all_documents_and_so_is_one_whose_regions_changed()
    {
        _source.Put(SearchIndex.Document("a", "Bürgerbus"));
        var projection = await StartAsync();
        Assert.Equal(["a"], _index.Ids("Bürgerbus"));
        _source.Put(SearchIndex.Document("a", "Bürgerbus in Sachsen"));
        await projection.ApplyAsync([Fact(1, FactKinds.RegionsChanged, "")], CancellationToken.None);
        Assert.Equal(["a"], _index.Ids("Sachsen"));
    }

    private async Task<SearchProjection> StartAsync()
    {
        _portal = await TestPortal.StartAsync("Sqlite");
        var projection = new SearchProjection(_index.Begin(), _portal.Get<FactLog>(), [_source]);
        Assert.Equal(0, await projection.ReadCursorAsync(CancellationToken.None));
        return projection;
    }

    private static Fact Fact(long id, string kind, string key) => new(id, kind, key, "Initiative", DateTime.UnixEpoch);

    private sealed class Source : ISearchDocumentSource
    {
        public Dictionary<string, SearchDocument> Documents { get; } = [];

        public Dictionary<string, string> Shows { get; } = [];

        public void Put(SearchDocument document) => Documents[document.Id] = document;

        public Task<IReadOnlyList<SearchDocument>> DocumentsAsync(IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SearchDocument>>([.. itemIds.Where(Documents.ContainsKey).Select(id => Documents[id])]);

        public Task<IReadOnlyCollection<string>> AffectedAsync(IReadOnlyCollection<string> changedItemIds, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyCollection<string>>([.. changedItemIds.Where(Shows.ContainsKey).Select(id => Shows[id])]);

        public IAsyncEnumerable<IEnumerable<SearchDocument>> AllAsync(CancellationToken cancellationToken) => Documents.Values.ToAsyncEnumerable().Chunk(1);
    }
}
