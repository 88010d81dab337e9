namespace Zukunftswerkstatt.Content;

/// <summary>What a recipe may ask of the portal. Everything beyond is refused before anything is changed.</summary>
public static class RecipeLimits
{
    /// <summary>Largest recipe file: 2 GiB.</summary>
    public const long FileBytes = 2L << 30;

    /// <summary>Largest single step, which is held in memory as a whole: 200 MB.</summary>
    public const int StepBytes = 200_000_000;

    /// <summary>Longest single text, in bytes: a media file of 30 MB fits in base 64.</summary>
    public const int TextBytes = 48_000_000;

    /// <summary>Most steps.</summary>
    public const int Steps = 100_000;

    /// <summary>Deepest nesting.</summary>
    public const int Depth = TolerantJson.MaxDepth;

    /// <summary>Recipes within recipes.</summary>
    public const int InnerRecipes = 8;

    /// <summary>Longest script.</summary>
    public const int ScriptCharacters = 20_000;

    /// <summary>Statements a script may execute.</summary>
    public const int ScriptStatements = 100_000;

    /// <summary>Memory a script may allocate.</summary>
    public const long ScriptBytes = 64_000_000;

    /// <summary>Depth of calls in a script.</summary>
    public const int ScriptRecursion = 64;

    /// <summary>Times the result of an expression may be an expression again.</summary>
    public const int ExpressionRounds = 16;

    /// <summary>Time a script may take.</summary>
    public static readonly TimeSpan ScriptTime = TimeSpan.FromSeconds(2);
}
