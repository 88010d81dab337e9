using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Zukunftswerkstatt.Kernel;
using Zukunftswerkstatt.Search.Analysis;
using Zukunftswerkstatt.Search.Indexing;
using Zukunftswerkstatt.Search.Querying;
using Zukunftswerkstatt.Search.Snapshots;
using Zukunftswerkstatt.Search.Suggestions;

namespace Zukunftswerkstatt.Search;

/// <summary>Full-text search with facets over what other modules declare (<see cref="SearchSchema"/>) and deliver (<see cref="ISearchDocumentSource"/>).</summary>
public static class SearchModule
{
    /// <summary>Registers the index as a projection, and the searcher.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => WordFiles.Read(configuration, provider.GetService<SynonymFile>()));
        services.AddSingleton(provider => provider.GetRequiredService<WordFiles>().Synonyms);
        services.AddSingleton(provider => provider.GetRequiredService<WordFiles>().Known);
        services.AddSingleton(provider => new CompiledSchema(provider.GetServices<SearchSchema>()));
        services.AddSingleton(provider => new IndexStore(
            provider.GetRequiredService<PortalPaths>().Search,
            provider.GetRequiredService<CompiledSchema>(),
            provider.GetRequiredService<KnownWords>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<IndexStore>>()));
        services.AddSingleton<ISnapshots>(provider => provider.GetRequiredService<IndexStore>());
        services.AddSingleton<IProjection, SearchProjection>();
        services.AddSingleton<ISearcher, Searcher>();
        services.AddSingleton<ISuggester, Suggester>();
        services.AddSingleton(provider => new MoreLikeThis(provider.GetRequiredService<ISnapshots>()));
        return services;
    }

    /// <summary>Checks every declared schema against the content definitions. Call it at start, once they are loaded.</summary>
    /// <param name="services">The portal's services.</param>
    /// <param name="sourceExists">Says whether the definitions have the field <c>Part.Field</c> or the part <c>Part</c>.</param>
    /// <exception cref="StartupException">Names every mistake.</exception>
    public static void CheckSearchSchemas(this IServiceProvider services, Func<string, bool> sourceExists)
    {
        string[] errors = [.. services.GetServices<SearchSchema>().SelectMany(s => s.Check(sourceExists))];
        if (errors.Length > 0)
        {
            var text = string.Join(' ', errors);
            throw new StartupException(new($"Die Suche ist falsch beschrieben. {text}", $"The search schema is wrong. {text}"));
        }
    }
}
