using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Search.Indexing;

namespace Zukunftswerkstatt.Portal.WebTests.Harness;

/// <summary>
/// A whole portal behind a real Kestrel on a free port of loopback, with a data folder and a database of its own.
/// Templates are strict: a misspelt variable or word fails the page.
/// </summary>
public class PortalFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Address that the portal believes it has; canonical links, feeds and the sitemap begin with it.</summary>
    public const string PublicUrl = "http://portal.test";

    private readonly Dictionary<string, string?> _settings;
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-web-").FullName;

    /// <summary>A portal after its set-up.</summary>
    /// <param name="sampleContent">Whether the set-up brings the sample content.</param>
    public PortalFactory(bool sampleContent)
    {
        _settings = new(StringComparer.Ordinal)
        {
            ["Portal:DataPath"] = _folder,
            ["Portal:PublicUrl"] = PublicUrl,
            ["Portal:Theme:Strict"] = "true",
            ["Portal:Setup:SampleContent"] = sampleContent ? "true" : "false",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        };
        UseKestrel(port: 0);
    }

    /// <summary>Where it really listens.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>What it logged as error.</summary>
    public RecordedLog Log { get; } = new();

    /// <summary>A reader that follows no redirects and keeps no cookies.</summary>
    public HttpClient Reader { get; private set; } = null!;

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        Start();
        await CatchUpAsync();
    }

    /// <summary>Starts it without waiting for what it derives from its content.</summary>
    protected void Start()
    {
        StartServer();
        Reader = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromMinutes(1),
        };
    }

    /// <summary>Waits until search, caches and snapshots know everything that was committed before.</summary>
    public Task CatchUpAsync() => Services.GetRequiredService<ProjectionRunner>().CatchUpAsync(TestContext.Current.CancellationToken);

    /// <summary>Publishes a new item through the portal's own commands, then waits for the projections.</summary>
    public async Task<ContentItem> PublishAsync(string contentType, JsonObject content)
    {
        var result = await Commands.CreateAsync(contentType, null, content, publish: true, Actor.System, TestContext.Current.CancellationToken);
        await CatchUpAsync();
        return Done(result);
    }

    /// <summary>Replaces the content of an item and publishes it.</summary>
    public async Task<ContentItem> PublishAgainAsync(ContentItem item, Action<JsonObject> change)
    {
        var content = JsonObject.Create(item.Content)!;
        change(content);
        var result = await Commands.SaveAndPublishAsync(item.ContentItemId, null, content, Actor.System, TestContext.Current.CancellationToken);
        await CatchUpAsync();
        return Done(result);
    }

    /// <summary>Changes an item without publishing the change.</summary>
    public async Task SaveDraftAsync(ContentItem item, Action<JsonObject> change)
    {
        var content = JsonObject.Create(item.Content)!;
        change(content);
        Done(await Commands.SaveDraftAsync(item.ContentItemId, null, content, Actor.System, TestContext.Current.CancellationToken));
        await CatchUpAsync();
    }

    /// <summary>Takes an item off the site.</summary>
    public async Task UnpublishAsync(ContentItem item)
    {
        Done(await Commands.UnpublishAsync(item.ContentItemId, null, TestContext.Current.CancellationToken));
        await CatchUpAsync();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        Reader?.Dispose();
        var index = Services.GetRequiredService<IndexStore>();
        await base.DisposeAsync();

        // The program's own thread disposes the services as well; whoever comes second is not made to wait by the host.
        index.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging => logging.AddProvider(Log));
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }

    private ContentCommands Commands => Services.GetRequiredService<ContentCommands>();

    private static ContentItem Done(CommandResult result) => result switch
    {
        CommandResult.Done done => done.Item,
        CommandResult.Invalid invalid => throw new InvalidOperationException(string.Join('\n', invalid.Errors)),
        _ => throw new InvalidOperationException(result.ToString()),
    };
}
