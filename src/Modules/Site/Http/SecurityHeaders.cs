using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>
/// Headers of every answer of the site. They are set behind the output cache, so that a cached answer carries them without further work.
/// No inline script or style, no third party, no frame, no plug-in.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<SiteOptions> options)
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    private readonly bool _secure = options.Value.PublicUrl.Scheme == Uri.UriSchemeHttps;

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (_secure)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        return next(http);
    }
}
