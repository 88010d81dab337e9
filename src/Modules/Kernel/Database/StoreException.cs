namespace Zukunftswerkstatt.Kernel;

/// <summary>The database refused: full, locked, damaged, unreachable. Nothing of the command was written; it may be tried again.</summary>
/// <param name="text">What happened and what to do.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class StoreException(LocalizedText text, Exception inner) : Exception(text.En, inner)
{
    /// <summary>What happened and what to do, for people.</summary>
    public LocalizedText Text { get; } = text;
}
