using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Xunit;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Portal.Tests.Recipes;

public sealed class DefinitionMergeTests
{
    [Fact]
    public void Random_merges_equal_a_simple_model() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 6]).Sample((seed, count) =>
        {
            var random = new Random(seed);
            var document = new DefinitionDocument();
            var model = new Dictionary<string, (Dictionary<string, JsonNode?> Settings, List<string> Parts)>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < count; i++)
            {
                var name = random.Next(2) == 0 ? "Alpha" : "ALPHA";
                var displayName = random.Next(3) == 0 ? "" : "A";
                var settings = new JsonObject();
                for (var s = random.Next(3); s >= 0; s--)
                {
                    settings[$"S{random.Next(3)}"] = random.Next(4) switch
                    {
                        0 => null,
                        1 => random.Next(3),
                        _ => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => (JsonNode?)JsonValue.Create(random.Next(3)))]),
                    };
                }

                string[] parts = [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"P{random.Next(4)}")];
                Assert.Empty(DefinitionMerge.Apply(document, Step(name, displayName, settings, parts)));

                if (!model.TryGetValue(name, out var expected))
                {
                    model[name] = expected = ([], []);
                }

                foreach (var (key, value) in settings)
                {
                    if (displayName.Length > 0)
                    {
                        expected.Settings[key] = expected.Settings.GetValueOrDefault(key) is JsonArray old && value is JsonArray added
                            ? new JsonArray([.. old.Concat(added).Select(node => node!.ToJsonString()).Aggregate(new List<string>(old.Select(node => node!.ToJsonString())), (list, text) => list.Contains(text) ? list : [.. list, text]).Select(text => JsonNode.Parse(text))])
                            : value?.DeepClone();
                    }
                }

                expected.Parts.AddRange(parts.Where(part => !expected.Parts.Contains(part)).Distinct());
            }

            var type = Assert.Single(document.Types);
            var (finalSettings, finalParts) = Assert.Single(model).Value;
            Assert.Equal(finalParts, type.Parts.Select(part => part.Name));
            Assert.True(JsonNode.DeepEquals(new JsonObject(finalSettings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))), type.Settings));
            var text = document.Write();
            Assert.Equal(text, DefinitionDocument.Parse(text).Write());
        }, iter: 500);

    [Fact]
    public void Replace_recreates_and_delete_removes_also_from_types()
    {
        var document = new DefinitionDocument();
        DefinitionMerge.Apply(document, Parse("""{"ContentTypes":[{"Name":"A","DisplayName":"A","ContentTypePartDefinitionRecords":[{"PartName":"P"},{"PartName":"Q"}]}],"ContentParts":[{"Name":"P","Settings":{"x":1}},{"Name":"Q"}]}"""));
        DefinitionMerge.Replace(document, Parse("""{"contenttypes":[{"name":"a","displayName":"B","ContentTypePartDefinitionRecords":[{"PartName":"P"}]}],"ContentParts":[{"Name":"p","Settings":{"y":2}}]}"""));
        Assert.Equal(["P"], Assert.Single(document.Types).Parts.Select(part => part.Name));
        Assert.Equal("""{"y":2}""", document.Part("P")!.Settings.ToJsonString());
        DefinitionMerge.Delete(document, Parse("""{"ContentTypes":["none"],"ContentParts":["P"]}"""));
        Assert.Empty(document.Types[0].Parts);
        Assert.Null(document.Part("P"));
    }

    [Fact]
    public void Flat_settings_with_text_booleans_count_as_a_fallback()
    {
        var document = new DefinitionDocument();
        DefinitionMerge.Apply(document, Parse("""{"ContentTypes":[{"Name":"A","DisplayName":"A","Settings":{"Creatable":"True","Draftable":"False"}}]}"""));
        var settings = document.ToDefinitions().Types["a"].Settings.Get<ContentTypeSettings>();
        Assert.True(settings.Creatable);
        Assert.False(settings.Draftable);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Definitions_are_in_force_after_the_step_and_a_second_time_changes_nothing(string database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        const string Json = """{"steps":[{"name":"ContentDefinition","ContentTypes":[{"Name":"A","DisplayName":"Ä"}]}]}""";
        await portal.RunAsync(Json);
        Assert.Equal("Ä", portal.Get<DefinitionStore>().Current.Types["A"].DisplayName);
        var before = await portal.DumpAsync();
        await portal.RunAsync(Json, again: true);
        Assert.Equal(before, await portal.DumpAsync());
    }

    private static JsonElement Step(string name, string displayName, JsonObject settings, string[] parts) => JsonSerializer.SerializeToElement(new
    {
        ContentTypes = new[]
        {
            new
            {
                Name = name,
                DisplayName = displayName,
                Settings = settings,
                ContentTypePartDefinitionRecords = parts.Select(part => new { PartName = part }),
            },
        },
    });

    private static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
