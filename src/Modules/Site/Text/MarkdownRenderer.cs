using System.Collections.Frozen;
using System.Net;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Text;

/// <summary>Markdown → HTML → cleaned HTML. Raw HTML is text, links lead to the web or to a mailbox, headings fit below the page's own.</summary>
internal static class MarkdownRenderer
{
    private static readonly FrozenSet<string> _tags = new[]
    {
        "p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "a", "sup", "div",
        "table", "thead", "tbody", "tr", "th", "td",
    }.ToFrozenSet();

    // 1. Tables, footnotes, bare addresses, struck words: what case studies use. 2. Raw HTML becomes text.
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseAutoLinks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .DisableHtml()
        .Build();

    // Not thread-safe while it is configured, free of state while it cleans.
    private static readonly HtmlSanitizer _sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(_tags, StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(["id", "href", "rel", "start", "colspan", "rowspan", "class"], StringComparer.OrdinalIgnoreCase),
        AllowedClasses = new HashSet<string>(["footnotes", "footnote-ref", "footnote-back-ref", "start", "centre", "end"], StringComparer.Ordinal),
        AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel"], StringComparer.OrdinalIgnoreCase),
        UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
    })
    {
        // The default sets up a browsing context with a style engine for every text; nothing here has styles.
        HtmlParserFactory = static () => new HtmlParser(),
    };

    /// <summary>See <see cref="Render"/>; null for a text that is not there or blank.</summary>
    public static SafeHtml? RenderText(string? markdown, int topLevel = 3, string idPrefix = "") =>
        string.IsNullOrWhiteSpace(markdown) ? null : Render(markdown, topLevel, idPrefix);

    /// <summary>
    /// Cleaned HTML of a Markdown text. <paramref name="topLevel"/> is the level that the text's highest headings get, whatever they were
    /// (3 below a chapter's h2); <paramref name="idPrefix"/> keeps the identifiers of several texts on one page apart.
    /// </summary>
    public static SafeHtml Render(string markdown, int topLevel = 3, string idPrefix = "")
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, _pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig gives up on nesting that nobody wrote on purpose; the reader still gets the words.
            return new SafeHtml($"<p>{WebUtility.HtmlEncode(markdown)}</p>\n");
        }

        var highest = document.Descendants<HeadingBlock>().Select(heading => heading.Level).DefaultIfEmpty(1).Min();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case HeadingBlock heading:
                    heading.Level = Math.Min(6, heading.Level - highest + topLevel);
                    heading.GetAttributes().Id = idPrefix + Unique(Slug.From(PlainText(heading.Inline)), used);
                    break;
                case LinkInline { IsImage: false } link when IsElsewhere(link.Url):
                    link.GetAttributes().AddProperty("rel", "noopener");
                    break;
                case AutolinkInline { IsEmail: false } link:
                    link.GetAttributes().AddProperty("rel", "noopener");
                    break;
            }
        }

        var rendered = document.ToHtml(_pipeline);
        var html = PlainHtml.IsPlain(rendered) ? rendered : Clean(rendered);
        if (html.Contains("fn:", StringComparison.Ordinal) || html.Contains("fnref:", StringComparison.Ordinal))
        {
            foreach (var name in (ReadOnlySpan<string>)["fn:", "fnref:"])
            {
                html = html.Replace($"id=\"{name}", $"id=\"{idPrefix}{name}", StringComparison.Ordinal)
                    .Replace($"href=\"#{name}", $"href=\"#{idPrefix}{name}", StringComparison.Ordinal);
            }
        }

        return new SafeHtml(html);
    }

    internal static string Clean(string html) => _sanitizer.Sanitize(html);

    private static string PlainText(ContainerInline? inline) =>
        inline is null ? "" : string.Concat(inline.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));

    private static string Unique(string id, HashSet<string> used)
    {
        id = id.Length == 0 ? "abschnitt" : id;
        var candidate = id;
        for (var n = 2; !used.Add(candidate); n++)
        {
            candidate = $"{id}-{n}";
        }

        return candidate;
    }

    private static bool IsElsewhere(string? url) =>
        url is not null && (url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http:", StringComparison.OrdinalIgnoreCase));
}
