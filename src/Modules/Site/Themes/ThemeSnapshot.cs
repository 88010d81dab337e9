using System.Collections.Concurrent;
using Fluid;
using Zukunftswerkstatt.Site.Display;

namespace Zukunftswerkstatt.Site.Themes;

/// <summary>
/// Everything read from the theme's folder at one moment: parsed templates, translations, assets, and what follows from these alone. A changed file makes a new one,
/// and a request keeps the one it began with.
/// </summary>
internal sealed class ThemeSnapshot
{
    public required IReadOnlyDictionary<string, IFluidTemplate> Templates { get; init; }

    public required TemplateOptions Options { get; init; }

    public required Translations German { get; init; }

    public required Translations English { get; init; }

    public required AssetCatalog Assets { get; init; }

    private readonly ConcurrentDictionary<string, string> _keptGerman = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _keptEnglish = new(StringComparer.Ordinal);

    /// <summary>Rendered parts of pages that depend on the language only, by the name that the template gives them.</summary>
    public ConcurrentDictionary<string, string> KeptIn(Language language) => language.IsEnglish ? _keptEnglish : _keptGerman;

    public Translations In(Language language) => language.IsEnglish ? English : German;

    /// <summary>The first of Orchard's alternates that the theme has, most specific first: <c>Content-Initiative.Summary</c>, then <c>Content.Summary</c>.</summary>
    public IFluidTemplate Template(IReadOnlyList<string> alternates)
    {
        foreach (var name in alternates)
        {
            if (Templates.TryGetValue(name, out var template))
            {
                return template;
            }
        }

        throw new InvalidOperationException($"The theme has none of the templates {string.Join(", ", alternates)}.");
    }
}
