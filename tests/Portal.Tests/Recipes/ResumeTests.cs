using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal.Tests.Recipes;

public sealed class ResumeTests
{
    private const string Recipe = """
        {"variables":{"id":"[js: uuid()]"},"steps":[
          {"name":"content","data":[{"ContentItemId":"[js: variables('id')]","ContentType":"X","Latest":true,"P":{"T":"one"}}]},
          {"name":"media","Files":[{"TargetPath":"a.png","SourcePath":"a.png"}]},
          {"name":"content","data":[{"ContentItemId":"b","ContentType":"X","Latest":true,"P":{"F":{"ContentItemIds":["[js: variables('id')]"]}}}]}]}
        """;

    private static readonly byte[] _png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_second_run_goes_on_after_the_last_step_done_with_the_same_ids(string database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var failed = Assert.IsType<RecipeFailed>(await portal.RunAsync(Recipe));
        Assert.Equal((2, "media", "a.png"), (failed.Error.StepNumber, failed.Error.StepName, failed.Error.Item));

        await File.WriteAllBytesAsync(Path.Combine(portal.Folder, "a.png"), _png);
        var completed = Assert.IsType<RecipeCompleted>(await portal.RunAsync(Recipe));
        Assert.Equal([StepState.DoneBefore, StepState.Done, StepState.Done], completed.Result.Steps.Select(step => step.State));
        var items = await portal.VersionsAsync();
        Assert.Equal([items[0].ContentItemId], items[1].Ids("P", "F"));
        Assert.Equal(_png, await File.ReadAllBytesAsync(Path.Combine(portal.Get<PortalPaths>().Media, "a.png")));
    }

    [Fact]
    public async Task A_finished_file_is_not_run_again_unless_asked_for()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        const string Json = """{"steps":[{"name":"content","data":[{"ContentItemId":"[js: uuid()]","ContentType":"X","Latest":true}]}]}""";
        await portal.RunAsync(Json);
        await portal.RunAsync(Json);
        Assert.Single(await portal.VersionsAsync());
        await portal.RunAsync(Json, again: true);
        Assert.Equal(2, (await portal.VersionsAsync()).Count);
    }

    [Fact]
    public async Task A_cancelled_step_leaves_nothing()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        var items = Enumerable.Range(0, 1600).Select(i => $$"""{"ContentItemId":"i{{i}}","ContentType":"X","Latest":true}""");
        var path = Path.Combine(portal.Folder, "big.recipe.json");
        await File.WriteAllTextAsync(path, $$"""{"steps":[{"name":"feature"},{"name":"content","data":[{{string.Join(',', items)}}]}]}""");
        using var cancel = new CancellationTokenSource();
        var progress = new CancelAt(1000, cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => portal.Get<RecipeRunner>().RunAsync(path, new RecipeOptions(), progress, cancel.Token));
        Assert.Empty(await portal.VersionsAsync());
        var resumed = Assert.IsType<RecipeCompleted>(await portal.RunFileAsync(path));
        Assert.Equal([StepState.DoneBefore, StepState.Done], resumed.Result.Steps.Select(step => step.State));
        Assert.Equal(1600, (await portal.VersionsAsync()).Count);
    }

    [Fact]
    public async Task Inner_recipes_run_once_and_a_circle_is_refused()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        await File.WriteAllTextAsync(Path.Combine(portal.Folder, "inner.recipe.json"), """{"name":"Inner","steps":[{"name":"content","data":[{"ContentItemId":"a","ContentType":"X","Latest":true}]}]}""");
        Assert.Equal("completed", (await portal.RunAsync("""{"steps":[{"name":"recipes","Values":[{"executionid":"x","name":"inner"}]}]}""", file: "outer.recipe.json")).Describe());
        Assert.Single(await portal.VersionsAsync());
        Assert.Contains("\"none\" is missing", (await portal.RunAsync("""{"steps":[{"name":"recipes","Values":[{"name":"none"}]}]}""")).Describe(), StringComparison.Ordinal);
        Assert.Contains("calls itself", (await portal.RunAsync("""{"name":"Self","steps":[{"name":"recipes","Values":[{"name":"Self"}]}]}""", file: "self.recipe.json")).Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_up_runs_each_file_once_and_leaves_foreign_content_alone()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        string Write(string name, string id, string text)
        {
            var path = Path.Combine(portal.Folder, name);
            File.WriteAllText(path, $$$"""{"steps":[{"name":"content","data":[{"ContentItemId":"{{{id}}}","ContentItemVersionId":"{{{id}}}1","ContentType":"X","Latest":true,"P":{"T":"{{{text}}}"}}]}]}""");
            return path;
        }

        var setup = portal.Get<SetupRunner>();
        var one = Write("one.json", "a", "shipped");
        Assert.Equal(["one.json"], await setup.RunAsync([one], new RecipeOptions(), null, default));
        Write("one.json", "a", "newer");
        Assert.Equal(["two.json"], await setup.RunAsync([one, Write("two.json", "b", "late")], new RecipeOptions(), null, default));
        Assert.Equal(["shipped", "late"], (await portal.VersionsAsync()).Select(item => item.Part("P")!.Value.GetProperty("T").GetString()));

        await using var foreign = await TestPortal.StartAsync("Sqlite");
        await foreign.RunFileAsync(one);
        Assert.Empty(await foreign.Get<SetupRunner>().RunAsync([Path.Combine(portal.Folder, "two.json")], new RecipeOptions(), null, default));
        Assert.Single(await foreign.VersionsAsync());
    }

    private sealed class CancelAt(int done, CancellationTokenSource source) : IProgress<RecipeProgress>
    {
        public void Report(RecipeProgress value)
        {
            if (value.Done >= done)
            {
                source.Cancel();
            }
        }
    }
}
