using System.Text.RegularExpressions;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Zukunftswerkstatt.Site.Views;

namespace Zukunftswerkstatt.Site.Text;

/// <summary>Markdown → HTML → cleaned HTML. Raw HTML is text, links go to the web or by mail only, headings fit below the page's own.</summary>
internal static partial class MarkdownRenderer
{
    // 1. Tables and footnotes: what case studies use. 2. Raw HTML becomes text. 3. Identifiers come last in Render, with German letters written out.
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseAutoLinks()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .DisableHtml()
        .ConfigureNewLine("\n")
        .Build();

    private static readonly HtmlSanitizer _sanitizer = CreateSanitizer();

    /// <summary>Cleaned HTML of a Markdown text. <paramref name="topLevel"/> is the level that a first-level heading gets (h3 below a chapter's h2).</summary>
    public static SafeHtml Render(string markdown, int topLevel = 3)
    {
        var document = Markdown.Parse(markdown, _pipeline);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case HeadingBlock heading:
                    heading.Level = Math.Min(6, heading.Level + topLevel - 1);
                    heading.GetAttributesSafe().Id = Unique(Slug.Of(PlainText(heading.Inline)), used);
                    break;
                case LinkInline { IsImage: false } link when IsElsewhere(link.Url):
                    link.GetAttributesSafe().AddPropertyIfNotExist("rel", "noopener noreferrer");
                    break;
            }
        }

        return new SafeHtml(_sanitizer.Sanitize(document.ToHtml(_pipeline)));
    }

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
