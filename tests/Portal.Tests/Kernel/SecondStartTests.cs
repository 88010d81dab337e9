using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Kernel;

/// <summary>What a start does over a database that is there.</summary>
public sealed class SecondStartTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_start_over_a_database_that_is_up_to_date_needs_no_model(string kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var first = await TestPortal.OpenAsync(database, owner: true);
        await first.Get<SetupRunner>().RunAsync([], new(), null, _ct);

        await using var second = await TestPortal.OpenAsync(database, services => services.AddSingleton<IDbContextFactory<PortalDbContext>>(new NoContexts()));
        Assert.Empty(await second.Get<SetupRunner>().RunAsync([], new(), null, _ct));
        await second.Get<ScheduleRunner>().RunDueAsync(_ct);
        await second.Get<RegionRegister>().ReadCursorAsync(_ct);
        Assert.NotNull(second.Get<IRegionRegister>().Current.Find("14"));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_database_of_an_older_program_is_migrated(string kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using (var before = await TestPortal.OpenAsync(database))
        await using (var db = await before.Get<PortalDatabase>().OpenAsync(_ct))
        {
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First(), _ct);
            Assert.NotEmpty(await db.Database.GetPendingMigrationsAsync(_ct));
        }

        await using var portal = await TestPortal.OpenAsync(database, owner: true);
        await using var after = await portal.Get<PortalDatabase>().OpenAsync(_ct);
        Assert.Empty(await after.Database.GetPendingMigrationsAsync(_ct));
        Assert.Empty(await after.Set<OutlineRow>().ToListAsync(_ct));
    }

    [Fact]
    public async Task A_backup_that_lost_its_log_gets_it_back()
    {
        var database = await TestDatabase.CreateAsync("Sqlite");
        await using (await TestPortal.OpenAsync(database))
        {
        }

        SqliteConnection.ClearAllPools();
        Assert.Equal("delete", await PragmaAsync(database, "journal_mode = DELETE"));
        await using var portal = await TestPortal.OpenAsync(database, owner: true);
        Assert.Equal("wal", await PragmaAsync(database, "journal_mode"));
    }

    private static async Task<string?> PragmaAsync(TestDatabase database, string pragma)
    {
        await using var connection = new SqliteConnection($"{database.ConnectionString};Pooling=False");
        await connection.OpenAsync(_ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return (string?)await command.ExecuteScalarAsync(_ct);
    }

    private sealed class NoContexts : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => throw new InvalidOperationException("A context was asked for.");
    }
}
