using Lucene.Net.Index;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Querying;

/// <summary>A word in one partition: where its posting lists begin in every segment.</summary>
internal sealed class WordPlan
{
    private readonly Alternative[] _alternatives;
    private readonly BytesRef?[] _marks;
    private readonly States?[] _states;
    private readonly int _partition;
    private readonly int _derived;

    /// <param name="snapshot">Where.</param>
    /// <param name="partition">Which of its partitions.</param>
    /// <param name="stem">Stem of the word, precise spelling.</param>
    /// <param name="folded">Its folded spelling; empty when it is the same.</param>
    /// <param name="exact">The word itself; empty for a part of a compound.</param>
    /// <param name="derived">Stems derived from the same root.</param>
    /// <param name="synonyms">Stems that mean the same.</param>
    /// <param name="scored">Whether documents are scored; if they are only counted, no more is looked up than what matches.</param>
    public WordPlan(IndexSnapshot snapshot, int partition, string stem, string folded, string exact, IReadOnlyList<string> derived, IReadOnlyList<string> synonyms, bool scored)
    {
        (_partition, _derived) = (partition, derived.Count);

        // A word with umlauts also finds the plain spelling; a plain one finds words with umlauts.
        var foldedTerm = folded.Length == 0 ? new BytesRef(Mark(IndexFields.Folded, stem)) : new BytesRef(folded);
        _alternatives =
        [
            new(Forms: false, new BytesRef(stem), 1),
            new(Forms: folded.Length == 0, foldedTerm, Ranking.Folded),
            new(Forms: true, new BytesRef(Mark(IndexFields.Part, stem)), Ranking.Part),
            .. derived.Select(s => new Alternative(Forms: false, new BytesRef(s), Ranking.Derived)),
            .. synonyms.Select(s => new Alternative(Forms: false, new BytesRef(s), Ranking.Synonym)),
        ];
        var other = folded.Length == 0 ? stem : folded;
        _marks = !scored ? [] :
        [
            exact.Length == 0 ? null : new BytesRef(Mark(IndexFields.Exact, exact)),
            new BytesRef(Mark(IndexFields.InTitle, stem)),
            other == stem ? null : new BytesRef(Mark(IndexFields.InTitle, other)),
            new BytesRef(Mark(IndexFields.InAlias, stem)),
            other == stem ? null : new BytesRef(Mark(IndexFields.InAlias, other)),
        ];

        _states = new States?[snapshot.Segments.Length];
        Span<long> documents = stackalloc long[_alternatives.Length];
        for (var i = 0; i < _states.Length; i++)
        {
            _states[i] = LookUp(snapshot.Segments[i], documents);
        }

        long own = 0;
        for (var i = 0; i < documents.Length; i++)
        {
            Documents += documents[i];
            own += i < 3 ? documents[i] : 0;
        }

        // Derived words and synonyms do not make a word commoner than it is, unless they are all there is.
        var frequency = own == 0 ? Documents : own;
        var all = Math.Max(snapshot.Partitions[partition].Documents, frequency);
        Idf = (float)Math.Log(1 + ((all - frequency + 0.5) / (frequency + 0.5)));
        OwnDocuments = own;
    }

    /// <summary>Documents with the word, one derived from its root, or a synonym.</summary>
    public long Documents { get; }

    /// <summary>Documents with the word itself.</summary>
    public long OwnDocuments { get; }

    public float Idf { get; }

    /// <summary>Its posting lists: what an occurrence counts, and whether a document matches by it or only gains.</summary>
    public IEnumerable<(string Field, string Term, float Weight, bool Matches)> Terms =>
    [
        .. _alternatives.Select(a => (a.Forms ? IndexFields.Forms(_partition) : IndexFields.Stems(_partition), a.Term.Utf8ToString(), a.Weight, true)),
        .. _marks.OfType<BytesRef>().Select(mark => (IndexFields.Forms(_partition), mark.Utf8ToString(), 1f, false)),
    ];

    /// <summary>Documents in one segment, deleted ones included; null when only reading the lists tells.</summary>
    public int? CountIn(int segment)
    {
        if (_states[segment] is not { } states)
        {
            return 0;
        }

        int? only = null;
        for (var i = 0; i < states.Any.Length; i++)
        {
            if (states.Any[i] is not null)
            {
                if (only is not null)
                {
                    return null;
                }

                only = states.Documents[i];
            }
        }

        return only ?? 0;
    }

    /// <summary>Positions of the word in either spelling; empty when the segment has none.</summary>
    public IReadOnlyList<DocsAndPositionsEnum> OpenPositions(Segment segment, int index)
    {
        if (_states[index] is not { } states || segment.Rent(_partition, forms: false) is not { } terms)
        {
            return [];
        }

        var lists = new List<DocsAndPositionsEnum>(2);
        for (var i = 0; i < 2; i++)
        {
            if (states.Any[i] is { } state && !_alternatives[i].Forms)
            {
                terms.SeekExact(_alternatives[i].Term, state);
                lists.Add(terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE));
            }
        }

