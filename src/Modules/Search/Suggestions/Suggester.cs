using System.Buffers;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Querying;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Suggestions;

/// <summary>
/// In every segment: 1. the documents of each word, 2. those that have all of them, 3. the most important and newest of these.
/// Then, of the few left: 4. their titles, 5. those first that begin with the query.
/// </summary>
internal sealed class Suggester(ISnapshots snapshots) : ISuggester
{
    /// <summary>Words of one segment that a typed word may stand for; a word of five letters or more is the beginning of fewer.</summary>
    internal const int MostWords = 256;

    /// <summary>Documents whose titles are read.</summary>
    internal const int Candidates = 24;

    public IReadOnlyList<SuggestedDocument> Suggest(NameQuery query, string group, string culture, int edits, int limit)
    {
        using var lease = snapshots.Lease();
        var snapshot = lease.Snapshot;
        var number = snapshot.Schema.SuggestionGroup(group);
        if (number < 0 || limit <= 0)
        {
            return [];
        }

        var top = new TopHits(Math.Max(limit, Candidates));
        var shown = (byte)(1 << Language.Of(culture).Index);
        foreach (var segment in snapshot.Segments)
        {
            // 1. and 2.
            if (segment.Reader.GetTerms(IndexFields.Names) is not { } terms || All(segment, terms.GetEnumerator(), number, query, edits) is not { } all)
            {
                continue;
            }

            // 3.
            var data = segment.Data;
            foreach (var document in Bits.Of(all, Words(segment)))
            {
                if ((data.ShownIn[document] & shown) != 0)
                {
                    top.Add(((double)data.Importance[document] * uint.MaxValue) + data.Dates[document], document + segment.Base);
                }
            }

            ArrayPool<ulong>.Shared.Return(all);
        }

        // 4. and 5.
        return [.. top.Take()
            .Select(hit => (hit.Document, Title: Title(snapshot, hit.Document)))
            .OrderBy(hit => query.Rank(hit.Title))
            .Take(limit)
            .Select(hit => Read(snapshot, hit.Document, hit.Title))];
    }

    private static int Words(Segment segment) => (segment.Data.Modes.Length + 63) / 64;

    /// <summary>The documents of a segment in whose name a word stands for each typed one, as a rented array; null for none.</summary>
    private static ulong[]? All(Segment segment, TermsEnum terms, int group, NameQuery query, int edits)
    {
        ulong[]? all = null;
        foreach (var word in query.LongestFirst)
        {
            var some = ArrayPool<ulong>.Shared.Rent(Words(segment));
            Array.Clear(some, 0, Words(segment));
            var found = Mark(segment, terms, group, word, edits, some);
            for (var i = 0; found && all is not null && i < Words(segment); i++)
            {
                some[i] &= all[i];
            }

            if (all is not null)
            {
                ArrayPool<ulong>.Shared.Return(all);
            }

            all = some;
            if (!found)
            {
                ArrayPool<ulong>.Shared.Return(all);
                return null;
            }
        }

        return all;
    }

    /// <summary>Marks the documents of a segment in whose name a word stands for a typed one; false when there is none.</summary>
    private static bool Mark(Segment segment, TermsEnum terms, int group, string word, int edits, ulong[] bits)
    {
        DocsEnum? list = null;
        var found = false;
        edits = Math.Min(edits, NameQuery.Forgiven(word));
        if (edits == 0 && word.Length <= NameTerms.LongestBeginning)
        {
            Add(NameTerms.Beginning(group, word));
            return found;
        }

        var names = segment.Data.Names(segment.Reader)[group];
        var text = Encoding.UTF8.GetBytes(word);
        if (edits > 0)
        {
            var near = new List<int>();
            names.Begin(text, edits, MostWords, near);
            near.ForEach(index => Add(NameTerms.Word(group, names[index])));
            return found;
        }

        var (from, to) = names.Range(text);
        for (var i = from; i < Math.Min(to, from + MostWords); i++)
        {
            Add(NameTerms.Word(group, names[i]));
        }

        return found;

        void Add(BytesRef term)
        {
            if (!terms.SeekExact(term))
            {
                return;
            }

            list = terms.Docs(segment.Live, list, DocsFlags.NONE);
            for (var document = list.NextDoc(); document != ClauseCursor.End; document = list.NextDoc())
            {
                bits[document >> 6] |= 1UL << document;
                found = true;
            }
        }
    }

    private static string Title(IndexSnapshot snapshot, int document)
    {
        var segment = snapshot.SegmentOf(document);
        var title = new BytesRef();
        segment.Reader.GetSortedDocValues(IndexFields.Title)?.Get(document - segment.Base, title);
        return TitleKey.Title(title.Utf8ToString());
    }

    private static SuggestedDocument Read(IndexSnapshot snapshot, int document, string title)
    {
        var segment = snapshot.SegmentOf(document);
        var local = document - segment.Base;
        var record = HitRecord.Read(HitLoader.Binary(segment, local, IndexFields.Hit));
        return new SuggestedDocument(record.ItemId, title, Language.All[segment.Data.Partitions[local] / 2].Code, record.Payload);
    }
}
