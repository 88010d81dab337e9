using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Pages;

namespace Zukunftswerkstatt.Site.Sitemaps;

/// <summary>
/// The sitemap: one file while everything fits, else an index over parts. A part holds the items whose ids begin with one character of the id
/// alphabet: ids are random, so the parts are even, and each is read along the primary key and streamed.
/// </summary>
internal static class SitemapEndpoints
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    // The protocol allows 50,000 addresses a file.
    private const int MostInOneFile = 40_000;

    // Items whose translations are asked for at once.
    private const int Batch = 500;

    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSitemaps(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/sitemap.xml", _methods, RootAsync);
        routes.MapMethods("/sitemap-{part}.xml", _methods, PartAsync);
    }

    private static async Task RootAsync(HttpContext http, ISearcher searcher, IContentReader content, Vocabularies vocabularies, PageShell shell)
    {
        var total = (await searcher.SearchAsync(new SearchRequest { Culture = Language.German.Code, PageSize = 0 }, http.RequestAborted)).ModeCounts.Values.Sum();
        await using var xml = new SitemapWriter(http, shell);
        if (total <= MostInOneFile)
        {
            xml.Start("urlset");
            await ListsAsync(xml, vocabularies, http.RequestAborted);
            await ItemsAsync(xml, content, null, http.RequestAborted);
        }
        else
        {
            xml.Start("sitemapindex");
            foreach (var part in Alphabet.Select(c => c.ToString()).Prepend("pages"))
            {
                xml.Part($"/sitemap-{part}.xml");
            }
        }
    }

    private static async Task PartAsync(string part, HttpContext http, IContentReader content, Vocabularies vocabularies, PageShell shell)
    {
        if (part != "pages" && (part.Length != 1 || !Alphabet.Contains(part[0], StringComparison.Ordinal)))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using var xml = new SitemapWriter(http, shell);
        xml.Start("urlset");
        if (part == "pages")
        {
            await ListsAsync(xml, vocabularies, http.RequestAborted);
        }
        else
        {
            await ItemsAsync(xml, content, part[0], http.RequestAborted);
        }
    }

    private static async Task ListsAsync(SitemapWriter xml, Vocabularies vocabularies, CancellationToken ct)
    {
        var topics = (await vocabularies.GetAsync(ct)).Find(VocabularyKeys.Topics)?.Terms ?? [];
        var lists = new Func<Language, string>[]
        {
            Paths.Home, Paths.Search, Paths.Initiatives, Paths.Measures, Paths.Factors, Paths.Findings, Paths.Events, Paths.Organisations, Paths.Regions, Paths.Topics,
        }.Concat(FactorMatrixReader.Lands.Select(land => (Func<Language, string>)(language => Paths.LandComparison(language, land)))).Concat(topics.Select(term => (Func<Language, string>)(language => Paths.Topic(language, term.Slug))));
        foreach (var path in lists)
        {
            var (german, english) = (path(Language.German), path(Language.English));
            await xml.EntryAsync(german, null, german, english);
            await xml.EntryAsync(english, null, german, english);
        }
    }

    private static async Task ItemsAsync(SitemapWriter xml, IContentReader content, char? first, CancellationToken ct)
    {
        await foreach (var batch in content.AllPublishedAsync(first?.ToString(), ct)
            .TakeWhile(item => first is null || char.ToLowerInvariant(item.ContentItemId[0]) == first).Where(item => item.Path is not null).Chunk(Batch).WithCancellation(ct))
        {
            await EntriesAsync(xml, batch, await content.LocalizationsAsync([.. batch.Select(item => item.LocalizationSet).OfType<string>()], ct));
        }
    }

    private static async Task EntriesAsync(SitemapWriter xml, ContentItem[] items, ILookup<string, ContentItem> members)
    {
        foreach (var item in items)
        {
            var translations = item.LocalizationSet is { Length: > 0 } set ? members[set] : [];
            var german = translations.FirstOrDefault(t => ItemParts.LangOf(t) == "de")?.Path;
            var english = translations.FirstOrDefault(t => ItemParts.LangOf(t) == "en")?.Path;
            var both = german is not null && english is not null;
            await xml.EntryAsync("/" + item.Path, item.ModifiedUtc, both ? "/" + german : null, both ? "/" + english : null);
        }
    }
}
