using System.Runtime.CompilerServices;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>item ids → (1) items → (2) what they refer to → (3) their languages → (4) their evidence → documents. One batch at a time.</summary>
internal sealed class KnowledgeDocuments(IContentReader content, ContentVersions versions, Vocabularies vocabularies, Factors factors, IRegionRegister regions) : ISearchDocumentSource
{
    /// <summary>
    /// Items of a rebuild that are read at once. A hundred would save a query or two, but would lie in memory for so long that the collector takes them for lasting and
    /// works a quarter more.
    /// </summary>
    private const int Batch = 32;

    // Of one initiative, in one language. More would only repeat the same factors.
    private const int MostEvidence = 200;

    // Items that show something of a changed one. A factor or an organisation is mentioned by many.
    private const int MostReferring = 10_000;

    /// <summary>Translations of passages that a rebuild knows by heart, about 10 MB; when there are more it asks batch by batch.</summary>
    internal int MostTranslations { get; init; } = 100_000;

    public async Task<IReadOnlyList<SearchDocument>> DocumentsAsync(IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        // 1. Items.
        var items = (await content.GetManyAsync(itemIds, cancellationToken)).Values.ToList();
        return items.Count == 0 ? [] : [.. Documents(items, await ReadRelatedAsync(items, rebuild: null, cancellationToken))];
    }

    public async Task<IReadOnlyCollection<string>> AffectedAsync(IReadOnlyCollection<string> changedItemIds, CancellationToken cancellationToken)
    {
        var affected = new HashSet<string>(StringComparer.Ordinal);
        var changed = await content.GetManyAsync(changedItemIds, cancellationToken);
        foreach (var id in changedItemIds)
        {
            // Whoever mentions it: evidence shows its factor and initiative, a finding its workshop, an initiative its organisations.
            foreach (var source in (string[])["FactorEvidence", "Finding", "Initiative", "Event"])
            {
                foreach (var item in await content.ReferringAsync(id, source, MostReferring, cancellationToken))
                {
                    affected.Add(item.ContentItemId);
                    if (item.ContentType == "FactorEvidence")
                    {
                        await AddInitiativesAsync(item, affected, cancellationToken);
                    }
                }
            }

            if (changed.GetValueOrDefault(ContentIds.Key(id)) is { } now)
            {
                await AddTranslationsAsync(now, affected, cancellationToken);
                await AddInitiativesAsync(now, affected, cancellationToken);
                await AddPassagesOfOriginalAsync(now, affected, cancellationToken);
            }
        }

        // What they referred to before: an initiative must lose the factor of evidence that was taken back.
        foreach (var before in await versions.UnpublishedOfAsync(changedItemIds, cancellationToken))
        {
            await AddTranslationsAsync(before, affected, cancellationToken);
            await AddInitiativesAsync(before, affected, cancellationToken);
        }

        affected.ExceptWith(changedItemIds);
        return affected;
    }

