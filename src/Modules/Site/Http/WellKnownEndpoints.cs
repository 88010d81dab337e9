using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>robots.txt and security.txt (RFC 9116).</summary>
internal static class WellKnownEndpoints
{
    // The standard asks for less than a year.
    private const int ValidDays = 180;

    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapWellKnown(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/robots.txt", _methods, static (PageShell shell) => Results.Text(
            $"User-agent: *\nDisallow: /admin\nDisallow: /suche?\nDisallow: /en/search?\nAllow: /suche?mode=factors$\nAllow: /en/search?mode=factors$\n\nSitemap: {shell.Absolute("/sitemap.xml")}\n", "text/plain; charset=utf-8"));
        routes.MapMethods("/.well-known/security.txt", _methods, static (PageShell shell, IOptions<SiteOptions> options, TimeProvider time) =>
        {
            var contact = options.Value.SecurityContact?.ToString() ?? shell.Absolute(Paths.Imprint(Language.German));
            var expires = time.GetUtcNow().UtcDateTime.Date.AddDays(ValidDays).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            return Results.Text(
                $"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: de, en\nCanonical: {shell.Absolute("/.well-known/security.txt")}\n", "text/plain; charset=utf-8");
        });
    }
}
