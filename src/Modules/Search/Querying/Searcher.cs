using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Faceting;
using Zukunftswerkstatt.Search.Highlighting;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Querying;

/// <summary>
/// Request → 1. parse → 2. plan → 3. match, relaxing until something is found → 4. proximity → 5. page → 6. hits and marks → 7. facets.
/// </summary>
internal sealed class Searcher(ISnapshots snapshots, Synonyms synonyms, TimeProvider time) : ISearcher
{
    public bool IsReady
    {
        get
        {
            using var lease = snapshots.Lease();
            return lease.Snapshot.Path.Length > 0;
        }
    }

    public long Version
    {
        get
        {
            using var lease = snapshots.Lease();
            return lease.Snapshot.Version;
        }
    }

    public ValueTask<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var lease = snapshots.Lease();
        return ValueTask.FromResult(Search(request, lease.Snapshot));
    }

    private SearchResult Search(SearchRequest request, IndexSnapshot snapshot)
    {
        request = request is { Sort: SearchSort.Distance, Around: null } ? request with { Sort = SearchSort.Relevance } : request;
        var schema = snapshot.Schema;
        var started = time.GetTimestamp();
        var page = Math.Max(1, request.Page);
        var pageSize = Math.Clamp(request.PageSize, 0, SearchRequest.MaxPageSize);
        var modes = request.Modes.Count == 0 ? schema.DefaultModes : schema.Mask(request.Modes);
        var language = Language.Of(request.Culture).Index;

        // 1. Parse.
        var query = QueryParser.Parse(request.Text);

        // 2. Plan.
        var plan = new QueryPlan(snapshot, synonyms, query, language, modes, request.Sort == SearchSort.Relevance);
        var selection = FacetSelection.Of(request, schema, snapshot.Values);
        var wanted = (long)page * pageSize;
        var options = new MatcherOptions(
            modes,
            request.Sort == SearchSort.Relevance && !plan.HasWanted ? SearchSort.Newest : request.Sort,
            (int)(wanted > SearchRequest.MaxReach ? 0 : plan.HasWanted && pageSize > 0 ? Math.Max(wanted, Ranking.ProximityWindow) : wanted),
            request.FacetWishes.Count > 0,
            CountSideways: true);

        // 3. Match.
        var (total, modeCounts, facetCounts, top) = Match(request, snapshot, query, plan, selection, options, language);

        // 4. Proximity.
        if (options.Sort == SearchSort.Relevance)
        {
            Proximity.Apply(top, plan, snapshot);
        }

        var matched = time.GetTimestamp();

        // 5. Page.
        var lastPage = pageSize == 0 ? 1 : Math.Max(1, (Math.Min(total, SearchRequest.MaxReach) + pageSize - 1) / pageSize);
        var from = (page - 1) * (long)pageSize;
        var hits = from < top.Count ? top.GetRange((int)from, Math.Min(pageSize, top.Count - (int)from)) : [];

        // 6. Hits and marks.
        var explainer = request.Explain && options.Sort == SearchSort.Relevance ? new Explainer(snapshot, plan) : null;
        var loader = new HitLoader(snapshot, synonyms, request, Corrected(query, plan));
        return new SearchResult
        {
            Total = total,
            Page = page,
            LastPage = lastPage,
            PageBeyondReach = page > lastPage,
            Hits = [.. hits.Select(h => explainer is null ? loader.Load(h.Document, h.Score) : loader.Load(h.Document, h.Score) with { Explanation = explainer.Explain(h.Document, h.Score) })],

            // 7. Facets.
            Facets = FacetResults.Of(request, schema, snapshot.Values, selection, facetCounts),
            ModeCounts = schema.Declared.Modes.Select((mode, i) => (mode.Name, Count: modeCounts[i])).ToDictionary(m => m.Name, m => m.Count, StringComparer.Ordinal),
            OptionalWords = plan.OptionalWords,
            SplitWords = plan.SplitWords,
            Corrections = plan.Corrections,
            Alternatives = plan.Alternatives,
            TextCut = query.Cut,
            Timings = new SearchTimings(time.GetElapsedTime(started, matched), time.GetElapsedTime(matched)),
        };
    }

    private static (int Total, int[] Modes, int[] Facets, List<(int Document, double Score)> Top) Match(
        SearchRequest request, IndexSnapshot snapshot, ParsedQuery query, QueryPlan plan, FacetSelection? selection, MatcherOptions options, int language)
    {
        var wordless = plan.Clauses.Count == 0 && request.Ranges.Count == 0;
        if (wordless && selection is null)
        {
            var everything = Unfiltered(request, snapshot, plan, options, language);
            if (options.Sort == SearchSort.Newest && (options.Keep <= everything.Newest.Count || everything.Total == everything.Newest.Count))
            {
                return (everything.Total, everything.ModeCounts, everything.FacetCounts, [.. everything.Newest.Take(options.Keep)]);
            }

            var sorted = new Matcher(snapshot, plan, null, request, options with { CountFacets = false });
            sorted.Run(new string?[IndexFields.PartitionCount]);
            return (everything.Total, everything.ModeCounts, everything.FacetCounts, sorted.TakeTop());
        }

        // One selection and no words: what the facet counts beside it is what it counts without it.
        var beside = wordless && options.CountFacets && selection!.Facets is [>= 0] ? Unfiltered(request, snapshot, plan, options, language) : null;
        options = options with { CountSideways = beside is null };

        var titleKey = new string?[IndexFields.PartitionCount];
        foreach (var partition in plan.Partitions)
        {
            titleKey[partition] = plan.HasWanted ? TitleKey.Of(query.Text, Language.All[partition / 2]) : null;
        }

        while (true)
        {
            var matcher = new Matcher(snapshot, plan, selection, request, options);
            matcher.Run(titleKey);
            if (matcher.WordMatches < Ranking.EnoughMatches && plan.Relax(matcher.WordMatches))
            {
                continue;
            }

            for (var value = 0; beside is not null && value < beside.FacetCounts.Length; value++)
            {
                if (snapshot.Values.Facets[value] == selection!.Facets[0])
                {
                    matcher.FacetCounts[value] = beside.FacetCounts[value];
                }
            }

            return (matcher.Total, matcher.ModeCounts, matcher.FacetCounts, matcher.TakeTop());
        }
    }

    /// <summary>The query as it was searched, so that what was meant is marked.</summary>
    private static ParsedQuery Corrected(ParsedQuery query, QueryPlan plan) => plan.Corrections.Count == 0 ? query : query with
    {
        Clauses = [.. query.Clauses.Select(c => plan.Corrections.FirstOrDefault(w => w.Typed == c.Text) is { } correction ? c with { Text = correction.Meant } : c)],
    };

    /// <summary>Everything is counted once for a snapshot, by the first who asks.</summary>
    private static UnfilteredCounts Unfiltered(SearchRequest request, IndexSnapshot snapshot, QueryPlan plan, MatcherOptions options, int language)
    {
        if (snapshot.Unfiltered.TryGetValue((language, options.Modes), out var known))
        {
            return known;
        }

        var matcher = new Matcher(
            snapshot, plan, null, request, options with { Sort = SearchSort.Newest, Keep = UnfilteredCounts.Kept, CountFacets = true });
        matcher.Run(new string?[IndexFields.PartitionCount]);
        return snapshot.Unfiltered.GetOrAdd(
            (language, options.Modes), new UnfilteredCounts(matcher.Total, matcher.ModeCounts, matcher.FacetCounts, matcher.TakeTop()));
    }
}

