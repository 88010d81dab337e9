using Lucene.Net.Index;
using Lucene.Net.Util;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Snapshots;

namespace Zukunftswerkstatt.Search.Querying;

/// <summary>
/// A parsed query against one snapshot: for every clause and partition the posting lists that exist, and which clauses a
/// document must satisfy. Steps: 1. read every clause in the language of each partition, 2. look its words up, 3. drop stop words,
/// 4. make optional what no document has.
/// </summary>
internal sealed class QueryPlan
{
    private readonly IndexSnapshot _snapshot;
    private readonly List<PlannedClause> _clauses = [];
    private readonly uint _modes;
    private readonly bool _scored;

    public QueryPlan(IndexSnapshot snapshot, ParsedQuery query, int language, uint modes, bool scored)
    {
        (_modes, _scored) = (modes, scored);
        _snapshot = snapshot;
        Partitions = [.. Enumerable.Range(0, IndexFields.PartitionCount).Where(p => (snapshot.Partitions[p].ShownIn & (1 << language)) != 0)];

        foreach (var clause in query.Clauses)
        {
            Add(clause);
        }

        // Stop words count only when there is nothing else.
        if (_clauses.Exists(c => !c.Clause.Excluded && !c.StopWord))
        {
            _clauses.RemoveAll(c => c.StopWord && c.Clause.Kind == ClauseKind.Word);
        }

        foreach (var clause in _clauses)
        {
            clause.Required = !clause.Clause.Excluded && clause.Documents > 0;
        }

        // Nothing at all is found only when no wanted word is known.
        FindsNothing = _clauses.Exists(c => !c.Clause.Excluded) && !_clauses.Exists(c => c.Required);
    }

    /// <summary>Partitions that may have hits.</summary>
    public IReadOnlyList<int> Partitions { get; }

    public IReadOnlyList<PlannedClause> Clauses => _clauses;

    /// <summary>Words are wanted, and none of them is in the index.</summary>
    public bool FindsNothing { get; }

    /// <summary>Whether any word or phrase is wanted; else everything is, but for exclusions.</summary>
    public bool HasWanted => _clauses.Exists(c => !c.Clause.Excluded);

    /// <summary>Words a document need not have, as the reader wrote them.</summary>
    public IReadOnlyList<string> OptionalWords => [.. _clauses.Where(c => !c.Clause.Excluded && !c.Required).Select(c => c.Clause.Text)];

    /// <summary>
    /// Gives up the commonest required word, which says least, so that the rare ones still decide; a phrase is never given up.
    /// False when only one clause is left.
    /// </summary>
    /// <param name="matches">Documents found so far.</param>
    public bool Relax(int matches)
    {
        var required = _clauses.Where(c => c.Required).ToList();
        if (matches == 0 && required is [{ Joined: true } joined])
        {
            // Nobody writes these words together.
            _clauses.Remove(joined);
            foreach (var part in joined.Parts.Where(p => !p.StopWord))
            {
                part.Required = part.Documents > 0;
                AddUnlessRepeated(part);
            }

            return _clauses.Exists(c => c.Required);
        }

        var commonest = required.Count > 1 ? required.Where(c => c.Clause.Kind == ClauseKind.Word).MaxBy(c => c.Documents) : null;
        if (commonest is null)
        {
            return false;
        }

        commonest.Required = false;
        return true;
    }

    private void Add(QueryClause clause)
    {
        if (_clauses.Count >= SearchRequest.MaxClauses)
        {
            return;
        }

        if (clause.Kind == ClauseKind.Phrase)
        {
            AddPhrase(clause);
            return;
        }

        AddUnlessRepeated(Plan(clause));
    }

