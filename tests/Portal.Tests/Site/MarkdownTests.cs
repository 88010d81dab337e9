using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Xunit;
using Zukunftswerkstatt.Site.Text;

namespace Zukunftswerkstatt.Portal.Tests.Site;

public class MarkdownTests
{
    [Theory]
    [InlineData("# Über uns", "<h3 id=\"ueber-uns\">Über uns</h3>\n")]
    [InlineData("## Größe\n\n## Größe", "<h3 id=\"groesse\">Größe</h3>\n<h3 id=\"groesse-2\">Größe</h3>\n")]
    [InlineData("[Seite](https://example.org/?a=1&b=2)", "<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener\">Seite</a></p>\n")]
    [InlineData("[hier](/suche?q=x)", "<p><a href=\"/suche?q=x\">hier</a></p>\n")]
    [InlineData("Post an <a@example.org>", "<p>Post an <a href=\"mailto:a@example.org\">a@example.org</a></p>\n")]
    [InlineData("1 < 2 & \"so\"", "<p>1 &lt; 2 &amp; &quot;so&quot;</p>\n")]
    public void Markdown_becomes_plain_clean_html(string markdown, string expected) =>
        Assert.Equal(expected, MarkdownRenderer.Render(markdown).Value);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java\nscript:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](&#x6A;avascript&colon;alert(1))")]
    [InlineData("[x](\tjavascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<math><mtext></p><script>alert(1)</script>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<div style=\"background:url(javascript:alert(1))\">")]
    [InlineData("[x](https://a\" onmouseover=\"alert(1))")]
    [InlineData("[x](<https://a> \"t\" onclick=\"alert(1)\")")]
    [InlineData("`<script>`\n\n    <script>alert(1)</script>")]
    [InlineData("|a|b|\n|-|-|\n|<script>alert(1)</script>|[x](javascript:alert(1))|")]
    [InlineData("[^1]\n\n[^1]: <iframe src=//evil>[x](javascript:alert(1))")]
    [InlineData("<scr<script>ipt>alert(1)</scr</script>ipt>")]
    [InlineData("<!--<img src=\"--><img src=x onerror=alert(1)//\">")]
    public void Nothing_in_a_text_can_run_or_load(string markdown)
    {
        var document = new HtmlParser().ParseDocument("<body>" + MarkdownRenderer.Render(markdown).Value);
        Assert.Empty(document.QuerySelectorAll("script, img, svg, math, iframe, object, embed, style, link, form, input, base, meta"));
        foreach (var element in document.All)
        {
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style");
            var target = element.GetAttribute("href");
            Assert.True(target is null || !target.Contains(':', StringComparison.Ordinal)
                || target.StartsWith("http:", StringComparison.Ordinal) || target.StartsWith("https:", StringComparison.Ordinal)
                || target.StartsWith("mailto:", StringComparison.Ordinal) || target.StartsWith("#fn", StringComparison.Ordinal), target);
        }
    }

    [Fact]
    public void Two_texts_of_one_page_share_no_identifier()
    {
        var first = MarkdownRenderer.Render("# A\n\nx[^1]\n\n[^1]: y", idPrefix: "a-").Value;
        var second = MarkdownRenderer.Render("# A\n\nx[^1]\n\n[^1]: y", idPrefix: "b-").Value;
        var document = new HtmlParser().ParseDocument(first + second);
        var ids = document.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(document.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    }

    [Fact]
    public void A_deeply_nested_text_is_answered() =>
        Assert.NotEmpty(MarkdownRenderer.Render(new string('>', 5_000) + " x\n\n" + new string('*', 5_000) + new string('[', 5_000)).Value);

    [Theory]
    [InlineData("<p>a &lt;b&gt; <em>c</em></p><h3 id=\"a-1\">x</h3>", true)]
    [InlineData("<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener\">x</a>", true)]
    [InlineData("<a href=\"javascript:alert(1)\" rel=\"noopener\">x</a>", false)]
    [InlineData("<a href=\"https://a\" onclick=\"x\" rel=\"noopener\">x</a>", false)]
    [InlineData("<p onclick=\"x\">a</p>", false)]
    [InlineData("<h3 id=\"a\" class=\"b\">a</h3>", false)]
    [InlineData("<h3 id=\"\">a</h3>", false)]
    [InlineData("<script>x</script>", false)]
    [InlineData("<p", false)]
    [InlineData("< p>", false)]
    [InlineData("<P>a</P>", false)]
    [InlineData("<!-- -->", false)]
    public void Only_what_is_plain_passes_uncleaned(string html, bool plain) => Assert.Equal(plain, PlainHtml.IsPlain(html));

    [Fact]
    public void Nothing_that_passes_uncleaned_would_lose_anything_in_cleaning()
    {
        var seen = 0;
        string[] pieces =
        [
            "<p>", "</p>", "<em>", "</em>", "<li>", "</ul>", "<ul>", "<h3 id=\"a-b\">", "</h3>", "<a href=\"https://a.de/?x=1&amp;y=2\" rel=\"noopener\">", "</a>", "<blockquote>",
            "text", "&lt;script&gt;", "&amp;", "&quot;", "ä ", "<", ">", "\"", "<script>", "<p onclick=\"x\">", "<a href=\"javascript:x\" rel=\"noopener\">", "<!--", "\0", "&#106;", "=", " ",
        ];
        Gen.Int[0, pieces.Length - 1].List[0, 12].Select(picks => string.Concat(picks.Select(i => pieces[i]))).Sample(
            html =>
            {
                if (PlainHtml.IsPlain(html))
                {
                    Interlocked.Increment(ref seen);
                    var document = Parsed(html);
                    Assert.Equal(Parsed(MarkdownRenderer.Clean(html)).TextContent, document.TextContent);
                    Assert.All(document.Descendants<IElement>(), element => Assert.True(
                        element.Attributes.All(a => element.LocalName == "a" ? a is { Name: "href", Value: "https://a.de/?x=1&y=2" } or { Name: "rel" } : a is { Name: "id", Value: "a-b" })
                        && element.LocalName is "p" or "em" or "li" or "ul" or "h3" or "a" or "blockquote", html));
                }
            },
            iter: 20_000);
        Assert.InRange(seen, 500, 20_000);

        static IElement Parsed(string html) => new HtmlParser().ParseDocument("<body>" + html).Body!;
    }
}
