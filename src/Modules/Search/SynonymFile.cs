namespace Zukunftswerkstatt.Search;

/// <summary>The synonyms that a module brings; <c>Search:Synonyms</c> names another file in its place.</summary>
/// <param name="Path">A text file: one group a line, members separated by commas; <c>&gt;</c> after the first for one direction.</param>
public sealed record SynonymFile(string Path);
