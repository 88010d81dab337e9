using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>Headers of every answer: no inline script or style, no third party, no frame, no plug-in.</summary>
internal sealed class SecurityHeaders(IOptions<SiteOptions> options)
{
    private static readonly StringValues _policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly StringValues _noSniff = "nosniff";
    private static readonly StringValues _referrer = "strict-origin-when-cross-origin";
    private static readonly StringValues _permissions = "camera=(), geolocation=(), microphone=(), browsing-topics=()";
    private static readonly StringValues _sameOrigin = "same-origin";
    private static readonly StringValues _transport = "max-age=31536000; includeSubDomains";

    private readonly bool _secure = options.Value.PublicUrl.Scheme == Uri.UriSchemeHttps;

    public void Apply(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = _noSniff;
        headers["Referrer-Policy"] = _referrer;
        headers["Permissions-Policy"] = _permissions;
        headers["Cross-Origin-Opener-Policy"] = _sameOrigin;
        headers["Cross-Origin-Resource-Policy"] = _sameOrigin;
        if (_secure)
        {
            headers.StrictTransportSecurity = _transport;
        }
    }
}
