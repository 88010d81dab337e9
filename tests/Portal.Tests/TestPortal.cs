using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal.Tests;

/// <summary>The portal's modules over a fresh database, without web server. Background services run only when asked for.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestDatabase _database;
    private readonly bool _owner;
    private readonly List<IHostedService> _running = [];

    private TestPortal(ServiceProvider services, TestDatabase database, bool owner) => (_services, _database, _owner) = (services, database, owner);

    /// <summary>The services of the modules.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Its data folder.</summary>
    public string Folder => _database.Folder;

    /// <summary>Creates and migrates a database of the given kind and registers all modules over it.</summary>
    public static async Task<TestPortal> StartAsync(
        string kind, Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var database = await TestDatabase.CreateAsync(kind);
        return await OpenAsync(database, configure, settings, owner: true);
    }

    /// <summary>One more portal over a database that is there, as another node or another process would be.</summary>
    public static async Task<TestPortal> OpenAsync(
        TestDatabase database, Action<IServiceCollection>? configure = null, IReadOnlyDictionary<string, string?>? settings = null, bool owner = false)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Portal:DataPath"] = database.Folder,
            ["Portal:Database:Provider"] = database.Provider,
            ["Portal:Database:ConnectionString"] = database.ConnectionString,
        }).AddInMemoryCollection(settings ?? new Dictionary<string, string?>()).Build();
        var collection = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddPortal(configuration);
        configure?.Invoke(collection);
        var portal = new TestPortal(collection.BuildServiceProvider(), database, owner);
        await portal.Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await portal.Get<DefinitionStore>().LoadAsync(CancellationToken.None);
        return portal;
    }

    /// <summary>A service.</summary>
    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts the background services: projections, schedules.</summary>
    public async Task RunAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
            _running.Add(service);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in _running)
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        if (_owner)
        {
            await _database.DisposeAsync();
        }
    }
}
