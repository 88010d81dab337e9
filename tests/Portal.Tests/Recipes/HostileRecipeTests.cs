using System.Text;
using Xunit;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Portal.Tests.Recipes;

public sealed class HostileRecipeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recipe-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, string> Broken() => new()
    {
        { "", "not a readable recipe" },
        { "[]", "must begin with {" },
        { "[{\"name\":\"feature\"}]", "must begin with {" },
        { "5", "must begin with {" },
        { "{}", "no list \"steps\"" },
        { "{\"steps\":{}}", "must be a list" },
        { "{\"steps\":[1]}", "Step 1 is not an object" },
        { "{\"steps\":[{}]}", "Step 1 has no \"name\"" },
        { "{\"steps\":[{\"name\":5}]}", "Step 1 has no \"name\"" },
        { "{\"steps\":[],\"variables\":{}}", "must stand before" },
        { "{\"steps\":[{\"name\":\"a\"}", "Line 1" },
        { "{\"steps\":[]} x", "Line 1" },
        { "{\"steps\":[{\"name\":\"a\",\"b\":\"\\ud800\"}]}", "half a character" },
        { "{\"steps\":[{\"name\":\"a\",\"b\":\"\\u0000\"}]}", "NUL" },
        { "{\"steps\":[{\"name\":\"a\",\"b\":" + new string('[', 200) + new string(']', 200) + "}]}", "depth" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_recipe_is_refused_with_the_reason(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<RecipeException>(() => Open(Encoding.UTF8.GetBytes(json))).Reason.En, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Assert.Contains("UTF-16", Assert.Throws<RecipeException>(() => Open(Encoding.Unicode.GetPreamble())).Reason.En, StringComparison.Ordinal);
        Assert.Contains("not valid UTF-8", Assert.Throws<RecipeException>(() => Open([.. "{\"steps\":[{\"name\":\""u8, 0xC0, 0xAF, .. "\"}]}"u8])).Reason.En, StringComparison.Ordinal);
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(1, 300)];
            random.NextBytes(bytes);
            Assert.Throws<RecipeException>(() => Open(bytes));
        }
    }

    [Fact]
    public void Comments_trailing_commas_a_byte_order_mark_and_any_case_are_read()
    {
        using var file = Open([.. Encoding.UTF8.Preamble, .. """
            // first
            { "NAME": "A", /* b */ "Tags": ["x",], "IsSetupRecipe": "True", "Variables": { "v": "1", },
              "STEPS": [ { "Data": [ { "name": "inner" } ], "Name": "Content", }, ], }
            """u8]);
        Assert.Equal(("A", true, "x", "Content"), (file.Header.Name, file.Header.IsSetupRecipe, Assert.Single(file.Header.Tags), Assert.Single(file.Steps)));
        Assert.Equal("1", file.ReadVariables()["V"]);
        using var step = file.ReadStep(0);
        Assert.Equal("inner", step.RootElement.GetProperty("Data")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Steps_are_found_wherever_the_reading_window_ends()
    {
        for (var padding = 65_400; padding < 65_700; padding += 7)
        {
            using var file = Open(Encoding.UTF8.GetBytes($$"""{"description":"{{new string('ä', padding / 2)}}","steps":[{"name":"one","t":"{{new string('x', 200_000)}}"},{"name":"two"}]}"""));
            Assert.Equal(["one", "two"], file.Steps);
            using var first = file.ReadStep(0);
            using var second = file.ReadStep(1);
            Assert.Equal(200_000, first.RootElement.GetProperty("t").GetString()!.Length);
            Assert.Equal("two", second.RootElement.GetProperty("name").GetString());
        }
    }

    [Fact]
    public void A_cut_file_is_refused_at_every_length()
    {
        var whole = Encoding.UTF8.GetBytes("""{"name":"ä","variables":{"a":"b"},"steps":[{"name":"content","data":[{"ContentItemId":"x"}]}]}""");
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<RecipeException>(() => Open(whole[..length]));
        }
    }

    [Fact]
    public void What_is_larger_than_the_documented_limits_is_refused()
    {
        var path = Path.Combine(_folder, "large.recipe.json");
        using (var file = File.Create(path))
        {
            file.SetLength(RecipeLimits.FileBytes + 1); // takes no space
        }

        Assert.Contains("too large", Assert.Throws<RecipeException>(() => RecipeFile.Open(path, default)).Reason.En, StringComparison.Ordinal);
        Refused("is longer than", "{\"steps\":[{\"name\":\"a\",\"t\":\"", RecipeLimits.TextBytes + 1, "\"}]}");
        Refused("Split it into several steps", "{\"steps\":[{\"name\":\"a\",\"t\":[\"x\"", RecipeLimits.StepBytes, "]}]}", blank: true);
        Refused("more than 100000 steps", $"{{\"steps\":[{string.Join(',', Enumerable.Repeat("{\"name\":\"a\"}", RecipeLimits.Steps + 1))}]}}", 0, "");

        void Refused(string reason, string start, int length, string end, bool blank = false)
        {
            using (var file = File.Create(path))
            {
                file.Write(Encoding.UTF8.GetBytes(start));
                var filler = new byte[1 << 20];
                Array.Fill(filler, (byte)(blank ? ' ' : 'x'));
                for (var left = length; left > 0; left -= filler.Length)
                {
                    file.Write(filler.AsSpan(0, Math.Min(left, filler.Length)));
                }

                file.Write(Encoding.UTF8.GetBytes(end));
            }

            Assert.Contains(reason, Assert.Throws<RecipeException>(() => RecipeFile.Open(path, default)).Reason.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Recipes_within_recipes_end_at_the_documented_depth()
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        for (var i = 1; i <= RecipeLimits.InnerRecipes + 1; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(portal.Folder, $"r{i}.recipe.json"), $$"""{"name":"r{{i}}","steps":[{"name":"recipes","Values":[{"name":"r{{i + 1}}"}]}]}""");
        }

        await File.WriteAllTextAsync(Path.Combine(portal.Folder, $"r{RecipeLimits.InnerRecipes + 2}.recipe.json"), $$"""{"name":"r{{RecipeLimits.InnerRecipes + 2}}","steps":[]}""");
        Assert.IsType<RecipeFailed>(await portal.RunFileAsync(Path.Combine(portal.Folder, "r1.recipe.json")));
        Assert.IsType<RecipeCompleted>(await portal.RunFileAsync(Path.Combine(portal.Folder, "r3.recipe.json")));
    }

    [Fact]
    public void Files_that_are_not_there_are_named()
    {
        Assert.Contains("no file", Assert.Throws<RecipeException>(() => RecipeFile.Open(Path.Combine(_folder, "none.json"), default)).Reason.En, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<RecipeException>(() => RecipeFile.Open(_folder, default)).Reason.En, StringComparison.Ordinal);
    }

    private RecipeFile Open(byte[] bytes)
    {
        var path = Path.Combine(_folder, "a.recipe.json");
        File.WriteAllBytes(path, bytes);
        return RecipeFile.Open(path, default);
    }
}
