using Microsoft.Extensions.DependencyInjection;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Regions;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>The domain: vocabularies, success factors, what of it is searched.</summary>
public static class KnowledgeModule
{
    /// <summary>Registers the domain's snapshots and its search documents.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Vocabularies(provider.GetRequiredService<IContentReader>()));
        services.AddSingleton(provider => new Factors(provider.GetRequiredService<IContentReader>()));
        services.AddSingleton<ContentGenerator>();
        services.AddSingleton<FactorMatrixReader>();
        services.AddSingleton<Suggestions>();
        services.AddSingleton<LandComparisonReader>();
        services.AddSingleton(provider => new SimilarMunicipalities(provider.GetRequiredService<IRegionRegister>()));
        services.AddSingleton(provider => new SimilarInitiatives(
            provider.GetRequiredService<MoreLikeThis>(), provider.GetRequiredService<IContentReader>(), provider.GetRequiredService<SimilarMunicipalities>()));
        services.AddSingleton<IProjection, KnowledgeSnapshots>();
        services.AddSingleton(KnowledgeSearchSchema.Create());
        services.AddSingleton(new SynonymFile(Path.Combine(AppContext.BaseDirectory, "Data", "synonyms.txt")));
        services.AddSingleton<ISearchDocumentSource, KnowledgeDocuments>();
        return services;
    }
}
