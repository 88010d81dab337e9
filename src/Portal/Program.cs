using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Media;
using Zukunftswerkstatt.Portal;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site;

// 1. modules → 2. database → 3. a verb, or set-up and serving. A wrong setting stops the start with a sentence that names it.
var verb = CommandLine.Handles(args);
try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = verb ? [] : args, ContentRootPath = ContentRoot.Of(args) });
    builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false; // nobody needs to know
        kestrel.Limits.MaxRequestLineSize = 256 * 1024; // who pastes a whole paper into the search is told so by a page, not by a closed connection
    });
    builder.Services.AddPortal(builder.Configuration); // 1
    if (verb)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning); // a verb says itself what it does
    }
    else
    {
        builder.Services.AddHostedService<WarmUp>();
    }

    await using var app = builder.Build();
    if (!verb)
    {
        app.Services.BeginSite(); // templates and database do not need each other
    }

    await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None); // 2
    await app.Services.GetRequiredService<DefinitionStore>().LoadAsync(CancellationToken.None);
    if (verb)
    {
        return await CommandLine.RunAsync(args, app.Services, CancellationToken.None); // 3
    }

    await app.Services.GetRequiredService<SetUp>().RunAsync(CancellationToken.None);
    app.Services.CheckSearchSchemas(app.Services.GetRequiredService<DefinitionStore>().Current.Knows);
    app.UseSite();
    Health.Map(app);
    app.MapMedia();
    app.MapSite();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (e is StartupException or StoreException)
{
    await Console.Error.WriteLineAsync((e is StartupException start ? start.Text : ((StoreException)e).Text).De);
    return 1;
}

/// <summary>The host; named for the tests that start it.</summary>
public partial class Program;
