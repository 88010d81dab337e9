using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Zukunftswerkstatt.Kernel;

/// <summary>Database, facts and projections.</summary>
public static class KernelModule
{
    /// <summary>Assembly with the migrations of both providers.</summary>
    private const string MigrationsAssembly = "Zukunftswerkstatt.Portal";

    /// <summary>A list of ids is one parameter: one statement for every length, and none with five hundred parameters to parse.</summary>
    private const ParameterTranslationMode ListsAsOneParameter = ParameterTranslationMode.Parameter;

    /// <summary>Registers the kernel.</summary>
    /// <exception cref="StartupException">The configuration is wrong; the text names the key.</exception>
    public static IServiceCollection AddKernel(this IServiceCollection services, IConfiguration configuration)
    {
        var options = ReadOptions(configuration);
        var paths = new PortalPaths(configuration["Portal:DataPath"] is { Length: > 0 } path ? path : DefaultDataPath());
        var connectionString = Readable(options, paths);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(paths);
        services.AddSingleton<ITables, KernelTables>();
        services.AddSingleton<FactSignal>();
        services.AddSingleton(provider => new DatabaseFaults(options, paths, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new PortalDatabase(
            provider.GetRequiredService<IDbContextFactory<PortalDbContext>>(), options, provider.GetRequiredService<DatabaseFaults>(),
            provider.GetRequiredService<FactSignal>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DatabaseMigrator(
            new AppliedSchema(options, connectionString, MigrationsAssembly), provider.GetRequiredService<IDbContextFactory<PortalDbContext>>(), options, paths, provider.GetRequiredService<DatabaseFaults>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ReadSessions(options, connectionString, provider.GetRequiredService<DatabaseFaults>()));
        services.AddSingleton<FactLog>();
        services.AddSingleton<ProjectionRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ProjectionRunner>());

        if (options.Provider == DatabaseProvider.Sqlite)
        {
            services.AddDbContextFactory<SqlitePortalDbContext>(builder => builder.ConfigureWarnings(Quiet).ReplaceService<IModelCacheKeyFactory, ModelPerModules>().UseSqlite(
                connectionString, sqlite => sqlite.MigrationsAssembly(MigrationsAssembly).UseParameterizedCollectionMode(ListsAsOneParameter)));
            services.AddSingleton<IDbContextFactory<PortalDbContext>, ContextFactory<SqlitePortalDbContext>>();
        }
        else
        {
            services.AddDbContextFactory<PostgreSqlPortalDbContext>(builder => builder.ConfigureWarnings(Quiet).ReplaceService<IModelCacheKeyFactory, ModelPerModules>().UseNpgsql(
                connectionString, npgsql => npgsql.MigrationsAssembly(MigrationsAssembly).UseParameterizedCollectionMode(ListsAsOneParameter)));
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

    /// <summary>Every statement is a line at debug level only; a statement that lost a race and is run again is no error.</summary>
    private static void Quiet(WarningsConfigurationBuilder warnings) => warnings.Log(
        (RelationalEventId.CommandExecuted, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug));

    private static DatabaseOptions ReadOptions(IConfiguration configuration)
    {
        var provider = configuration["Portal:Database:Provider"];
        if (provider is { Length: > 0 } && (!Enum.TryParse<DatabaseProvider>(provider, ignoreCase: true, out var known) || !Enum.IsDefined(known)))
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

    private static string Readable(DatabaseOptions options, PortalPaths paths)
    {
        try
        {
            return ConnectionString(options, paths);
        }
        catch (ArgumentException e)
        {
            throw new StartupException(new(
                $"Portal:Database:ConnectionString ist nicht lesbar: {e.Message}", $"Portal:Database:ConnectionString cannot be read: {e.Message}"), e);
        }
    }

    private static string ConnectionString(DatabaseOptions options, PortalPaths paths)
    {
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            return new NpgsqlConnectionStringBuilder(options.ConnectionString).ToString();
        }

        var sqlite = new SqliteConnectionStringBuilder(options.ConnectionString) { ForeignKeys = true };
        if (string.IsNullOrEmpty(sqlite.DataSource))
        {
            sqlite.DataSource = paths.Database;
        }

        if (!sqlite.ShouldSerialize("Default Timeout"))
        {
            // Seconds to wait for another process (an import on the command line) that writes; its batches are shorter.
            sqlite.DefaultTimeout = 15;
        }

        return sqlite.ToString();
    }

    /// <summary>Asks for the context's options, a sizeable part of a start, when somebody wants a context.</summary>
    private sealed class ContextFactory<TContext>(IServiceProvider services) : IDbContextFactory<PortalDbContext>
        where TContext : PortalDbContext
    {
        public PortalDbContext CreateDbContext() => services.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
    }
}
