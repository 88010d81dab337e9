using Microsoft.Playwright;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>Debian's Chromium and the sample portal, started once. Each test opens a window of its own, like a reader who comes for the first time.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // The same engine without the windows of a desktop takes a third of the time; not every Debian has it.
    private static readonly string[] _programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    // The last ones keep the browser from calling home.
    private static readonly string[] _flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SamplePortal _portal = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens a window on the sample portal that watches for errors, refusals and requests to other hosts.</summary>
    public async Task<Window> OpenAsync(WindowOptions? options = null)
    {
        options ??= new();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = _portal.Address.ToString(),
            ViewportSize = new() { Width = options.Width, Height = options.Height },
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ForcedColors = options.ForcedColors ? ForcedColors.Active : ForcedColors.None,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = options.Script,
            Locale = "de-DE",
            TimezoneId = "Europe/Berlin",
        });
        return await Window.OpenAsync(context, _portal);
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await _portal.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = _programs.First(File.Exists), Args = _flags });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _portal.DisposeAsync();
    }
}

/// <summary>How a reader looks at the portal.</summary>
public sealed record WindowOptions
{
    /// <summary>In CSS pixels.</summary>
    public int Width { get; init; } = 1440;

    /// <summary>In CSS pixels.</summary>
    public int Height { get; init; } = 900;

    /// <summary>Prefers a dark scheme.</summary>
    public bool Dark { get; init; }

    /// <summary>The system's colours replace the page's.</summary>
    public bool ForcedColors { get; init; }

    /// <summary>Scripts are allowed.</summary>
    public bool Script { get; init; } = true;
}
