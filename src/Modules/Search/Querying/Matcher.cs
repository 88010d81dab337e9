using System.Buffers;
using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Faceting;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Querying;

/// <summary>
/// Runs a plan over a snapshot. Every document that satisfies the words is shown to <see cref="Collect"/>, which
/// 1. checks language and ranges, 2. checks the selections, 3. counts its mode, 4. keeps it if it is among the best, and
/// 5. notes it for counting. A document that fails just one facet's selection is counted for that facet alone, which is what
/// keeps a facet's own selection from shrinking its counts.
/// </summary>
internal sealed class Matcher
{
    private readonly IndexSnapshot _snapshot;
    private readonly QueryPlan _plan;
    private readonly FacetSelection? _selection;
    private readonly IReadOnlyList<int> _selectedFacets;
    private readonly bool _countSideways;
    private readonly (double[][] Numbers, double From, double To)[] _ranges;
    private readonly byte _language;
    private readonly uint _modes;
    private readonly SearchSort _sort;
    private readonly int _sortNumber;
    private readonly GeoPoint? _center;
    private readonly bool _countFacets;
    private readonly TopHits _top;
    private readonly List<(BytesRef Title, int Document)> _titles = [];
    private readonly int _capacity;
    private readonly int[] _modeCounts;
    private readonly int[] _facetCounts;

    // The segment being read.
    private Segment _segment = null!;
    private SegmentData _data = null!;
    private PartitionWeights _weights = null!;
    private int[] _matches = [];
    private int _matchCount;
    private ClauseCursor[] _required = [];
    private ClauseCursor[] _optional = [];
    private ulong[][] _selected = [];
    private HashSet<int>? _ownTitle;

    public Matcher(IndexSnapshot snapshot, QueryPlan plan, FacetSelection? selection, SearchRequest request, MatcherOptions options)
    {
        (_snapshot, _plan, _selection) = (snapshot, plan, selection);
        _language = (byte)(1 << Language.Of(request.Culture).Index);
        _modes = options.Modes;
        _sort = options.Sort;
        _sortNumber = request.SortNumber is { } number ? snapshot.Schema.Number(number) : -1;
        _center = request.Around?.Center;
        _countFacets = options.CountFacets;
        _countSideways = options.CountFacets && options.CountSideways;
        _selectedFacets = selection?.Facets ?? [];
        _capacity = options.Keep;
        _top = new TopHits(options.Keep);
        _modeCounts = new int[snapshot.Schema.Declared.Modes.Count];
        _facetCounts = new int[snapshot.Values.Count];
        _ranges = [.. request.Ranges.Select(range => Range(range.Key, range.Value))];

        (double[][], double, double) Range(string name, (double? From, double? To) bounds)
        {
            var number = snapshot.Schema.Number(name);
            return (
                number < 0 ? [] : [.. snapshot.Segments.Select(s => s.Data.Numbers[number])],
                bounds.From ?? double.NegativeInfinity,
                bounds.To ?? double.PositiveInfinity);
        }
    }

    public int Total { get; private set; }

    public int[] ModeCounts => _modeCounts;

    public int[] FacetCounts => _facetCounts;

    /// <summary>Documents that satisfied the words and belong to the searched modes, whatever is selected.</summary>
    public int WordMatches { get; private set; }

    /// <param name="titleKey">The whole query as a title key by partition; a document with this title is a hit whatever else the query says.</param>
    public void Run(string?[] titleKey)
    {
        for (var i = 0; i < _snapshot.Segments.Length; i++)
        {
            _segment = _snapshot.Segments[i];
            _data = _segment.Data;
            _segmentIndex = i;
            _matches = ArrayPool<int>.Shared.Rent(_data.Modes.Length + 1);
            _matchCount = 0;
            _selected = _selection?.In(_segment) ?? [];

            foreach (var partition in _plan.Partitions)
            {
                if ((_data.Statistics[partition].ShownIn & _language) != 0)
                {
                    _weights = _snapshot.Partitions[partition];
                    MatchPartition(partition, titleKey[partition]);
                }
            }

            if (_countFacets)
            {
                _data.Facets.Count(_matches.AsSpan(0, _matchCount), _facetCounts);
            }

            ArrayPool<int>.Shared.Return(_matches);
            KeepTitles();
        }
    }

