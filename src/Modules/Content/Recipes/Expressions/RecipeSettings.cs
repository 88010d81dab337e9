using Microsoft.Extensions.Configuration;

namespace Zukunftswerkstatt.Content;

/// <summary>
/// The settings a recipe may read. A recipe is somebody else's file: what is not listed here stays secret, connection strings and passwords above all.
/// </summary>
internal sealed class RecipeSettings(IConfiguration configuration)
{
    /// <summary>Prefix of the environment variables that <c>[env:…]</c> may read.</summary>
    public const string EnvironmentPrefix = "PORTAL_RECIPE_";

    /// <summary>Section whose keys <c>[appsettings:…]</c> and <c>configuration(…)</c> may read, whatever the operator puts there.</summary>
    public const string Section = "Portal:Recipes:";

    private static readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase) { "Portal:PublicUrl", "Portal:Setup:SampleContent" };

    /// <summary>The value of a setting, <c>null</c> when it is not set.</summary>
    /// <param name="key">With colons.</param>
    /// <param name="fallback">What counts instead when the key may not be read; without it that is an error.</param>
    public string? Read(string key, string? fallback) => _keys.Contains(key) || key.StartsWith(Section, StringComparison.OrdinalIgnoreCase)
        ? configuration[key] ?? fallback
        : fallback ?? throw new RecipeException(new(
            $"Die Einstellung „{key}“ darf ein Rezept nicht lesen; lesbar sind {string.Join(", ", _keys)} und alles unter „{Section}“.",
            $"A recipe may not read the setting \"{key}\"; it may read {string.Join(", ", _keys)} and everything below \"{Section}\"."), key);

    /// <summary>The value of an environment variable, empty when it is not set.</summary>
    public static string ReadEnvironment(string name) => name.StartsWith(EnvironmentPrefix, StringComparison.Ordinal)
        ? Environment.GetEnvironmentVariable(name) ?? ""
        : throw new RecipeException(new(
            $"Die Umgebungsvariable „{name}“ darf ein Rezept nicht lesen; lesbar sind nur solche, die mit {EnvironmentPrefix} beginnen.",
            $"A recipe may not read the environment variable \"{name}\"; only those whose names begin with {EnvironmentPrefix}."), name);
}
