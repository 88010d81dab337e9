using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Portal;

namespace Zukunftswerkstatt.Benchmarks;

/// <summary>The portal's own services in this process, over a data folder.</summary>
internal static class InProcess
{
    /// <param name="data">The folder.</param>
    /// <param name="setUp">Whether an empty one is filled with the sample content.</param>
    public static async Task<WebApplication> StartAsync(string data, bool setUp = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Portal:DataPath"] = data;
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Services.AddPortal(builder.Configuration);
        var app = builder.Build();
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await app.Services.GetRequiredService<DefinitionStore>().LoadAsync(CancellationToken.None);
        if (setUp)
        {
            await app.Services.GetRequiredService<SetUp>().RunAsync(CancellationToken.None);
        }

        await app.StartAsync();
        await app.Services.GetRequiredService<ProjectionRunner>().CatchUpAsync(CancellationToken.None);
        return app;
    }
}
