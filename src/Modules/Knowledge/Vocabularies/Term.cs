namespace Zukunftswerkstatt.Knowledge;

/// <summary>A term of a controlled vocabulary. Immutable; belongs to one <see cref="VocabularySet"/>.</summary>
public sealed record Term
{
    /// <summary>Content item id; what content refers to.</summary>
    public required string Id { get; init; }

    /// <summary>Unique over all vocabularies; what addresses and the index carry.</summary>
    public required string Slug { get; init; }

    /// <summary>Key of its vocabulary, e.g. <c>handlungsfeld</c>.</summary>
    public required string Vocabulary { get; init; }

    /// <summary>German label.</summary>
    public required string German { get; init; }

    /// <summary>English label; the German one where none is given.</summary>
    public required string English { get; init; }

    /// <summary>What it means, in German.</summary>
    public string? Definition { get; init; }

    /// <summary>Slug of the broader term.</summary>
    public string? Broader { get; init; }

    /// <summary>The slugs from the top down, joined by a slash: <c>raumentwicklung-und-verkehr/mobilitaet</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The label in a language: English for <c>en</c>, German otherwise.</summary>
    public string Label(string culture) => culture == "en" ? English : German;
}

/// <summary>A controlled vocabulary with its terms, broader before narrower, in the editors' order.</summary>
/// <param name="Id">Content item id of the taxonomy.</param>
/// <param name="Key">Its alias, e.g. <c>projektziel</c>.</param>
/// <param name="Title">German title.</param>
/// <param name="Terms">All terms, those of lower levels after their broader term.</param>
public sealed record Vocabulary(string Id, string Key, string Title, IReadOnlyList<Term> Terms)
{
    /// <summary>The terms without a broader one.</summary>
    public IEnumerable<Term> Top => Terms.Where(term => term.Broader is null);

    /// <summary>The terms directly below another.</summary>
    public IEnumerable<Term> Below(string slug) => Terms.Where(term => term.Broader == slug);
}
