namespace Zukunftswerkstatt.Search;

/// <summary>A part of a hit's score.</summary>
/// <param name="Word">The word or phrase of the query; empty for what belongs to the whole query.</param>
/// <param name="Kind">How it was earned.</param>
/// <param name="Points">How much.</param>
public sealed record ScorePart(string Word, ScoreKind Kind, double Points)
{
    /// <summary>Occurrences, for a list of them.</summary>
    public int Occurrences { get; init; }

    /// <summary>Rarity of the word, for a word as a whole: the natural logarithm of about how many documents there are to one that has it.</summary>
    public double? Rarity { get; init; }

    /// <summary>Whether the points are contained in those of the word above.</summary>
    public bool Within { get; init; }
}

/// <summary>How a part of a score was earned.</summary>
public enum ScoreKind
{
    /// <summary>The word as a whole.</summary>
    Word,

    /// <summary>Its occurrences as written, or inflected.</summary>
    Stem,

    /// <summary>Occurrences that differ by umlauts.</summary>
    Folded,

    /// <summary>Occurrences as part of a compound.</summary>
    Part,

    /// <summary>Occurrences of words derived from the same root.</summary>
    Derived,

    /// <summary>Occurrences of a synonym.</summary>
    Synonym,

    /// <summary>The very form that was asked for occurs.</summary>
    Exact,

    /// <summary>It stands in the title.</summary>
    Title,

    /// <summary>It stands in another name.</summary>
    Alias,

    /// <summary>Parts of the compound.</summary>
    Parts,

    /// <summary>Phrases.</summary>
    Phrases,

    /// <summary>The word need not occur, but does.</summary>
    Optional,

    /// <summary>What the document is worth whatever is searched.</summary>
    Quality,

    /// <summary>The query is the title.</summary>
    OwnTitle,

    /// <summary>Words near each other.</summary>
    Rest,

    /// <summary>It does not occur.</summary>
    Missing,
}
