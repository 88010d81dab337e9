using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Markdig;
using Markdig.Renderers;
using Zukunftswerkstatt.Content;

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

    /// <summary>The words of a MarkdownField. The field's source, as long as they are, is never a string of its own.</summary>
    public static string? OfField(ContentItem item, string part, string field)
    {
        if (item.Field(part, field)?.Member("Markdown") is not { ValueKind: JsonValueKind.String } json)
        {
            return null;
        }

        var utf8 = JsonMarshal.GetRawUtf8Value(json);
        var room = ArrayPool<char>.Shared.Rent(utf8.Length);
        try
        {
            var reader = new Utf8JsonReader(utf8);
            reader.Read();
            return FromMarkdown(room.AsSpan(0, reader.CopyString(room)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(room);
        }
    }

    /// <summary>The words; <c>null</c> when there are none.</summary>
    public static string? FromMarkdown(ReadOnlySpan<char> markdown) =>
        markdown.IsWhiteSpace() ? null : PlainMarkdown.Read(markdown) ?? Parsed(markdown.ToString());

    private static string Parsed(string markdown)
    {
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
