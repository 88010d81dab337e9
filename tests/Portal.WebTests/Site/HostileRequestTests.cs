using System.Net;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>Whatever is sent, the answer is a page or a refusal, never a failure and never somebody's file.</summary>
public sealed class HostileRequestTests(SamplePortal portal)
{
    [Theory]
    [InlineData("/suche?q=%22")]
    [InlineData("/suche?q=%22%22%22")]
    [InlineData("/suche?q=*")]
    [InlineData("/suche?q=?*%3F~%5E")]
    [InlineData("/suche?q=(((((((((((")]
    [InlineData("/suche?q=AND+OR+NOT")]
    [InlineData("/suche?q=-")]
    [InlineData("/suche?q=--------")]
    [InlineData("/suche?q=-B%C3%BCrgerbus")]
    [InlineData("/suche?q=%5B1+TO")]
    [InlineData("/suche?q=a:b:c:%7B%7D")]
    [InlineData("/suche?q=%00%01%02")]
    [InlineData("/suche?q=%F0%9F%9A%8C")]
    [InlineData("/suche?q=%FF%FE")]
    [InlineData("/suche?q=%")]
    [InlineData("/suche?q=%zz")]
    [InlineData("/suche?q=%C3")]
    [InlineData("/suche?q=%ED%A0%80")]
    [InlineData("/suche?q=%E2%80%AE%E2%80%8B")]
    [InlineData("/suche?q=';DROP+TABLE+items;--")]
    [InlineData("/suche?q=%7B%7B+Page.Title+%7D%7D%7B%25+include+'x'+%25%7D")]
    [InlineData("/suche?q=a&q=b&q=c")]
    [InlineData("/suche?q[]=a&q[0]=b")]
    [InlineData("/suche?page=-1")]
    [InlineData("/suche?page=0")]
    [InlineData("/suche?page=999999999")]
    [InlineData("/suche?page=99999999999999999999999999")]
    [InlineData("/suche?page=1e9")]
    [InlineData("/suche?page=NaN&page=2")]
    [InlineData("/suche?sort=nothing&mode=nothing")]
    [InlineData("/suche?land=99&kreis=xx&gemeinde=-1&year=abc&grade=17")]
    [InlineData("/suche?topic=%27&topic=&topic=%00")]
    [InlineData("/suche?&&&===&")]
    [InlineData("/en/search?q=%3C/title%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/initiativen?page=-5")]
    [InlineData("/initiativen?page=2147483648")]
    [InlineData("/veranstaltungen?page=-5&year=99999")]
    [InlineData("/erfolgsfaktoren?topic=%00")]
    public async Task Any_query_gets_a_page(string target)
    {
        var (status, answer) = await RawRequest.GetAsync(portal.Address, target);
        Assert.True(status is 200 or 301 or 308 or 400 or 404, $"{target} answered {status}");
        Assert.DoesNotContain("<script>", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Content-Security-Policy", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%252f..%252fetc%252fpasswd")]
    [InlineData("/assets/../appsettings.json")]
    [InlineData("/assets/..%2fappsettings.json")]
    [InlineData("/assets/..%5c..%5cappsettings.json")]
    [InlineData("/assets/%2e%2e%2f%2e%2e%2fApp_Data%2fportal.db")]
    [InlineData("/App_Data/portal.db")]
    [InlineData("/portal.db")]
    [InlineData("/themes/zukunftswerkstatt/theme.json")]
    [InlineData("/media/..%2fportal.db")]
    [InlineData("/initiativen%2fzukunftswerkstatt-kommunen-und-wirtschaft")]
    [InlineData("/initiativen/%00")]
    [InlineData("/initiativen/%FF%FE")]
    [InlineData("/initiativen/%ED%A0%80")]
    [InlineData("/initiativen/%")]
    [InlineData("/initiativen/<script>alert(1)</script>")]
    [InlineData("/veranstaltungen/nichts.ics")]
    [InlineData("/regionen/99999999999999999999")]
    [InlineData("/id/")]
    [InlineData("/id/nothing")]
    [InlineData("/id/00000000000000000000000000000000000000000000000000000000")]
    [InlineData("/themen/%27%22")]
    [InlineData("/.git/config")]
    [InlineData("/.env")]
    public async Task What_is_not_a_page_is_not_found(string target)
    {
        var (status, answer) = await RawRequest.GetAsync(portal.Address, target);
        Assert.True(status is 400 or 404, $"{target} answered {status}");
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/%2f%2fevil.example/")]
    [InlineData("//evil.example/initiativen/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/en//evil.example")]
    public async Task No_path_redirects_to_another_host(string target)
    {
        var (_, answer) = await RawRequest.GetAsync(portal.Address, target);
        Assert.DoesNotMatch("(?im)^location:\\s*(//|\\\\|https?://(?!127\\.0\\.0\\.1|portal\\.test))", answer);
    }

    [Theory]
    [InlineData(7_000)]
    [InlineData(100_000)]
    public async Task A_query_of_any_length_is_answered(int length)
    {
        var (status, _) = await RawRequest.GetAsync(portal.Address, "/suche?q=" + new string('a', length));
        Assert.True(status is 200 or 400 or 414, $"{length} characters answered {status}");
    }

    [Fact]
    public async Task A_thousand_words_and_a_thousand_filters_are_answered()
    {
        var words = string.Join('+', Enumerable.Range(0, 900).Select(number => "w" + number));
        var filters = string.Concat(Enumerable.Range(0, 300).Select(number => $"&topic=t{number}"));
        Assert.Equal(200, (await RawRequest.GetAsync(portal.Address, "/suche?q=" + words)).Status);
        Assert.Equal(200, (await RawRequest.GetAsync(portal.Address, "/suche?q=a" + filters)).Status);
    }

    [Fact]
    public async Task Huge_and_many_headers_are_refused()
    {
        Assert.Equal(431, (await RawRequest.GetAsync(portal.Address, "/", $"X-Large: {new string('a', 60_000)}\r\n")).Status);
        Assert.Equal(431, (await RawRequest.GetAsync(portal.Address, "/", string.Concat(Enumerable.Range(0, 300).Select(number => $"X-{number}: a\r\n")))).Status);
    }

    [Theory]
    [InlineData("GET / HTTP/9.9\r\n\r\n")]
    [InlineData("GET\r\n\r\n")]
    [InlineData("NONSENSE\0\0\0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n")]
    public async Task What_is_not_HTTP_is_refused(string request)
    {
        var (status, _) = await RawRequest.SendAsync(portal.Address, request);
        Assert.True(status is 0 or 400 or 505, $"answered {status}");
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example\"><script>")]
    [InlineData("[::1")]
    public async Task The_host_header_reaches_no_page(string host)
    {
        var (status, answer) = await RawRequest.SendAsync(portal.Address, $"GET /suche HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        Assert.True(status is 200 or 400, $"answered {status}");
        Assert.DoesNotContain("evil.example", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("%22+onfocus%3Dalert(1)+autofocus+x%3D%22")]
    [InlineData("%27%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")]
    [InlineData("%3C%2Finput%3E%3Csvg%2Fonload%3Dalert(1)%3E")]
    public async Task Words_of_a_query_are_shown_as_words(string query)
    {
        var page = await portal.Reader.GetPageAsync("/suche?q=" + query);
        Assert.Equal(WebUtility.UrlDecode(query), page.QuerySelector("input#q")?.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("main script, main img[onerror], main svg[onload], [onfocus]"));
    }
}
