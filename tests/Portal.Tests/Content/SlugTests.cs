using System.Text;
using CsCheck;
using Xunit;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Portal.Tests.Content;

public sealed class SlugTests
{
    private static readonly Gen<string> _anything = Gen.Char.Array[0, 60].Select(chars => new string(chars));

    [Theory]
    [InlineData("Größe & Straße: Übermut?", "groesse-strasse-uebermut")]
    [InlineData("Gro\u0308ße", "groesse")]
    [InlineData("ÄRGER", "aerger")]
    [InlineData("  --Č, é, ñ, ł, ø, æ!  ", "c-e-n-l-o-ae")]
    [InlineData("soft\u00adhyphen", "softhyphen")]
    [InlineData("100 % Erneuerbare", "100-erneuerbare")]
    [InlineData("日本", "")]
    [InlineData("a\ud800b", "a-b")]
    [InlineData(null, "")]
    public void Titles_become_addresses(string? title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Fact]
    public void Any_text_gives_a_slug_of_letters_digits_and_single_hyphens() => _anything.Sample(text =>
    {
        var slug = Slug.From(text);
        return slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && !slug.Contains("--", StringComparison.Ordinal) && slug.Trim('-') == slug;
    });

    [Fact]
    public void Any_text_gives_a_sort_key_and_a_path_key_that_can_be_stored_or_found_nowhere() => _anything.Sample(text =>
    {
        Slug.PathKey(text);
        var sort = Slug.SortText(text);
        return sort.Length <= 200 && !sort.Contains('\0') && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(sort)) == sort;
    });

    [Fact]
    public void Titles_sort_as_in_German_dictionaries()
    {
        string[] titles = ["Zebra", "Äpfel", "Apfelbaum", "Straße", "Strasse 2", "österlich", "Ofen"];
        Assert.Equal(["Äpfel", "Apfelbaum", "Ofen", "österlich", "Straße", "Strasse 2", "Zebra"], titles.OrderBy(Slug.SortText, StringComparer.Ordinal));
    }
}
