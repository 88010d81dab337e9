using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal;

/// <summary>
/// Fills an empty portal, once: the recipes of the domain, then the sample content if wanted. A start that was interrupted goes on
/// where it stopped; once all is done the recipes are never run again, so that what editors changed stays changed.
/// </summary>
public sealed partial class SetUp(SetupRunner setup, IConfiguration configuration, ILogger<SetUp> logger)
{
    private static readonly string[] _domain = ["domain", "vocabularies", "record-1", "pages"];
    private static readonly string[] _sample = ["sample-knowledge", "sample-initiatives-east", "sample-initiatives-west"];

    /// <summary>Where the shipped recipes are.</summary>
    public static string RecipeFolder => Path.Combine(AppContext.BaseDirectory, "Recipes");

    /// <summary>Runs what is missing. <c>Portal:Setup:Recipe</c> names one file to be run instead of the portal's own; <c>Portal:Setup:SampleContent</c> (default true) adds the examples.</summary>
    /// <exception cref="StartupException">A recipe failed; the text says where and why. The next start tries again.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var file in await setup.RunAsync([.. Files()], new RecipeOptions(), null, ct))
        {
            WasSetUp(file);
        }
    }

    private IEnumerable<string> Files()
    {
        if (configuration["Portal:Setup:Recipe"] is { Length: > 0 } own)
        {
            return File.Exists(own)
                ? [own]
                : throw new StartupException(new($"Portal:Setup:Recipe nennt „{own}“; diese Datei gibt es nicht.", $"Portal:Setup:Recipe names \"{own}\", which does not exist."));
        }

        var names = configuration["Portal:Setup:SampleContent"] switch
        {
            null or "" => [.. _domain, .. _sample],
            var text when bool.TryParse(text, out var wanted) => wanted ? [.. _domain, .. _sample] : _domain,
            var text => throw new StartupException(new($"Portal:Setup:SampleContent ist „{text}“; möglich sind true und false.", $"Portal:Setup:SampleContent is \"{text}\"; use true or false.")),
        };
        return names.Select(name => Path.Combine(RecipeFolder, $"{name}.recipe.json"));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Set up: {Recipe}")]
    private partial void WasSetUp(string recipe);
}
