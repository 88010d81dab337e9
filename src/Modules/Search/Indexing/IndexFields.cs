using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace Zukunftswerkstatt.Search.Indexing;

/// <summary>
/// The fields of the index. Documents fall into partitions by language and kind; every partition has text fields of its
/// own, so that its word statistics are its own and a reader of German never pays for English.
/// </summary>
internal static class IndexFields
{
    /// <summary>Term: the item a document belongs to; what an update deletes by.</summary>
    public const string Item = "item";

    /// <summary>Doc values: all facet values of a document, each as facet number, separator, path.</summary>
    public const string Facets = "facets";

    /// <summary>Doc values: <see cref="DocumentMeta"/> packed.</summary>
    public const string Meta = "meta";

    /// <summary>Doc values: seconds since 1970.</summary>
    public const string Date = "date";

    /// <summary>Doc values: sort key of the title.</summary>
    public const string Title = "title";

    /// <summary>Doc values: <see cref="Snapshots.SegmentPoints"/> packed.</summary>
    public const string Points = "points";

    /// <summary>Doc values, or stored when too long for them: a <see cref="HitRecord"/>.</summary>
    public const string Hit = "hit";

    /// <summary>Terms: what the names of suggested documents are found by, see <see cref="Suggestions.NameTerms"/>.</summary>
    public const string Names = "names";

    public const char FacetSeparator = '\u001f';

    /// <summary>
    /// Marks of the kinds of terms in <see cref="Forms"/>: the folded stem, the exact form (of short texts only), a stem or folded stem in the title
    /// (see <see cref="TitleMark"/>) or in another name, and the stem of a compound's part.
    /// </summary>
    public const char Folded = '~', Exact = '=', InTitle = '^', InAlias = '@', Part = '+';

    /// <summary>How often a title's words are marked, so that one list tells where in the title a word stands; what is repeated adds up.</summary>
    public static class TitleMark
    {
        /// <summary>The beginning of a compound.</summary>
        public const int Part = 1;

        /// <summary>A word of a subtitle.</summary>
        public const int Word = 3;

        /// <summary>A word of the main title.</summary>
        public const int Main = 6;
    }

    private static readonly string[] _stems = ["s0", "s1", "s2", "s3"];
    private static readonly string[] _forms = ["f0", "f1", "f2", "f3"];
    private static readonly string[] _titleKeys = ["k0", "k1", "k2", "k3"];

    /// <summary>Stems in precise spelling, with positions: phrases and proximity read those, matching only the frequencies.</summary>
    public static FieldType StemsType { get; } = Type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    /// <summary>Everything else about words, under marks, without positions.</summary>
    public static FieldType FormsType { get; } = Type(IndexOptions.DOCS_AND_FREQS);

    /// <summary>Names: which documents have a term, and nothing else.</summary>
    public static FieldType NamesType { get; } = Type(IndexOptions.DOCS_ONLY);

    public static int Partition(int language, DocumentKind kind) => (language * 2) + (int)kind;

    public static int PartitionCount => _stems.Length;

    public static string Stems(int partition) => _stems[partition];

    public static string Forms(int partition) => _forms[partition];

    /// <summary>Term: all words of an item's title, joined.</summary>
    public static string TitleKey(int partition) => _titleKeys[partition];

    public static string Number(int number) => "n" + (char)('0' + number);

    private static FieldType Type(IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
