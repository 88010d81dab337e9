using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

/// <summary>Kernel and Regions on a fresh SQLite database of their own.</summary>
internal sealed class RegionPortal : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regions-").FullName;
    private readonly ServiceProvider _services;

    private RegionPortal(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Portal:DataPath"] = _folder })
            .AddInMemoryCollection(settings)
            .Build();
        _services = new ServiceCollection().AddLogging().AddKernel(configuration).AddRegions(configuration).BuildServiceProvider();
    }

    public RegionSnapshot Register => _services.GetRequiredService<IRegionRegister>().Current;

    public RegionImporter Importer => _services.GetRequiredService<RegionImporter>();

    public IProjection Projection => _services.GetRequiredService<IProjection>();

    public FactLog Facts => _services.GetRequiredService<FactLog>();

    public static async Task<RegionPortal> CreateAsync(params (string Key, string Value)[] settings)
    {
        var portal = new RegionPortal(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        await using var db = await portal._services.GetRequiredService<PortalDatabase>().OpenAsync(default);
        await db.Database.EnsureCreatedAsync();
        return portal;
    }

    /// <summary>A second process on the same database.</summary>
    public RegionPortal Restart() => new(new Dictionary<string, string?> { ["Portal:DataPath"] = _folder });

    public async Task<RegionImportCounts> ImportAsync(string path) =>
        (await Importer.ImportAsync(path, null, default)) switch
        {
            RegionImportResult.Imported imported => imported.Counts,
            RegionImportResult.Rejected rejected => throw new InvalidOperationException(string.Join("\n", rejected.Errors)),
            _ => throw new InvalidOperationException(),
        };

    public async Task<IReadOnlyList<RegionImportError>> RejectAsync(byte[] file, string? name = "AuszugGV4Q2020.csv")
    {
        using var stream = new MemoryStream(file);
        return Xunit.Assert.IsType<RegionImportResult.Rejected>(await Importer.ImportAsync(stream, name, null, default)).Errors;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
