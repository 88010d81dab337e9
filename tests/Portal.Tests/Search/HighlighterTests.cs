using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using Xunit;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Highlighting;
using Zukunftswerkstatt.Search.Querying;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed partial class HighlighterTests
{
    [Theory]
    [InlineData("Dorfladen", "Zwei Dorfläden und des Dorfladens Kunden", "Zwei <mark>Dorfläden</mark> und des <mark>Dorfladens</mark> Kunden")]
    [InlineData("burgstaedt", "In Burgstädt & umzu", "In <mark>Burgstädt</mark> &amp; umzu")]
    [InlineData("email", "Per E-Mail, bitte", "Per <mark>E-Mail</mark>, bitte")]
    [InlineData("bus -bahn", "Bus statt Bahn", "<mark>Bus</mark> statt Bahn")]
    [InlineData("Leben im Alter", "Leben im Alter", "<mark>Leben</mark> im <mark>Alter</mark>")]
    [InlineData("script", "<script>alert(1)</script>", "&lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt;")]
    [InlineData("", "Nichts gesucht", "Nichts gesucht")]
    public void The_matched_word_form_is_marked(string query, string text, string expected) =>
        Assert.Equal(expected, Mark(query, text, new HighlightWish("title", 0)).Single());

    [Fact]
    public void Fragments_show_the_matches_and_a_text_without_match_its_beginning()
    {
        var text = string.Concat(Enumerable.Repeat("Hier steht nichts von Belang. ", 40)) + "Der Rufbus fährt. " + string.Concat(Enumerable.Repeat("Auch hier nichts. ", 40)) + "Rufbus und Bürgerbus fahren.";
        var fragments = Mark("Rufbus Bürgerbus", text, new HighlightWish("body", 2, 100));
        Assert.Equal(2, fragments.Count);
        Assert.Equal("… Der <mark>Rufbus</mark> fährt. Auch hier nichts. Auch hier nichts. Auch hier nichts. Auch hier nichts. Auch hier …", fragments[0]);
        Assert.Contains("<mark>Rufbus</mark> und <mark>Bürgerbus</mark> fahren.", fragments[1], StringComparison.Ordinal);
        Assert.Equal("Hier steht nichts von Belang. Hier …", Mark("Raumstation", text, new HighlightWish("body", 2, 40)).Single());
    }

    [Fact]
    public void A_fragment_never_joins_what_stands_in_two_lines()
    {
        const string Text = "Vorsprechen im Rathaus von Beispielstadt\nDer Rufbus fährt werktags nach Fahrplan.\nVerein Rufbus e. V. (Beispiel)\nJahresbeiträge von 40 Euro";

        Assert.Equal(["Der <mark>Rufbus</mark> fährt werktags nach Fahrplan."], Mark("Rufbus", Text, new HighlightWish("body", 1, 200)));
        Assert.Equal(
            ["Der <mark>Rufbus</mark> fährt werktags nach Fahrplan.", "Verein <mark>Rufbus</mark> e. V. (Beispiel)"],
            Mark("Rufbus", Text, new HighlightWish("body", 2, 200)));
        Assert.Equal("Der <mark>Rufbus</mark> fährt …", Mark("Rufbus", Text, new HighlightWish("body", 1, 20)).Single());
    }

    [Fact]
    public void Marked_text_is_safe_HTML_and_says_what_the_text_says() => Gen.Select(QueryParserTests.Hostile, QueryParserTests.Hostile, Gen.Int[0, 3], Gen.Int[0, 300]).Sample(s =>
    {
        var (query, text, fragments, length) = s;
        foreach (var html in Mark(query, text, new HighlightWish("body", fragments, length)))
        {
            var unmarked = Marks().Replace(html, "");
            Assert.DoesNotContain('<', unmarked);
            Assert.DoesNotContain('"', unmarked);
            if (fragments == 0)
            {
                Assert.Equal(Replaced(text), Replaced(WebUtility.HtmlDecode(unmarked)));
            }
        }
    });

    private static IReadOnlyList<string> Mark(string query, string text, HighlightWish wish) =>
        new Highlighter(QueryParser.Parse(query), Language.German, new LanguageTools(KnownWords.None), Synonyms.None).Mark(text, wish);

    /// <summary>Broken surrogates and controls cannot be written in HTML; the encoder replaces them.</summary>
    private static string Replaced(string text) => Unwritable().Replace(text, "?");

    [GeneratedRegex("</?mark>")]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\p{C}\uFFFD]+")]
    private static partial Regex Unwritable();
}
