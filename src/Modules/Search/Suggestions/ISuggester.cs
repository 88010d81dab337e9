namespace Zukunftswerkstatt.Search;

/// <summary>Finds documents by the beginnings of the words of their names, for suggestions while somebody types.</summary>
public interface ISuggester
{
    /// <summary>The documents of a group that answer, best first: the name itself, names that begin so, then the important, then the new.</summary>
    /// <param name="query">What was typed.</param>
    /// <param name="group">One of <see cref="SearchSchema.SuggestionGroups"/>; an unknown one has nothing.</param>
    /// <param name="culture">Interface language.</param>
    /// <param name="edits">Letters that may be wrong in a word that is long enough.</param>
    /// <param name="limit">Most documents.</param>
    IReadOnlyList<SuggestedDocument> Suggest(NameQuery query, string group, string culture, int edits, int limit);
}

/// <summary>A document found by its name.</summary>
/// <param name="ItemId">The content item it belongs to.</param>
/// <param name="Title">Its title.</param>
/// <param name="Culture">Language of its title.</param>
/// <param name="Payload">The UTF-8 JSON of the document.</param>
public sealed record SuggestedDocument(string ItemId, string Title, string Culture, ReadOnlyMemory<byte> Payload);
