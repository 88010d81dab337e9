using Microsoft.Extensions.DependencyInjection;

namespace Zukunftswerkstatt.Content;

/// <summary>Registers what runs recipes.</summary>
internal static class RecipeServices
{
    public static IServiceCollection AddRecipes(this IServiceCollection services)
    {
        services.AddSingleton<ContentImporter>();
        services.AddSingleton<IRecipeStep, FeatureStep>();
        services.AddSingleton<IRecipeStep, SiteSteps>();
        services.AddSingleton<IRecipeStep, DefinitionSteps>();
        services.AddSingleton<IRecipeStep, ContentStep>();
        services.AddSingleton<RecipeRunner>();
        services.AddSingleton<RecipeExporter>();
        services.AddSingleton<SetupRunner>();
        return services;
    }
}
