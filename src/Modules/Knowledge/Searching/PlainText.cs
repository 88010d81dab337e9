using Markdig;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Markdown as the words a reader sees, for the index.</summary>
internal static class PlainText
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static string? FromMarkdown(string? markdown) =>
        string.IsNullOrWhiteSpace(markdown) ? null : Markdown.ToPlainText(markdown, _pipeline).Trim();
}
