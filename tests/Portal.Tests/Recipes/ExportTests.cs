using System.Text.Json.Nodes;
using CsCheck;
using Xunit;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Portal.Tests.Recipes;

public sealed class ExportTests
{
    private static readonly string[] _texts = ["", "a", "ä ß €", "[js: uuid()]", "[note: x]", "line\nbreak \"quoted\" \\ \u2028", "<script>", "😀", "1e5"];

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Export_import_export_gives_the_same_bytes_for_the_probe(string database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        Assert.Equal("completed", (await portal.RunFileAsync(Path.Combine(SharedRecipes.Folder("compat"), "probe.recipe.json"))).Describe());
        foreach (var allVersions in new[] { true, false })
        {
            var first = await portal.ExportAsync(allVersions);
            await using var other = await TestPortal.StartAsync("Sqlite");
            Assert.Equal("completed", (await other.RunAsync(first)).Describe());
            Assert.Equal(first, await other.ExportAsync(allVersions));
        }
    }

    [Fact]
    public async Task Export_import_export_gives_the_same_bytes_for_the_portals_own_content()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        foreach (var name in new[] { "domain", "vocabularies", "record-1", "pages" })
        {
            Assert.Equal("completed", (await portal.RunFileAsync(Path.Combine(SetUp.RecipeFolder, $"{name}.recipe.json"))).Describe());
        }

        var first = await portal.ExportAsync(false);
        await using var other = await TestPortal.StartAsync("Sqlite");
        Assert.Equal("completed", (await other.RunAsync(first)).Describe());
        Assert.Equal(first, await other.ExportAsync(false));
        Assert.Equal(0, (await other.RunAsync(first, again: true)).Result.Total(StepCounts.Written));
    }

    [Fact]
    public void Random_content_survives_export_and_import_to_the_byte() =>
        Gen.Select(Gen.Int[0, 5].Array[1, 12], Gen.Int[0, int.MaxValue]).Sample((versions, seed) => RoundTripAsync(versions, seed).GetAwaiter().GetResult(), iter: 12, threads: 1);

    [Fact]
    public async Task Samples_are_said_in_the_description()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        await portal.RunAsync("""
            {"steps":[{"name":"content","data":[
              {"ContentItemId":"a","ContentType":"X","Latest":true,"EditorialPart":{"Sample":{"Value":true}}},
              {"ContentItemId":"b","ContentType":"X","Latest":true,"Other":{"Sample":{"Value":true}}}]}]}
            """);
        var export = JsonNode.Parse(await portal.ExportAsync(false))!;
        Assert.Contains("1 Versionen sind Beispielinhalt – frei erfunden", (string?)export["description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_has_at_most_a_thousand_items_and_deleted_ones_stay_out()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        var items = Enumerable.Range(0, 1001).Select(i => $$"""{"ContentItemId":"i{{i:0000}}","ContentType":"X","Latest":true}""");
        await portal.RunAsync($$"""{"steps":[{"name":"content","data":[{{string.Join(',', items)}}]}]}""");
        await portal.Get<ContentCommands>().DeleteAsync("i0500", null, Actor.System, default);
        var steps = JsonNode.Parse(await portal.ExportAsync(false))!["steps"]!.AsArray();
        Assert.Equal([1000], steps.Skip(1).Select(step => step!["data"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_target_that_cannot_be_written_stays_as_it_was_and_leaves_no_temporary_file()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        var folder = Directory.CreateDirectory(Path.Combine(portal.Folder, "out"));
        Directory.CreateDirectory(Path.Combine(folder.FullName, "taken.json"));
        await Assert.ThrowsAnyAsync<Exception>(() => portal.Get<RecipeExporter>().ExportAsync(Path.Combine(folder.FullName, "taken.json"), false, null, default));
        Assert.Equal(["taken.json"], folder.EnumerateFileSystemInfos().Select(entry => entry.Name));
    }

    private static async Task RoundTripAsync(int[] versionsPerItem, int seed)
    {
        var random = new Random(seed);
        var items = new JsonArray();
        for (var i = 0; i < versionsPerItem.Length; i++)
        {
            for (var v = 0; v <= versionsPerItem[i]; v++)
            {
                var last = v == versionsPerItem[i];
                items.Add(new JsonObject
                {
                    ["ContentItemId"] = $"Item{i}",
                    ["ContentItemVersionId"] = $"i{i}v{v}",
                    ["ContentType"] = random.Next(2) == 0 ? "Known" : "Unknown",
                    ["DisplayText"] = _texts[random.Next(_texts.Length)],
                    ["Latest"] = last,
                    ["Published"] = last && random.Next(2) == 0 || v == versionsPerItem[i] - 1,
                    ["ModifiedUtc"] = $"2026-01-{1 + random.Next(28):00}T10:00:00.{random.Next(10000000):0000000}Z",
                    ["Part"] = RandomJson(random, 3),
                });
            }
        }

        var recipe = new JsonObject
        {
            ["tags"] = new JsonArray("literal"),
            ["steps"] = new JsonArray(
                new JsonObject { ["name"] = "ContentDefinition", ["ContentTypes"] = new JsonArray(new JsonObject { ["Name"] = "Known", ["DisplayName"] = "Known", ["Settings"] = RandomJson(random, 2) }) },
                new JsonObject { ["name"] = "content", ["data"] = items }),
        };
        await using var one = await TestPortal.StartAsync("Sqlite");
        Assert.Equal("completed", (await one.RunAsync(recipe.ToJsonString())).Describe());
        var first = await one.ExportAsync(true);
        await using var two = await TestPortal.StartAsync("Sqlite");
        Assert.Equal("completed", (await two.RunAsync(first)).Describe());
        Assert.Equal(first, await two.ExportAsync(true));
    }

    private static JsonObject RandomJson(Random random, int depth)
    {
        var json = new JsonObject();
        for (var i = random.Next(4); i >= 0; i--)
        {
            json[$"M{i}"] = random.Next(depth > 0 ? 6 : 4) switch
            {
                0 => JsonValue.Create(_texts[random.Next(_texts.Length)]),
                1 => JsonValue.Create(random.NextDouble() * 1e6),
                2 => JsonValue.Create(random.Next(2) == 0),
                3 => null,
                4 => RandomJson(random, depth - 1),
                _ => new JsonArray(RandomJson(random, depth - 1), 5, "x", null),
            };
        }

        return json;
    }
}
