using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal.Database;

/// <summary>Lets <c>dotnet ef migrations add NAME --context SqlitePortalDbContext</c> build the model without starting the portal.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    public SqlitePortalDbContext CreateDbContext(string[] args) =>
        Services("Sqlite").GetRequiredService<IDbContextFactory<SqlitePortalDbContext>>().CreateDbContext();

    internal static IServiceProvider Services(string provider)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Portal:Database:Provider"] = provider,
            ["Portal:Database:ConnectionString"] = provider == "Sqlite" ? "Data Source=:memory:" : "Host=localhost",
        }).Build();
        return new ServiceCollection().AddLogging().AddPortal(configuration).BuildServiceProvider();
    }
}

/// <summary>The same for PostgreSQL.</summary>
internal sealed class DesignTimePostgreSql : IDesignTimeDbContextFactory<PostgreSqlPortalDbContext>
{
    public PostgreSqlPortalDbContext CreateDbContext(string[] args) =>
        DesignTimeSqlite.Services("PostgreSql").GetRequiredService<IDbContextFactory<PostgreSqlPortalDbContext>>().CreateDbContext();
}
