using Xunit;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class NameListTests
{
    private static readonly (string Name, float Weight)[] _towns =
        [("Burg", 22_000), ("Burgstädt", 10_000), ("Burgwedel", 20_000), ("Neuburg an der Donau", 30_000), ("Weißenfels", 40_000), ("Halle (Saale)", 240_000), ("Halle (Westf.)", 21_000)];

    private static readonly NameList _list = new([.. _towns.Select(t => t.Weight)], i => _towns[i].Name);

    [Theory]
    [InlineData("burg", 0, "Burg, Burgwedel, Burgstädt")]
    [InlineData("burgsta", 0, "Burgstädt")]
    [InlineData("BURGSTAE", 0, "Burgstädt")]
    [InlineData("Donau", 0, "Neuburg an der Donau")]
    [InlineData("weiss", 0, "Weißenfels")]
    [InlineData("halle", 0, "Halle (Saale), Halle (Westf.)")]
    [InlineData("halle west", 0, "Halle (Westf.)")]
    [InlineData("burgstedt", 0, "")]
    [InlineData("burgstedt", 1, "Burgstädt")]
    [InlineData("wiesenfels", 2, "Weißenfels")]
    [InlineData("bug", 2, "")]
    [InlineData("kein ort", 2, "")]
    public void Names_are_found_by_the_beginnings_of_their_words(string typed, int edits, string names) =>
        Assert.Equal(names, string.Join(", ", _list.Find(NameQuery.Of(typed)!, edits, 3).Select(i => _towns[i].Name)));

    [Fact]
    public void An_empty_list_has_no_names() => Assert.Empty(new NameList([], _ => "").Find(NameQuery.Of("burg")!, 2, 3));
}
