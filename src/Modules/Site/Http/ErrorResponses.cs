using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>
/// 1. Runs the rest of the pipeline. 2. An exception becomes 500, a request the server could not read its own status.
/// 3. An error without a body gets the theme's page in the language of the path; answers that say something themselves are left alone.
/// </summary>
internal sealed partial class ErrorResponses(RequestDelegate next, PageRenderer renderer, ILogger<ErrorResponses> log)
{
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The page {Path} failed")]
    private partial void LogFailed(Exception exception, string path);
}
