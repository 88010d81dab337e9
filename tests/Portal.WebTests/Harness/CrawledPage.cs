using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Zukunftswerkstatt.Portal.WebTests.Harness;

/// <summary>What a crawl keeps of an answer; the parsed page itself would take too much memory.</summary>
internal sealed record CrawledPage
{
    public required string Path { get; init; }

    /// <summary>Where the crawl found the link; empty for the pages it began with.</summary>
    public required string FoundOn { get; init; }

    public required HttpStatusCode Status { get; init; }

    public string? Location { get; init; }

    public string ContentType { get; init; } = "";

    public bool SetsCookie { get; init; }

    public string Title { get; init; } = "";

    public string Language { get; init; } = "";

    public string? Canonical { get; init; }

    public IReadOnlyDictionary<string, string> Alternates { get; init; } = new Dictionary<string, string>();

    /// <summary>Links to the portal itself, as path, query and fragment.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public IReadOnlySet<string> Ids { get; init; } = new HashSet<string>();

    public IReadOnlyList<string> RepeatedIds { get; init; } = [];

    /// <summary>Addresses that a browser loads by itself, as written.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Scripts, styles and event handlers written into the page, which its policy would refuse.</summary>
    public IReadOnlyList<string> InlineCode { get; init; } = [];

    public IReadOnlyList<string> BrokenJsonLd { get; init; } = [];

    public int MainHeadings { get; init; }

    public bool SaysSample { get; init; }

    public bool IsPage => Status == HttpStatusCode.OK && ContentType == "text/html";

    /// <summary>Reads what there is to know of an answer.</summary>
    public static async Task<CrawledPage> ReadAsync(string path, string foundOn, HttpResponseMessage response, CancellationToken ct)
    {
        var page = new CrawledPage
        {
            Path = path,
            FoundOn = foundOn,
            Status = response.StatusCode,
            Location = response.Headers.Location?.OriginalString,
            ContentType = response.Content.Headers.ContentType?.MediaType ?? "",
            SetsCookie = response.Headers.Contains("Set-Cookie"),
        };
        return page.IsPage ? page.With(Pages.Parse(await response.Content.ReadAsStringAsync(ct))) : page;
    }

    private CrawledPage With(IHtmlDocument document)
    {
        var ids = document.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        return this with
        {
            Title = document.Title ?? "",
            Language = document.DocumentElement.GetAttribute("lang") ?? "",
            Canonical = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"),
            Alternates = document.QuerySelectorAll("link[rel=alternate][hreflang]")
                .ToDictionary(link => link.GetAttribute("hreflang")!, link => link.GetAttribute("href") ?? ""),
            Links = [.. document.QuerySelectorAll("a[href], area[href]").Select(link => Own(link.GetAttribute("href")!)).OfType<string>().Distinct()],
            Ids = ids.ToHashSet(StringComparer.Ordinal),
            RepeatedIds = [.. ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key)],
            Resources = [.. document.QuerySelectorAll("[src], link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], [srcset], object[data]")
                .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href") ?? element.GetAttribute("srcset") ?? element.GetAttribute("data")!)],
            InlineCode = [.. document.All.Where(HasInlineCode).Select(element => element.OuterHtml[..Math.Min(120, element.OuterHtml.Length)])],
            BrokenJsonLd = [.. document.QuerySelectorAll("script[type='application/ld+json']").Select(script => script.TextContent).Where(text => !IsJsonLd(text))],
            MainHeadings = document.QuerySelectorAll("main h1").Length,
            SaysSample = document.QuerySelector("main") is { } main && (main.TextContent.Contains("Beispielinhalt", StringComparison.Ordinal)
                || main.TextContent.Contains("Sample content", StringComparison.OrdinalIgnoreCase)),
        };
    }

    private string? Own(string href)
    {
        var absolute = new Uri(new Uri(PortalFactory.PublicUrl + Path), href);
        return absolute.GetLeftPart(UriPartial.Authority) == PortalFactory.PublicUrl ? absolute.PathAndQuery + absolute.Fragment : null;
    }

    private static bool HasInlineCode(IElement element) =>
        element.LocalName == "style"
        || (element.LocalName == "script" && !element.HasAttribute("src") && element.GetAttribute("type") != "application/ld+json")
        || element.Attributes.Any(attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));

    private static bool IsJsonLd(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            return root.TryGetProperty("@context", out _) && (root.TryGetProperty("@type", out _) || root.TryGetProperty("@graph", out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
