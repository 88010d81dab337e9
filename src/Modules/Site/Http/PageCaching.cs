using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>
/// 1. A kept page is answered at once, before anything else is looked at; a reader who has it already gets 304. 2. Otherwise the request goes on
/// with a ticket, and whoever renders the page keeps it (<see cref="KeepAsync"/>). The key is path and query; no page depends on anything else.
/// </summary>
internal sealed class PageCaching(RequestDelegate next, PageCache cache, ISearcher searcher, SecurityHeaders headers)
{
    private const string CacheControl = "no-cache";
    private const string Gzip = "gzip";

    private static readonly StringValues _vary = "Accept-Encoding";

    // Nobody asks for a longer address twice, and the cache does not count what its keys take.
    private const int LongestKey = 2_000;

    // Requests that never are a page need not be looked up.
    private static readonly string[] _elsewhere = ["/assets", "/api", "/admin", "/connect", "/media", "/health", "/metrics", "/sitemap", "/_"];

    public Task InvokeAsync(HttpContext http)
    {
        headers.Apply(http.Response.Headers);
        var request = http.Request;
        if ((!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) || IsElsewhere(request.Path.Value))
        {
            return next(http);
        }

        var key = KeyOf(request);
        if (key.Length > LongestKey)
        {
            return next(http);
        }

        if (cache.Find(key) is { } page)
        {
            return AnswerAsync(http, page).AsTask(); // 1
        }

        // What is made before the first index says so, and is true only until then.
        if (searcher.IsReady)
        {
            http.Features.Set(new Ticket(key, cache.Begin()));
        }

        return next(http); // 2
    }

    /// <summary>Answers with a finished page and keeps it under the tags.</summary>
    public static ValueTask<System.IO.Pipelines.FlushResult> KeepAsync(HttpContext http, PageCache cache, CachedPage page, IReadOnlyCollection<string> tags)
    {
        if (http.Features.Get<Ticket>() is { } ticket)
        {
            cache.Store(ticket.Key, page, tags, ticket.Began);
        }

        return AnswerAsync(http, page);
    }

    private static ValueTask<System.IO.Pipelines.FlushResult> AnswerAsync(HttpContext http, CachedPage page)
    {
        var response = http.Response;
        response.Headers.ETag = page.ETag;
        response.Headers.CacheControl = CacheControl;
        response.Headers.Vary = _vary;
        if (http.Request.Headers.IfNoneMatch is { Count: > 0 } known && EntityTag.Matches(known, page.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return default;
        }

        // Nothing in a page is secret from its reader or chosen by anybody else, so packing tells nobody anything.
        var body = page.Body;
        if (http.Request.Accepts(Gzip))
        {
            body = page.Packed;
            response.Headers.ContentEncoding = Gzip;
        }

        // No token: asking for one costs more than the write, which ends by itself when the reader is gone.
        response.ContentType = page.ContentType;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method) ? default : response.BodyWriter.WriteAsync(body, CancellationToken.None);
    }

    private static string KeyOf(HttpRequest request) =>
        request.QueryString.HasValue ? request.Path.Value + request.QueryString.Value : request.Path.Value ?? "/";

    private static bool IsElsewhere(string? path) =>
        path is not null && Array.Exists(_elsewhere, prefix => path.StartsWith(prefix, StringComparison.Ordinal));

    private sealed record Ticket(string Key, CacheTicket Began);
}
