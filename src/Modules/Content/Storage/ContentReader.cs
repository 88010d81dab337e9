using System.Runtime.CompilerServices;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>Reads published versions with prepared statements, each along one index.</summary>
internal sealed class ContentReader(ReadSessions reads) : IContentReader
{
    private const int IdsPerQuery = 100;
    private const int RebuildPage = 200;
    private const string Published = $"SELECT {ContentRow.Columns} FROM \"ContentVersions\" v WHERE v.\"Published\"";

    private static readonly string _anyOfMany = string.Join(", ", Enumerable.Range(0, IdsPerQuery).Select(i => $"@p{i}"));
    private static readonly string _byIds = $"{Published} AND v.\"ItemId\" IN ({_anyOfMany})";
    private static readonly string _titles = $"SELECT v.\"ItemId\", v.\"DisplayText\" FROM \"ContentVersions\" v WHERE v.\"Published\" AND v.\"ItemId\" IN ({_anyOfMany})";
    private static readonly string _idsOfSets = $"SELECT v.\"ItemId\" FROM \"ContentVersions\" v WHERE v.\"Published\" AND v.\"LocalizationSet\" IN ({_anyOfMany})";
    private static readonly string _ofSets = $"{Published} AND v.\"LocalizationSet\" IN ({_anyOfMany})";
    private static readonly string _referringToMany = $"""
        SELECT {ContentRow.Columns}, r."TargetId" FROM "ContentReferences" r
        JOIN "ContentVersions" v ON v."ItemId" = r."SourceId" AND v."Published"
        WHERE r."TargetId" IN ({_anyOfMany}) AND r."Published" = TRUE AND r."SourceType" = @p{IdsPerQuery}
        """;

    private static readonly string _bySets = $"{Published} AND v.\"LocalizationSet\" IN ({_anyOfMany}) AND v.\"Culture\" = @p{IdsPerQuery}";

    public async ValueTask<ContentItem?> GetAsync(string id, CancellationToken ct)
    {
        var rows = await reads.QueryAsync($"{Published} AND v.\"ItemId\" = @p0", [ContentIds.Key(id)], ContentRow.Read, ct);
        return rows.Count == 0 ? null : rows[0];
    }

    public async Task<IReadOnlyDictionary<string, ContentItem>> GetManyAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var items = new Dictionary<string, ContentItem>(ids.Count, StringComparer.OrdinalIgnoreCase);
        if (ids.Count <= 4)
        {
            // Fewer than the long statement is worth.
            foreach (var id in ids)
            {
                if (await GetAsync(id, ct) is { } item)
                {
                    items[id] = item;
                }
            }

            return items;
        }

        foreach (var chunk in Chunks(ids.Select(ContentIds.Key)))
        {
            foreach (var item in await reads.QueryAsync(_byIds, Arguments(chunk), ContentRow.Read, ct))
            {
                items[item.ContentItemId] = item;
            }
        }

