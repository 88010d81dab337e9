using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Knowledge;
using Zukunftswerkstatt.Media;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;
using Zukunftswerkstatt.Site;

namespace Zukunftswerkstatt.Portal;

/// <summary>The modules of the portal.</summary>
public static class PortalServices
{
    /// <summary>Registers all modules, each after those it stands on.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services, IConfiguration configuration) => services
        .AddKernel(configuration)
        .AddContent()
        .AddMedia()
        .AddRegions()
        .AddSearch(configuration)
        .AddKnowledge()
        .AddSite(configuration)
        .AddSingleton<SetUp>()
        .AddSingleton<Health>();
}
