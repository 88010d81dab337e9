using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

/// <summary>Kernel and Regions alone on a fresh database.</summary>
internal sealed class RegionPortal : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly List<ServiceProvider> _processes = [];

    private RegionPortal(TestDatabase database)
    {
        _database = database;
        First = StartProcess();
    }

    public RegionProcess First { get; }

    public RegionSnapshot Register => First.Register;

    public RegionImporter Importer => First.Services.GetRequiredService<RegionImporter>();

    public FactLog Facts => First.Services.GetRequiredService<FactLog>();

    public static async Task<RegionPortal> CreateAsync(string kind = "Sqlite")
    {
        var portal = new RegionPortal(await TestDatabase.CreateAsync(kind));
        await using var db = await portal.First.Services.GetRequiredService<PortalDatabase>().OpenAsync(default);
        await db.Database.EnsureCreatedAsync();
        return portal;
    }

    /// <summary>Another process on the same database, as far as the modules can tell.</summary>
    public RegionProcess StartProcess()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Portal:DataPath"] = _database.Folder,
            ["Portal:Database:Provider"] = _database.Provider,
            ["Portal:Database:ConnectionString"] = _database.ConnectionString,
        }).Build();
        var services = new ServiceCollection().AddLogging().AddKernel(configuration).AddRegions().BuildServiceProvider();
        _processes.Add(services);
        return new RegionProcess(services);
    }

    public async Task<RegionImportCounts> ImportAsync(string path) =>
        await Importer.ImportAsync(path, null, default) switch
        {
            RegionImportResult.Imported imported => imported.Counts,
            var other => throw new InvalidOperationException(other.ToString()),
        };

    public async Task<IReadOnlyList<RegionImportError>> RejectAsync(byte[] file, string? name = "AuszugGV4Q2020.csv")
    {
        using var stream = new MemoryStream(file);
        return Assert.IsType<RegionImportResult.Rejected>(await Importer.ImportAsync(stream, name, null, default)).Errors;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await _database.DisposeAsync();
    }
}

internal sealed record RegionProcess(IServiceProvider Services)
{
    public RegionSnapshot Register => Services.GetRequiredService<IRegionRegister>().Current;

    public IProjection Projection => Services.GetServices<IProjection>().Single(projection => projection.Name == "regions");

    public FactLog Facts => Services.GetRequiredService<FactLog>();
}
