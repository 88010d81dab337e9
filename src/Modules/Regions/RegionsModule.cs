using Microsoft.Extensions.DependencyInjection;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Regions;

/// <summary>The register of regions, its outlines and its import.</summary>
public static class RegionsModule
{
    /// <summary>Registers <see cref="IRegionRegister"/>, <see cref="RegionImporter"/> and <see cref="OutlineImporter"/>.</summary>
    public static IServiceCollection AddRegions(this IServiceCollection services)
    {
        services.AddSingleton<ITables, RegionTables>();
        services.AddSingleton<RegionRegister>();
        services.AddSingleton<IRegionRegister>(provider => provider.GetRequiredService<RegionRegister>());
        services.AddSingleton<IProjection>(provider => provider.GetRequiredService<RegionRegister>());
        services.AddSingleton(provider => new RegionImporter(
            provider.GetRequiredService<PortalDatabase>(), provider.GetRequiredService<RegionRegister>()));
        services.AddSingleton(provider => new OutlineImporter(
            provider.GetRequiredService<PortalDatabase>(), provider.GetRequiredService<RegionRegister>()));
        return services;
    }
}
