using System.Text.Json;
using Xunit;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Portal.Tests.Recipes;

/// <summary>Recipes written for and by Orchard Core, read from the shared folder beside the repository.</summary>
public sealed class OrchardRecipeTests
{
    /// <summary>What must fail, and with what in the sentence.</summary>
    private static readonly Dictionary<string, string> _failing = new()
    {
        ["agency.recipe.json"] = "The file \"../wwwroot/assets/img/",
        ["blog.recipe.json"] = "The file \"../wwwroot/assets/img/",
        ["comingsoon.recipe.json"] = "\"Snippets/Content__ComingSoon.liquid\" is missing",
        ["recipe3.recipe.json"] = "valiables is not defined",
        ["recipe6.recipe.json"] = "Unable to add content-part to the 'Message' content-type. The part name cannot be null or empty.",
    };

    [Fact]
    public async Task Every_upstream_recipe_imports_or_says_what_is_wrong_with_it()
    {
        var files = Directory.GetFiles(SharedRecipes.Folder("recipes/orchard"), "*.recipe.json").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        foreach (var path in files)
        {
            await using var portal = await TestPortal.StartAsync("Sqlite");
            var outcome = await portal.RunFileAsync(path);
            if (_failing.TryGetValue(Path.GetFileName(path), out var reason))
            {
                Assert.Contains(reason, outcome.Describe(), StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal("completed", outcome.Describe());
            }
        }
    }

    [Fact]
    public async Task Unchanged_text_in_brackets_reaches_the_store_as_it_is()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        foreach (var (file, title) in new[]
        {
            ("recipe1.recipe.json", "[locale en]You have successfully registered![/locale][locale fr]Vous vous êtes inscrit avec succès![/locale]"),
            ("recipe5.recipe.json", "[sc text='some : text'/]"),
            ("recipe2.recipe.json", "[1js: valiables('now')]"),
        })
        {
            Assert.IsType<RecipeCompleted>(await portal.RunFileAsync(Path.Combine(SharedRecipes.Folder("recipes/orchard"), file)));
            Assert.Equal(title, (await portal.VersionsAsync())[^1].Part("TitlePart")?.GetProperty("Title").GetString());
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_probe_comes_back_row_by_row_and_a_second_import_changes_nothing(string database)
    {
        var path = Path.Combine(SharedRecipes.Folder("compat"), "probe.recipe.json");
        await using var portal = await TestPortal.StartAsync(database);
        Assert.Equal("completed", (await portal.RunFileAsync(path)).Describe());

        var versions = await portal.VersionsAsync();
        (string Type, int Rows, int Latest, int Published)[] expected =
        [
            ("Board", 1, 1, 1), ("Dossier", 2, 2, 2), ("Entry", 5, 5, 4), ("Kit", 1, 1, 1),
            ("Leaflet", 3, 3, 3), ("Memo", 2, 2, 2), ("Probe", 15, 13, 12), ("Taxonomy", 1, 1, 1),
        ];
        Assert.Equal(expected, versions.GroupBy(item => item.ContentType).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count(), group.Count(item => item.Latest), group.Count(item => item.Published))));

        using var recipe = JsonDocument.Parse(await File.ReadAllTextAsync(path), TolerantJson.Document);
        var written = recipe.RootElement.GetProperty("steps").EnumerateArray().Where(step => step.GetProperty("name").GetString() == "content")
            .SelectMany(step => step.GetProperty("data").EnumerateArray()).ToDictionary(item => item.GetProperty("ContentItemVersionId").GetString()!);
        Assert.Equal(written.Count, versions.Count);
        foreach (var version in versions)
        {
            var json = Exported(version);
            Assert.True(JsonElement.DeepEquals(written[version.ContentItemVersionId], json), $"{version.ContentItemId}: {json}");
        }

        var before = await portal.DumpAsync();
        var again = Assert.IsType<RecipeCompleted>(await portal.RunFileAsync(path, again: true));
        Assert.Equal(0, again.Result.Total(StepCounts.Written));
        Assert.Equal(before, await portal.DumpAsync());
    }

    [Fact]
    public async Task What_Orchard_exported_imports_and_tells_what_it_left_out()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        var outcome = Assert.IsType<RecipeCompleted>(await portal.RunFileAsync(Path.Combine(SharedRecipes.Folder("compat"), "export-from-orchard.recipe.json")));
        Assert.Equal(26, outcome.Result.Total(StepCounts.Written));
        Assert.Equal(["Queries", "Roles", "lucene-index"], outcome.Result.Steps.Where(step => step.State == StepState.Skipped).Select(step => step.Name));
        Assert.All(outcome.Result.Steps.Where(step => step.State == StepState.Skipped), step => Assert.NotNull(step.Note));
        Assert.True(portal.Get<DefinitionStore>().Current.Types.ContainsKey("Probe"));
    }

    private static JsonElement Exported(ContentItem item)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ContentItemJson.Write(writer, item);
        }

        return JsonSerializer.Deserialize<JsonElement>(buffer.ToArray());
    }
}
