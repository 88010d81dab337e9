namespace Zukunftswerkstatt.Knowledge;

/// <summary>A success factor as lists and chips need it, both languages in one.</summary>
public sealed record Factor
{
    /// <summary>Last segment of the German path (of the only path, when there is one language): the code in index and addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The German version, or the only one.</summary>
    public required FactorText German { get; init; }

    /// <summary>The English version; <c>null</c> as long as nobody wrote it.</summary>
    public FactorText? English { get; init; }

    /// <summary>Id of the dimension's term.</summary>
    public string? DimensionId { get; init; }

    /// <summary>Invented example.</summary>
    public bool Sample { get; init; }

    /// <summary>The version for a language; the German one where there is no English.</summary>
    public FactorText In(string culture) => culture == "en" && English is { } english ? english : German;
}

/// <summary>One language of a success factor.</summary>
/// <param name="Id">Content item id.</param>
/// <param name="Path">Stored path, without a leading slash.</param>
/// <param name="Title">Short form.</param>
/// <param name="Statement">The sentence that reality could refute.</param>
public sealed record FactorText(string Id, string Path, string Title, string Statement);
