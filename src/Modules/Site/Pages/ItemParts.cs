using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Pages;

/// <summary>What the pages of all editorial items have in common.</summary>
internal static class ItemParts
{
    /// <summary>The item's language when the page has another one; for <c>lang</c> attributes around its texts.</summary>
    public static string? ForeignLang(ContentItem item, Language language) => LangOf(item) == language.Code ? null : LangOf(item);

    public static string LangOf(ContentItem item) => item.Culture is { Length: > 0 } culture ? culture : "de";

    public static bool IsSample(ContentItem item) => item.Flag("EditorialPart", "Sample") == true;

    public static ContentItemView View(ContentItem item) => new(
        item.ContentItemId, item.ContentType, item.DisplayText, item.Author, item.ModifiedUtc, item.PublishedUtc, item.CreatedUtc, item.Published, item.Latest);

    public static IReadOnlyList<SourceView> Sources(ContentItem item, Language language) => [.. item.Bag("Sources")
        .Where(source => !string.IsNullOrWhiteSpace(source.Text("Source", "Title")))
        .Select(source => new SourceView(
            source.Text("Source", "Title")!.TrimEnd('.'),
            WebAddress(source.Link("Source", "Link").Url),
            source.Text("Source", "Page") is { Length: > 0 } page ? page : null,
            source.Date("Source", "Accessed") is { } accessed ? Dates.Day(language, accessed) : null))];

    /// <summary>The address if it leads to the web, else null: content may carry anything.</summary>
    public static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : null;

    public static CitationView Citation(ContentItem item, Language language, Translations words, string address)
    {
        var version = Dates.Day(language, (item.ModifiedUtc ?? item.PublishedUtc ?? DateTime.UnixEpoch).ToUniversalTime());
        var code = item.Text("EditorialPart", "Licence");
        var licence = code is { Length: > 0 } ? Labels.Licence(language, code) : null;
        var text = words.With(
            "citation.text",
            ("year", (item.ModifiedUtc ?? DateTime.UnixEpoch).Year.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("title", item.DisplayText), ("version", version));
        return new CitationView(text, address, version, licence, code is null ? null : LicenceUrl(code));
    }

    /// <summary>Where the licence can be read; null for an unknown code.</summary>
    public static string? LicenceUrl(string code) => code switch
    {
        "cc-by-4.0" => "https://creativecommons.org/licenses/by/4.0/",
        "cc0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/",
        "dl-de-by-2.0" => "https://www.govdata.de/dl-de/by-2-0",
        "dl-de-zero-2.0" => "https://www.govdata.de/dl-de/zero-2-0",
        _ => null,
    };

    /// <summary>The head of an item's page, in either language, with its translation if there is one.</summary>
    public static PageHead Head(ContentItem item, Language language, IReadOnlyList<ContentItem> translations, Section section, string? description, string? jsonLd)
    {
        var other = language.IsEnglish ? Language.German : Language.English;
        var own = "/" + item.Path;
        var translation = translations.FirstOrDefault(t => LangOf(t) == other.Code && t.ContentItemId != item.ContentItemId)?.Path;
        var foreign = ForeignLang(item, language) is not null;
        return new PageHead
        {
            Title = item.DisplayText,
            Description = description ?? item.DisplayText,
            // An untranslated entry has one address for search engines: that of its own language.
            Path = own,
            TranslatedPath = !foreign && translation is not null ? "/" + translation : null,
            SwitchPath = foreign ? own : Paths.Item(other, item.Path!),
            Section = section,
            IsArticle = true,
            JsonLd = jsonLd,
        };
    }

    /// <summary>Cache tags of everything a page was made of. What it shows in the other language goes when a translation appears.</summary>
    public static List<string> Tags(ContentItem item, Language language, params IEnumerable<ContentItem> others)
    {
        var tags = new List<string> { Http.CacheTags.Item(item.ContentItemId), Http.CacheTags.About(item.ContentItemId), Http.CacheTags.Regions };
        if (item.LocalizationSet is { Length: > 0 } set)
        {
            tags.Add(Http.CacheTags.Translations(set));
        }

        foreach (var other in others.DistinctBy(other => Content.ContentIds.Key(other.ContentItemId)))
        {
            tags.Add(Http.CacheTags.Item(other.ContentItemId));
            if (ForeignLang(other, language) is not null && other.LocalizationSet is { Length: > 0 } untranslated)
            {
                tags.Add(Http.CacheTags.Translations(untranslated));
            }
        }

        return tags;
    }
}
