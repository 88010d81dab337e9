using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>Routes of pages, and the one way from a builder's result to an answer.</summary>
internal static class PageEndpoints
{
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps a page at its German and its English address.</summary>
    public static void MapPage<TPage>(this IEndpointRouteBuilder routes, string german, string? english = null)
        where TPage : IPage
    {
        routes.MapMethods(german, _methods, AnswerAsync<TPage>);
        if (english is not null)
        {
            routes.MapMethods(english, _methods, AnswerAsync<TPage>);
        }
    }

    private static async Task AnswerAsync<TPage>(HttpContext http)
        where TPage : IPage
    {
        var request = PageRequest.Of(http);
        var page = http.RequestServices.GetRequiredService<TPage>();
        PageResult result;
        await using (http.RequestServices.GetRequiredService<ReadSessions>().BeginOneState())
        {
            result = await page.BuildAsync(request, http.RequestAborted);
        }

        switch (result)
        {
            case PageResult.Page found:
                await WriteAsync(http, found, request.Language);
                break;
            case PageResult.MovedResult moved:
                http.Response.Redirect(moved.Path + http.Request.QueryString, permanent: true);
                break;
            case PageResult.GoneResult:
                http.Response.StatusCode = StatusCodes.Status410Gone;
                break;
            default:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    /// <summary>Renders a page into the response.</summary>
    public static async Task WriteAsync(HttpContext http, PageResult.Page page, Display.Language language)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(32 * 1024);
        await http.RequestServices.GetRequiredService<PageRenderer>().RenderAsync(page, language, buffer);
        const string Html = "text/html; charset=utf-8";
        var response = http.Response;
        if (page.Status == StatusCodes.Status200OK)
        {
            var finished = new CachedPage(buffer.WrittenSpan.ToArray(), Html, EntityTag.Of(buffer.WrittenSpan));
            await PageCaching.KeepAsync(http, http.RequestServices.GetRequiredService<PageCache>(), finished, page.Tags);
            return;
        }

        response.StatusCode = page.Status;
        response.ContentType = Html;
        response.ContentLength = buffer.WrittenCount;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.BodyWriter.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
        }
    }
}
