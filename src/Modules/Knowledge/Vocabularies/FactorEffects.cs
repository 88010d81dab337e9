namespace Zukunftswerkstatt.Knowledge;

/// <summary>What a factor did in one case; values of <c>FactorEvidence.Effect</c>.</summary>
public static class FactorEffects
{
    /// <summary>It helped: the case supports the factor's statement.</summary>
    public const string Promoting = "promoting";

    /// <summary>It stood in the way.</summary>
    public const string Hindering = "hindering";

    /// <summary>It made no difference.</summary>
    public const string Neutral = "neutral";

    /// <summary>Every effect; whoever has evidence of a factor has one of these.</summary>
    public static IReadOnlyList<string> All { get; } = [Promoting, Hindering, Neutral];

    /// <summary>Those that contradict a factor's statement.</summary>
    public static IReadOnlyList<string> Contradicting { get; } = [Hindering, Neutral];
}
