using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Site;

/// <summary>Status, methods and headers.</summary>
public sealed class ResponseTests(SamplePortal portal)
{
    private const string Record = "/initiativen/zukunftswerkstatt-kommunen-und-wirtschaft";
    private const string Stylesheet = "the stylesheet of the home page";

    public static TheoryData<string> FixedPages =>
    [
        "/", "/suche", "/initiativen", "/massnahmen", "/erfolgsfaktoren", "/ergebnisse", "/veranstaltungen", "/organisationen", "/regionen", "/themen",
        "/impressum", "/datenschutz", "/barrierefreiheit", "/leichte-sprache", Record,
        "/en", "/en/search", "/en/initiatives", "/en/measures", "/en/success-factors", "/en/findings", "/en/events", "/en/organisations", "/en/regions",
        "/en/topics", "/en/imprint", "/en/privacy", "/en/accessibility", "/en/initiatives/future-workshop-municipalities-and-business",
    ];

    [Theory]
    [MemberData(nameof(FixedPages))]
    public async Task A_page_answers_with_every_header_of_the_house(string path)
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("default-src 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(response, "Referrer-Policy"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.NotNull(response.Headers.ETag);
    }

    [Theory]
    [MemberData(nameof(FixedPages))]
    public async Task HEAD_answers_like_GET_without_a_body(string path)
    {
        using var get = await GetAsync(path);
        using var head = await SendAsync(HttpMethod.Head, path);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/erfolgsfaktoren?axis=land", 6)]
    [InlineData(Record, 3)]
    public async Task A_page_is_packed_for_readers_who_can_unpack_it(string path, int times)
    {
        using var plain = await GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br, gzip;q=0.8" } } };
        using var packed = await portal.Reader.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], plain.Headers.Vary);

        // One tag for both, and a weak one, since they are not the same bytes.
        Assert.Equal(plain.Headers.ETag, packed.Headers.ETag);
        Assert.True(packed.Headers.ETag!.IsWeak);
        var (body, bytes) = (await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), await packed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(bytes.Length, packed.Content.Headers.ContentLength);
        Assert.InRange(bytes.Length, 1, body.Length / times);
        await using var unpacked = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new MemoryStream();
        await unpacked.CopyToAsync(text, TestContext.Current.CancellationToken);
        Assert.Equal(body, text.ToArray());
    }

    [Theory]
    [InlineData(Record, "gzip;q=0, br;q=0, identity")]
    [InlineData(Record, "gzip; q=0.000, deflate")]
    [InlineData(Record, "x-gzip-like")]
    [InlineData(Record, ";;,=")]
    [InlineData(Stylesheet, "gzip;q=0, br;q=0, identity")]
    [InlineData(Stylesheet, "brotli-like")]
    [InlineData(Stylesheet, ";;,=")]
    public async Task Who_refuses_packed_answers_gets_plain_ones(string path, string accepted)
    {
        var address = path == Stylesheet ? (await portal.Reader.GetPageAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")! : path;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var response = await portal.Reader.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData(Record, "{0}")]
    [InlineData(Record, "W/{0}")]
    [InlineData(Record, "\"other\", W/{0}")]
    [InlineData(Record, "*")]
    [InlineData(Stylesheet, "{0}")]
    [InlineData(Stylesheet, "\"other\", W/{0}")]
    public async Task What_a_reader_has_already_is_not_sent_again(string path, string known)
    {
        var address = path == Stylesheet ? (await portal.Reader.GetPageAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")! : path;
        using var first = await GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.TryAddWithoutValidation("If-None-Match", string.Format(CultureInfo.InvariantCulture, known, first.Headers.ETag!.Tag));
        using var second = await portal.Reader.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("PUT", Record)]
    [InlineData("DELETE", Record)]
    [InlineData("POST", "/suche")]
    [InlineData("PATCH", "/sitemap.xml")]
    public async Task Pages_can_only_be_read(string method, string path)
    {
        using var response = await SendAsync(new HttpMethod(method), path);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/gibt-es-nicht", "de")]
    [InlineData("/initiativen/gibt-es-nicht", "de")]
    [InlineData("/regionen/99999", "de")]
    [InlineData("/themen/gibt-es-nicht", "de")]
    [InlineData("/en/nothing", "en")]
    [InlineData("/en/initiatives/nothing", "en")]
    [InlineData("/en/regions/99999", "en")]
    public async Task A_missing_page_is_said_to_be_missing_in_the_language_of_its_path(string path, string language)
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = Pages.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.QuerySelector("main h1"));
        Assert.NotNull(page.QuerySelector("main form[role=search], main form[action]"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Theory]
    [InlineData("/initiativen/zukunftswerkstatt-kommunen-und-wirtschaft/", Record)]
    [InlineData("/Initiativen/Zukunftswerkstatt-Kommunen-und-Wirtschaft", Record)]
    public async Task Another_spelling_leads_to_the_one_address(string path, string address)
    {
        using var response = await GetAsync(path);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(address, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Every_item_and_term_has_a_permanent_address_that_leads_to_its_page()
    {
        var item = (await portal.ItemsAsync()).First(item => "/" + item.Path == Record);
        using var response = await GetAsync("/id/" + item.ContentItemId);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(Record, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Assets_may_be_kept_for_a_year()
    {
        var page = await portal.Reader.GetPageAsync("/");
        using var response = await GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!);
        Assert.Equal("text/css; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new("immutable") } }, response.Headers.CacheControl);
    }

    private Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        return await portal.Reader.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
