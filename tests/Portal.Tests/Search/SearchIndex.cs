using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Querying;

namespace Zukunftswerkstatt.Portal.Tests.Search;

/// <summary>An index in a folder of its own, for one test.</summary>
internal sealed class SearchIndex : IDisposable
{
    private readonly string _path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "portal-search-" + Guid.NewGuid().ToString("n"));
    private IndexStore? _store;
    private long _cursor;

    public static SearchSchema Schema { get; } = new()
    {
        Modes = [new("initiatives"), new("factors", Default: false), new("findings")],
        Texts =
        [
            new("title", TextRole.Title) { Highlighted = true },
            new("alias", TextRole.Alias),
            new("summary", TextRole.Summary) { Highlighted = true },
            new("statement", TextRole.Statement),
            new("body", TextRole.Body) { Highlighted = true },
        ],
        Facets = [FacetField.Flat("goal"), FacetField.Path("topic"), FacetField.Prefix("region", 2, 5, 8), FacetField.Range("staff", new("none", 0, 0.1), new("few", 0.1, 3), new("many", 3, null))],
        Numbers = [new("cost")],
        SuggestionGroups = ["initiatives", "factors"],
    };

    public string Path => _path;

    public IndexStore Store => _store ?? throw new InvalidOperationException("Open first.");


    /// <summary>A store that is not open yet. Its clock stands still, so that nothing is committed but by a test's command or at the end.</summary>
    public IndexStore Begin() => _store = new IndexStore(_path, new CompiledSchema([Schema]), KnownWords.None, new FakeTime(), NullLogger<IndexStore>.Instance);

    /// <summary>Opens the index, making it of the given documents if there is none.</summary>
    public async Task<SearchIndex> OpenAsync(params SearchDocument[] documents)
    {
        Begin();
        if (Store.Open() is { } cursor)
        {
            _cursor = cursor;
        }
        else
        {
            await Store.RebuildAsync(_cursor, documents.ToAsyncEnumerable().Chunk(1), CancellationToken.None);
        }

        return this;
    }

    public void Put(params SearchDocument[] documents) =>
        Store.Apply([.. documents.GroupBy(d => d.ItemId).Select(g => (g.Key, (IReadOnlyList<SearchDocument>)[.. g]))], ++_cursor);

    public void Remove(string itemId) => Store.Apply([(itemId, [])], ++_cursor);

    public SearchResult Search(SearchRequest request) => Ask(Store, request);

    /// <summary>Searching completes synchronously.</summary>
    public static SearchResult Ask(IndexStore store, SearchRequest request)
    {
        var search = new Searcher(store, Synonyms.None, TimeProvider.System).SearchAsync(request, CancellationToken.None);
        return search.IsCompleted ? search.Result : throw new InvalidOperationException("A search waited for something.");
    }

    public SearchResult Search(string text, string culture = "de") => Search(new SearchRequest { Text = text, Culture = culture });

    public string[] Ids(string text, string culture = "de") => [.. Search(text, culture).Hits.Select(h => h.Id)];

    public void Close()
    {
        _store?.Dispose();
        _store = null;
    }

    public void Dispose()
    {
        Close();
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }

    public static SearchDocument Document(
        string id, string title, string body = "", string summary = "", string culture = "de", string mode = "initiatives", params (string Facet, string Value)[] facets) => new()
        {
            Id = id,
            ItemId = id,
            Kind = mode == "factors" ? DocumentKind.Passage : DocumentKind.Item,
            Mode = mode,
            Culture = culture,
            Texts = new Dictionary<string, IReadOnlyList<string>> { ["title"] = [title], ["summary"] = [summary], ["body"] = [body] },
            Facets = facets.GroupBy(f => f.Facet).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(f => f.Value)]),
            Payload = Encoding.UTF8.GetBytes($$"""{"id":"{{id}}"}"""),
        };
}
