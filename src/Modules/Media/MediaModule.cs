using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Zukunftswerkstatt.Content;

namespace Zukunftswerkstatt.Media;

/// <summary>Media files: storage, the recipe step, delivery at <c>/media/{path}</c>.</summary>
public static class MediaModule
{
    /// <summary>What a media file may do when it is opened by itself: nothing but show itself.</summary>
    private const string ContentSecurityPolicy = "default-src 'self'; style-src 'unsafe-inline'";

    private static readonly FileExtensionContentTypeProvider _contentTypes = new();

    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services) => services
        .AddSingleton<MediaStore>()
        .AddSingleton<IRecipeStep, MediaStep>();

    /// <summary>Maps the delivery.</summary>
    public static IEndpointRouteBuilder MapMedia(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/media/{**path}", [HttpMethods.Get, HttpMethods.Head], Deliver);
        return routes;
    }

    private static Results<PhysicalFileHttpResult, NotFound> Deliver(string? path, MediaStore store, HttpResponse response)
    {
        if (!MediaPath.TryParse(path, out var media, out _) || store.Find(media) is not { } file)
        {
            return TypedResults.NotFound();
        }

        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "public, max-age=2592000";
        return TypedResults.PhysicalFile(
            file.FullName,
            _contentTypes.TryGetContentType(media.Value, out var type) ? type : "application/octet-stream",
            lastModified: file.LastWriteTimeUtc,
            entityTag: new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\""),
            enableRangeProcessing: true);
    }
}
