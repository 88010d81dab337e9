using Xunit;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Portal.Tests.Recipes;

/// <summary>The rules by which Orchard imports content.</summary>
public sealed class ImportRuleTests
{
    private const string Definition = """
        {"name":"ContentDefinition","ContentTypes":[{"Name":"Note","DisplayName":"Note","ContentTypePartDefinitionRecords":[
          {"PartName":"TitlePart","Name":"TitlePart"},{"PartName":"AutoroutePart","Name":"AutoroutePart"},{"PartName":"Note","Name":"Note"}]}],
         "ContentParts":[{"Name":"Note","ContentPartFieldDefinitionRecords":[
          {"FieldName":"TextField","Name":"Body","Settings":{"TextFieldSettings":{"Required":"true"}}},
          {"FieldName":"ContentPickerField","Name":"Others","Settings":{"ContentPickerFieldSettings":{"Multiple":true,"DisplayAllContentTypes":true}}}]}]}
        """;

    private static string Recipe(params string[] items) => $$"""{"steps":[{{Definition}},{"name":"content","data":[{{string.Join(',', items)}}]}]}""";

    private static string Item(string id, string version, bool latest, bool published, string body = "x", string more = "") =>
        $$$"""
        {"Id":7,"ContentItemId":"{{{id}}}","ContentItemVersionId":"{{{version}}}","ContentType":"Note","Latest":{{{(latest ? "true" : "false")}}},
         "Published":{{{(published ? "true" : "false")}}},"TitlePart":{"Title":"T {{{id}}}"},"Note":{"Body":{"Text":"{{{body}}}"}{{{more}}}}}
        """;

    private static async Task<List<string>> FlagsAsync(TestPortal portal) =>
        [.. (await portal.VersionsAsync()).Select(item => $"{item.ContentItemVersionId}{(item.Latest ? " latest" : "")}{(item.Published ? " published" : "")}").Order()];

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_draft_takes_latest_and_a_published_version_takes_both(string database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        Assert.Equal("completed", (await portal.RunAsync(Recipe(Item("a", "v1", true, true)))).Describe());
        Assert.Equal("completed", (await portal.RunAsync(Recipe(Item("a", "v2", true, false)))).Describe());
        Assert.Equal(["v1 published", "v2 latest"], await FlagsAsync(portal));
        Assert.Equal("completed", (await portal.RunAsync(Recipe(Item("a", "v3", true, true)))).Describe());
        Assert.Equal(["v1", "v2", "v3 latest published"], await FlagsAsync(portal));
        Assert.Equal("completed", (await portal.RunAsync(Recipe(Item("A", "v0", false, false)))).Describe());
        Assert.Equal(["v0", "v1", "v2", "v3 latest published"], await FlagsAsync(portal));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Versions_of_one_item_in_one_file_end_with_the_flags_they_say(string database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var recipe = Recipe(Item("a", "v1", false, false), Item("a", "v2", false, true), Item("a", "v3", true, false), Item("b", "w1", true, true));
        Assert.Equal("completed", (await portal.RunAsync(recipe)).Describe());
        Assert.Equal(["v1", "v2 published", "v3 latest", "w1 latest published"], await FlagsAsync(portal));
        var before = await portal.DumpAsync();
        Assert.Equal(4, (await portal.RunAsync(recipe, again: true)).Result.Total(StepCounts.Unchanged));
        Assert.Equal(before, await portal.DumpAsync());
    }

    [Fact]
    public async Task A_known_version_is_merged_member_by_member_with_arrays_replaced_and_nulls_ignored()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        await portal.RunAsync(Recipe(Item("a", "v1", true, true, "old", ""","Others":{"ContentItemIds":["a","b"]},"Extra":{"X":1}""")));
        var merged = Item("a", "v1", true, true, "new", ""","Others":{"ContentItemIds":["c"]},"Extra":{"X":null,"Y":2}""");
        Assert.Equal(1, (await portal.RunAsync(Recipe(merged))).Result.Total(StepCounts.Written));
        var item = Assert.Single(await portal.VersionsAsync());
        Assert.Equal("""{"Body":{"Text":"new"},"Others":{"ContentItemIds":["c"]},"Extra":{"X":1,"Y":2}}""", item.Part("Note")!.Value.GetRawText());
    }

