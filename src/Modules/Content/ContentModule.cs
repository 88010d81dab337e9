using Microsoft.Extensions.DependencyInjection;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Content;

/// <summary>Content types, items, versions, permalinks, commands and recipes.</summary>
public static class ContentModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddSingleton<ITables, ContentTables>();
        services.AddSingleton<IContentReader, ContentReader>();
        services.AddSingleton<ContentVersions>();
        services.AddSingleton<DefinitionStore>();
        services.AddSingleton<IProjection, DefinitionProjection>();
        services.AddSingleton<Patterns>();
        services.AddSingleton<ItemPreparation>();
        services.AddSingleton<ReferenceChecks>();
        services.AddSingleton(provider => new ContentCommands(
            provider.GetRequiredService<PortalDatabase>(), provider.GetRequiredService<DefinitionStore>(),
            provider.GetRequiredService<ItemPreparation>(), provider.GetRequiredService<ReferenceChecks>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ScheduleRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ScheduleRunner>());
        return services.AddRecipes();
    }
}
