namespace Zukunftswerkstatt.Search.Querying;

/// <summary>The constants of the ranking, in one place to be tuned.</summary>
internal static class Ranking
{
    /// <summary>BM25: how soon repetition stops to matter.</summary>
    public const double K1 = 2.0;

    /// <summary>BM25: how much long documents are held back.</summary>
    public const double B = 0.4;

    /// <summary>Occurrences that standing in the title is worth.</summary>
    public const float TitleFrequency = 3;

    /// <summary>Occurrences that standing in the title as the beginning of a compound is worth.</summary>
    public const float TitlePartFrequency = 1.8f;

    /// <summary>Occurrences that standing in another name is worth.</summary>
    public const float AliasFrequency = 3;

    /// <summary>What a word would earn on top if it were the whole main title; it earns the share of the title that it is.</summary>
    public const double MainTitle = 2.0;

    /// <summary>A word in another name earns this on top.</summary>
    public const float Alias = 0.3f;

    /// <summary>The very form asked for earns this on top of its stem.</summary>
    public const float Exact = 0.1f;

    /// <summary>An occurrence of a word that is the same but for umlauts (Forderung for Förderung), against the word itself.</summary>
    public const float Folded = 0.7f;

    /// <summary>An occurrence as part of a compound (Bürgerbus for Bus), against the word itself.</summary>
    public const float Part = 0.8f;

    /// <summary>An occurrence of a word derived from the same root (statistisch for Statistik), against the word itself.</summary>
    public const float Derived = 0.6f;

    /// <summary>An occurrence of another word that means the same, against the word itself.</summary>
    public const float Synonym = 0.4f;

    /// <summary>All parts of a compound, anywhere in the document, against the compound.</summary>
    public const float AllParts = 0.3f;

    /// <summary>One part of a compound, where hardly anything has more.</summary>
    public const float AnyPart = 0.05f;

    /// <summary>The same for its last part, which says the kind (Folgenabschätzung) and not the matter.</summary>
    public const float LastPart = 0.025f;

    /// <summary>Neighbouring words of the query that are neighbours in the document, on top.</summary>
    public const float Proximity = 0.6f;

    /// <summary>Words farther apart than this get no proximity.</summary>
    public const int ProximityReach = 8;

    /// <summary>Best hits whose proximity is looked at; a fixed number, so that pages agree with each other.</summary>
    public const int ProximityWindow = 200;

    /// <summary>With fewer documents that have all words, documents that lack the commonest ones are found as well, farther down.</summary>
    public const int EnoughMatches = 20;

    /// <summary>A word that had to be made optional earns this on top where it stands, so that documents with more of the words tend to come first.</summary>
    public const float Optional = 2;

    /// <summary>The best of entries earns so much of its score on top (<see cref="SearchDocument.Quality"/>): enough to decide between equals.</summary>
    public const float Quality = 0.05f;

    /// <summary>The query is the very title: more than everything.</summary>
    public const double OwnTitle = 100_000;
}
