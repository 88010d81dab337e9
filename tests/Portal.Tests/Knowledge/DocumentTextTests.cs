using System.Text.Json;
using Markdig;
using Xunit;
using Zukunftswerkstatt.Content;
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

    /// <summary>What most entries consist of needs no parser.</summary>
    [Theory]
    [InlineData("Ein Satz. Noch einer (2019).\n\nEin **fetter** Satz.", "Ein Satz. Noch einer (2019).\nEin fetter Satz.")]
    [InlineData("- **Hof Eisenwinkel** als Treff\n- Fonds, **8 Jahre**", "Hof Eisenwinkel als Treff\nFonds, 8 Jahre")]
    [InlineData("1. Beschluss\n1. Umbau, 64 Stunden\n7. Ende", "Beschluss\nUmbau, 64 Stunden\nEnde")]
    public void Paragraphs_lists_and_bold_words_are_read_without_parsing(string markdown, string plain) => Assert.Equal(plain, PlainMarkdown.Read(markdown));

    [Fact]
    public void Lists_and_bold_words_that_are_not_parsed_read_as_if_they_were()
    {
        string[] pieces =
        [
            "Wort", "ä", "7", " ", "\n- ", "\n1. ", "\n2) ", "**", "**", " **Wort", "**", "**.", "**, ", "**)", "(**", "„**", "**“", "***", "*", "\n", "\n\n", "- ", "1. ", "12345678901. ", "  ", "-", ".", ")", "!", "\n-", "\n- - ", "\n1.", "\n- 3. ",
        ];
        string[] beginnings = ["", "- ", "1. ", "9) ", "- **", "**"];
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();
        var random = new Random(13);
        var read = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var text = beginnings[random.Next(beginnings.Length)] + string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(random.Next(3) == 0 ? pieces.Length : 13)]));
            if (PlainMarkdown.Read(text) is { Length: > 0 } plain)
            {
                read++;
                Assert.Equal(Markdown.ToPlainText(text, pipeline).Trim(), plain);
            }
        }

        Assert.InRange(read, 2_000, 200_000);
    }

    /// <summary>The source is read where it lies, escapes included.</summary>
    [Fact]
    public void The_text_of_a_field_is_that_of_its_markdown()
    {
        foreach (var source in (string[])["Ein Absatz.", "Erster\n\nZweiter „Absatz“", "- \"eins\"\n- zwei", "# Titel\n\n*x* \\ 👩‍👧", "\u2028", "", " "])
        {
            var item = new ContentItem { ContentItemId = "a", ContentType = "Page", Content = JsonSerializer.SerializeToElement(new { Page = new { Body = new { Markdown = source } } }) };
            Assert.Equal(PlainText.FromMarkdown(item.Markdown("Page", "Body")), PlainText.OfField(item, "Page", "Body"));
        }

        Assert.Null(PlainText.OfField(new ContentItem { ContentItemId = "a", ContentType = "Page" }, "Page", "Body"));
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
