using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zukunftswerkstatt.Site.Http;
using Zukunftswerkstatt.Site.Liquid;
using Zukunftswerkstatt.Site.Pages;
using Zukunftswerkstatt.Site.Themes;

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
        return services;
    }

    /// <summary>Routes of the public site; the last of them takes every path that no other route took.</summary>
    public static IEndpointRouteBuilder MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapPage<ItemPages>("/{**path}");
        return routes;
    }
}
