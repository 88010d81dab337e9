using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Sitemaps;

/// <summary>Streams a sitemap: entries gather in memory and leave in portions, so that the largest part needs no more than a small one.</summary>
internal sealed class SitemapWriter : IAsyncDisposable
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private const int Portion = 64 * 1024;

    private readonly HttpContext _http;
    private readonly PageShell _shell;
    private readonly MemoryStream _buffer = new();
    private readonly XmlWriter _xml;

    public SitemapWriter(HttpContext http, PageShell shell)
    {
        _http = http;
        _shell = shell;
        _xml = XmlWriter.Create(_buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true });
        http.Response.ContentType = "application/xml; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
    }

    /// <summary>Begins the document: <c>urlset</c> or <c>sitemapindex</c>. Disposing ends it.</summary>
    public void Start(string root)
    {
        _xml.WriteStartElement(root, Namespace);
        _xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
    }

    /// <summary>A file of an index.</summary>
    public void Part(string path)
    {
        _xml.WriteStartElement("sitemap");
        _xml.WriteElementString("loc", _shell.Absolute(path));
        _xml.WriteEndElement();
    }

    /// <summary>A page, with both languages when it has both.</summary>
    public async ValueTask EntryAsync(string path, DateTime? modified, string? german, string? english)
    {
        _xml.WriteStartElement("url");
        _xml.WriteElementString("loc", _shell.Absolute(path));
        if (modified is { } utc)
        {
            _xml.WriteElementString("lastmod", utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        if (german is not null && english is not null)
        {
            Alternate("de", german);
            Alternate("en", english);
        }

        _xml.WriteEndElement();
        if (_buffer.Length > Portion)
        {
            await SendAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _xml.Dispose();
        await SendAsync();
        await _buffer.DisposeAsync();
    }

    private async Task SendAsync()
    {
        if (!HttpMethods.IsHead(_http.Request.Method))
        {
            await _http.Response.Body.WriteAsync(_buffer.GetBuffer().AsMemory(0, (int)_buffer.Length), _http.RequestAborted);
        }

        _buffer.SetLength(0);
    }

    private void Alternate(string language, string path)
    {
        _xml.WriteStartElement("link", Xhtml);
        _xml.WriteAttributeString("rel", "alternate");
        _xml.WriteAttributeString("hreflang", language);
        _xml.WriteAttributeString("href", _shell.Absolute(path));
        _xml.WriteEndElement();
    }
}