    /// <summary>The best documents, best first; for a sort by title the key is 0.</summary>
    public List<(int Document, double Score)> TakeTop()
    {
        if (_sort != SearchSort.Title)
        {
            return _top.Take();
        }

        _titles.Sort((a, b) => a.Title.CompareTo(b.Title) is var order and not 0 ? order : a.Document.CompareTo(b.Document));
        return [.. _titles.Take(_capacity).Select(t => (t.Document, 0.0))];
    }

    private int _segmentIndex;

    private void MatchPartition(int partition, string? titleKey)
    {
        // 1. Documents with the query as their title.
        _ownTitle = OwnTitles(partition, titleKey);

        // 2. Documents with the required clauses.
        if (!CountOnly(partition) && OpenClauses(partition))
        {
            var excluded = Open(partition, _plan.Clauses.Where(c => c.Clause.Excluded));
            if (_required.Length > 0)
            {
                Intersect(excluded);
            }
            else if (!_plan.HasWanted)
            {
                All(partition, excluded);
            }

            Close(_required, partition);
            Close(_optional, partition);
            Close(excluded, partition);
        }

        // 3. Documents with the title that the clauses did not find.
        if (_ownTitle is { Count: > 0 } left)
        {
            _required = [];
            _optional = [];
            foreach (var document in left.Order().ToArray())
            {
                Collect(document);
            }
        }
    }

    /// <summary>
    /// Where nothing is searched and nothing is filtered, a word's number of documents is all there is to know. Saves reading the long
    /// lists of common words only to count a tab.
    /// </summary>
    private bool CountOnly(int partition)
    {
        var statistics = _data.Statistics[partition];
        if ((statistics.Modes & _modes) != 0 || !BitOperations.IsPow2(statistics.Modes) || (statistics.HiddenIn & _language) != 0
            || _segment.Live is not null || _selection is not null || _ranges.Length > 0 || _ownTitle is not null)
        {
            return false;
        }

        var count = _plan.Clauses.Count == 0 ? statistics.Documents
            : _plan.Clauses is [{ Required: true, IsOneWord: true } only] && only.SynonymPhrases[partition] is null or [] ? only.Words[partition]?.CountIn(_segmentIndex)
            : null;
        _modeCounts[BitOperations.TrailingZeroCount(statistics.Modes)] += count ?? 0;
        return count is not null;
    }

    private void Close(ClauseCursor[] cursors, int partition)
    {
        foreach (var cursor in cursors)
        {
            cursor.Close(_segment, partition);
        }
    }

    private HashSet<int>? OwnTitles(int partition, string? titleKey)
    {
        if (titleKey is null || _segment.RentTitleKeys(partition) is not { } terms)
        {
            return null;
        }

        HashSet<int>? found = null;
        if (terms.SeekExact(new BytesRef(titleKey)))
        {
            found = [];
            var documents = terms.Docs(_segment.Live, null, DocsFlags.NONE);
            for (var document = documents.NextDoc(); document != ClauseCursor.End; document = documents.NextDoc())
            {
                found.Add(document);
            }
        }

        _segment.ReturnTitleKeys(partition, terms);
        return found;
    }

    /// <summary>False when a required clause has no document here.</summary>
    private bool OpenClauses(int partition)
    {
        var required = new List<ClauseCursor>();
        foreach (var clause in _plan.Clauses)
        {
            if (clause.Required)
            {
                if (clause.Open(_segment, _segmentIndex, partition) is not { } cursor)
                {
                    Close([.. required], partition);
                    return false;
                }

                required.Add(cursor);
            }
        }

        required.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        _required = [.. required];
        _optional = Open(partition, _plan.Clauses.Where(c => !c.Required && !c.Clause.Excluded));
        return !_plan.FindsNothing;
    }

    private ClauseCursor[] Open(int partition, IEnumerable<PlannedClause> clauses) =>
        [.. clauses.Select(c => c.Open(_segment, _segmentIndex, partition)).OfType<ClauseCursor>()];

    private void Intersect(ClauseCursor[] excluded)
    {
        var lead = _required[0];
        var document = lead.Next();
        while (document != ClauseCursor.End)
        {
            var next = document;
            for (var i = 1; i < _required.Length; i++)
            {
                var cursor = _required[i];
                next = cursor.At(document);
                if (next != document)
                {
                    break;
                }
            }

            if (next != document)
            {
                document = next == ClauseCursor.End ? next : lead.Advance(next);
                continue;
            }

            if (!Excluded(excluded, document))
            {
                Collect(document);
            }

            document = lead.Next();
        }
    }

