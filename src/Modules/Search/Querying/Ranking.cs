namespace Zukunftswerkstatt.Search.Querying;

/// <summary>The constants of the ranking, in one place to be tuned.</summary>
internal static class Ranking
{
    /// <summary>BM25: how soon repetition stops to matter.</summary>
    public const double K1 = 1.2;

    /// <summary>BM25: how much long documents are held back.</summary>
    public const double B = 0.5;

    /// <summary>The same for titles.</summary>
    public const double TitleB = 0.5;

    /// <summary>A word in the title counts this much on top.</summary>
    public const float Title = 1.0f;

    /// <summary>A word in another name counts this much on top.</summary>
    public const float Alias = 0.5f;

    /// <summary>The very form asked for counts this much on top of its stem.</summary>
    public const float Exact = 0.25f;

    /// <summary>Frequency of a word that is the same but for umlauts (Forderung for Förderung), against the word itself.</summary>
    public const float Folded = 0.7f;

    /// <summary>Neighbouring words of the query that are neighbours in the document, on top.</summary>
    public const float Proximity = 0.6f;

    /// <summary>Words farther apart than this get no proximity.</summary>
    public const int ProximityReach = 8;

    /// <summary>Best hits whose proximity is looked at; a fixed number, so that pages agree with each other.</summary>
    public const int ProximityWindow = 200;

    /// <summary>With fewer documents that have all words, documents that lack the commonest ones are found as well, farther down.</summary>
    public const int EnoughMatches = 10;

    /// <summary>A word that had to be made optional: more than all scores, so that documents with more of the words come first.</summary>
    public const float Optional = 1_000;

    /// <summary>The query is the very title: more than everything.</summary>
    public const double OwnTitle = 100_000;
}
