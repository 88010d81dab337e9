using System.Text.Json.Serialization;

namespace Zukunftswerkstatt.Search;

/// <summary>
/// What a module lets the portal search: declared beside its content types and registered as a singleton
/// (<c>services.AddSingleton(new SearchSchema { … })</c>). All registered schemas are merged and checked at start;
/// a name declared twice, or a source the content definitions do not have, stops the start.
/// </summary>
public sealed record SearchSchema
{
    /// <summary>Result lists a reader can choose between, e.g. <c>initiatives</c>; each document belongs to exactly one.</summary>
    public IReadOnlyList<SearchMode> Modes { get; init; } = [];

    /// <summary>Texts that are searched.</summary>
    public IReadOnlyList<TextField> Texts { get; init; } = [];

    /// <summary>Facets: filters with counts.</summary>
    public IReadOnlyList<FacetField> Facets { get; init; } = [];

    /// <summary>Numbers a request may bound by a range.</summary>
    public IReadOnlyList<NumberField> Numbers { get; init; } = [];

    /// <summary>Groups of documents that are suggested while somebody types, each with a heading of its own.</summary>
    public IReadOnlyList<string> SuggestionGroups { get; init; } = [];

    /// <summary>Raise it when documents are made differently although no name changed: the index is then rebuilt.</summary>
    public int Version { get; init; } = 1;

    /// <summary>All mistakes of this schema: names used twice, and sources that <paramref name="sourceExists"/> denies.</summary>
    /// <param name="sourceExists">Says whether the content definitions have the field <c>Part.Field</c> (or the part <c>Part</c>).</param>
    public IReadOnlyList<string> Check(Func<string, bool> sourceExists) => SchemaCheck.Errors(this, sourceExists);
}

/// <summary>A result list: <c>initiatives</c>, <c>factors</c>, …</summary>
/// <param name="Name">The value in a request and in the URL.</param>
/// <param name="Default">Whether a request that names no mode searches it.</param>
public sealed record SearchMode(string Name, bool Default = true);

/// <summary>What a text is to a reader; decides how much a match in it weighs: title ≫ alias ≫ summary ≫ statement ≫ body.</summary>
public enum TextRole
{
    /// <summary>The heading a reader would quote; a document's full title always finds it first.</summary>
    Title,

    /// <summary>Other names of the same thing.</summary>
    Alias,

    /// <summary>The abstract.</summary>
    Summary,

    /// <summary>A statement of a success factor or finding.</summary>
    Statement,

    /// <summary>Everything else.</summary>
    Body,
}

/// <summary>A searched text.</summary>
/// <param name="Name">The key in <see cref="SearchDocument.Texts"/> and in highlighting wishes.</param>
/// <param name="Role">Its default weight.</param>
public sealed record TextField(string Name, TextRole Role)
{
    /// <summary>Multiplies the weight of the role, 0.1 to 10.</summary>
    public double Boost { get; init; } = 1;

    /// <summary>Whether the text is kept for highlighting; costs disk only.</summary>
    public bool Highlighted { get; init; }

    /// <summary>Content fields it is made of, as <c>Part.Field</c>; checked at start.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>How the values of a facet relate to each other.</summary>
public enum FacetShape
{
    /// <summary>Codes side by side.</summary>
    Flat,

    /// <summary>Values are paths of codes joined by <c>/</c>, e.g. <c>raumentwicklung-und-verkehr/mobilitaet</c>; a code is unique within the facet.</summary>
    Path,

    /// <summary>Values are codes whose prefixes are their ancestors, e.g. AGS 14522060 in 14522 in 14.</summary>
    Prefix,

    /// <summary>Values are numbers that fall into declared ranges; the range's code is the value.</summary>
    Range,
}

/// <summary>A facet: documents carry codes, never labels. Selections are OR within one facet and AND between facets.</summary>
public sealed record FacetField
{
    [JsonConstructor]
    private FacetField(string name, FacetShape shape) => (Name, Shape) = (name, shape);

    /// <summary>The key in documents, requests and results.</summary>
    public string Name { get; }

    /// <summary>How its values relate to each other.</summary>
    public FacetShape Shape { get; }

    /// <summary>For <see cref="FacetShape.Prefix"/>: lengths of the levels, ascending (AGS: 2, 5, 8).</summary>
    [JsonInclude]
    public IReadOnlyList<int> Levels { get; private init; } = [];

    /// <summary>For <see cref="FacetShape.Range"/>: the ranges; they may overlap.</summary>
    [JsonInclude]
    public IReadOnlyList<FacetRange> Ranges { get; private init; } = [];

    /// <summary>Content fields it is made of, as <c>Part.Field</c>; checked at start.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Codes side by side.</summary>
    public static FacetField Flat(string name) => new(name, FacetShape.Flat);

    /// <summary>Paths of codes joined by <c>/</c>.</summary>
    public static FacetField Path(string name) => new(name, FacetShape.Path);

    /// <summary>Codes whose prefixes of the given lengths are their ancestors. A code shorter than the first level stands alone on the top level.</summary>
    public static FacetField Prefix(string name, params int[] levels) => new(name, FacetShape.Prefix) { Levels = levels };

    /// <summary>Numbers (invariant culture) that fall into ranges.</summary>
    public static FacetField Range(string name, params FacetRange[] ranges) => new(name, FacetShape.Range) { Ranges = ranges };
}

/// <summary>A range of a facet: <paramref name="From"/> ≤ value &lt; <paramref name="Below"/>; null is open.</summary>
public sealed record FacetRange(string Code, double? From, double? Below);

/// <summary>A number per document that a request may bound (<see cref="SearchRequest.Ranges"/>).</summary>
public sealed record NumberField(string Name)
{
    /// <summary>Content fields it is made of, as <c>Part.Field</c>; checked at start.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
