using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Zukunftswerkstatt.Site.Http;

/// <summary>Which packed forms a reader can unpack (RFC 9110, section 12.5.3).</summary>
internal static class AcceptedEncoding
{
    /// <summary>
    /// Whether Accept-Encoding names the encoding and does not refuse it with q=0. A wildcard names nothing: whoever can unpack gzip says so,
    /// and who says it badly gets plain bytes.
    /// </summary>
    public static bool Accepts(this HttpRequest request, string encoding)
    {
        var header = request.Headers.AcceptEncoding;
        if (header.Count == 0)
        {
            return false;
        }

        // Almost always a single line without weights, and this is asked at every request.
        if (header is [{ } line] && !line.Contains(';', StringComparison.Ordinal))
        {
            return line.Split(',', StringSplitOptions.TrimEntries).Contains(encoding, StringComparer.OrdinalIgnoreCase);
        }

        return StringWithQualityHeaderValue.TryParseList(header, out var accepted)
            && accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);
    }
}
