using System.Text;
using Xunit;
using Zukunftswerkstatt.Site.Downloads;

namespace Zukunftswerkstatt.Portal.Tests.Site;

public sealed class DownloadTests
{
    private static readonly Reference _hostile = new(
        "049ce5tdjkr26mgykemsdjyjrc", "50 % mehr {Wege} & _Ziele_ \\ #1", "https://portal.test/id/049ce5tdjkr26mgykemsdjyjrc", new DateTime(2026, 3, 7), "Zeile 1\nZeile 2", "de", null);

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "'=HYPERLINK(\"\"x\"\")")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("+49", "'+49")]
    [InlineData("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0")]
    [InlineData("-", "'-")]
    [InlineData("-1", "-1")]
    [InlineData("-1.234,5", "-1.234,5")]
    [InlineData("Bad; \"Muskau\"", "Bad; \"\"Muskau\"\"")]
    [InlineData("−0,5 %", "−0,5 %")]
    public void A_cell_is_quoted_and_never_a_formula(string cell, string written) =>
        Assert.Equal($"\"Kopf\"\r\n\"{written}\"\r\n", Encoding.UTF8.GetString(Tables.Csv(["Kopf"], [[cell]])[3..]));

    [Fact]
    public void CSV_begins_with_the_mark_by_which_office_programs_know_UTF_8() =>
        Assert.Equal(Encoding.UTF8.GetPreamble(), Tables.Csv(["ä"], [])[..3]);

    [Fact]
    public void BibTeX_escapes_what_TeX_would_read_as_commands()
    {
        var text = Citations.BibTex([_hostile], new DateTime(2026, 11, 24));
        Assert.Contains(@"title = {{50 \% mehr \{Wege\} \& \_Ziele\_ \textbackslash{} \#1}},", text, StringComparison.Ordinal);
        Assert.Contains("urldate = {2026-11-24}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("note =", text, StringComparison.Ordinal);
    }

    [Fact]
    public void RIS_keeps_every_value_on_its_line()
    {
        var lines = Citations.Ris([_hostile], new DateTime(2026, 11, 24)).Split("\r\n");
        Assert.Contains("AB  - Zeile 1 Zeile 2", lines);
        Assert.Contains("ER  - ", lines);
        Assert.All(lines.Where(line => line.Length > 0), line => Assert.Matches("^[A-Z][A-Z0-9]  - ", line));
    }

    [Fact]
    public void Control_characters_never_reach_a_workbook() =>
        Assert.NotEmpty(Tables.Xlsx(["a\0b"], [["\u0001\u0008x", new string('y', 40_000)]]));
}
