using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Media;
using Zukunftswerkstatt.Portal.WebTests.Harness;

namespace Zukunftswerkstatt.Portal.WebTests.Media;

/// <summary>Media files as a browser gets them.</summary>
public sealed class MediaDeliveryTests(EmptyPortal portal) : IClassFixture<EmptyPortal>, IAsyncLifetime
{
    private static readonly byte[] _png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, 1000).Select(i => (byte)i)];
    private static readonly byte[] _svg = Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>");

    public async ValueTask InitializeAsync()
    {
        await portal.Services.GetRequiredService<MediaStore>().SaveAsync(
            [
                (At("bilder/Rathaus Süd.png"), _png),
                (At("zeichen.svg"), _svg),
                (At("plan.pdf"), "%PDF-1.7 Plan"u8.ToArray()),
                (At("foto.JPG"), new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }),
                (At("ton.mp3"), "ID3"u8.ToArray()),
            ],
            TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/media/bilder/Rathaus%20S%C3%BCd.png", "image/png")]
    [InlineData("/media/zeichen.svg", "image/svg+xml")]
    [InlineData("/media/plan.pdf", "application/pdf")]
    [InlineData("/media/foto.JPG", "image/jpeg")]
    [InlineData("/media/ton.mp3", "audio/mpeg")]
    [InlineData("/media/zeichen.svg?width=100&token=x", "image/svg+xml")]
    public async Task A_file_comes_with_its_type_and_may_do_nothing_but_show_itself(string path, string type)
    {
        using var get = await SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        Assert.Equal(type, get.Content.Headers.ContentType?.ToString());
        Assert.Equal("default-src 'self'; style-src 'unsafe-inline'", get.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", get.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(30) }, get.Headers.CacheControl);
        Assert.NotNull(get.Headers.ETag);
        Assert.NotNull(get.Content.Headers.LastModified);
        Assert.False(get.Headers.Contains("Set-Cookie"));

        using var head = await SendAsync(HttpMethod.Head, path);
        Assert.Equal((HttpStatusCode.OK, get.Content.Headers.ContentLength, get.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        using var again = await SendAsync(HttpMethod.Get, path, request => request.Headers.IfNoneMatch.Add(get.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData(0, 7, 0, 8)]
    [InlineData(500, null, 500, 508)]
    [InlineData(null, 8, 1000, 8)]
    [InlineData(0, 999_999, 0, 1008)]
    public async Task A_part_of_a_file_is_sent_when_it_is_asked_for(int? from, int? to, int start, int length)
    {
        using var part = await SendAsync(HttpMethod.Get, "/media/bilder/Rathaus%20S%C3%BCd.png", request => request.Headers.Range = new RangeHeaderValue(from, to));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal($"bytes {start}-{start + length - 1}/{_png.Length}", part.Content.Headers.ContentRange?.ToString());
        Assert.Equal(_png[start..(start + length)], await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_part_beyond_the_end_is_refused_and_one_of_an_older_file_is_the_whole_new_one()
    {
        using var beyond = await SendAsync(HttpMethod.Get, "/media/plan.pdf", request => request.Headers.Range = new RangeHeaderValue(100_000, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        using var older = await SendAsync(HttpMethod.Get, "/media/plan.pdf", request =>
        {
            request.Headers.Range = new RangeHeaderValue(0, 3);
            request.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue("\"older\""));
        });
        Assert.Equal(HttpStatusCode.OK, older.StatusCode);
    }

    [Theory]
    [InlineData("/media/")]
    [InlineData("/media")]
    [InlineData("/media/bilder")]
    [InlineData("/media/bilder/")]
    [InlineData("/media/nichts.png")]
    [InlineData("/media/../portal.db")]
    [InlineData("/media/..%2fportal.db")]
    [InlineData("/media/..%5cportal.db")]
    [InlineData("/media/%2e%2e/portal.db")]
    [InlineData("/media/%2e%2e%2fdaneben.png")]
    [InlineData("/media/..%252fdaneben.png")]
    [InlineData("/media/bilder/..%2f..%2fdaneben.png")]
    [InlineData("/media/bilder%2fRathaus%20S%C3%BCd.png%00.svg")]
    [InlineData("/media//etc/passwd")]
    [InlineData("/media/%2fetc%2fpasswd")]
    [InlineData("/media/seite.html")]
    [InlineData("/media/.upload-1.png")]
    [InlineData("/media/link.png")]
    [InlineData("/media/ordner/daneben.png")]
    [InlineData("/media/plan.pdf/")]
    [InlineData("/media/%FF.png")]
    public async Task Nothing_else_is_to_be_had(string target)
    {
        // Files that are there and must not be found.
        var paths = portal.Services.GetRequiredService<PortalPaths>();
        await File.WriteAllBytesAsync(Path.Combine(paths.Data, "daneben.png"), _png, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(paths.Media, "seite.html"), "<script>alert(1)</script>", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(paths.Media, ".upload-1.png"), _png, TestContext.Current.CancellationToken);
        if (!File.Exists(Path.Combine(paths.Media, "link.png")))
        {
            File.CreateSymbolicLink(Path.Combine(paths.Media, "link.png"), Path.Combine(paths.Data, "daneben.png"));
            Directory.CreateSymbolicLink(Path.Combine(paths.Media, "ordner"), paths.Data);
        }

        var (status, answer) = await RawRequest.GetAsync(portal.Address, target);
        Assert.True(status is 400 or 404, $"{target} answered {status}");
        Assert.DoesNotContain("PNG", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Files_can_only_be_read(string method)
    {
        using var answer = await SendAsync(new HttpMethod(method), "/media/plan.pdf");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        change?.Invoke(request);
        return await portal.Reader.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static MediaPath At(string path) => MediaPath.TryParse(path, out var media, out _) ? media : throw new ArgumentException(path);
}
