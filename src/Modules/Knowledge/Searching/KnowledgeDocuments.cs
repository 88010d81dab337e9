using System.Runtime.CompilerServices;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>item ids → (1) items → (2) what they refer to → (3) their languages → (4) their evidence → documents. One batch at a time.</summary>
internal sealed class KnowledgeDocuments(IContentReader content, ContentVersions versions, Vocabularies vocabularies, Factors factors, IRegionRegister regions) : ISearchDocumentSource
{
    private const int Batch = 200;

    // Of one initiative, in one language. More would only repeat the same factors.
    private const int MostEvidence = 200;

    // Items that show something of a changed one. A factor or an organisation is mentioned by many.
    private const int MostReferring = 10_000;

    public async Task<IReadOnlyList<SearchDocument>> DocumentsAsync(IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        // 1. Items.
        var items = (await content.GetManyAsync(itemIds, cancellationToken)).Values.ToList();
        return items.Count == 0 ? [] : Documents(items, await ReadRelatedAsync(items, cancellationToken));
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

    public async IAsyncEnumerable<SearchDocument> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<ContentItem>(Batch);
        await foreach (var item in content.AllPublishedAsync(null, cancellationToken))
        {
            batch.Add(item);
            if (batch.Count < Batch)
            {
                continue;
            }

            foreach (var document in Documents(batch, await ReadRelatedAsync(batch, cancellationToken)))
            {
                yield return document;
            }

            batch.Clear();
        }

        if (batch.Count > 0)
        {
            foreach (var document in Documents(batch, await ReadRelatedAsync(batch, cancellationToken)))
            {
                yield return document;
            }
        }
    }

    private static List<SearchDocument> Documents(IEnumerable<ContentItem> items, Related related) =>
        [.. items.Select(item => Knowledge.Documents.Of(item, related)).OfType<SearchDocument>()];

    private async Task<Related> ReadRelatedAsync(List<ContentItem> items, CancellationToken ct)
    {
        // 2. What they refer to.
        var referred = items.SelectMany(Referred).Select(ContentIds.Key).Distinct().ToList();
        var related = new Dictionary<string, ContentItem>(await content.GetManyAsync(referred, ct), StringComparer.Ordinal);

        // 3. Their languages.
        var members = new Dictionary<string, IReadOnlyList<ContentItem>>(StringComparer.Ordinal);
        foreach (var item in items.Concat(related.Values.Where(i => i.ContentType == "MeasureType")).ToList())
        {
            if (item.LocalizationSet is { Length: > 0 } set && !members.ContainsKey(set))
            {
                members.Add(set, await content.LocalizationsAsync(set, ct));
            }
        }

        foreach (var measure in members.Values.SelectMany(m => m).Where(i => i.ContentType == "MeasureType"))
        {
            related.TryAdd(ContentIds.Key(measure.ContentItemId), measure);
        }

        var parentSets = related.Values.Where(i => i is { ContentType: "Workshop" or "Initiative", Culture: not "en", LocalizationSet.Length: > 0 }).Select(i => i.LocalizationSet!).ToList();
        var english = (await content.LocalizationsAsync(parentSets, "en", ct)).DistinctBy(i => i.LocalizationSet).ToDictionary(i => i.LocalizationSet!, StringComparer.Ordinal);

        // 4. Their evidence, of all languages: what a translation has not translated still counts.
        var evidence = new Dictionary<string, IReadOnlyList<ContentItem>>(StringComparer.Ordinal);
        foreach (var initiative in items.Where(i => i.ContentType == "Initiative"))
        {
            var key = Related.SetOf(initiative);
            if (evidence.ContainsKey(key))
            {
                continue;
            }

            var found = new List<ContentItem>();
            foreach (var member in members.GetValueOrDefault(key) ?? [initiative])
            {
                found.AddRange(await content.ReferringAsync(member.ContentItemId, "FactorEvidence", MostEvidence, ct));
            }

            evidence.Add(key, found);
        }

        return new Related
        {
            Vocabularies = await vocabularies.Snapshot.RefreshAsync(ct),
            Factors = await factors.Snapshot.RefreshAsync(ct),
            Regions = regions.Current,
            Items = related,
            Translated = members.Where(m => m.Value.Any(i => i.Culture == "en")).Select(m => m.Key).ToHashSet(StringComparer.Ordinal),
            English = english,
            Evidence = evidence,
        };
    }

    private static IEnumerable<string> Referred(ContentItem item) => item.ContentType switch
    {
        "Initiative" => item.Ids("Initiative", "MeasureType").Concat(item.Bag("Organisations").SelectMany(r => r.Ids("OrganisationRole", "Organisation"))),
        "FactorEvidence" => item.Ids("FactorEvidence", "Initiative"),
        "Finding" => item.Ids("Finding", "Workshop"),
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
        if (translation is { Culture: "en", ContentType: "Initiative" or "Workshop", LocalizationSet: { Length: > 0 } set })
        {
            foreach (var original in (await content.LocalizationsAsync(set, ct)).Where(i => i.Culture != "en"))
            {
                affected.UnionWith((await content.ReferringAsync(original.ContentItemId, original.ContentType == "Initiative" ? "FactorEvidence" : "Finding", MostReferring, ct)).Select(i => i.ContentItemId));
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
