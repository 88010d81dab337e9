using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>
/// Which answers are kept: pages only, and of them those that say so (<see cref="Keep"/>). The key is path and query; the Host header is not part
/// of it, since no page depends on it. Pages show today's date in places, so none lives longer than an hour.
/// </summary>
internal sealed class PageCachePolicy(PageCache cache) : IOutputCachePolicy
{
    private static readonly TimeSpan _life = TimeSpan.FromHours(1);

    // Requests that never are a page need not be looked up.
    private static readonly string[] _elsewhere = ["/assets", "/api", "/admin", "/connect", "/media", "/health", "/metrics", "/sitemap", "/_"];

    private static readonly object _keep = new();

    /// <summary>Marks the answer as one to keep, under these tags.</summary>
    public static void Keep(HttpContext http, IReadOnlyCollection<string> tags)
    {
        if (http.Features.Get<IOutputCacheFeature>()?.Context is { } context)
        {
            http.Items[_keep] = _keep;
            foreach (var tag in tags)
            {
                context.Tags.Add(tag);
            }
        }
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        if ((!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) || IsElsewhere(request.Path.Value))
        {
            return ValueTask.CompletedTask;
        }

        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = false;
        context.ResponseExpirationTimeSpan = _life;
        context.Tags.Add(cache.Began());
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (!context.HttpContext.Items.ContainsKey(_keep) || context.HttpContext.Response.StatusCode != StatusCodes.Status200OK)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    private static bool IsElsewhere(string? path) =>
        path is not null && Array.Exists(_elsewhere, prefix => path.StartsWith(prefix, StringComparison.Ordinal));
}
