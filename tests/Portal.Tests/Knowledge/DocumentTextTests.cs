using Markdig;
using Xunit;
using Zukunftswerkstatt.Knowledge;

namespace Zukunftswerkstatt.Portal.Tests.Knowledge;

/// <summary>Texts and values on their way into the index.</summary>
public sealed class DocumentTextTests
{
    /// <summary>The renderer is used again and again; nothing of a text may be left over in the next.</summary>
    [Fact]
    public void Markdown_becomes_the_same_text_whatever_was_read_before()
    {
        string[] texts =
        [
            "Ein Absatz.", "# Titel\n\nText mit *Betonung* und [Verweis](https://example.org).", "- eins\n- zwei\n\n1. drei", "> Zitat\n\nDanach", "```\nvar x = 1;",
            "| a | b |\n|---|---|\n| 1 | 2 |", "<script>alert(1)</script>", "a &amp; b < c", "![Bild](x.png) Bildtext", "letzte Zeile ohne Ende  \nneue Zeile", "---", "Ende",
        ];
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var text = texts[random.Next(texts.Length)] + "\n\n" + texts[random.Next(texts.Length)];
            Assert.Equal(Markdown.ToPlainText(text, pipeline).Trim(), PlainText.FromMarkdown(text));
        }
    }

    /// <summary>Plain paragraphs are not parsed; whatever is taken for such has to come out as if it were.</summary>
    [Fact]
    public void Paragraphs_that_are_not_parsed_read_as_if_they_were()
    {
        string[] pieces =
        [
            "Wort", " ", "\n", "\n\n", "1", "12", ".", ")", "-", "- ", "1. ", "2) ", "–", "„Zitat“", "'", "\"", "!", "!(", ":", "Land-Stadt", "§ 5", "…", "*", "_", "#", "# ", "&amp;", "&",
            "<", ">", "[", "](x)", "`", "\\", "|", "=", "---", "===", "+", "~", "\t", "\r\n", "\u00a0", "ä", "ñ", "\U0001f600", "https://example.org", "  ", "    ",
        ];
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();
        var random = new Random(11);
        for (var i = 0; i < 50_000; i++)
        {
            // Mostly harmless pieces, so that many texts are plain.
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(random.Next(3) == 0 ? pieces.Length : 22)]));
            if (!string.IsNullOrWhiteSpace(text))
            {
                Assert.Equal(Markdown.ToPlainText(text, pipeline).Trim(), PlainText.FromMarkdown(text));
            }
        }
    }

    [Theory, InlineData(3), InlineData(16), InlineData(17), InlineData(500)]
    public void Values_are_kept_once_in_their_order(int distinct)
    {
        var values = Enumerable.Range(0, distinct * 3).Select(i => i % 7 == 6 ? " " : $"v{i % distinct}").ToList();
        var facets = new DocumentParts().Facet("f", values).Facet("none", [null, ""]).Facet("one", "x").Facets;
        Assert.Equal(values.Where(v => v != " ").Distinct(), facets["f"]);
        Assert.Equal(["f", "one"], facets.Keys.Order());
    }
}
