using System.Buffers;
using Markdig;
using Markdig.Renderers;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Markdown as the words a reader sees, for the index.</summary>
internal static class PlainText
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    // A writer keeps the room of the longest text it ever wrote; beyond this it is let go.
    private const int MostKept = 100_000;

    // Signs that mean nothing to Markdown, wherever they stand in a line but at its beginning.
    private static readonly SearchValues<char> _meaningless = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäöüßÄÖÜáàâéèêôóç0123456789 \n.,;:?!()%/-–—„“”‚‘’'\"€§");

    // Setting one up costs as much as rendering a paragraph.
    [ThreadStatic]
    private static HtmlRenderer? _renderer;

    public static string? FromMarkdown(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return null;
        }

        if (IsParagraphs(markdown))
        {
            return markdown.Replace("\n\n", "\n", StringComparison.Ordinal);
        }

        // Half a text may wait in a renderer that failed; it is not used again.
        var renderer = _renderer ?? Renderer();
        _renderer = null;
        renderer.Render(Markdown.Parse(markdown, _pipeline));
        var text = ((StringWriter)renderer.Writer).GetStringBuilder();
        var plain = text.ToString().Trim();
        if (text.Length <= MostKept)
        {
            text.Clear();
            _renderer = renderer;
        }

        return plain;
    }

    /// <summary>Nothing but paragraphs of words, as most texts are: parsing them would take a hundred times as long as looking.</summary>
    private static bool IsParagraphs(ReadOnlySpan<char> markdown)
    {
        if (markdown.ContainsAnyExcept(_meaningless) || markdown.StartsWith('\n') || markdown.EndsWith('\n') || markdown.Contains("\n\n\n", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var range in markdown.Split('\n'))
        {
            if (markdown[range] is { Length: > 0 } line && (StartsBlock(line) || line[^1] == ' '))
            {
                return false;
            }
        }

        return true;
    }

    // A list (1. or 1), -), a rule, the underline of a heading, or an indented line.
    private static bool StartsBlock(ReadOnlySpan<char> line) =>
        line[0] is '-' or ' ' || (char.IsAsciiDigit(line[0]) && line.TrimStart("0123456789") is ['.' or ')', ..]);

    private static HtmlRenderer Renderer()
    {
        var renderer = new HtmlRenderer(new StringWriter()) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        _pipeline.Setup(renderer);
        return renderer;
    }
}
