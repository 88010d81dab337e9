using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal.Tests.Kernel;

public sealed class ProjectionTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_failing_projection_does_not_stop_the_others_and_recovers(string kind)
    {
        var time = new FakeTime();
        await using var portal = await TestPortal.StartAsync(kind);
        var (good, bad) = (new Memory("good"), new Memory("bad") { Failure = "disk on fire" });
        await using var running = await RunAsync(portal, time, good, bad);
        await SayAsync(portal, "a");
        await good.UntilAsync("a");
        await Eventually.HoldsAsync(async () => (await running.Runner.HealthAsync(_ct)).Single(health => health.Name == "bad") is { Failure: "disk on fire", Lag: 1 });
        await Eventually.HoldsAsync(async () => (await running.Runner.HealthAsync(_ct)).Single(health => health.Name == "good") is { Cursor: 1, Lag: 0, Failure: null });

        bad.Failure = null;
        await Eventually.HoldsAsync(() =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(bad.Keys.SequenceEqual(["a"]));
        });
        await Eventually.HoldsAsync(async () => (await running.Runner.HealthAsync(_ct)).All(health => health is { Lag: 0, Failure: null }));
    }

    [Fact]
    public async Task What_was_applied_but_could_not_be_kept_is_applied_again()
    {
        var time = new FakeTime();
        await using var portal = await TestPortal.StartAsync("Sqlite");
        var memory = new Memory("memory");
        await using var running = await RunAsync(portal, time, memory);
        await SayAsync(portal, "a");
        await memory.UntilAsync("a");

        // As an index whose commit failed: it is back at its last one.
        (memory.Cursor, memory.Keys, memory.Broken) = (0, [], "No space left");
        await Eventually.HoldsAsync(async () =>
        {
            time.Advance(TimeSpan.FromMilliseconds(500));
            return (await running.Runner.HealthAsync(_ct)).Single().Failure == "No space left";
        });
        memory.Broken = null;
        await Eventually.HoldsAsync(() =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(memory.Keys.SequenceEqual(["a"]));
        });
        await Eventually.HoldsAsync(async () => (await running.Runner.HealthAsync(_ct)).Single() is { Lag: 0, Failure: null });
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_was_derived_is_rebuilt_when_its_cursor_is_deleted(string kind)
    {
        await using var portal = await TestPortal.StartAsync(kind);
        var memory = new Memory("memory");
        foreach (var key in new[] { "a", "b", "c" })
        {
            await SayAsync(portal, key);
        }

        await using (var running = await RunAsync(portal, TimeProvider.System, memory))
        {
            await running.Runner.CatchUpAsync(_ct).WaitAsync(_patience);
            Assert.Equal(["a", "b", "c"], memory.Keys);
        }

        memory.Keys = [];
        await using (var running = await RunAsync(portal, TimeProvider.System, memory))
        {
            await running.Runner.CatchUpAsync(_ct).WaitAsync(_patience);
            Assert.Empty(memory.Keys);
        }

        memory.Cursor = 0;
        await using (var running = await RunAsync(portal, TimeProvider.System, memory))
        {
            await running.Runner.CatchUpAsync(_ct).WaitAsync(_patience);
            Assert.Equal(["a", "b", "c"], memory.Keys);
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_projection_ahead_of_a_restored_store_says_so_instead_of_missing_facts(string kind)
    {
        await using var portal = await TestPortal.StartAsync(kind);
        await using var running = await RunAsync(portal, new FakeTime(), new Memory("ahead") { Cursor = 99 });
        await Eventually.HoldsAsync(async () => (await running.Runner.HealthAsync(_ct)).Single().Failure?.Contains("restored from a backup", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task A_fact_of_another_node_wakes_this_one_on_PostgreSql()
    {
        var database = await TestDatabase.CreateAsync("PostgreSql");
        await using var here = await TestPortal.OpenAsync(database, owner: true);
        await using var there = await TestPortal.OpenAsync(database);
        var signal = here.Get<FactSignal>();
        var listener = ActivatorUtilities.CreateInstance<PostgreSqlListener>(here.Services, database.ConnectionString);
        await listener.StartAsync(_ct);
        var next = signal.Next;
        await Eventually.HoldsAsync(async () =>
        {
            await SayAsync(there, "news");
            return next.IsCompleted;
        });
        await listener.StopAsync(_ct);
    }

    [Fact]
    public async Task A_fact_of_another_process_is_found_by_polling_on_Sqlite()
    {
        var database = await TestDatabase.CreateAsync("Sqlite");
        await using var here = await TestPortal.OpenAsync(database, owner: true);
        await using var there = await TestPortal.OpenAsync(database);
        var memory = new Memory("memory");
        await using var running = await RunAsync(here, TimeProvider.System, memory);
        await SayAsync(there, "news");
        await memory.UntilAsync("news");
    }

    private static Task<int> SayAsync(TestPortal portal, string key) => portal.Get<PortalDatabase>().WriteAsync((transaction, _) =>
    {
        transaction.Add("test", key);
        return Task.FromResult(0);
    }, _ct);

    private static async Task<Running> RunAsync(TestPortal portal, TimeProvider time, params IProjection[] projections)
    {
        var runner = new ProjectionRunner(projections, portal.Get<FactLog>(), portal.Get<FactSignal>(), time, NullLogger<ProjectionRunner>.Instance);
        await runner.StartAsync(_ct);
        return new Running(runner);
    }

    private sealed record Running(ProjectionRunner Runner) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Runner.StopAsync(_ct);
    }

    private sealed class Memory(string name) : IProjection
    {
        private TaskCompletionSource _changed = new();

        public string Name => name;

        public long Cursor { get; set; }

        public string? Failure { get; set; }

        public string? Broken { get; set; }

        public List<string> Keys { get; set; } = [];

        public Task<long> ReadCursorAsync(CancellationToken ct) => Task.FromResult(Cursor);

        public Task ApplyAsync(IReadOnlyList<Fact> facts, CancellationToken ct)
        {
            if (Failure is not null)
            {
                throw new IOException(Failure);
            }

            Keys = [.. Keys, .. facts.Select(fact => fact.Key)];
            Cursor = facts[^1].Id;
            Interlocked.Exchange(ref _changed, new()).TrySetResult();
            return Task.CompletedTask;
        }

        public void ThrowIfBroken()
        {
            if (Broken is not null)
            {
                throw new IOException(Broken);
            }
        }

        public async Task UntilAsync(string key)
        {
            while (true)
            {
                var changed = _changed.Task;
                if (Keys.Contains(key))
                {
                    return;
                }

                await changed.WaitAsync(_patience);
            }
        }
    }
}