        return items;
    }

    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var titles = new Dictionary<string, string>(ids.Count, StringComparer.Ordinal);
        foreach (var chunk in Chunks(ids.Select(ContentIds.Key)))
        {
            foreach (var (id, title) in await reads.QueryAsync(_titles, Arguments(chunk), row => (row.GetString(0), row.GetString(1)), ct))
            {
                titles[id] = title;
            }
        }

        return titles;
    }

    public async ValueTask<PathTarget?> ResolveAsync(string path, CancellationToken ct)
    {
        const string Sql = """
            SELECT p."ItemId", p."Use", c."Path", v."Id"
            FROM "Paths" p
            LEFT JOIN "Paths" c ON c."ItemId" = p."ItemId" AND c."Use" = 1
            LEFT JOIN "ContentVersions" v ON v."ItemId" = p."ItemId" AND v."Published"
            WHERE p."Path" = @p0
            """;
        var rows = await reads.QueryAsync(
            Sql,
            [Slug.PathKey(path)],
            row => (ItemId: row.GetString(0), Use: (PathUse)row.GetInt32(1), Current: row.IsDBNull(2) ? null : row.GetString(2), Published: !row.IsDBNull(3)),
            ct);
        return rows switch
        {
            [] => null,
            [{ Use: PathUse.Reserved }, ..] => null,
            [{ Published: false } gone, ..] => new(gone.ItemId, PathState.Gone, null),
            [{ Use: PathUse.Current } here, ..] => new(here.ItemId, PathState.Current, here.Current),
            [var moved, ..] => new(moved.ItemId, moved.Current is null ? PathState.Gone : PathState.Moved, moved.Current),
        };
    }

    public async Task<IReadOnlyList<ContentItem>> ListAsync(ListQuery query, CancellationToken ct)
    {
        const string InCulture = " AND v.\"ContentType\" = @p0 AND v.\"Culture\" = @p1";
        const string NewestFirst = " ORDER BY v.\"PublishedUtc\" DESC, v.\"ItemId\" DESC LIMIT @p2";
        const string AfterDate = " AND (v.\"PublishedUtc\", v.\"ItemId\") < (@p3, @p4)";
        const string ByTitle = " ORDER BY v.\"SortText\", v.\"ItemId\" LIMIT @p2";
        const string AfterTitle = " AND (v.\"SortText\", v.\"ItemId\") > (@p3, @p4)";
        const string AnyCulture = " AND v.\"ContentType\" = @p0 AND @p1 = ''";

        var scope = query.Culture is null ? AnyCulture : InCulture;
        var limit = Math.Clamp(query.Limit, 1, 500);
        var (order, after) = query.Order == ListOrder.Newest ? (NewestFirst, AfterDate) : (ByTitle, AfterTitle);
        object[] arguments = query.After is not { } last
            ? [query.Type, query.Culture ?? "", limit]
            : [query.Type, query.Culture ?? "", limit,
                query.Order == ListOrder.Newest ? (last.PublishedUtc ?? DateTime.MinValue).Ticks : Slug.SortText(last.DisplayText),
                ContentIds.Key(last.ContentItemId)];
        var sql = Published + scope + (query.After is null ? "" : after) + order;
        return query.Latest ? await reads.QueryLatestAsync(sql, arguments, ContentRow.Read, ct) : await reads.QueryAsync(sql, arguments, ContentRow.Read, ct);
    }

    public async ValueTask<long> CountAsync(string type, string? culture, CancellationToken ct)
    {
        const string Count = "SELECT COUNT(*) FROM \"ContentVersions\" v WHERE v.\"Published\" AND v.\"ContentType\" = @p0";
        var counts = culture is null
            ? await reads.QueryAsync(Count, [type], row => row.GetInt64(0), ct)
            : await reads.QueryAsync(Count + " AND v.\"Culture\" = @p1", [type, culture], row => row.GetInt64(0), ct);
        return counts is [var count] ? count : 0;
    }

    public async Task<IReadOnlyList<ContentItem>> ReferringAsync(string targetId, string sourceType, int limit, CancellationToken ct)
    {
        const string Sql = $"""
            SELECT {ContentRow.Columns} FROM "ContentVersions" v
            JOIN (SELECT DISTINCT "SourceId" FROM "ContentReferences"
                  WHERE "TargetId" = @p0 AND "Published" = TRUE AND "SourceType" = @p1 ORDER BY "SourceId" LIMIT @p2) r ON v."ItemId" = r."SourceId"
            WHERE v."Published"
            """;
        var items = await reads.QueryAsync(Sql, [ContentIds.Key(targetId), sourceType, limit], ContentRow.Read, ct);
        return [.. items.OrderBy(item => ContentIds.Key(item.ContentItemId), StringComparer.Ordinal)];
    }

    public async Task<ILookup<string, ContentItem>> ReferringAsync(IReadOnlyCollection<string> targetIds, string sourceType, int limit, CancellationToken ct)
    {
        var found = new List<(string Target, ContentItem Source)>();
        foreach (var chunk in Chunks(targetIds.Select(ContentIds.Key)))
        {
            found.AddRange(await reads.QueryAsync(
                _referringToMany, Arguments(chunk, sourceType), row => (row.GetString(ContentRow.ColumnCount), ContentRow.Read(row)), ct));
        }

        // From several fields it is still one that refers.
        return found.DistinctBy(f => (f.Target, ContentIds.Key(f.Source.ContentItemId)))
            .GroupBy(f => f.Target, StringComparer.Ordinal)
            .SelectMany(g => g.OrderBy(f => ContentIds.Key(f.Source.ContentItemId), StringComparer.Ordinal).Take(limit))
            .ToLookup(f => f.Target, f => f.Source, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<ContentItem>> ReferringAsync(string targetId, int limit, CancellationToken ct)
    {
        const string Sql = $"""
            SELECT {ContentRow.Columns} FROM "ContentVersions" v
            JOIN (SELECT DISTINCT "SourceType", "SourceId" FROM "ContentReferences"
                  WHERE "TargetId" = @p0 AND "Published" = TRUE ORDER BY "SourceType", "SourceId" LIMIT @p1) r ON v."ItemId" = r."SourceId"
            WHERE v."Published"
            """;
        var items = await reads.QueryAsync(Sql, [ContentIds.Key(targetId), limit], ContentRow.Read, ct);
        return [.. items.OrderBy(item => item.ContentType, StringComparer.Ordinal).ThenBy(item => ContentIds.Key(item.ContentItemId), StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<ContentItem>> LocalizationsAsync(string localizationSet, CancellationToken ct) =>
    [
        .. (await reads.QueryAsync($"{Published} AND v.\"LocalizationSet\" = @p0", [localizationSet], ContentRow.Read, ct))
            .OrderBy(item => item.Culture, StringComparer.Ordinal),
    ];

    public async Task<ILookup<string, ContentItem>> LocalizationsAsync(IReadOnlyCollection<string> localizationSets, CancellationToken ct)
    {
        var items = new List<ContentItem>(localizationSets.Count * 2);
        foreach (var chunk in Chunks(localizationSets))
        {
            items.AddRange(await reads.QueryAsync(_ofSets, Arguments(chunk), ContentRow.Read, ct));
        }

        return BySet(items);
    }

    public async Task<ILookup<string, ContentItem>> LocalizationsAsync(IReadOnlyCollection<string> localizationSets, IReadOnlyCollection<ContentItem> known, CancellationToken ct)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in Chunks(localizationSets))
        {
            ids.UnionWith(await reads.QueryAsync(_idsOfSets, Arguments(chunk), row => row.GetString(0), ct));
        }

        var sets = localizationSets.ToHashSet(StringComparer.Ordinal);
        var members = known.Where(item => item.LocalizationSet is { } set && sets.Contains(set)).DistinctBy(item => ContentIds.Key(item.ContentItemId)).ToList();
        ids.ExceptWith(members.Select(item => ContentIds.Key(item.ContentItemId)));
        members.AddRange((await GetManyAsync(ids, ct)).Values);
        return BySet(members);
    }

    public async Task<IReadOnlyList<ContentItem>> LocalizationsAsync(IReadOnlyCollection<string> localizationSets, string culture, CancellationToken ct)
    {
        var items = new List<ContentItem>(localizationSets.Count);
        foreach (var chunk in Chunks(localizationSets))
        {
            items.AddRange(await reads.QueryAsync(_bySets, Arguments(chunk, culture), ContentRow.Read, ct));
        }

        return items;
    }

    public async Task<IReadOnlySet<string>?> LocalizationSetsAsync(string type, string culture, int most, CancellationToken ct)
    {
        const string Sql = "SELECT v.\"LocalizationSet\" FROM \"ContentVersions\" v WHERE v.\"Published\" AND v.\"ContentType\" = @p0 AND v.\"Culture\" = @p1 LIMIT @p2";
        var sets = await reads.QueryAsync(Sql, [type, culture, most + 1L], row => row.IsDBNull(0) ? "" : row.GetString(0), ct);
        return sets.Count > most ? null : sets.Where(set => set.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    public async ValueTask<IReadOnlyList<ContentItem>> TranslationsAsync(ContentItem item, CancellationToken ct) => item.LocalizationSet is { Length: > 0 } set
        ? await reads.QueryAsync($"{Published} AND v.\"LocalizationSet\" = @p0 AND v.\"ItemId\" <> @p1", [set, ContentIds.Key(item.ContentItemId)], ContentRow.Read, ct)
        : [];

    public async IAsyncEnumerable<ContentItem> AllPublishedAsync(string? afterId, [EnumeratorCancellation] CancellationToken ct, string? exceptType)
    {
        var after = afterId is null ? "" : ContentIds.Key(afterId);
        while (true)
        {
            var page = await reads.QueryAsync(
                $"{Published} AND v.\"ItemId\" > @p0 AND v.\"ContentType\" <> @p2 ORDER BY v.\"ItemId\" LIMIT @p1", [after, RebuildPage, exceptType ?? ""], ContentRow.Read, ct);
            foreach (var item in page)
            {
                yield return item;
            }

            if (page.Count < RebuildPage)
            {
                yield break;
            }

            after = ContentIds.Key(page[^1].ContentItemId);
        }
    }

    private static ILookup<string, ContentItem> BySet(List<ContentItem> items) =>
        items.OrderBy(item => item.Culture, StringComparer.Ordinal).ToLookup(item => item.LocalizationSet!, StringComparer.Ordinal);

    /// <summary>A key that no row can hold is left out, or its whole statement would find nothing.</summary>
    private static IEnumerable<string[]> Chunks(IEnumerable<string> keys) => keys.Where(StorableText.IsStorable).Distinct(StringComparer.Ordinal).Chunk(IdsPerQuery);

    /// <summary>The arguments of a statement for <see cref="IdsPerQuery"/> keys, filled up with a key that is there already, and what follows them.</summary>
    private static object[] Arguments(string[] keys, params ReadOnlySpan<object> others)
    {
        var arguments = new object[IdsPerQuery + others.Length];
        Array.Fill(arguments, keys[0]);
        Array.Copy(keys, arguments, keys.Length);
        others.CopyTo(arguments.AsSpan(IdsPerQuery));
        return arguments;
    }
}
