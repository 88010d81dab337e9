using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace Zukunftswerkstatt.Portal.BrowserTests;

/// <summary>A browser window and what went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Window(IBrowserContext context, IPage page, Uri portal)
    {
        (_context, Page) = (context, page);
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(portal.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
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

    internal static async Task<Window> OpenAsync(IBrowserContext context, Uri portal) => new(context, await context.NewPageAsync(), portal);

    /// <summary>Goes to a page that must be there.</summary>
    public async Task GoAsync(string path, int status = 200)
    {
        var response = await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        Assert.Equal(status, response!.Status);
    }

    /// <summary>Fails if anything was refused, failed, complained or asked another host since the window was opened.</summary>
    public void AssertQuiet() => Assert.Empty(_complaints);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
