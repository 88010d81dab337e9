using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site.Articles;
using Zukunftswerkstatt.Site.Bookmarks;
using Zukunftswerkstatt.Site.Comparison;
using Zukunftswerkstatt.Site.Downloads;
using Zukunftswerkstatt.Site.Events;
using Zukunftswerkstatt.Site.Feeds;
using Zukunftswerkstatt.Site.Findings;
using Zukunftswerkstatt.Site.Home;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Initiatives;
using Zukunftswerkstatt.Site.Lands;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Maps;
using Zukunftswerkstatt.Site.Matrix;
using Zukunftswerkstatt.Site.Measures;
using Zukunftswerkstatt.Site.MyMunicipality;
using Zukunftswerkstatt.Site.Organisations;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Places;
using Zukunftswerkstatt.Site.Search;
using Zukunftswerkstatt.Site.Similar;
using Zukunftswerkstatt.Site.Sitemaps;
using Zukunftswerkstatt.Site.StaticPages;
using Zukunftswerkstatt.Site.Themes;
using Zukunftswerkstatt.Site.Topics;

namespace Zukunftswerkstatt.Site;

/// <summary>The public site: request → path → content item → view (plain data) → Liquid template → HTML, cached and tagged.</summary>
public static class SiteModule
{
    /// <summary>Services of the public site. Settings: <see cref="SiteOptions"/>.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SiteOptions>().Bind(configuration.GetSection("Portal")).ValidateOnStart();
        services.AddSingleton<Theme>();
        services.AddSingleton<PageShell>();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<ItemPages>();
        services.AddSingleton<SearchPage>();
        services.AddSingleton<FactorsPage>();
        services.AddSingleton<LandComparisonPage>();
        services.AddSingleton<TranslatedItems>();
        services.AddSingleton<ArticleParts>();
        services.AddSingleton<IItemPage, FactorPage>();
        services.AddSingleton<FindingsPage>();
        services.AddSingleton<IItemPage, WorkshopPage>();
        services.AddSingleton<IItemPage, FindingPage>();
        services.AddSingleton<EventsPage>();
        services.AddSingleton<IItemPage, EventPage>();
        services.AddSingleton<RegionPage>();
        services.AddSingleton<InitiativeReader>();
        services.AddSingleton<SimilarCards>();
        services.AddSingleton<SimilarPage>();
        services.AddSingleton<ChosenInitiatives>();
        services.AddSingleton<ComparisonPage>();
        services.AddSingleton<BookmarksPage>();
        services.AddSingleton<ChoosePage>();
        services.AddSingleton<MunicipalityPage>();
        services.AddSingleton<SimilarityMethodPage>();
        services.AddSingleton<TopicsPage>();
        services.AddSingleton<TopicPage>();
        services.AddSingleton<HomePage>();
        services.AddSingleton<InitiativesPage>();
        services.AddSingleton<IItemPage, InitiativePage>();
        services.AddSingleton<CaseSearch>();
        services.AddSingleton<MeasuresPage>();
        services.AddSingleton<IItemPage, MeasurePage>();
        services.AddSingleton<OrganisationsPage>();
        services.AddSingleton<IItemPage, OrganisationPage>();
        services.AddSingleton<IItemPage, StaticPage>();
        services.AddSingleton<AtomFeed>();
        services.AddSingleton(provider => new PageCache(
            provider.GetRequiredService<IOptions<SiteOptions>>().Value.PageCacheBytes,
            () => provider.GetRequiredService<ISearcher>().Version,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SecondEviction>();
        services.AddHostedService(provider => provider.GetRequiredService<SecondEviction>());
        services.AddSingleton<IProjection, PageCacheEviction>();
        services.AddSingleton<SecurityHeaders>();
        return services;
    }

    /// <summary>Begins to read the theme on another thread; whoever needs it waits for it, and meets what is wrong with it.</summary>
    public static void BeginSite(this IServiceProvider services) => _ = Task.Run(services.GetRequiredService<Theme>);

    /// <summary>
    /// The site's part of the pipeline, in order: 1. security headers, and a kept page is answered at once, before anything else is looked at;
    /// 2. errors become pages; 3. routing. Call it before other middleware that needs an endpoint.
    /// </summary>
    public static IApplicationBuilder UseSite(this IApplicationBuilder app)
    {
        app.UseMiddleware<PageCaching>(); // 1
        app.UseMiddleware<ErrorResponses>(); // 2
        app.UseRouting(); // 3
        return app;
    }

    /// <summary>Routes of the public site; the last of them takes every path that no other route took.</summary>
    public static IEndpointRouteBuilder MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        routes.MapDistrictLines();
        routes.MapLandShapes();
        routes.MapWellKnown();
        routes.MapSitemaps();
        routes.MapFeeds();
        routes.MapGet("/id/{id}", PermanentAddresses.AnswerAsync);
        routes.MapPage<HomePage>("/", "/en");
        routes.MapPage<InitiativesPage>("/initiativen", "/en/initiatives");
        routes.MapPage<MeasuresPage>("/massnahmen", "/en/measures");
        routes.MapPage<OrganisationsPage>("/organisationen", "/en/organisations");
        routes.MapPage<SearchPage>("/suche", "/en/search");
        routes.MapSuggestions();
        routes.MapPage<FactorsPage>("/erfolgsfaktoren", "/en/success-factors");
        routes.MapPage<LandComparisonPage>("/erfolgsfaktoren/laendervergleich", "/en/success-factors/state-comparison");
        routes.MapPage<LandComparisonPage>("/erfolgsfaktoren/laendervergleich/{land}", "/en/success-factors/state-comparison/{land}");
        routes.MapPage<FindingsPage>("/ergebnisse", "/en/findings");
        routes.MapPage<EventsPage>("/veranstaltungen", "/en/events");
        routes.MapEventCalendars();
        routes.MapPage<RegionPage>("/regionen", "/en/regions");
        routes.MapPage<RegionPage>("/regionen/{ags}", "/en/regions/{ags}");
        routes.MapPage<SimilarPage>("/aehnliche/{id}", "/en/similar/{id}");
        routes.MapPage<ComparisonPage>("/vergleich", "/en/comparison");
        routes.MapPage<BookmarksPage>("/merkliste", "/en/list");
        routes.MapDownloads();
        routes.MapPage<ChoosePage>("/meine-kommune", "/en/my-municipality");
        routes.MapPage<SimilarityMethodPage>("/meine-kommune/methode", "/en/my-municipality/method");
        routes.MapPage<MunicipalityPage>("/meine-kommune/{ags}", "/en/my-municipality/{ags}");
        routes.MapPage<TopicsPage>("/themen", "/en/topics");
        routes.MapPage<TopicPage>("/themen/{slug}", "/en/topics/{slug}");
        routes.MapPage<ItemPages>("/{**path}");
        return routes;
    }
}