        segment.Return(_partition, forms: false, terms);
        return lists;
    }

    /// <param name="segment">Where.</param>
    /// <param name="index">Its index in the snapshot.</param>
    /// <param name="plain">Whether only the stem in precise spelling counts and nothing is scored, as for exclusions.</param>
    public WordCursor? Open(Segment segment, int index, bool plain)
    {
        if (_states[index] is not { } states || (plain && states.Any[0] is null))
        {
            return null;
        }

        var stems = segment.Rent(_partition, forms: false);
        var forms = segment.Rent(_partition, forms: true);
        var lists = new List<DocsEnum>(4);
        var weights = new List<float>(4);
        var cost = 0L;
        for (var i = 0; i < (plain ? 1 : states.Any.Length); i++)
        {
            if (states.Any[i] is { } state)
            {
                lists.Add(List(_alternatives[i].Forms, _alternatives[i].Term, state, segment.Live, DocsFlags.FREQS));
                weights.Add(_alternatives[i].Weight);
                cost += states.Documents[i];
            }
        }

        DocsEnum?[] marks = plain ? [] : [.. states.Marks.Select((state, i) => state is null ? null : List(true, _marks[i]!, state, null, DocsFlags.FREQS))];
        segment.Return(_partition, forms: false, stems);
        segment.Return(_partition, forms: true, forms);
        return new WordCursor(new WordLists([.. lists], [.. weights], marks, cost), Idf);

        DocsEnum List(bool inForms, BytesRef term, TermState state, IBits? live, DocsFlags flags)
        {
            var terms = inForms ? forms! : stems!;
            terms.SeekExact(term, state);
            return terms.Docs(live, segment.RentList(_partition), flags);
        }
    }

    /// <summary>What a document earns for the word, and what it would lose without each kind of occurrence; empty when it does not have the word.</summary>
    public IReadOnlyList<ScorePart> Explain(Segment segment, int index, int document, PartitionWeights weights, string text)
    {
        if (_states[index] is not { } states || Earned(_ => true, _ => true) is not { } all)
        {
            return [];
        }

        var parts = new List<ScorePart> { new(text, ScoreKind.Word, all) { Rarity = Idf } };
        for (var i = 0; i < _alternatives.Length; i++)
        {
            var (kind, list) = (i switch { 0 => ScoreKind.Stem, 1 => ScoreKind.Folded, 2 => ScoreKind.Part, _ => i < 3 + _derived ? ScoreKind.Derived : ScoreKind.Synonym }, i);
            if (states.Any[i] is not null && Lists(a => a == list, _ => false).Any is [var only] && only.Advance(document) == document)
            {
                parts.Add(new ScorePart(text, kind, all - (Earned(a => a != list, _ => true) ?? 0)) { Occurrences = only.Freq, Within = true });
            }
        }

        (ScoreKind Kind, WordMark[] Marks)[] kinds =
            [(ScoreKind.Title, [WordMark.Title, WordMark.FoldedTitle]), (ScoreKind.Alias, [WordMark.Alias, WordMark.FoldedAlias]), (ScoreKind.Exact, [WordMark.Exact])];
        parts.AddRange(kinds
            .Select(k => new ScorePart(text, k.Kind, all - (Earned(_ => true, mark => !k.Marks.Contains(mark)) ?? 0)) { Within = true })
            .Where(p => p.Points > 0));
        return parts;

        double? Earned(Func<int, bool> alternatives, Func<WordMark, bool> marks) =>
            Explainer.Earned(new WordCursor(Lists(alternatives, marks), Idf), segment.Data, weights, document);

        WordLists Lists(Func<int, bool> alternatives, Func<WordMark, bool> marks)
        {
            var stems = segment.Rent(_partition, forms: false);
            var forms = segment.Rent(_partition, forms: true);
            var chosen = Enumerable.Range(0, states.Any.Length).Where(i => states.Any[i] is not null && alternatives(i)).ToList();
            var lists = new WordLists(
                [.. chosen.Select(i => List(_alternatives[i].Forms, _alternatives[i].Term, states.Any[i]!))],
                [.. chosen.Select(i => _alternatives[i].Weight)],
                [.. states.Marks.Select((state, i) => state is null || !marks((WordMark)i) ? null : List(true, _marks[i]!, state))],
                Cost: 0);
            segment.Return(_partition, forms: false, stems);
            segment.Return(_partition, forms: true, forms);
            return lists;

            DocsEnum List(bool inForms, BytesRef term, TermState state)
            {
                var terms = inForms ? forms! : stems!;
                terms.SeekExact(term, state);
                return terms.Docs(segment.Live, null, DocsFlags.FREQS);
            }
        }
    }

    private static string Mark(char mark, string term) => string.Concat([mark], term);

    private States? LookUp(Segment segment, Span<long> documents)
    {
        var stems = segment.Rent(_partition, forms: false);
        var forms = segment.Rent(_partition, forms: true);
        var states = new States(_alternatives.Length, _marks.Length);
        var found = false;
        for (var i = 0; i < _alternatives.Length; i++)
        {
            states.Any[i] = State(_alternatives[i].Forms ? forms : stems, _alternatives[i].Term, out states.Documents[i]);
            documents[i] += states.Documents[i];
            found |= states.Any[i] is not null;
        }

        for (var i = 0; found && i < _marks.Length; i++)
        {
            states.Marks[i] = _marks[i] is { } mark ? State(forms, mark, out _) : null;
        }

        segment.Return(_partition, forms: false, stems);
        segment.Return(_partition, forms: true, forms);
        return found ? states : null;

        static TermState? State(TermsEnum? terms, BytesRef term, out int documents)
        {
            documents = 0;
            if (terms is null || !terms.SeekExact(term))
            {
                return null;
            }

            documents = terms.DocFreq;
            return terms.GetTermState();
        }
    }

    /// <summary>A term that makes a document match.</summary>
    private readonly record struct Alternative(bool Forms, BytesRef Term, float Weight);

    private sealed class States(int alternatives, int marks)
    {
        public TermState?[] Any { get; } = new TermState?[alternatives];

        public int[] Documents { get; } = new int[alternatives];

        public TermState?[] Marks { get; } = new TermState?[marks];
    }
}