/// <summary>Reads what a hit shows.</summary>
internal sealed class HitLoader(IndexSnapshot snapshot, Synonyms synonyms, SearchRequest request, ParsedQuery query)
{
    private readonly Highlighter?[] _highlighters = new Highlighter?[Language.All.Count];

    public SearchHit Load(int document, double score)
    {
        var segment = snapshot.SegmentOf(document);
        var local = document - segment.Base;
        var language = segment.Data.Partitions[local] / 2;
        var record = HitRecord.Read(Binary(segment, local, IndexFields.Hit));
        var highlights = new Dictionary<string, IReadOnlyList<string>>(request.Highlights.Count, StringComparer.Ordinal);
        foreach (var wish in request.Highlights)
        {
            if (!IsShown(wish.Unless, highlights) && snapshot.Schema.Text(wish.Field) is { Highlighted: true } && record.Text(wish.Field) is { Length: > 0 } text)
            {
                var highlighter = _highlighters[language] ??= new Highlighter(query, Language.All[language], snapshot.Tools, synonyms);
                highlights[wish.Field] = highlighter.Mark(text, wish);
            }
        }

        return new SearchHit(
            record.Id,
            record.ItemId,
            (DocumentKind)(segment.Data.Partitions[local] % 2),
            snapshot.Schema.Declared.Modes[segment.Data.Modes[local]].Name,
            Language.All[language].Code,
            score,
            record.Payload,
            highlights)
        {
            Kilometres = request.Around is { } circle ? segment.Data.Points(segment.Reader).Distance(local, circle.Center) : null,
        };
    }

    private static bool IsShown(IReadOnlyList<string> fields, Dictionary<string, IReadOnlyList<string>> highlights) =>
        fields.FirstOrDefault(highlights.ContainsKey) is { } first && highlights[first].Any(html => html.Contains("<mark>", StringComparison.Ordinal));

    internal static ReadOnlyMemory<byte> Binary(Segment segment, int document, string field)
    {
        if (segment.Reader.GetBinaryDocValues(field) is { } values)
        {
            var bytes = new BytesRef();
            values.Get(document, bytes);
            if (bytes.Length > 0)
            {
                return bytes.Bytes.AsMemory(bytes.Offset, bytes.Length);
            }
        }

        // Too long for a doc value.
        return segment.Reader.Document(document, new HashSet<string> { field }).GetBinaryValue(field)?.Bytes;
    }
}
