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
            if (segment.Reader.GetTerms(IndexFields.Names) is not { } terms)
            {
                continue;
            }

            // 1. and 2.
            ulong[]? all = null;
            foreach (var word in query.Words)
            {
                var some = Having(segment, terms.GetEnumerator(), number, word, edits);
                all = all is null ? some : And(all, some);
            }

            // 3.
            var data = segment.Data;
            foreach (var document in Bits.Of(all!))
            {
                if ((data.ShownIn[document] & shown) != 0)
                {
                    top.Add(((double)data.Importance[document] * uint.MaxValue) + data.Dates[document], document + segment.Base);
                }
            }
        }

        // 4. and 5.
        return [.. top.Take()
            .Select(hit => Read(snapshot, hit.Document))
            .OrderBy(hit => query.Rank(hit.Title))
            .Take(limit)];
    }

    private static ulong[] And(ulong[] all, ulong[] some)
    {
        for (var i = 0; i < all.Length; i++)
        {
            all[i] &= some[i];
        }

        return all;
    }

    /// <summary>The documents of a segment in whose name a word stands for a typed one.</summary>
    private static ulong[] Having(Segment segment, TermsEnum terms, int group, string word, int edits)
    {
        var bits = new ulong[(segment.Data.Modes.Length + 63) / 64];
        DocsEnum? list = null;
        edits = Math.Min(edits, NameQuery.Forgiven(word));
        if (edits == 0 && word.Length <= NameTerms.LongestBeginning)
        {
            Mark(NameTerms.Beginning(group, word));
            return bits;
        }

        var names = segment.Data.Names(segment.Reader)[group];
        var text = Encoding.UTF8.GetBytes(word);
        if (edits > 0)
        {
            var near = new List<int>();
            names.Begin(text, edits, MostWords, near);
            near.ForEach(found => Mark(NameTerms.Word(group, names[found])));
            return bits;
        }

        var (from, to) = names.Range(text);
        for (var i = from; i < Math.Min(to, from + MostWords); i++)
        {
            Mark(NameTerms.Word(group, names[i]));
        }

        return bits;

        void Mark(BytesRef term)
        {
            if (!terms.SeekExact(term))
            {
                return;
            }

            list = terms.Docs(segment.Live, list, DocsFlags.NONE);
            for (var document = list.NextDoc(); document != ClauseCursor.End; document = list.NextDoc())
            {
                bits[document >> 6] |= 1UL << document;
            }
        }
    }

    private static SuggestedDocument Read(IndexSnapshot snapshot, int document)
    {
        var segment = snapshot.SegmentOf(document);
        var local = document - segment.Base;
        var title = new BytesRef();
        segment.Reader.GetSortedDocValues(IndexFields.Title)?.Get(local, title);
        var (_, itemId, payload) = HitRecord.Read(HitLoader.Binary(segment, local, IndexFields.Hit));
        return new SuggestedDocument(itemId, TitleKey.Title(title.Utf8ToString()), Language.All[segment.Data.Partitions[local] / 2].Code, payload);
    }
}
