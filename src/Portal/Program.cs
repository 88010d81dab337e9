using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Media;
using Zukunftswerkstatt.Portal;
using Zukunftswerkstatt.Site;

// 1. configuration → 2. modules → 3. database → 4. routes. A wrong setting stops the start with a sentence that names it.
try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Services.AddPortal(builder.Configuration);
    var app = builder.Build();
    await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
    await app.Services.GetRequiredService<DefinitionStore>().LoadAsync(CancellationToken.None);
    if (CommandLine.Handles(args))
    {
        return await CommandLine.RunAsync(args, app.Services, CancellationToken.None);
    }

    await app.Services.GetRequiredService<SetUp>().RunAsync(CancellationToken.None);
    app.UseSite();
    app.MapMedia();
    app.MapSite();
    await app.RunAsync();
    return 0;
}
catch (StartupException e)
{
    await Console.Error.WriteLineAsync(e.Text.De);
    return 1;
}

/// <summary>The host; named for the tests that start it.</summary>
public partial class Program;