    private void All(int partition, ClauseCursor[] excluded)
    {
        // Documents without the selection matter only to the counts beside it.
        var only = _selected.Length > 0 && !_countSideways ? _selected[0] : null;
        var partitions = _data.Partitions;
        var live = _segment.Live;
        for (var document = 0; document < partitions.Length; document++)
        {
            if (only is not null && only[document >> 6] >> document == 0)
            {
                document |= 63;
            }
            else if (partitions[document] == partition && (live is null || live.Get(document)) && !Excluded(excluded, document))
            {
                Collect(document);
            }
        }
    }

    private static bool Excluded(ClauseCursor[] excluded, int document)
    {
        foreach (var cursor in excluded)
        {
            if (cursor.At(document) == document)
            {
                return true;
            }
        }

        return false;
    }

    private void Collect(int document)
    {
        var ownTitle = _ownTitle?.Remove(document) == true;

        // 1. Language and ranges.
        if ((_data.ShownIn[document] & _language) == 0 || !InRanges(document))
        {
            return;
        }

        var mode = _data.Modes[document];
        var searched = ((_modes >> mode) & 1) != 0;
        WordMatches += searched ? 1 : 0;

        // 2. Selections.
        var missing = -1;
        for (var i = 0; i < _selected.Length; i++)
        {
            if (((_selected[i][document >> 6] >> document) & 1) == 0)
            {
                if (missing >= 0)
                {
                    return;
                }

                missing = i;
            }
        }

        if (missing >= 0)
        {
            if (searched && _countSideways && _selectedFacets[missing] is var facet and >= 0)
            {
                _data.Facets.CountFacet(document, facet, _snapshot.Values.Facets, _facetCounts);
            }

            return;
        }

        // 3. Mode.
        _modeCounts[mode]++;
        if (!searched)
        {
            return;
        }

        // 4. The best.
        Total++;
        if (_capacity > 0)
        {
            var key = _sort switch
            {
                SearchSort.Relevance => Score(document) + (ownTitle ? Ranking.OwnTitle : 0),
                SearchSort.Newest => _data.Dates[document],
                SearchSort.Distance => Distance(document),
                SearchSort.NumberAscending => -NumberOr(document, double.PositiveInfinity),
                SearchSort.NumberDescending => NumberOr(document, double.NegativeInfinity),
                _ => -_data.TitleOrders[document],
            };
            _top.Add(key, document + _segment.Base);
        }

        // 5. Counting.
        _matches[_matchCount++] = document;
    }

    /// <summary>The nearer the higher; what lies nowhere is not in the circle.</summary>
    private double Distance(int document) =>
        _center is { } center ? -_data.Points(_segment.Reader).Distance(document, center) : 0;

    private double NumberOr(int document, double missing) =>
        _sortNumber >= 0 && _data.Numbers[_sortNumber][document] is var number && !double.IsNaN(number) ? number : missing;

    private bool InRanges(int document)
    {
        foreach (var (numbers, from, to) in _ranges)
        {
            // A number that no schema declares matches nothing; NaN compares false.
            if (numbers.Length == 0 || !(numbers[_segmentIndex][document] >= from && numbers[_segmentIndex][document] <= to))
            {
                return false;
            }
        }

        return true;
    }

    private double Score(int document)
    {
        var score = 0f;
        foreach (var cursor in _required)
        {
            score += cursor.Score(_data, _weights);
        }

        foreach (var cursor in _optional)
        {
            if (cursor.At(document) == document)
            {
                score += Ranking.Optional + cursor.Score(_data, _weights);
            }
        }

        return score * (1 + (Ranking.Quality / byte.MaxValue * _data.Quality[document]));
    }

    /// <summary>Ordinals of titles mean something only within a segment, so the best of each segment are kept by title.</summary>
    private void KeepTitles()
    {
        if (_sort != SearchSort.Title)
        {
            return;
        }

        var titles = _segment.Reader.GetSortedDocValues(IndexFields.Title);
        foreach (var (document, key) in _top.Take())
        {
            var title = new BytesRef();
            titles?.LookupOrd((int)-key, title);
            _titles.Add((BytesRef.DeepCopyOf(title), document));
        }
    }
}

/// <param name="Modes">Bits of the searched modes.</param>
/// <param name="Sort">Order of the hits.</param>
/// <param name="Keep">How many of the best are kept.</param>
/// <param name="CountFacets">Whether facets are counted.</param>
/// <param name="CountSideways">Whether documents that fail just one facet's selection are counted for that facet.</param>
internal sealed record MatcherOptions(uint Modes, SearchSort Sort, int Keep, bool CountFacets, bool CountSideways);