    /// <summary>A phrase filters by its words in a row; the words themselves are required as well, since they carry the score.</summary>
    private void AddPhrase(QueryClause clause)
    {
        var planned = new PlannedClause(clause);
        var count = 0;
        foreach (var partition in Partitions)
        {
            var phrase = PhrasePlan.Of(_snapshot, partition, clause.Text);
            planned.Phrases[partition] = phrase;
            planned.Documents += phrase.Documents;
            count = phrase.Words.Length;
        }

        _clauses.Add(planned);
        if (clause.Excluded || planned.Documents == 0 || count == 0)
        {
            return;
        }

        var scanner = new WordScanner(clause.Text);
        while (scanner.MoveNext() && _clauses.Count < SearchRequest.MaxClauses)
        {
            AddUnlessRepeated(Plan(new QueryClause(ClauseKind.Word, scanner.Word.ToString(), Excluded: false)));
        }
    }

    private void AddUnlessRepeated(PlannedClause planned)
    {
        if (!_clauses.Exists(c => c.Clause.Kind == ClauseKind.Word && c.Clause.Excluded == planned.Clause.Excluded && c.Key == planned.Key))
        {
            _clauses.Add(planned);
        }
    }

    private PlannedClause Plan(QueryClause clause)
    {
        var planned = new PlannedClause(clause);
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        foreach (var partition in Partitions)
        {
            var language = Language.All[partition / 2];
            var scanner = new WordScanner(clause.Text);
            if (!scanner.MoveNext())
            {
                continue;
            }

            planned.Joined = scanner.JoinsNext;
            if (!planned.Joined || !JoinedWord.Read(scanner, language, ref forms))
            {
                language.Read(scanner.Word, ref forms);
            }

            planned.Key ??= forms.Stem.ToString();
            planned.StopWord |= language.IsStopWord(forms.Exact);
            var word = new WordPlan(_snapshot, partition, forms, _scored && (_snapshot.Partitions[partition].Modes & _modes) != 0);
            planned.Words[partition] = word;
            planned.Documents += word.Documents;
        }

        // E-Mail is either Email or E and Mail.
        if (planned.Joined)
        {
            planned.Parts = Parts(clause);
            planned.Documents += planned.Parts.Min(p => p.Documents);
        }

        return planned;
    }

    private List<PlannedClause> Parts(QueryClause clause)
    {
        var parts = new List<PlannedClause>();
        var scanner = new WordScanner(clause.Text);
        while (scanner.MoveNext() && parts.Count < SearchRequest.MaxClauses / 2)
        {
            parts.Add(Plan(clause with { Text = scanner.Word.ToString() }));
        }

        return parts;
    }
}

/// <summary>A clause with what each partition has of it.</summary>
internal sealed class PlannedClause(QueryClause clause)
{
    public QueryClause Clause { get; } = clause;

    /// <summary>Equal for words that are the same but for inflection.</summary>
    public string? Key { get; set; }

    public bool StopWord { get; set; }

    public bool Required { get; set; }

    /// <summary>Documents that may satisfy it, in all partitions.</summary>
    public long Documents { get; set; }

    /// <summary>Whether it is several words joined by signs; <see cref="Words"/> are then the words written as one.</summary>
    public bool Joined { get; set; }

    /// <summary>The words of a joined one.</summary>
    public IReadOnlyList<PlannedClause> Parts { get; set; } = [];

    public WordPlan?[] Words { get; } = new WordPlan?[IndexFields.PartitionCount];

    public PhrasePlan?[] Phrases { get; } = new PhrasePlan?[IndexFields.PartitionCount];

    /// <summary>Null when the segment has no such document.</summary>
    public ClauseCursor? Open(Segment segment, int segmentIndex, int partition)
    {
        if (Clause.Kind == ClauseKind.Phrase)
        {
            return Phrases[partition]?.Open(segment);
        }

        ClauseCursor? word = Words[partition]?.Open(segment, segmentIndex, Clause.Excluded);
        if (!Joined)
        {
            return word;
        }

        var parts = Parts.Select(p => p.Open(segment, segmentIndex, partition)).ToArray();
        if (parts.Contains(null))
        {
            return word;
        }

        var all = new AllCursor([.. parts.OfType<ClauseCursor>().OrderBy(p => p.Cost)]);
        return word is null ? all : new EitherCursor(word, all);
    }
}

