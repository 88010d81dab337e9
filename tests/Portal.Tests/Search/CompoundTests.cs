using Xunit;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Search.Analysis;

namespace Zukunftswerkstatt.Portal.Tests.Search;

public sealed class CompoundTests
{
    [Fact]
    public async Task A_compound_is_found_by_its_parts_and_finds_them_below_itself()
    {
        using var index = new SearchIndex();
        await index.OpenAsync(
            SearchIndex.Document("compound", "Der Bürgerbus fährt"),
            SearchIndex.Document("parts", "Ein Bus, den Bürger fahren"),
            SearchIndex.Document("bus", "Der Bus"),
            SearchIndex.Document("citizens", "Die Bürger"),
            SearchIndex.Document("more", "Bus und Bürger", body: "Bus, Bürger"));
        Assert.Equal("compound", index.Ids("Bürgerbus")[0]);
        Assert.Contains("parts", index.Ids("Bürgerbus"));
        Assert.Equal("bus", index.Ids("Bus")[0]);
        Assert.Contains("compound", index.Ids("Bus"));
    }

    [Fact]
    public async Task Where_hardly_anything_has_the_compound_what_has_a_part_is_found_farther_down()
    {
        using var index = new SearchIndex();
        await index.OpenAsync(
            SearchIndex.Document("a", "Leerstand im Ort"),
            SearchIndex.Document("b", "Kataster und Leerstand"),
            SearchIndex.Document("c", "Das Kataster"),
            SearchIndex.Document("d", "Anderes"));
        Assert.Equal("b", index.Ids("Leerstandskataster")[0]);
        Assert.Equal(["a", "b", "c"], index.Ids("Leerstandskataster").Order());
    }

    [Fact]
    public async Task A_list_that_is_not_searched_is_counted_as_it_would_be_found()
    {
        using var index = new SearchIndex();
        await index.OpenAsync([
            .. Enumerable.Range(0, 25).Select(i => SearchIndex.Document($"i{i}", "Der Bürgerbus fährt")),
            .. Enumerable.Range(0, 15).Select(i => SearchIndex.Document($"c{i}", "Der Bürgerbus fährt", mode: "factors")),
            .. Enumerable.Range(0, 10).Select(i => SearchIndex.Document($"p{i}", "Ein Bus, den Bürger fahren", mode: "factors"))]);
        Assert.Equal(25, index.Search(new SearchRequest { Text = "Bürgerbus", Culture = "de", Modes = ["factors"] }).Total);
        Assert.Equal(25, index.Search("Bürgerbus").ModeCounts["factors"]);
    }

    [Fact]
    public async Task A_young_index_that_has_grown_much_wants_to_be_made_anew()
    {
        using var index = new SearchIndex();
        await index.OpenAsync();
        index.Put(SearchIndex.Document("first", "Dorfladen"));
        Assert.False(index.Store.HasOutgrownItsWords);
        index.Put([.. Enumerable.Range(0, 60).Select(i => SearchIndex.Document("d" + i, "Dorf und Laden"))]);
        Assert.True(index.Store.HasOutgrownItsWords);
        await index.Store.RebuildAsync(1, new[] { SearchIndex.Document("again", "Dorf und Laden") }.ToAsyncEnumerable().Chunk(1), TestContext.Current.CancellationToken);
        Assert.False(index.Store.HasOutgrownItsWords);
    }

    [Fact]
    public async Task A_compound_met_before_is_split_with_what_was_learnt_since()
    {
        using var index = new SearchIndex();
        await index.OpenAsync();
        index.Put(SearchIndex.Document("whole", "Leerstandskataster"));
        Assert.Empty(index.Search("Kataster").Hits);
        index.Put(SearchIndex.Document("parts", "Ein Leerstand, zwei Leerstände"), SearchIndex.Document("register", "Leerstand und Kataster"));
        index.Put(SearchIndex.Document("later", "Leerstandskataster"));
        Assert.Contains("later", index.Ids("Kataster"));
    }

    [Fact]
    public async Task What_was_learnt_survives_a_restart()
    {
        using var index = new SearchIndex();
        await index.OpenAsync(SearchIndex.Document("a", "Dorf"), SearchIndex.Document("b", "Laden"), SearchIndex.Document("c", "Im Dorf ein Laden"));
        index.Close();
        await index.OpenAsync();
        Assert.Contains("c", index.Ids("Dorfladen"));
    }

    [Fact]
    public void A_vocabulary_that_is_no_vocabulary_makes_the_index_anew()
    {
        using var index = new SearchIndex();
        index.Begin();
        var folder = Directory.CreateTempSubdirectory("portal-words-").FullName;
        File.WriteAllText(Path.Combine(folder, LanguageTools.FileName), "1\t1\nkaputt\n");
        Assert.Throws<InvalidDataException>(() => LanguageTools.Read(folder, KnownWords.None));
        Directory.Delete(folder, recursive: true);
    }
}
