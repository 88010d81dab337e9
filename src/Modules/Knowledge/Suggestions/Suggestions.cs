using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>
/// What somebody may mean who has typed the beginning of a word: 1. all kinds of things as typed; 2. if that is hardly anything, with one letter
/// wrong; 3. then with two. Content lies in the index; terms and regions are few and kept as lists, made anew when their snapshot is another.
/// </summary>
public sealed class Suggestions(ISuggester suggester, Vocabularies vocabularies, IRegionRegister register)
{
    // With fewer than these the reader has probably mistyped something.
    private const int Hardly = 3;

    private const int MostInitiatives = 4;
    private const int MostFactors = 3;
    private const int MostMeasures = 2;
    private const int MostOrganisations = 2;
    private const int MostTerms = 3;
    private const int MostRegions = 4;

    private static readonly string[] _vocabularies = [VocabularyKeys.Topics, VocabularyKeys.Groups, VocabularyKeys.Goals, VocabularyKeys.Kinds];

    private volatile NamedTerms? _terms;
    private volatile NamedRegions? _regions;

    /// <summary>Suggestions for any text; it may be empty, long or nonsense.</summary>
    /// <param name="text">What was typed so far.</param>
    /// <param name="culture">Interface language, <c>de</c> or <c>en</c>.</param>
    /// <param name="ct">Stops reading vocabularies.</param>
    public async ValueTask<SuggestionSet> FindAsync(string? text, string culture, CancellationToken ct)
    {
        if (NameQuery.Of(text) is not { } query)
        {
            return SuggestionSet.Nothing;
        }

        var terms = Terms(await vocabularies.GetAsync(ct));
        var regions = Regions(register.Current);
        var set = SuggestionSet.Nothing;
        for (var edits = 0; edits <= NameQuery.MaxEdits && set.Count < Hardly && (edits == 0 || query.Forgives(edits)); edits++)
        {
            set = new SuggestionSet
            {
                Initiatives = suggester.Suggest(query, SearchNames.Initiatives, culture, edits, MostInitiatives),
                Factors = suggester.Suggest(query, SearchNames.Factors, culture, edits, MostFactors),
                Measures = suggester.Suggest(query, SearchNames.Measure, culture, edits, MostMeasures),
                Organisations = suggester.Suggest(query, SearchNames.Organisation, culture, edits, MostOrganisations),
                Terms = terms.Find(query, culture, edits),
                Regions = regions.Find(query, text!, edits),
            };
        }

        return set;
    }

    private NamedTerms Terms(VocabularySet set) => _terms is { } known && known.Set == set ? known : _terms = new NamedTerms(set);

    private NamedRegions Regions(RegionSnapshot snapshot) => _regions is { } known && known.Snapshot == snapshot ? known : _regions = new NamedRegions(snapshot);

    private sealed class NamedTerms
    {
        private readonly Term[] _all;
        private readonly NameList _german;
        private readonly NameList _english;

        public NamedTerms(VocabularySet set)
        {
            Set = set;
            _all = [.. _vocabularies.Select(set.Find).OfType<Vocabulary>().SelectMany(v => v.Terms)];

            // Fields of action before other terms, broader before narrower.
            float[] weights = [.. _all.Select(t => (t.Vocabulary == VocabularyKeys.Topics ? 2 : 0) + (t.Broader is null ? 1 : 0))];
            _german = new NameList(weights, i => _all[i].German);
            _english = new NameList(weights, i => _all[i].English);
        }

        public VocabularySet Set { get; }

        public IReadOnlyList<Term> Find(NameQuery query, string culture, int edits) =>
            [.. (culture == "en" ? _english : _german).Find(query, edits, MostTerms).Select(i => _all[i])];
    }

    private sealed class NamedRegions
    {
        private readonly Region[] _all;
        private readonly NameList _names;

        public NamedRegions(RegionSnapshot snapshot)
        {
            Snapshot = snapshot;

            // A kreisfreie Stadt once, as Kreis; Berlin and Hamburg as Land.
            _all = [.. snapshot.All.Where(r => r.Level != RegionLevel.Bund && r.GoneSince is null && r.CanonicalAgs == r.Ags)];
            _names = new NameList([.. _all.Select(Weight)], i => _all[i].Name);
        }

        public RegionSnapshot Snapshot { get; }

        public IReadOnlyList<Region> Find(NameQuery query, string text, int edits) =>
            Snapshot.Find(text.Trim()) is { Level: not RegionLevel.Bund } exact ? [exact] : [.. _names.Find(query, edits, MostRegions).Select(i => _all[i])];

        /// <summary>Inhabitants; of two places the larger is more often meant. A Landkreis has many and is meant less often than a town of its name.</summary>
        private static float Weight(Region region) =>
            (float)(region.Population?.Value ?? 0) * (region.Level == RegionLevel.Landkreis ? 0.1f : 1);
    }
}

/// <summary>Suggestions of all kinds, the best of each first.</summary>
public sealed record SuggestionSet
{
    /// <summary>Nothing to suggest.</summary>
    public static SuggestionSet Nothing { get; } = new();

    /// <summary>Case studies.</summary>
    public IReadOnlyList<SuggestedDocument> Initiatives { get; init; } = [];

    /// <summary>Success factors.</summary>
    public IReadOnlyList<SuggestedDocument> Factors { get; init; } = [];

    /// <summary>Measure types.</summary>
    public IReadOnlyList<SuggestedDocument> Measures { get; init; } = [];

    /// <summary>Organisations.</summary>
    public IReadOnlyList<SuggestedDocument> Organisations { get; init; } = [];

    /// <summary>Fields of action, target groups, goals and kinds of projects.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>Municipalities, Kreise and Länder.</summary>
    public IReadOnlyList<Region> Regions { get; init; } = [];

    /// <summary>All together.</summary>
    public int Count => Initiatives.Count + Factors.Count + Measures.Count + Organisations.Count + Terms.Count + Regions.Count;
}