/// <summary>A word in one partition: where its posting lists begin in every segment.</summary>
internal sealed class WordPlan
{
    private readonly BytesRef _stem, _folded;
    private readonly BytesRef? _exact, _title, _titleFolded, _alias, _aliasFolded;
    private readonly States?[] _states;
    private readonly int _partition;
    private readonly float _idf;
    private readonly float _foldedWeight;

    /// <param name="snapshot">Where.</param>
    /// <param name="partition">Which of its partitions.</param>
    /// <param name="forms">The word.</param>
    /// <param name="scored">Whether documents are scored; if they are only counted, the stem is all that is looked up.</param>
    public WordPlan(IndexSnapshot snapshot, int partition, in WordForms forms, bool scored)
    {
        _partition = partition;

        // A word with umlauts also finds the plain spelling; a plain one finds words with umlauts.
        _stem = new BytesRef(forms.Stem.ToString());
        _folded = new BytesRef(forms.Folded.IsEmpty ? Mark(IndexFields.Folded, forms.Stem) : forms.Folded.ToString());
        if (scored)
        {
            var otherInTitle = forms.Folded.IsEmpty ? forms.Stem : forms.Folded;
            _exact = new BytesRef(Mark(IndexFields.Exact, forms.Exact));
            _title = new BytesRef(Mark(IndexFields.InTitle, forms.Stem));
            _titleFolded = new BytesRef(Mark(IndexFields.InTitle, otherInTitle));
            _alias = new BytesRef(Mark(IndexFields.InAlias, forms.Stem));
            _aliasFolded = new BytesRef(Mark(IndexFields.InAlias, otherInTitle));
        }

        _states = new States?[snapshot.Segments.Length];
        long stems = 0;
        long folded = 0;
        for (var i = 0; i < _states.Length; i++)
        {
            if (snapshot.Segments[i].RentWords(partition) is { } terms)
            {
                _states[i] = LookUp(terms);
                snapshot.Segments[i].ReturnWords(partition, terms);
                stems += _states[i]?.StemDocuments ?? 0;
                folded += _states[i]?.FoldedDocuments ?? 0;
            }
        }

        Documents = stems + folded;
        var all = Math.Max(snapshot.Partitions[partition].Documents, Documents);
        _idf = (float)Math.Log(1 + ((all - Documents + 0.5) / (Documents + 0.5)));
        _foldedWeight = stems == 0 ? 0.9f : Ranking.Folded;
    }

    public long Documents { get; }

    public float Idf => _idf;

    /// <summary>Documents in one segment, deleted ones included; null when only reading the lists tells.</summary>
    public int? CountIn(int segment) =>
        _states[segment] is not { } states ? 0
        : states.Folded is null ? states.StemDocuments
        : states.Stem is null ? states.FoldedDocuments
        : null;

