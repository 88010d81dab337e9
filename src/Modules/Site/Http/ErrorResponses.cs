using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>
/// 1. Runs the rest of the pipeline. 2. An exception becomes 500, a database that refuses 503, a request the server could not read its own status.
/// 3. An error without a body gets the theme's page in the language of the path; answers that say something themselves are left alone.
/// </summary>
internal sealed partial class ErrorResponses(RequestDelegate next, PageRenderer renderer, TimeProvider time, ILogger<ErrorResponses> log)
{
    // Every page fails while the database does; the log needs to hear of it only now and then.
    private static readonly TimeSpan _quiet = TimeSpan.FromMinutes(1);
    private static readonly Microsoft.Extensions.Primitives.StringValues _retryAfter = "60";

    private long _lastRefusal = long.MinValue;

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http); // 1
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            Reset(http, e.StatusCode); // 2
        }
        catch (StoreException e) when (!http.Response.HasStarted)
        {
            LogRefusal(e);
            Reset(http, StatusCodes.Status503ServiceUnavailable);
            http.Response.Headers.RetryAfter = _retryAfter;
        }
#pragma warning disable CA1031 // The last place before the server: the reader gets a page, the operator the exception.
        catch (Exception e) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            LogFailed(e, http.Request.Path);
            Reset(http, StatusCodes.Status500InternalServerError);
        }

        var response = http.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            var language = Language.OfPath(http.Request.Path.Value);
            var page = ErrorPages.Of(response.StatusCode, language, renderer.Words(language), ErrorPages.Guess(http.Request.Path.Value));
            response.Headers.CacheControl = "no-store";
            await PageEndpoints.WriteAsync(http, page, language); // 3
        }
    }

    // Headers set on the way to the failure describe an answer that will not come; those for security stay.
    private static void Reset(HttpContext http, int status)
    {
        var headers = http.Response.Headers;
        headers.ETag = default;
        headers.CacheControl = default;
        headers.LastModified = default;
        headers.ContentLength = null;
        headers.ContentType = default;
        http.Response.StatusCode = status;
    }

    private void LogRefusal(StoreException e)
    {
        var (now, last) = (time.GetTimestamp(), Volatile.Read(ref _lastRefusal));
        if ((last == long.MinValue || time.GetElapsedTime(last, now) >= _quiet) && Interlocked.CompareExchange(ref _lastRefusal, now, last) == last)
        {
            LogRefused(e.Text.En);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Pages are answered with 503: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The page {Path} failed")]
    private partial void LogFailed(Exception exception, string path);
}