    [Fact]
    public async Task What_is_missing_is_completed_and_what_is_there_is_kept()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        await portal.RunAsync(Recipe(Item("a", "", true, true), Item("b", "", true, true).Replace("T b", "T a", StringComparison.Ordinal)));
        var items = await portal.VersionsAsync();
        Assert.All(items, item => Assert.Equal(26, item.ContentItemVersionId.Length));
        Assert.Equal(["T a", "T a"], items.Select(item => item.DisplayText));
        Assert.Equal(["t-a", "t-a-0"], items.Select(item => item.Path));
        Assert.All(items, item => Assert.NotNull(item.CreatedUtc));
    }

    [Fact]
    public async Task The_second_of_two_equal_version_ids_is_skipped()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        var outcome = await portal.RunAsync(Recipe(Item("a", "v1", true, true, "first"), Item("a", "v1", true, true, "second")));
        Assert.Equal((1, 1), (outcome.Result.Total(StepCounts.Written), outcome.Result.Total(StepCounts.Skipped)));
        Assert.Equal("first", Assert.Single(await portal.VersionsAsync()).Text("Note", "Body"));
    }

    [Theory]
    [InlineData("""{"ContentType":"Note"}""", "Eintrag 2", "ContentItemId is missing")]
    [InlineData("""{"ContentItemId":"bad"}""", "bad", "ContentType is missing")]
    [InlineData("""{"ContentItemId":5,"ContentType":"Note"}""", "Eintrag 2", "ContentItemId must be text")]
    [InlineData("""{"ContentItemId":"bad","ContentType":"Note","ModifiedUtc":"gestern"}""", "Eintrag 2", "ModifiedUtc is not a date")]
    [InlineData("""{"ContentItemId":"bad","ContentType":"Note","Published":true,"Latest":true,"TitlePart":{"Title":"Bad"}}""", "Note bad", "Note.Body")]
    [InlineData("""{"ContentItemId":"bad","ContentItemVersionId":"v1","ContentType":"Note"}""", "bad", "already belongs to the item good")]
    [InlineData("5", "Eintrag 2", "must be a JSON object")]
    public async Task An_error_names_step_and_item_and_takes_the_whole_step_back(string bad, string item, string reason)
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        var first = bad.Contains("\"v1\"", StringComparison.Ordinal) ? await portal.RunAsync(Recipe(Item("good", "v1", true, true)), file: "first.json") : null;
        var before = await portal.DumpAsync();
        var outcome = await portal.RunAsync($$"""{"steps":[{"name":"feature"},{{(first is null ? Definition : "{\"name\":\"feature\"}")}},{"name":"content","data":[{{Item("ok", "v2", true, true)}},{{bad}}]},{"name":"settings","SiteName":"never"}]}""");
        var failed = Assert.IsType<RecipeFailed>(outcome);
        Assert.Equal((3, "content"), (failed.Error.StepNumber, failed.Error.StepName));
        Assert.StartsWith(item, failed.Error.Item, StringComparison.Ordinal);
        Assert.Contains(reason, failed.Error.Reason.En, StringComparison.Ordinal);
        Assert.Equal(2, failed.Result.Steps.Count);
        Assert.DoesNotContain(await portal.VersionsAsync(), version => version.ContentItemId == "ok");
        Assert.Equal(first is null, before != await portal.DumpAsync());
    }

    [Fact]
    public async Task A_path_that_belongs_to_somebody_else_is_an_error()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        const string Path = "\"AutoroutePart\":{\"Path\":\"Same\"},\"Note\"";
        var outcome = await portal.RunAsync(Recipe(
            Item("a", "v1", true, true).Replace("\"Note\":", Path + ":", StringComparison.Ordinal), Item("b", "v2", true, true).Replace("\"Note\":", Path + ":", StringComparison.Ordinal)));
        Assert.Contains("Your permalink is already in use.", outcome.Describe(), StringComparison.Ordinal);
        Assert.Empty(await portal.VersionsAsync());
    }

    [Fact]
    public async Task Unknown_types_steps_and_features_are_kept_or_named_not_refused()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        var outcome = Assert.IsType<RecipeCompleted>(await portal.RunAsync("""
            {"steps":[{"name":"FEATURE","enable":["Nobody.Knows"]},{"name":"no-such-step","x":1},{"name":"Roles","Roles":[]},
             {"name":"content","DATA":[{"ContentItemId":"a","ContentType":"Alien","Latest":"true","Published":"True","AlienPart":{"Eyes":3}}]}]}
            """));
        Assert.Equal(["no-such-step", "Roles"], outcome.Result.Steps.Where(step => step.State == StepState.Skipped).Select(step => step.Name));
        Assert.Equal("""{"AlienPart":{"Eyes":3}}""", Assert.Single(await portal.VersionsAsync()).Content.GetRawText());
    }

    [Fact]
    public async Task Every_change_leaves_one_fact_and_no_change_leaves_none()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        await portal.RunAsync(Recipe(Item("a", "v1", true, true), Item("b", "w1", true, false)));
        await portal.RunAsync(Recipe(Item("a", "v2", true, false)));
        await portal.RunAsync(Recipe(Item("a", "v2", true, false)), again: true);
        var facts = await portal.Get<Zukunftswerkstatt.Kernel.FactLog>().ReadAsync(0, 100, default);
        Assert.Equal(["definitions-changed ", "item-published a", "item-draft-saved b", "item-draft-saved a"], facts.Select(fact => $"{fact.Kind} {fact.Key}"));
    }
}
