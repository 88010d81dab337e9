using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Zukunftswerkstatt.Kernel;

/// <summary>
/// The one context over the portal's one database. Its model is the sum of the modules' <see cref="ITables"/>.
/// Use it through <see cref="IDbContextFactory{TContext}"/>; write only through <see cref="PortalDatabase.WriteAsync{T}"/>.
/// </summary>
public abstract class PortalDbContext(DbContextOptions options, IEnumerable<ITables> tables) : DbContext(options)
{
    /// <summary>Which modules contribute, in order.</summary>
    internal string Contributions { get; } = string.Join(' ', tables.Select(contribution => contribution.GetType().FullName));

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var contribution in tables)
        {
            contribution.Configure(modelBuilder);
        }
    }

    /// <summary>Instants are stored as UTC ticks: exact, ordered alike on both databases, and free of time-zone conversions by the driver.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTicks>();

    private sealed class UtcTicks() : ValueConverter<DateTime, long>(
        instant => instant.Ticks, ticks => new DateTime(ticks, DateTimeKind.Utc));
}

/// <summary>The context on SQLite; a type of its own because each provider has its own migrations.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options, IEnumerable<ITables> tables)
    : PortalDbContext(options, tables);

/// <summary>The context on PostgreSQL; a type of its own because each provider has its own migrations.</summary>
public sealed class PostgreSqlPortalDbContext(DbContextOptions<PostgreSqlPortalDbContext> options, IEnumerable<ITables> tables)
    : PortalDbContext(options, tables)
{
    /// <summary>Texts compare byte by byte, as on SQLite: the order of a list must not depend on the server's locale.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType == typeof(string)))
        {
            property.SetCollation("C");
        }
    }
}

/// <summary>EF Core keeps one model per type of context and process; portals with different modules, as in tests, must not share it.</summary>
internal sealed class ModelPerModules : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), designTime, (context as PortalDbContext)?.Contributions);
}
