using Xunit;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Portal.Tests.Recipes;

namespace Zukunftswerkstatt.Portal.Tests.Knowledge;

/// <summary>Content for load tests: the same for the same seed, however often the work was interrupted.</summary>
public sealed class GeneratorTests
{
    private const int Initiatives = 450;

    [Fact]
    public async Task A_seed_makes_the_same_bytes_in_one_go_and_interrupted_and_another_seed_makes_others()
    {
        var whole = await GenerateAsync(seed: 3, async generator => await generator.RunAsync(new(Initiatives, 3), null, CancellationToken.None));
        var interrupted = await GenerateAsync(seed: 3, async generator =>
        {
            using var cancel = new CancellationTokenSource();
            var first = new CancelAtOnce(cancel);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generator.RunAsync(new(Initiatives, 3), first, cancel.Token));
            Assert.InRange(first.Initiatives, 1, Initiatives - 1);
            var rest = await generator.RunAsync(new(Initiatives, 3), null, CancellationToken.None);
            Assert.True(rest > 0);
            Assert.Equal(0, await generator.RunAsync(new(Initiatives, 3), null, CancellationToken.None));
            return first.Written + rest;
        });
        Assert.Equal(whole.Written, interrupted.Written);
        Assert.Equal(whole.Export, interrupted.Export);

        var other = await GenerateAsync(seed: 4, async generator => await generator.RunAsync(new(Initiatives, 4), null, CancellationToken.None));
        Assert.NotEqual(whole.Export, other.Export);
    }

    private static async Task<(int Written, string Export)> GenerateAsync(int seed, Func<ContentGenerator, Task<int>> generate)
    {
        await using var portal = await TestPortal.StartAsync("Sqlite");
        await portal.Get<SetUp>().RunAsync(CancellationToken.None);
        var before = (await portal.VersionsAsync()).Select(item => item.ContentItemVersionId).ToHashSet();
        var written = await generate(portal.Get<ContentGenerator>());
        var versions = (await portal.VersionsAsync()).Where(item => !before.Contains(item.ContentItemVersionId)).ToList();
        Assert.True(versions.Count(item => item.ContentType == "Initiative") == Initiatives, $"Seed {seed} made {versions.Count(item => item.ContentType == "Initiative")} initiatives.");
        Assert.All(versions, item => Assert.True(item is { Latest: true, Published: true }));

        // Without what the set-up brought, whose dates are those of the moment.
        return (written, string.Join('\n', versions.Select(item => $"{item.ContentItemId} {item.ContentItemVersionId} {item.DisplayText} {item.CreatedUtc:O} {item.ModifiedUtc:O} {item.PublishedUtc:O} {item.Content.GetRawText()}").Order(StringComparer.Ordinal)));
    }

    private sealed class CancelAtOnce(CancellationTokenSource source) : IProgress<GeneratorProgress>
    {
        public int Initiatives { get; private set; }

        public int Written { get; private set; }

        public void Report(GeneratorProgress value)
        {
            (Initiatives, Written) = (value.Initiatives, value.Written);
            source.Cancel();
        }
    }
}
