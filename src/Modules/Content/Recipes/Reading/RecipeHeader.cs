namespace Zukunftswerkstatt.Content;

/// <summary>What a recipe says about itself; everything may be missing.</summary>
public sealed record RecipeHeader
{
    /// <summary>Technical name, by which other recipes call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name for people.</summary>
    public string DisplayName { get; init; } = "";
    public string Description { get; init; } = "";
    public string Author { get; init; } = "";
    public string Website { get; init; } = "";
    public string Version { get; init; } = "";
    public bool IsSetupRecipe { get; init; }
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>With <see cref="LiteralTag"/> among them, no text of the recipe is evaluated as an expression.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Tag of the portal's own exports, whose texts mean what they say even when they look like <c>[js: …]</c>.</summary>
    public const string LiteralTag = "literal";

    /// <summary>Whether expressions are left as they are.</summary>
    public bool IsLiteral => Tags.Contains(LiteralTag);
}