    public async IAsyncEnumerable<IEnumerable<SearchDocument>> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Evidence comes with its initiative or finding, which has to be read for it anyway.
        var rebuild = new Rebuild(
            await vocabularies.Snapshot.RefreshAsync(cancellationToken), await factors.Snapshot.RefreshAsync(cancellationToken), new ItemTitles(content),
            await content.LocalizationSetsAsync("FactorEvidence", "en", MostTranslations, cancellationToken));
        await foreach (var batch in content.AllPublishedAsync(null, cancellationToken, exceptType: "FactorEvidence").Chunk(Batch).WithCancellation(cancellationToken))
        {
            var related = await ReadRelatedAsync(batch, rebuild, cancellationToken);
            yield return Documents(batch.Concat(related.Passages), related);
        }
    }

    private static IEnumerable<SearchDocument> Documents(IEnumerable<ContentItem> items, Related related) =>
        items.Select(item => Knowledge.Documents.Of(item, related)).OfType<SearchDocument>();

    /// <summary>What is read once for all batches. What changes meanwhile is applied once more afterwards.</summary>
    private sealed record Rebuild(VocabularySet Vocabularies, FactorCatalogue Factors, ItemTitles Titles, IReadOnlySet<string>? TranslatedPassages);

    private async Task<Related> ReadRelatedAsync(IReadOnlyList<ContentItem> items, Rebuild? rebuild, CancellationToken ct)
    {
        var everyEvidence = rebuild is not null;

        // 2. What they refer to.
        var referred = items.SelectMany(Referred).Select(ContentIds.Key).Distinct().ToList();
        var related = new Dictionary<string, ContentItem>(await content.GetManyAsync(referred, ct), StringComparer.Ordinal);
        foreach (var (key, workshop) in await content.GetManyAsync([.. related.Values.SelectMany(i => i.Ids("Finding", "Workshop")).Select(ContentIds.Key).Distinct()], ct))
        {
            related.TryAdd(key, workshop);
        }

        // 3. Their languages.
        var measures = related.Values.Where(i => i.ContentType == "MeasureType").ToList();
        var members = await content.LocalizationsAsync([.. items.Concat(measures).Select(i => i.LocalizationSet).OfType<string>().Where(set => set.Length > 0)], [.. items, .. measures], ct);
        foreach (var measure in members.SelectMany(m => m).Where(i => i.ContentType == "MeasureType"))
        {
            related.TryAdd(ContentIds.Key(measure.ContentItemId), measure);
        }

        var parentSets = related.Values.Where(i => i is { ContentType: "Workshop" or "Initiative" or "Finding", Culture: not "en", LocalizationSet.Length: > 0 }).Select(i => i.LocalizationSet!).ToList();
        var english = (await content.LocalizationsAsync(parentSets, "en", ct)).Concat(members.SelectMany(m => m).Where(i => i.Culture == "en"))
            .DistinctBy(i => i.LocalizationSet).ToDictionary(i => i.LocalizationSet!, StringComparer.Ordinal);

        // 4. Their evidence, of all languages: what a translation has not translated still counts.
        var versions = items.Where(i => i.ContentType == "Initiative").DistinctBy(Related.SetOf)
            .ToDictionary(Related.SetOf, i => members[Related.SetOf(i)].DefaultIfEmpty(i).ToList(), StringComparer.Ordinal);
        var referring = await content.ReferringAsync([.. versions.Values.SelectMany(v => v).Select(i => i.ContentItemId)], "FactorEvidence", everyEvidence ? int.MaxValue : MostEvidence, ct);
        var evidence = versions.ToDictionary(
            v => v.Key, v => (IReadOnlyList<ContentItem>)[.. v.Value.SelectMany(i => referring[ContentIds.Key(i.ContentItemId)].Take(MostEvidence))], StringComparer.Ordinal);
        var translated = members.Where(m => m.Any(i => i.Culture == "en")).Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        var findings = everyEvidence ? items.Where(i => i.ContentType == "Finding").Select(i => i.ContentItemId).ToList() : [];
        var passages = everyEvidence ? Passages(items, referring).Concat(PassagesOfFindings(await content.ReferringAsync(findings, "FactorEvidence", int.MaxValue, ct))).ToList() : [];
        if (passages.Count > 0)
        {
            foreach (var parent in items.Where(i => i.ContentType is "Initiative" or "Finding"))
            {
                related.TryAdd(ContentIds.Key(parent.ContentItemId), parent);
            }

            var sets = passages.Select(p => p.LocalizationSet).OfType<string>().Where(set => set.Length > 0).ToList();
            translated.UnionWith(rebuild?.TranslatedPassages is { } known
                ? sets.Where(known.Contains)
                : (await content.LocalizationsAsync(sets, "en", ct)).Select(i => i.LocalizationSet!));
        }

        return new Related
        {
            Vocabularies = rebuild?.Vocabularies ?? await vocabularies.Snapshot.RefreshAsync(ct),
            Factors = rebuild?.Factors ?? await factors.Snapshot.RefreshAsync(ct),
            Regions = regions.Current,
            Items = related,
            Titles = await (rebuild?.Titles ?? new ItemTitles(content)).OfAsync(items.SelectMany(Organisations), ct),
            Translated = translated,
            English = english,
            Evidence = evidence,
            Passages = passages,
        };
    }

    /// <summary>The evidence whose passage shows one of the initiatives, which is the first it names.</summary>
    private static List<ContentItem> Passages(IReadOnlyList<ContentItem> items, ILookup<string, ContentItem> referring) =>
    [
        .. items.Where(i => i.ContentType == "Initiative").Select(i => ContentIds.Key(i.ContentItemId)).SelectMany(key =>
            referring[key].Where(e => e.Ids("FactorEvidence", "Initiative") is [var first, ..] && ContentIds.Key(first) == key)),
    ];

    private static IEnumerable<ContentItem> PassagesOfFindings(ILookup<string, ContentItem> referring) =>
        referring.SelectMany(finding => finding.Where(e => e.Ids("FactorEvidence", "Initiative").Count == 0 && e.Ids("FactorEvidence", "Finding") is [var first, ..] && ContentIds.Key(first) == finding.Key));

    private static IEnumerable<string> Referred(ContentItem item) => item.ContentType switch
    {
        "Initiative" => item.Ids("Initiative", "MeasureType"),
        "FactorEvidence" => item.Ids("FactorEvidence", "Initiative").Concat(item.Ids("FactorEvidence", "Finding")),
        "Finding" => item.Ids("Finding", "Workshop"),
        _ => [],
    };

    // Nothing but their titles is shown.
    private static IEnumerable<string> Organisations(ContentItem item) => item.ContentType switch
    {
        "Initiative" => item.Bag("Organisations").SelectMany(r => r.Ids("OrganisationRole", "Organisation")),
        "Event" => item.Ids("Event", "Organisers"),
        _ => [],
    };

    private async Task AddInitiativesAsync(ContentItem evidence, HashSet<string> affected, CancellationToken ct)
    {
        foreach (var initiative in (await content.GetManyAsync([.. evidence.Ids("FactorEvidence", "Initiative")], ct)).Values)
        {
            affected.Add(initiative.ContentItemId);
            await AddTranslationsAsync(initiative, affected, ct);
        }
    }

    // What names the German item leads English readers to its translation.
    private async Task AddPassagesOfOriginalAsync(ContentItem translation, HashSet<string> affected, CancellationToken ct)
    {
        if (translation is { Culture: "en", ContentType: "Initiative" or "Workshop" or "Finding", LocalizationSet: { Length: > 0 } set })
        {
            foreach (var original in (await content.LocalizationsAsync(set, ct)).Where(i => i.Culture != "en"))
            {
                affected.UnionWith((await content.ReferringAsync(original.ContentItemId, original.ContentType == "Workshop" ? "Finding" : "FactorEvidence", MostReferring, ct)).Select(i => i.ContentItemId));
            }
        }
    }

    private async Task AddTranslationsAsync(ContentItem item, HashSet<string> affected, CancellationToken ct)
    {
        if (item.LocalizationSet is { Length: > 0 } set)
        {
            affected.UnionWith((await content.LocalizationsAsync(set, ct)).Select(i => i.ContentItemId));
        }
    }
}
