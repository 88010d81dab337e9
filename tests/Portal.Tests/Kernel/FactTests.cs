using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal.Tests.Kernel;

public sealed class FactTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_reader_with_a_cursor_loses_no_fact_of_many_writers(string kind)
    {
        await using var portal = await TestPortal.StartAsync(kind);
        var database = portal.Get<PortalDatabase>();
        var writers = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await database.WriteAsync((transaction, _) =>
                {
                    transaction.Add("test", $"{writer}-{i}-a");
                    transaction.Add("test", $"{writer}-{i}-b");
                    return Task.FromResult(0);
                }, _ct);
            }
        })));
        var seen = new List<Fact>();
        while (!writers.IsCompleted)
        {
            seen.AddRange(await portal.Get<FactLog>().ReadAsync(seen.Count == 0 ? 0 : seen[^1].Id, 1000, _ct));
        }

        await writers;
        seen.AddRange(await portal.Get<FactLog>().ReadAsync(seen.Count == 0 ? 0 : seen[^1].Id, 1000, _ct));
        Assert.Equal(400, seen.Count);
        foreach (var writer in Enumerable.Range(0, 8))
        {
            Assert.Equal(
                Enumerable.Range(0, 25).SelectMany(i => new[] { $"{writer}-{i}-a", $"{writer}-{i}-b" }),
                seen.Select(fact => fact.Key).Where(key => key.StartsWith($"{writer}-", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task On_PostgreSql_a_later_number_is_never_visible_before_an_earlier_one()
    {
        var gate = new Gate();
        await using var portal = await TestPortal.StartAsync("PostgreSql", services => services.ConfigureDbContext<PostgreSqlPortalDbContext>(options => options.AddInterceptors(gate)));
        gate.Arm();
        var first = SayAsync(portal, "first");
        await gate.ReachedAsync();
        var second = SayAsync(portal, "second");

        // It has overtaken the first, or it waits for its turn.
        await Eventually.HoldsAsync(async () => second.IsCompleted || await portal.Get<PortalDatabase>().ReadAsync(
            (db, ct) => db.Database.SqlQuery<int>($"""
                SELECT COUNT(*)::int AS "Value" FROM pg_locks
                WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """).SingleAsync(ct), _ct) == 1);
        var seen = await portal.Get<FactLog>().ReadAsync(0, 1000, _ct);
        gate.Open();
        await Task.WhenAll(first, second);
        seen.AddRange(await portal.Get<FactLog>().ReadAsync(seen.Count == 0 ? 0 : seen[^1].Id, 1000, _ct));
        Assert.Equal(["first", "second"], seen.Select(fact => fact.Key));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_transaction_that_fails_or_says_nothing_leaves_no_fact_and_wakes_nobody(string kind)
    {
        await using var portal = await TestPortal.StartAsync(kind);
        var next = portal.Get<FactSignal>().Next;
        await portal.Get<PortalDatabase>().WriteAsync((_, _) => Task.FromResult(0), _ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Get<PortalDatabase>().WriteAsync<int>(async (transaction, ct) =>
        {
            transaction.Add("test", "x");
            await transaction.WriteDocumentAsync("half", "{}", ct);
            await transaction.Db.SaveChangesAsync(ct);
            throw new InvalidOperationException("bug");
        }, _ct));
        await using var db = await portal.Get<PortalDatabase>().OpenAsync(_ct);
        Assert.Null(await db.ReadDocumentAsync("half", _ct));
        Assert.Equal(0, await portal.Get<FactLog>().LastAsync(_ct));
        Assert.False(next.IsCompleted);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_changes_to_one_document_none_is_lost(string kind)
    {
        await using var portal = await TestPortal.StartAsync(kind);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => portal.Get<PortalDatabase>().WriteAsync(async (transaction, ct) =>
        {
            var count = int.Parse(await transaction.ReadDocumentAsync("count", ct) ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            await transaction.WriteDocumentAsync("count", $"{count + 1}", ct);
            return 0;
        }, FactTests._ct))));
        await using var db = await portal.Get<PortalDatabase>().OpenAsync(_ct);
        Assert.Equal("6", await db.ReadDocumentAsync("count", _ct));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_migrations_make_exactly_the_tables_of_the_model(string kind)
    {
        await using var portal = await TestPortal.StartAsync(kind);
        await using var db = await portal.Get<PortalDatabase>().OpenAsync(_ct);
        Assert.False(db.Database.HasPendingModelChanges());
        await portal.Get<DatabaseMigrator>().MigrateAsync(_ct);
    }

    private static Task<int> SayAsync(TestPortal portal, string key) => portal.Get<PortalDatabase>().WriteAsync((transaction, _) =>
    {
        transaction.Add("test", key);
        return Task.FromResult(0);
    }, _ct);

    /// <summary>The first commit waits at the gate.</summary>
    private sealed class Gate : DbTransactionInterceptor
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _armed;

        public void Arm() => Volatile.Write(ref _armed, 1);

        public Task ReachedAsync() => _reached.Task;

        public void Open() => _open.TrySetResult();

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Exchange(ref _armed, 0) == 1)
            {
                _reached.TrySetResult();
                await _open.Task;
            }

            return result;
        }
    }
}