    /// <summary>Positions of the word in either spelling; empty when the segment has none.</summary>
    public IReadOnlyList<DocsAndPositionsEnum> OpenPositions(Segment segment, int index)
    {
        if (_states[index] is not { } states || segment.RentPositions(_partition) is not { } terms)
        {
            return [];
        }

        var lists = new List<DocsAndPositionsEnum>(2);
        Add(states.Stem, _stem);
        Add(states.Folded, _folded);
        segment.ReturnPositions(_partition, terms);
        return lists;

        void Add(TermState? state, BytesRef term)
        {
            if (state is not null && terms.SeekExact(term))
            {
                lists.Add(terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE));
            }
        }
    }

    /// <param name="segment">Where.</param>
    /// <param name="index">Its index in the snapshot.</param>
    /// <param name="plain">Whether only the stem in precise spelling counts and nothing is scored, as for exclusions.</param>
    public WordCursor? Open(Segment segment, int index, bool plain)
    {
        if (_states[index] is not { } states || (plain && states.Stem is null) || segment.RentWords(_partition) is not { } terms)
        {
            return null;
        }

        var live = segment.Live;
        var lists = new WordLists(
            List(_stem, states.Stem, live, DocsFlags.FREQS),
            plain ? null : List(_folded, states.Folded, live, DocsFlags.FREQS),
            plain ? null : List(_exact, states.Exact, null, DocsFlags.NONE),
            plain ? null : List(_title, states.Title, null, DocsFlags.NONE),
            plain ? null : List(_titleFolded, states.TitleFolded, null, DocsFlags.NONE),
            plain ? null : List(_alias, states.Alias, null, DocsFlags.NONE),
            plain ? null : List(_aliasFolded, states.AliasFolded, null, DocsFlags.NONE))
        {
            Cost = states.StemDocuments + states.FoldedDocuments,
        };
        segment.ReturnWords(_partition, terms);
        return new WordCursor(lists, _idf, _foldedWeight);

        DocsEnum? List(BytesRef? term, TermState? state, IBits? live, DocsFlags flags)
        {
            if (state is null)
            {
                return null;
            }

            terms.SeekExact(term, state);
            return terms.Docs(live, segment.RentList(_partition), flags);
        }
    }

    private static string Mark(char mark, ReadOnlySpan<char> term) => string.Concat([mark], term);

    private States? LookUp(TermsEnum terms)
    {
        var stem = State(_stem, out var stemDocuments);
        var folded = State(_folded, out var foldedDocuments);
        if (stem is null && folded is null)
        {
            return null;
        }

        return new States
        {
            Stem = stem,
            StemDocuments = stemDocuments,
            Folded = folded,
            FoldedDocuments = foldedDocuments,
            Exact = State(_exact, out _),
            Title = stem is null ? null : State(_title, out _),
            Alias = stem is null ? null : State(_alias, out _),
            TitleFolded = folded is null ? null : State(_titleFolded, out _),
            AliasFolded = folded is null ? null : State(_aliasFolded, out _),
        };

        TermState? State(BytesRef? term, out int documents)
        {
            documents = 0;
            if (term is null || !terms.SeekExact(term))
            {
                return null;
            }

            documents = terms.DocFreq;
            return terms.GetTermState();
        }
    }

    private sealed class States
    {
        public TermState? Stem, Folded, Exact, Title, TitleFolded, Alias, AliasFolded;
        public int StemDocuments, FoldedDocuments;
    }
}

/// <summary>A phrase in one partition.</summary>
internal sealed class PhrasePlan
{
    private readonly int _partition;
    private readonly float _score;

    private PhrasePlan(int partition, BytesRef[] words, long documents, float score) =>
        (_partition, Words, Documents, _score) = (partition, words, documents, score);

    public BytesRef[] Words { get; }

    /// <summary>Documents of its rarest word.</summary>
    public long Documents { get; }

    public static PhrasePlan Of(IndexSnapshot snapshot, int partition, string text)
    {
        var words = new List<BytesRef>();
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        var scanner = new WordScanner(text);
        while (words.Count < SearchRequest.MaxClauses && scanner.MoveNext())
        {
            Language.All[partition / 2].Read(scanner.Word, ref forms);
            words.Add(new BytesRef(string.Concat([IndexFields.Exact], forms.Exact)));
        }

        var documents = words.Min(word => snapshot.Segments.Sum(s => (long)s.Reader.DocFreq(new Term(IndexFields.Positions(partition), word))));
        var all = Math.Max(snapshot.Partitions[partition].Documents, documents);
        var score = Ranking.Proximity * (float)Math.Log(1 + ((all - documents + 0.5) / (documents + 0.5)));
        return new PhrasePlan(partition, [.. words], documents, score);
    }

    public PhraseCursor? Open(Segment segment)
    {
        if (Documents == 0 || segment.Reader.GetTerms(IndexFields.Positions(_partition)) is not { } field)
        {
            return null;
        }

        var lists = new DocsAndPositionsEnum[Words.Length];
        var cost = long.MaxValue;
        for (var i = 0; i < Words.Length; i++)
        {
            var terms = field.GetEnumerator();
            if (!terms.SeekExact(Words[i]))
            {
                return null;
            }

            cost = Math.Min(cost, terms.DocFreq);
            lists[i] = terms.DocsAndPositions(segment.Live, null, DocsAndPositionsFlags.NONE);
        }

        return new PhraseCursor(lists, cost, _score);
    }
}
