using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>A browser window and what went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly SamplePortal _portal;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Window(IBrowserContext context, IPage page, SamplePortal portal)
    {
        (_context, _portal, Page) = (context, portal, page);
        var own = portal.Address.ToString();
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(own, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                _complaints.Enqueue($"{page.Url} asked for {request.Url}");
            }
        };
        context.RequestFailed += (_, request) => _complaints.Enqueue($"{request.Url} failed: {request.Failure}");
        page.Console += (_, message) =>
        {
            // Refusals by the content security policy arrive here as errors.
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue($"{page.Url}: {error}");
    }

    /// <summary>Its page.</summary>
    public IPage Page { get; }

    internal static async Task<Window> OpenAsync(IBrowserContext context, SamplePortal portal) => new(context, await context.NewPageAsync(), portal);

    /// <summary>Goes to an address of <see cref="SampleAddresses"/> or any path; the page must be there.</summary>
    public async Task GoAsync(string address)
    {
        var response = await Page.GotoAsync(await _portal.PathOfAsync(address), new() { WaitUntil = WaitUntilState.Load });
        Assert.Equal(200, response!.Status);
    }

    /// <summary>Fails if anything was refused, failed, complained or asked another host since the window was opened.</summary>
    public void AssertQuiet() => Assert.Empty(_complaints);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
