using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Articles;

/// <summary>A line of a table of contents: a title, dot leaders, a count in place of the page number, and what is below it.</summary>
internal sealed record TopicLine(string Title, string? Href, string Count, string? Text, IReadOnlyList<Link> Below);
