using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>The search documents of generated content, made as the portal makes them but without a database: generated items → what they refer to → documents.</summary>
internal sealed class GeneratedDocuments
{
    private const int Batch = 200;
    private const int InitiativesEachOrganisation = 10;

    private readonly GeneratedItems _items;
    private readonly VocabularySet _vocabularies;
    private readonly FactorCatalogue _factors;
    private readonly RegionSnapshot _regions;
    private readonly IReadOnlyList<ContentItem> _measures;

    private GeneratedDocuments(GeneratedItems items, VocabularySet vocabularies, FactorCatalogue factors, RegionSnapshot regions, IReadOnlyList<ContentItem> measures) =>
        (_items, _vocabularies, _factors, _regions, _measures) = (items, vocabularies, factors, regions, measures);

    /// <param name="services">Of a portal that is set up: its vocabularies, factors, measure types and regions are what generated content refers to.</param>
    public static async Task<GeneratedDocuments> CreateAsync(IServiceProvider services)
    {
        var ct = CancellationToken.None;
        var content = services.GetRequiredService<IContentReader>();
        var vocabularies = services.GetRequiredService<Vocabularies>();
        var factors = services.GetRequiredService<Factors>();
        var regions = services.GetRequiredService<IRegionRegister>().Current;
        var source = await GeneratorSource.ReadAsync(content, vocabularies, factors, regions, ct);
        var measures = await content.GetManyAsync(source.MeasureTypeIds.ToList(), ct);
        return new(new GeneratedItems(source, seed: 1), await vocabularies.GetAsync(ct), await factors.GetAsync(ct), regions, [.. measures.Values]);
    }

    /// <summary>The documents of so many initiatives, each with the facets of its evidence. A batch is made when it is enumerated, on any thread.</summary>
    public IEnumerable<IEnumerable<SearchDocument>> All(int initiatives) =>
        Enumerable.Range(0, (initiatives + Batch - 1) / Batch).Select(i => Of(i * Batch, Math.Min((i + 1) * Batch, initiatives)));

    /// <summary>The documents of the initiatives from one index to below another.</summary>
    public IEnumerable<SearchDocument> Of(int from, int to)
    {
        using var json = _items.Write(from, to);
        var items = json.RootElement.GetProperty("data").EnumerateArray().Select(ContentItemJson.Read).ToList();
        var evidence = items.Where(i => i.ContentType == "FactorEvidence").ToLookup(e => ContentIds.Key(e.Ids("FactorEvidence", "Initiative")[0]));
        var initiatives = items.Where(i => i.ContentType == "Initiative").ToList();
        var related = new Related
        {
            Vocabularies = _vocabularies,
            Factors = _factors,
            Regions = _regions,
            Items = initiatives.Concat(_measures).ToDictionary(i => ContentIds.Key(i.ContentItemId), StringComparer.Ordinal),
            Titles = Organisations(initiatives, to),
            Translated = new HashSet<string>(),
            English = new Dictionary<string, ContentItem>(),
            Evidence = initiatives.ToDictionary(Related.SetOf, i => (IReadOnlyList<ContentItem>)[.. evidence[ContentIds.Key(i.ContentItemId)]], StringComparer.Ordinal),
        };
        foreach (var item in initiatives)
        {
            if (Documents.Of(item, related) is { } document)
            {
                yield return document;
            }
        }
    }

    /// <summary>An initiative's organisations may be any that was generated so far.</summary>
    private Dictionary<string, string> Organisations(List<ContentItem> initiatives, int to)
    {
        var wanted = initiatives.SelectMany(i => i.Bag("Organisations")).SelectMany(r => r.Ids("OrganisationRole", "Organisation")).Select(ContentIds.Key).Distinct();
        var names = Names(((to - 1) / InitiativesEachOrganisation) + 1);
        return wanted.ToDictionary(id => id, id => names[id], StringComparer.Ordinal);
    }

    private readonly Lock _naming = new();
    private volatile Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private Dictionary<string, string> Names(int organisations)
    {
        lock (_naming)
        {
            if (_names.Count < organisations)
            {
                var known = _names;
                var names = new Dictionary<string, string>(known, StringComparer.Ordinal);
                for (var i = known.Count; i < Math.Max(organisations, 2 * known.Count); i++)
                {
                    var (id, title) = _items.Organisation(i);
                    names.Add(ContentIds.Key(id), title);
                }

                _names = names;
            }

            return _names;
        }
    }
}
