using Markdig;
using Markdig.Renderers;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Markdown as the words a reader sees, for the index.</summary>
internal static class PlainText
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    // A writer keeps the room of the longest text it ever wrote; beyond this it is let go.
    private const int MostKept = 100_000;

    // Setting one up costs as much as rendering a paragraph.
    [ThreadStatic]
    private static HtmlRenderer? _renderer;

    public static string? FromMarkdown(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return null;
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

    private static HtmlRenderer Renderer()
    {
        var renderer = new HtmlRenderer(new StringWriter()) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        _pipeline.Setup(renderer);
        return renderer;
    }
}
