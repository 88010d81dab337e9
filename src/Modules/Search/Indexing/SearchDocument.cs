namespace Zukunftswerkstatt.Search;

/// <summary>Whether a hit is a whole item or one statement out of it; the two are weighed with statistics of their own.</summary>
public enum DocumentKind
{
    /// <summary>A content item with a page of its own.</summary>
    Item,

    /// <summary>A passage, e.g. one success factor's evidence in one initiative.</summary>
    Passage,
}

/// <summary>One thing that can be a hit. Made by an <see cref="ISearchDocumentSource"/> from published content only.</summary>
public sealed record SearchDocument
{
    /// <summary>Unique over all documents and stable, e.g. the item id, or item id and factor id for a passage.</summary>
    public required string Id { get; init; }

    /// <summary>The content item whose change replaces this document.</summary>
    public required string ItemId { get; init; }

    /// <summary>Item or passage.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Name of a declared <see cref="SearchMode"/>.</summary>
    public required string Mode { get; init; }

    /// <summary>Language of the texts, <c>de</c> or <c>en</c>; decides the analysis.</summary>
    public required string Culture { get; init; }

    /// <summary>Interface languages in whose result lists it stands, e.g. <c>de</c> and, as long as there is no translation, <c>en</c>. Empty: <see cref="Culture"/> only.</summary>
    public IReadOnlyList<string> ShownIn { get; init; } = [];

    /// <summary>Plain text (no markup) by name of a declared <see cref="TextField"/>. The first value of the first title is also the sort key.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Texts { get; init; }

    /// <summary>Values by name of a declared <see cref="FacetField"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = EmptyValues;

    /// <summary>Numbers by name of a declared <see cref="NumberField"/>.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; init; } = EmptyNumbers;

    /// <summary>Sort key of <see cref="SearchSort.Newest"/>.</summary>
    public DateTime? DateUtc { get; init; }

    /// <summary>Where it lies, possibly in several places.</summary>
    public IReadOnlyList<GeoPoint> Points { get; init; } = [];

    /// <summary>How it is suggested while its name is typed; null for what is not.</summary>
    public SuggestedAs? SuggestedAs { get; init; }

    /// <summary>
    /// What it is worth whatever is searched, 0 to 1, e.g. how complete, well proven and recent it is. Decides between hits that match about equally
    /// well. Must not depend on the day on which it is asked for.
    /// </summary>
    public double Quality { get; init; }

    /// <summary>UTF-8 JSON given back with the hit, so that a result page needs no database. Up to 32 kB.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> EmptyValues { get; } = new Dictionary<string, IReadOnlyList<string>>();

    private static IReadOnlyDictionary<string, double> EmptyNumbers { get; } = new Dictionary<string, double>();
}

/// <summary>How a document is suggested while somebody types its name, which is its title.</summary>
/// <param name="Group">One of <see cref="SearchSchema.SuggestionGroups"/>.</param>
/// <param name="Importance">Of two that answer equally well the more important comes first, then the newer.</param>
/// <param name="OtherNames">Names that lead to it besides.</param>
public sealed record SuggestedAs(string Group, byte Importance, IReadOnlyList<string> OtherNames);
