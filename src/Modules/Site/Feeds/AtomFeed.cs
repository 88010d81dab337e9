using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Feeds;

/// <summary>An entry of a feed. <paramref name="Id"/> is the permanent address, so that readers recognise an entry that has moved.</summary>
internal sealed record FeedEntry(string Id, string Title, string Path, string? Summary, DateTime UpdatedUtc, string Lang, bool Sample);

/// <summary>Atom (RFC 4287), written straight out.</summary>
internal sealed class AtomFeed(PageShell shell, PageCache cache, TimeProvider time)
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>Writes the feed; kept in the page cache under the tags.</summary>
    /// <param name="http">The request.</param>
    /// <param name="title">Title of the feed.</param>
    /// <param name="self">Path and query of the feed itself.</param>
    /// <param name="page">Path of the page it belongs to.</param>
    /// <param name="language">Language of the feed.</param>
    /// <param name="entries">Newest first.</param>
    /// <param name="tags">What it was made of.</param>
    public async Task WriteAsync(HttpContext http, string title, string self, string page, Language language, IReadOnlyList<FeedEntry> entries, IReadOnlyCollection<string> tags)
    {
        using var buffer = new MemoryStream();
        await using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Async = true, Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, language.Code);
            xml.WriteElementString("id", shell.Absolute(self));
            xml.WriteElementString("title", Clean(title));
            xml.WriteElementString("updated", Instant(entries.Count > 0 ? entries[0].UpdatedUtc : time.GetUtcNow().UtcDateTime.Date));
            WriteLink(xml, "self", self, "application/atom+xml");
            WriteLink(xml, "alternate", page, "text/html");
            xml.WriteStartElement("author");
            xml.WriteElementString("name", "Zukunftswerkstatt");
            await xml.WriteEndElementAsync();
            foreach (var entry in entries)
            {
                xml.WriteStartElement("entry");
                if (entry.Lang != language.Code)
                {
                    xml.WriteAttributeString("xml", "lang", null, entry.Lang);
                }

                xml.WriteElementString("id", shell.Absolute(Paths.Permanent(entry.Id)));
                xml.WriteElementString("title", Clean(entry.Sample ? $"[{language.Pick("Beispielinhalt – frei erfunden", "Sample content – entirely invented")}] {entry.Title}" : entry.Title));
                xml.WriteElementString("updated", Instant(entry.UpdatedUtc));
                WriteLink(xml, "alternate", entry.Path, "text/html");
                if (entry.Summary is { Length: > 0 } summary)
                {
                    xml.WriteElementString("summary", Clean(summary));
                }

                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
        }

        var body = buffer.ToArray();
        await PageCaching.KeepAsync(http, cache, new CachedPage(body, "application/atom+xml; charset=utf-8", EntityTag.Of(body)), tags);
    }

    private void WriteLink(XmlWriter xml, string rel, string path, string type)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", shell.Absolute(path));
        xml.WriteEndElement();
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // Content may hold characters that XML cannot.
    private static string Clean(string text) => new([.. text.Where(XmlConvert.IsXmlChar)]);
}
