using Xunit;
using Zukunftswerkstatt.Search.Analysis;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class AnalysisTests
{
    [Theory]
    [InlineData("Ein Bürgerbus, für alle!", "Ein|Bürgerbus|für|alle")]
    [InlineData("Stadt-/Gemeindetyp und/oder", "Stadt|Gemeindetyp|und|oder")]
    [InlineData("E-Mail", "E+Mail")]
    [InlineData("Bürger*innen und Bürger:innen", "Bürger+innen|und|Bürger+innen")]
    [InlineData("Landes·amt", "Landes+amt")]
    [InlineData("Ku'damm rock’n’roll 'so'", "Ku'damm|rock’n’roll|so")]
    [InlineData("2018–2019, 1.000 Euro", "2018|2019|1|000|Euro")]
    [InlineData("Fach\u00ADkräfte\u200E", "Fach\u00ADkräfte")]
    [InlineData("!?… -- „“ \u202E\u0000", "")]
    [InlineData("a\uD800b \uD83D\uDE00", "a|b")]
    public void Words_are_found_in_a_text(string text, string expected)
    {
        var words = new System.Text.StringBuilder();
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
        {
            words.Append(scanner.Word).Append(scanner.JoinsNext ? '+' : '|');
        }

        Assert.Equal(expected, words.ToString().TrimEnd('|'));
    }

    [Theory]
    [InlineData("Bürger", "buerg", "burg")]
    [InlineData("buerger", "buerg", "burg")]
    [InlineData("burger", "burg", "")]
    [InlineData("Bu\u0308rger", "buerg", "burg")]
    [InlineData("Straße", "stras", "")]
    [InlineData("Busse", "bus", "")]
    [InlineData("Ergebnissen", "ergebnis", "")]
    [InlineData("Häuser", "haeus", "haus")]
    [InlineData("Haus", "haus", "")]
    [InlineData("neue", "neu", "")]
    [InlineData("Quelle", "quell", "")]
    [InlineData("Dorfläden", "dorflaed", "dorflad")]
    [InlineData("Dorfladens", "dorflad", "")]
    [InlineData("Bürgerinnen", "buerg", "burg")]
    [InlineData("Café", "caf", "kaf")]
    [InlineData("Initiativen", "initiativ", "")]
    [InlineData("Photographie", "photographi", "fotografi")]
    [InlineData("Silicium", "silicium", "silizium")]
    [InlineData("Cluster", "clust", "klust")]
    [InlineData("Potential", "potential", "potenzial")]
    [InlineData("Schicht", "schicht", "")]
    [InlineData("Recycling", "recycling", "rezykling")]
    public void German_words_have_a_precise_and_a_folded_stem(string word, string stem, string folded) => AssertForms(Language.German, word, stem, folded);

    [Theory]
    [InlineData("communities", "community", "")]
    [InlineData("houses", "hous", "")]
    [InlineData("planning", "plan", "")]
    [InlineData("needed", "need", "")]
    [InlineData("bus", "bus", "")]
    [InlineData("Burgstädt", "burgstaedt", "burgstadt")]
    public void English_words_have_a_stem(string word, string stem, string folded) => AssertForms(Language.English, word, stem, folded);

    [Fact]
    public void Long_words_are_cut_alike_in_documents_and_queries()
    {
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        Language.German.Read(new string('ü', 500), ref forms);
        Assert.Equal(Spelling.MaxLength, forms.Exact.Length);
    }

    private static void AssertForms(Language language, string word, string stem, string folded)
    {
        var forms = new WordForms(stackalloc char[WordForms.BufferLength]);
        language.Read(word, ref forms);
        Assert.Equal((stem, folded), (forms.Stem.ToString(), forms.Folded.ToString()));
    }
}
