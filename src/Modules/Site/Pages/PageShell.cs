using Microsoft.Extensions.Options;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Display;
using Zukunftswerkstatt.Site.Themes;

namespace Zukunftswerkstatt.Site.Pages;

/// <summary>Makes the layout's view from what a page says about itself.</summary>
internal sealed class PageShell(IOptions<SiteOptions> options, ISearcher searcher)
{
    private readonly string _root = options.Value.PublicUrl.GetLeftPart(UriPartial.Authority);

    public PageView For(PageHead head, Language language, Translations words)
    {
        var other = language.IsEnglish ? Language.German : Language.English;
        return new PageView
        {
            Lang = language.Code,
            Title = head.Path == Paths.Home(language) ? head.Title : $"{head.Title} – {words["site.name"]}",
            Description = head.Description,
            Canonical = head.Path is { } path ? _root + path : null,
            OpenGraphType = head.IsArticle ? "article" : "website",
            NoIndex = head.NoIndex,
            Preparing = !searcher.IsReady,
            Alternates = head is { Path: { } own, TranslatedPath: { } translated } ? Alternates(language, other, own, translated) : [],
            Feeds =
            [
                new(words["feed.all"], Paths.Feed(language)),
                .. head.Feeds.Select(feed => new FeedView(feed.Title, feed.Path)),
            ],
            JsonLd = head.JsonLd is { } json ? new SafeHtml(json) : null,
            Menu =
            [
                new(words["nav.initiatives"], Paths.Initiatives(language), head.Section == Section.Initiatives),
                new(words["nav.factors"], Paths.Factors(language), head.Section == Section.Factors),
                new(words["nav.findings"], Paths.Findings(language), head.Section == Section.Findings),
                new(words["nav.events"], Paths.Events(language), head.Section == Section.Events),
                new(words["nav.regions"], Paths.Regions(language), head.Section == Section.Regions),
                new(words["nav.mine"], Paths.MyMunicipality(language), head.Section == Section.Municipality),
            ],
            OtherLanguage = head.TranslatedPath ?? head.SwitchPath ?? Paths.Home(other),
            Home = Paths.Home(language),
            Search = Paths.Search(language),
            HeaderSearch = !head.HasSearch,
            Suggestions = Paths.Suggestions(language),
            Initiatives = Paths.Initiatives(language),
            Measures = Paths.Measures(language),
            Factors = Paths.Factors(language),
            Findings = Paths.Findings(language),
            Events = Paths.Events(language),
            Organisations = Paths.Organisations(language),
            Regions = Paths.Regions(language),
            Bookmarks = Paths.Bookmarks(language),
            Comparison = Paths.Comparison(language),
            Topics = Paths.Topics(language),
            About = Paths.About(language),
            Method = Paths.Method(language),
            EasyLanguage = Paths.EasyLanguage,
            Imprint = Paths.Imprint(language),
            Privacy = Paths.Privacy(language),
            Accessibility = Paths.Accessibility(language),
            Feed = Paths.Feed(language),
        };
    }

    /// <summary>A path as an absolute address of the portal.</summary>
    public string Absolute(string path) => _root + path;

    // German is what a reader of neither language is offered.
    private IReadOnlyList<AlternateView> Alternates(Language language, Language other, string own, string translated)
    {
        var german = language.IsEnglish ? translated : own;
        return [new(language.Code, _root + own), new(other.Code, _root + translated), new("x-default", _root + german)];
    }
}
