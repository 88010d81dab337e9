using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>The theme's files: from memory, compressed beforehand, for a year.</summary>
internal static class AssetEndpoint
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/assets/{file}", _methods, static (string file, HttpContext http, Theme theme) =>
            SendAsync(http, theme.Current.Assets.Find(file), "public, max-age=31536000, immutable"));
        routes.MapMethods("/favicon.ico", _methods, static (HttpContext http, Theme theme) =>
            SendAsync(http, theme.Current.Assets.ByName("icon.svg"), "public, max-age=86400"));
    }

    /// <summary>Sends a file in the smallest form that the reader accepts, or 304; 404 without one.</summary>
    public static Task SendAsync(HttpContext http, Asset? asset, string cacheControl)
    {
        var response = http.Response;
        if (asset is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        response.Headers.CacheControl = cacheControl;
        response.Headers.ETag = asset.ETag;
        if (EntityTag.Matches(http.Request.Headers.IfNoneMatch, asset.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var (body, encoding) = asset switch
        {
            { Brotli: { } brotli } when http.Request.Accepts("br") => (brotli, "br"),
            { Gzip: { } gzip } when http.Request.Accepts("gzip") => (gzip, "gzip"),
            _ => (asset.Content, null),
        };
        response.ContentType = asset.Type;
        response.ContentLength = body.Length;
        response.Headers.Vary = "Accept-Encoding";
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }
}
