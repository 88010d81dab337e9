using CsCheck;
using Xunit;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Querying;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class QueryParserTests
{
    /// <summary>Text as hostile as a reader's clipboard: quotation marks, signs, controls, bidi marks, broken surrogates, long words.</summary>
    internal static readonly Gen<string> Hostile = Gen.Frequency(
        (5, Gen.Char.AlphaNumeric.Array[1, 12].Select(c => new string(c))),
        (3, Gen.OneOf("\"", "„", "“", "-", " -", "*", "?", "~", "(", ")", ":", "/", "+", "\\", "^", "[", "}", "AND", "OR", "NOT", "ä", "ß", "\u202E", "\u0000", "\u00AD", "\uD800", "\uDFFF", "u\u0308", "e-mail", "der", "'")),
        (1, Gen.String),
        (1, Gen.Int[0, 3000].Select(n => new string('x', n))))
        .Array[0, 60].Select(parts => string.Join(parts.Length % 2 == 0 ? " " : "", parts));

    [Theory]
    [InlineData("weiche Standortfaktoren", "weiche", "Standortfaktoren")]
    [InlineData("\"weiche Standortfaktoren\" Sachsen", "\"weiche Standortfaktoren", "Sachsen")]
    [InlineData("Bus -Bahn -\"Deutsche Bahn\"", "Bus", "-Bahn", "-\"Deutsche Bahn")]
    [InlineData("E-Mail 2018 - 2019", "E-Mail", "2018", "2019")]
    [InlineData("\"offen und los", "offen", "und", "los")]
    [InlineData("„Gemeinsam gestalten“", "\"Gemeinsam gestalten")]
    [InlineData("\"\" \"?!\" -")]
    [InlineData("")]
    public void Words_phrases_and_exclusions_are_read(string text, params string[] expected) =>
        Assert.Equal(expected, QueryParser.Parse(text).Clauses.Select(c => (c.Excluded ? "-" : "") + (c.Kind == ClauseKind.Phrase ? "\"" : "") + c.Text));

    [Fact]
    public void No_text_is_an_error_and_clauses_are_bounded() => Hostile.Sample(text =>
    {
        var query = QueryParser.Parse(text);
        Assert.True(query.Clauses.Count <= SearchRequest.MaxClauses);
        Assert.True(query.Text.Length <= SearchRequest.MaxTextLength * 3); // composing may lengthen exotic text
        Assert.All(query.Clauses, c => Assert.NotEmpty(c.Text));
    });

    [Fact]
    public void A_long_text_is_cut_and_says_so()
    {
        Assert.True(QueryParser.Parse(new string('a', 100_000)).Cut);
        Assert.True(QueryParser.Parse(string.Join(' ', Enumerable.Range(0, 50))).Cut);
        Assert.False(QueryParser.Parse("kurz").Cut);
    }
}
