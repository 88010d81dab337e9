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
    /// <summary>Mistyped words of one query that are looked for; each costs a pass over the vocabulary.</summary>
    internal const int MaxCorrections = 3;

    /// <summary>A word that no more documents have may be mistyped.</summary>
    internal const int RareDocuments = 2;

    /// <summary>What may have been meant in its place is so much commoner, and in so many documents at least.</summary>
    internal const int CommonRatio = 20;

    /// <summary>Shorter words have too many neighbours.</summary>
    internal const int ShortestAlternative = 5;

    private readonly IndexSnapshot _snapshot;
    private readonly Synonyms _synonyms;
    private readonly List<PlannedClause> _clauses = [];
    private readonly List<WordCorrection> _corrections = [];
    private readonly List<WordCorrection> _alternatives = [];
    private readonly uint _modes;
    private readonly bool _scored;

    public QueryPlan(IndexSnapshot snapshot, Synonyms synonyms, ParsedQuery query, int language, uint modes, bool scored)
    {
        (_modes, _scored, _synonyms) = (modes, scored, synonyms);
        _snapshot = snapshot;
        Partitions = [.. Enumerable.Range(0, IndexFields.PartitionCount).Where(p => (snapshot.Partitions[p].ShownIn & (1 << language)) != 0)];

        for (var i = 0; i < query.Clauses.Count;)
        {
            i += AddSynonymousPhrase(query.Clauses, i, Language.All[language]) is var words and > 0 ? words : Add(query.Clauses[i]);
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

    /// <summary>Words that no document has, and what was searched in their place.</summary>
    public IReadOnlyList<WordCorrection> Corrections => _corrections;

    /// <summary>Words that hardly any document has, and what may have been meant.</summary>
    public IReadOnlyList<WordCorrection> Alternatives => _alternatives;

    /// <summary>Compounds of which a single part is enough, as the reader wrote them.</summary>
    public IReadOnlyList<string> SplitWords => [.. _clauses.Where(c => c.AnyPart).Select(c => c.Clause.Text)];

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

        if (required is [{ Compound: true, AnyPart: false } compound])
        {
            // Hardly anything has the compound or all its parts: what has one of them is better than nothing.
            compound.AnyPart = true;
            return true;
        }

        var commonest = required.Count > 1 ? required.Where(c => c.Clause.Kind == ClauseKind.Word).MaxBy(c => c.Documents) : null;
        if (commonest is null)
        {
            return false;
        }

        commonest.Required = false;
        return true;
    }

    private int Add(QueryClause clause)
    {
        if (_clauses.Count >= SearchRequest.MaxClauses)
        {
            return 1;
        }

        if (clause.Kind == ClauseKind.Phrase)
        {
            AddPhrase(clause);
        }
        else
        {
            AddUnlessRepeated(Plan(clause));
        }

        return 1;
    }

    /// <summary>Words of the query that together have synonyms (öffentlicher Nahverkehr) are one clause: all of them, or a synonym. Gives their number, 0 for none.</summary>
    private int AddSynonymousPhrase(IReadOnlyList<QueryClause> clauses, int from, Language language)
    {
        for (var count = Math.Min(Synonyms.MaxWords, clauses.Count - from); count > 1; count--)
        {
            var words = clauses.Skip(from).Take(count).ToArray();
            if (Array.Exists(words, w => w.Kind != ClauseKind.Word || w.Excluded) || _clauses.Count >= SearchRequest.MaxClauses)
            {
                continue;
            }

            var text = string.Join(' ', words.Select(w => w.Text));
            var synonyms = _synonyms.Of(language, Synonyms.Key(language, text));
            if (synonyms == SynonymsOf.None)
            {
                continue;
            }

            var planned = new PlannedClause(new QueryClause(ClauseKind.Word, text, Excluded: false))
            {
                Joined = true,
                Key = text,
                WordWeight = Ranking.Synonym,
                Parts = [.. words.Select(Plan)],
            };
            foreach (var partition in Partitions)
            {
                if (synonyms.Words.Count > 0)
                {
                    var word = new WordPlan(_snapshot, partition, synonyms.Words[0], "", "", [], [.. synonyms.Words.Skip(1)], Scored(partition));
                    planned.Words[partition] = word;
                    planned.Documents += word.Documents;
                }

                AddPhrases(planned, partition, synonyms);
            }

            planned.Documents += planned.Parts.Min(p => p.Documents);
            AddUnlessRepeated(planned);
            return count;
        }

        return 0;
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

            var stem = forms.Stem.ToString();
            planned.Key ??= stem;
            planned.StopWord |= language.IsStopWord(forms.Exact);
            var synonyms = clause.Excluded ? SynonymsOf.None : _synonyms.Of(language, stem);
            var derived = clause.Excluded ? [] : _snapshot.Tools.Derived(language, stem);
            var word = new WordPlan(_snapshot, partition, stem, forms.Folded.ToString(), forms.Exact.ToString(), derived, synonyms.Words, Scored(partition));
            planned.Words[partition] = word;
            planned.Documents += word.Documents;
            AddPhrases(planned, partition, synonyms);
            AddParts(planned, partition, language, forms.Exact);
        }

        if (planned.Documents == 0 && !planned.Compound && !planned.Joined && !planned.StopWord && !clause.Excluded && _corrections.Count < MaxCorrections)
        {
            Correct(planned);
        }
        else if (planned is { Compound: false, Joined: false, StopWord: false } && planned.Documents > 0 && !clause.Excluded && _alternatives.Count < MaxCorrections)
        {
            Doubt(planned);
        }

        // Nobody may have the compound itself; then its parts will do.
        if (planned.Compound)
        {
            planned.Documents += planned.Parts.Max(p => p.Documents) > 0 ? Math.Max(1, planned.Parts.Min(p => p.Documents)) : 0;
        }

        // E-Mail is either Email or E and Mail.
        if (planned.Joined)
        {
            planned.Parts = Parts(clause);
            planned.Documents += planned.Parts.Min(p => p.Documents);
        }

        return planned;
    }

    /// <summary>A word that no document has is taken for a slip of the pen, if one that documents have is near.</summary>
    private void Correct(PlannedClause planned)
    {
        string? written = null;
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        foreach (var partition in Partitions)
        {
            var language = Language.All[partition / 2];
            language.Read(planned.Clause.Text, ref forms);
            var near = NearWords.Find(_snapshot.Tools[language], forms.Exact.ToString());
            if (near.Count > 0)
            {
                string[] stems = [.. near.Select(n => language.Stem(n.Exact).ToString()).Distinct()];
                var word = new WordPlan(_snapshot, partition, stems[0], "", near[0].Exact, [], stems[1..], Scored(partition));
                planned.Words[partition] = word;
                planned.Documents += word.Documents;
                written ??= word.Documents > 0 ? near[0].Written : null;
            }
        }

        if (written is not null)
        {
            _corrections.Add(new WordCorrection(planned.Clause.Text, written));
        }
    }

    /// <summary>A rare word may be a slip of the pen that somebody else has made as well; it is searched as typed, and the common one is named.</summary>
    private void Doubt(PlannedClause planned)
    {
        var own = planned.Words.Sum(word => word?.OwnDocuments ?? 0);
        if (own > RareDocuments || planned.Clause.Text.Length < ShortestAlternative)
        {
            return;
        }

        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        foreach (var language in Partitions.Select(partition => Language.All[partition / 2]).Distinct())
        {
            language.Read(planned.Clause.Text, ref forms);
            var vocabulary = _snapshot.Tools[language];
            var near = NearWords.Find(vocabulary, forms.Exact.ToString());
            if (near.Count > 0 && !language.Stem(near[0].Exact).SequenceEqual(forms.Stem)
                && vocabulary.Find(near[0].Exact).Documents >= CommonRatio * Math.Max(1, own))
            {
                _alternatives.Add(new WordCorrection(planned.Clause.Text, near[0].Written));
                return;
            }
        }
    }

    private bool Scored(int partition) => _scored && (_snapshot.Partitions[partition].Modes & _modes) != 0;

    private void AddPhrases(PlannedClause planned, int partition, SynonymsOf synonyms)
    {
        var phrases = synonyms.Phrases.Select(text => PhrasePlan.Of(_snapshot, partition, text)).Where(p => p.Documents > 0).ToArray();
        planned.SynonymPhrases[partition] = phrases;
        planned.Documents += phrases.Sum(p => p.Documents);
    }

    /// <summary>A compound is also found by all its parts, wherever they stand.</summary>
    private void AddParts(PlannedClause planned, int partition, Language language, ReadOnlySpan<char> exact)
    {
        if (planned.Joined || planned.Clause.Excluded || _snapshot.Tools.Parts(language, exact) is not { Length: > 0 } parts)
        {
            return;
        }

        if (!planned.Compound)
        {
            planned.Compound = true;
            planned.Parts = [.. parts.Select(part => new PlannedClause(planned.Clause with { Text = part }))];
        }

        for (var i = 0; i < parts.Length; i++)
        {
            var word = new WordPlan(_snapshot, partition, language.Stem(parts[i]).ToString(), "", "", [], [], Scored(partition));
            planned.Parts[i].Words[partition] = word;
            planned.Parts[i].Documents += word.Documents;
        }
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

    /// <summary>Whether it is a compound; <see cref="Parts"/> are then what it is made of.</summary>
    public bool Compound { get; set; }

    /// <summary>Whether nothing but <see cref="Words"/> and phrases that mean the same satisfies it.</summary>
    public bool IsOneWord => Clause.Kind == ClauseKind.Word && Parts.Count == 0;

    /// <summary>Against the score of the parts, when <see cref="Words"/> are only synonyms of them.</summary>
    public float WordWeight { get; set; } = 1;

    /// <summary>Whether a single part of a compound will do.</summary>
    public bool AnyPart { get; set; }

    /// <summary>The words of a joined one, or the parts of a compound.</summary>
    public IReadOnlyList<PlannedClause> Parts { get; set; } = [];

    public WordPlan?[] Words { get; } = new WordPlan?[IndexFields.PartitionCount];

    public PhrasePlan?[] Phrases { get; } = new PhrasePlan?[IndexFields.PartitionCount];

    /// <summary>What means the same in several words.</summary>
    public PhrasePlan[]?[] SynonymPhrases { get; } = new PhrasePlan[]?[IndexFields.PartitionCount];

    /// <summary>Null when the segment has no such document.</summary>
    public ClauseCursor? Open(Segment segment, int segmentIndex, int partition)
    {
        if (Clause.Kind == ClauseKind.Phrase)
        {
            return Phrases[partition]?.Open(segment);
        }

        var word = Words[partition]?.Open(segment, segmentIndex, Clause.Excluded);
        var phrases = SynonymPhrases[partition] ?? [];
        if (Parts.Count == 0 && phrases.Length == 0)
        {
            return word;
        }

        var any = new List<(ClauseCursor, float)>();
        Add(word, WordWeight);
        foreach (var phrase in phrases)
        {
            Add(phrase.Open(segment), Ranking.Synonym);
        }

        var parts = Parts.Select(p => p.Open(segment, segmentIndex, partition)).ToArray();
        if (parts.Length > 0 && !parts.Contains(null))
        {
            Add(new AllCursor([.. parts.OfType<ClauseCursor>().OrderBy(p => p.Cost)]), Joined ? 1 : Ranking.AllParts);
        }

        if (AnyPart)
        {
            foreach (var part in Parts)
            {
                Add(part.Open(segment, segmentIndex, partition), Compound && part == Parts[^1] ? Ranking.LastPart : Ranking.AnyPart);
            }
        }

        return any.Count switch { 0 => null, 1 when any[0].Item2 == 1 => any[0].Item1, _ => new AnyCursor([.. any]) };

        void Add(ClauseCursor? cursor, float weight)
        {
            if (cursor is not null)
            {
                any.Add((cursor, weight));
            }
        }
    }
}
