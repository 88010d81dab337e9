using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Zukunftswerkstatt.Kernel;

/// <summary>Database, facts and projections.</summary>
public static class KernelModule
{
    /// <summary>Assembly with the migrations of both providers.</summary>
    private const string MigrationsAssembly = "Zukunftswerkstatt.Portal";

    /// <summary>Registers the kernel.</summary>
    /// <exception cref="StartupException">The configuration is wrong; the text names the key.</exception>
    public static IServiceCollection AddKernel(this IServiceCollection services, IConfiguration configuration)
    {
        var options = ReadOptions(configuration);
        var paths = new PortalPaths(configuration["Portal:DataPath"] is { Length: > 0 } path ? path : DefaultDataPath());
        var connectionString = ConnectionString(options, paths);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(paths);
        services.AddSingleton<ITables, KernelTables>();
        services.AddSingleton<FactSignal>();
        services.AddSingleton<PortalDatabase>();
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton(_ => new ReadSessions(options, connectionString));
        services.AddSingleton<FactLog>();
        services.AddSingleton<ProjectionCursors>();
        services.AddSingleton<ProjectionRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ProjectionRunner>());

        if (options.Provider == DatabaseProvider.Sqlite)
        {
            services.AddDbContextFactory<SqlitePortalDbContext>(builder => builder.UseSqlite(
                connectionString, sqlite => sqlite.MigrationsAssembly(MigrationsAssembly)));
            services.AddSingleton<IDbContextFactory<PortalDbContext>, ContextFactory<SqlitePortalDbContext>>();
        }
        else
        {
            services.AddDbContextFactory<PostgreSqlPortalDbContext>(builder => builder.UseNpgsql(
                connectionString, npgsql => npgsql.MigrationsAssembly(MigrationsAssembly)));
            services.AddSingleton<IDbContextFactory<PortalDbContext>, ContextFactory<PostgreSqlPortalDbContext>>();
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<PostgreSqlListener>(provider, connectionString));
        }

        return services;
    }

    /// <summary>The nearest <c>App_Data</c> at or above the working folder: beside a published portal, at the top of a source tree.</summary>
    private static string DefaultDataPath()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "App_Data")))
            {
                return Path.Combine(folder.FullName, "App_Data");
            }
        }

        return "App_Data";
    }

    private static DatabaseOptions ReadOptions(IConfiguration configuration)
    {
        var provider = configuration["Portal:Database:Provider"];
        if (provider is { Length: > 0 } && !Enum.TryParse<DatabaseProvider>(provider, ignoreCase: true, out _))
        {
            throw new StartupException(new(
                $"Portal:Database:Provider ist „{provider}“; möglich sind Sqlite und PostgreSql.",
                $"Portal:Database:Provider is \"{provider}\"; use Sqlite or PostgreSql."));
        }

        var options = configuration.GetSection("Portal:Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        return options.Provider == DatabaseProvider.PostgreSql && string.IsNullOrWhiteSpace(options.ConnectionString)
            ? throw new StartupException(new(
                "Portal:Database:ConnectionString fehlt; PostgreSql braucht zum Beispiel „Host=localhost;Database=portal;Username=portal“.",
                "Portal:Database:ConnectionString is missing; PostgreSql needs for example \"Host=localhost;Database=portal;Username=portal\"."))
            : options;
    }

    private static string ConnectionString(DatabaseOptions options, PortalPaths paths) => options.Provider switch
    {
        DatabaseProvider.PostgreSql => options.ConnectionString!,
        _ => new SqliteConnectionStringBuilder(options.ConnectionString)
        {
            DataSource = new SqliteConnectionStringBuilder(options.ConnectionString).DataSource is { Length: > 0 } file ? file : paths.Database,
            ForeignKeys = true,
        }.ToString(),
    };

    private sealed class ContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<PortalDbContext>
        where TContext : PortalDbContext
    {
        public PortalDbContext CreateDbContext() => inner.CreateDbContext();
    }
}
